"""Nothing of the original planning document is lost on the way through the data and back."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
import yaml

from enhancement_roadmap.loading import load, schema_files
from enhancement_roadmap.outputs.document import document
from support.render_contexts import insight_of
from support.seed import SEED, facts_of, missing

DATA = Path(__file__).parents[3] / "roadmap-data"
WANTED = facts_of(SEED.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def generated() -> str:
    return document(insight_of(DATA))


def test_the_data_has_no_findings() -> None:
    assert load(DATA).findings == ()


def test_every_line_of_the_original_is_in_the_document_in_its_order(generated: str) -> None:
    lost = missing(WANTED, facts_of(generated))
    assert not lost, "\n".join(["The document lacks these lines of the original:", *lost])


@pytest.mark.parametrize("index", [0, 14, 100, 200, len(WANTED) - 1])
def test_a_lost_line_is_named(generated: str, index: int) -> None:
    lines = facts_of(generated)
    where = _places(WANTED, lines)[index]
    assert missing(WANTED, lines[:where] + lines[where + 1 :]) == [f"{index + 1}: {WANTED[index]}"]


def test_a_line_in_another_place_is_named(generated: str) -> None:
    lines = facts_of(generated)
    lines.append(lines.pop(lines.index("- [ ] Database backup encryption")))
    assert [line.partition(": ")[2] for line in missing(WANTED, lines)] == ["- [ ] Database backup encryption"]


def test_a_changed_word_is_named(generated: str) -> None:
    changed = generated.replace("Prometheus + Grafana", "Prometheus and Grafana")
    assert [line.partition(": ")[2] for line in missing(WANTED, facts_of(changed))] == ["  - Prometheus + Grafana"]


def test_the_data_has_as_many_of_each_thing_as_the_original() -> None:
    roadmap = insight_of(DATA).roadmap
    kinds = Counter(item.trigger.kind for item in roadmap.enhancements)
    governance = roadmap.governance
    assert len(roadmap.enhancements) == 9
    assert [len(item.requirements) for item in roadmap.enhancements] == [6] * 9
    assert len(roadmap.about.priorities) == 3
    assert len(roadmap.about.readiness_criteria) == 7
    assert kinds == {"immediate": 3, "growth": 3, "business": 3}
    assert (len(roadmap.plan.quarters), len(roadmap.plan.phases)) == (4, 4)
    assert (len(governance.reviews), len(governance.stakeholders)) == (3, 4)
    assert (len(governance.roles), len(governance.contacts), len(governance.external_resources)) == (4, 4, 3)


def test_the_document_has_as_many_of_each_thing_as_the_original(generated: str) -> None:
    lines = generated.splitlines()
    assert sum(line.startswith("### ") and line[4].isdigit() for line in lines) == 9
    assert sum(line.startswith("- [ ] ") for line in lines) == 54
    assert sum(line.startswith("[ ] ") for line in lines) == 7
    assert sum(line.startswith("**Trigger**: ") for line in lines) == 9


def test_every_enhancement_is_planned_once_in_a_quarter_and_once_in_a_phase() -> None:
    insight = insight_of(DATA)
    for item in insight.roadmap.enhancements:
        assert len(insight.quarters_of[item.id]) == 1, item.id
        assert len(insight.phases_of[item.id]) == 1, item.id


def test_first_assessments_are_marked_as_such_and_agree_with_the_declared_priorities() -> None:
    scores: dict[str, list[int]] = {}
    for item in insight_of(DATA).roadmap.enhancements:
        assert item.assessment is not None
        assert item.assessment.kind == "initial"
        scores.setdefault(item.priority, []).append(item.assessment.score.low)
    assert min(scores["high"]) > max(scores["medium"])
    assert min(scores["medium"]) > max(scores["low"])


def test_readings_that_nobody_took_are_marked_as_examples() -> None:
    metrics = insight_of(DATA).roadmap.metrics.metrics
    assert all(metric.readings and all(reading.example for reading in metric.readings) for metric in metrics)


def test_every_file_names_the_schema_that_an_editor_checks_it_by() -> None:
    for file in sorted(DATA.rglob("*.yml")):
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        kind = "enhancement" if file.parent.name == "enhancements" else file.stem
        schema = (file.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert schema == DATA / "schema" / f"{kind}.schema.json", file.name


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2, as language servers have it: a date is text, and so are ``on`` and ``yes``."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith(":timestamp") and (first in "tf" or not tag.endswith(":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.yml")), ids=lambda file: file.name)
def test_an_editor_finds_no_fault_in_the_data(file: Path) -> None:
    kind = "enhancement" if file.parent.name == "enhancements" else file.stem
    schema = json.loads((DATA / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8"))
    values = yaml.load(file.read_text(encoding="utf-8"), Loader=AsEditorsRead)  # noqa: S506  (a safe loader)
    jsonschema.validate(values, schema)


def test_the_schemas_beside_the_data_are_those_of_the_code() -> None:
    committed = {file.name: file.read_text(encoding="utf-8") for file in (DATA / "schema").iterdir()}
    assert committed == schema_files(), "Write them anew: roadmap schema --out roadmap-data/schema"


def _places(wanted: list[str], lines: list[str]) -> list[int]:
    """For each wanted line, where it stands among the lines."""
    places: list[int] = []
    for line in wanted:
        places.append(lines.index(line, places[-1] + 1 if places else 0))
    return places
