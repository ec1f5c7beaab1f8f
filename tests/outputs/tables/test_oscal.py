"""The plan of action and milestones is what OSCAL says it is, by the models of compliance-trestle, and says the same each time."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from enhancement_roadmap.outputs.table import OUTPUTS, OutputSource
from support.packages import make_environment
from support.plain_plan import make_folder
from support.render_contexts import insight_of, roadmap_folder
from support.site import WORKING_PANDA

TRESTLE = "compliance-trestle==5.2.0"
READ = """
import sys
from trestle.oscal.poam import Model
for name in sys.argv[1:]:
    print(len(Model.model_validate_json(open(name, encoding="utf-8").read()).plan_of_action_and_milestones.poam_items))
"""
ODD = """title: "Keys\\tand more"
description: |
  One

  - two
status: in-progress
due: 2027-03
controls: [ISO 27001 A.8.24]
requirements:
  - {text: Rotate, done: 2026-01-02, evidence: A report}
  - {text: Keep, status: waived, why: Not needed}
  - {text: Tell, due: 2027-01}
"""


def poam(folder: Path) -> bytes:
    content = OUTPUTS["poam.json"].make(OutputSource(insight_of(folder)))
    assert content is not None
    return content


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    odd = make_folder(tmp_path / "odd", {"roadmap.yml": "title: Plan\n", "enhancements/01-keys.yml": ODD})
    return [odd, roadmap_folder("small"), WORKING_PANDA]


def test_it_is_valid(folders: list[Path], tmp_path: Path) -> None:
    files = [tmp_path / f"{place}.json" for place in range(len(folders))]
    for file, folder in zip(files, folders, strict=True):
        file.write_bytes(poam(folder))
    environment = make_environment(tmp_path / "environment", Path(sys.executable), TRESTLE)
    said = environment.run("python", "-c", READ, *files, cwd=tmp_path)
    assert [int(line) for line in said.splitlines()] == [len(insight_of(folder).roadmap.enhancements) for folder in folders]


def test_states_days_and_proof_are_in_it(folders: list[Path]) -> None:
    [risk] = json.loads(poam(folders[0]))["plan-of-action-and-milestones"]["risks"]
    assert (risk["status"], risk["deadline"]) == ("remediating", "2027-03-31T00:00:00Z")
    [remediation] = risk["remediations"]
    assert [task["props"][0]["value"] for task in remediation["tasks"]] == ["done", "waived", "open"]
    assert remediation["tasks"][0]["remarks"] == "Done on 2026-01-02. Evidence: A report."
    assert remediation["tasks"][2]["timing"] == {"on-date": {"date": "2027-01-31T00:00:00Z"}}


def test_the_same_enhancement_has_the_same_id(folders: list[Path]) -> None:
    assert poam(folders[1]) == poam(folders[1])
