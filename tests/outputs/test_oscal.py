"""The roadmap as OSCAL's plan of action and milestones, valid by the models of compliance-trestle."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.outputs.oscal import VERSION, oscal
from support.command import roadmap
from support.hostile import hostile_roadmap
from support.packages import Environment, make_environment
from support.plain_plan import make_folder
from support.render_contexts import insight_of
from support.roadmaps import enhancement, small
from support.shared import shared_folder
from support.site import WORKING_PANDA

TRESTLE = "compliance-trestle==3.12.4"
"""The last whose models are those of OSCAL 1.1; it brings many packages, and so has an environment of its own."""

CHECK = """\
import sys
from trestle.oscal import OSCAL_VERSION
from trestle.oscal.poam import Model
for path in sys.argv[1:]:
    Model.parse_file(path)
print(OSCAL_VERSION)
"""
MORE = """\
description: |
  What it *is*.

  - In blocks
due: 2026-12
issue: team/plan#7
links: [{title: Wiki, url: https://example.org/wiki}, guide.md]
owner: [Ada, Bo]
acceptance: {by: Cy, until: 2027-01-31, why: Small}
requirements:
  - {id: outer, text: Outer, parts: [{id: inner, text: Inner, done: 2026-05-01, evidence: log}, {id: late, text: Late, due: 2026-12-24}]}
  - {id: gone, text: Gone, status: waived, why: Not here}
"""


@pytest.fixture(scope="session")
def trestle(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment(shared_folder(tmp_path_factory, "trestle", lambda folder: make_environment(folder, Path(sys.executable), TRESTLE)))


def plan(folder: Path) -> dict[str, Any]:
    insight = insight_of(folder)
    found: dict[str, Any] = json.loads(oscal(insight, insight.roadmap.enhancements) or "")
    return dict(found["plan-of-action-and-milestones"])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    first = enhancement("first", 1, "First thing").replace("requirements:\n  - {id: one, text: The one requirement}\n", MORE)
    return make_folder(tmp_path / "data", small(first=first))


def test_it_is_valid_whatever_words_there_are(trestle: Environment, folder: Path, tmp_path: Path) -> None:
    hostile = make_folder(tmp_path / "hostile", dict(hostile_roadmap(folder, "<b>&\u202e  a|b `c` [d](e) #")))
    written = [tmp_path / f"{number}.json" for number in range(3)]
    for data, path in zip((folder, hostile, WORKING_PANDA), written, strict=True):
        ran = roadmap("export", "--format", "oscal", data, "--today", "2026-11-24", "--out", path)
        assert ran.returncode == 0, ran.stderr
    assert trestle.run("python", "-c", CHECK, *written, cwd=tmp_path).strip() == VERSION


def test_an_enhancement_is_an_item_with_its_risk_and_each_requirement_a_milestone(folder: Path) -> None:
    found = plan(folder)
    item, risk = found["poam-items"][0], found["risks"][0]
    assert item["related-risks"] == [{"risk-uuid": risk["uuid"]}]
    assert (risk["status"], risk["deadline"]) == ("deviation-approved", "2026-12-31T00:00:00Z")
    assert item["description"] == "What it *is*.\n\n- In blocks"
    assert [link["href"] for link in item["links"]] == ["https://github.com/team/plan/issues/7", "https://example.org/wiki"]
    said = [(prop["name"], prop["value"]) for prop in item["props"]]
    assert {("owner", "Ada"), ("owner", "Bo"), ("accepted-by", "Cy"), ("requirements-done", "1 of 2")} <= set(said)
    inner, late, gone = risk["remediations"][0]["tasks"]
    assert [(prop["name"], prop["value"]) for prop in inner["props"]] == [
        ("status", "done"),
        ("done-on", "2026-05-01"),
        ("evidence", "log"),
    ]
    assert late["timing"] == {"on-date": {"date": "2026-12-24T00:00:00Z"}}
    assert (gone["title"], gone["remarks"]) == ("Gone", "Not here")


def test_a_thing_has_the_same_id_in_every_version(folder: Path, tmp_path: Path) -> None:
    later = make_folder(tmp_path / "later", small(first=enhancement("first", 3, "Another title")))
    now, then = plan(folder), plan(later)
    assert now["uuid"] == then["uuid"]
    assert {one["uuid"] for one in now["poam-items"]} == {one["uuid"] for one in then["poam-items"]}
    ids = [one["uuid"] for part in (now["risks"], now["poam-items"], now["risks"][0]["remediations"]) for one in part]
    assert len(set(ids)) == len(ids)


def test_no_enhancement_is_no_plan(tmp_path: Path) -> None:
    data = make_folder(tmp_path, {"roadmap.yml": small()["roadmap.yml"]})
    ran = roadmap("export", "--format", "oscal", data)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "there is no enhancement" in ran.stderr
