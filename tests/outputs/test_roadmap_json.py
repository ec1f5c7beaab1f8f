"""The whole roadmap for programs, by its published schema."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.outputs.roadmap_json import SCHEMA_NAME, SCHEMA_VERSION, roadmap_json, roadmap_schema
from enhancement_roadmap.outputs.table import OUTPUTS
from support.hostile import hostile_roadmap
from support.plain_plan import make_folder
from support.render_contexts import insight_of
from support.site import WORKING_PANDA

GOLDEN = Path(__file__).parent / "document" / "golden"
PLANS = [
    *sorted(path for path in GOLDEN.iterdir() if path.is_dir()),
    WORKING_PANDA,
    *sorted(Path(__file__).parents[1].joinpath("plans").iterdir()),
]


def closed(part: Any) -> Any:
    """A schema in which no key may be there that it does not name."""
    if isinstance(part, list):
        return [closed(each) for each in part]
    if not isinstance(part, dict):
        return part
    inner = {key: closed(value) for key, value in part.items()}
    return {**inner, "additionalProperties": False} if "properties" in part and part.get("type") == "object" else inner


SCHEMA = json.loads(roadmap_schema())
CLOSED = Draft202012Validator(closed(SCHEMA))


def whole(insight: Insight, items: Sequence[Enhancement] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(roadmap_json(insight, insight.roadmap.enhancements if items is None else items))
    return found


def test_the_schema_is_one_and_says_its_version() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["schema_version"] == {**SCHEMA["properties"]["schema_version"], "const": SCHEMA_VERSION}
    assert SCHEMA_NAME in OUTPUTS


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_what_is_written_is_as_the_schema_says_key_by_key(folder: Path) -> None:
    assert [(list(error.absolute_path), error.message) for error in CLOSED.iter_errors(whole(insight_of(folder)))] == []


def test_it_says_what_the_files_say_and_what_is_worked_out() -> None:
    insight = insight_of(WORKING_PANDA)
    found = whole(insight)
    assert found["about"]["title"] == insight.roadmap.about.title
    assert [item["id"] for item in found["enhancements"]] == [item.id for item in insight.roadmap.enhancements]
    for said, item in zip(found["enhancements"], insight.roadmap.enhancements, strict=True):
        assert [one["text"] for one in said["requirements"]] == [one.text for one in item.requirements]
        assert said["facts"]["trigger"]["state"] == insight.trigger_states[item.id]
        assert said["facts"]["progress"]["total"] == insight.progress[item.id].total
        assert item.assessment is not None
        assert said["facts"]["score"] == {name: getattr(item.assessment.score, name) for name in ("low", "middle", "high")}
    assert {item["id"]: item["facts"]["action"] for item in found["enhancements"]} == {one.item.id: one.action for one in insight.decisions}


def test_where_some_were_chosen_it_says_so() -> None:
    insight = insight_of(WORKING_PANDA)
    found = whole(insight, insight.roadmap.enhancements[2:4])
    assert (found["is_whole"], whole(insight)["is_whole"]) == (False, True)
    assert [item["id"] for item in found["enhancements"]] == [item.id for item in insight.roadmap.enhancements[2:4]]
    assert CLOSED.is_valid(found)


def test_whatever_words_there_are_only_its_lines_end_as_lines_do(tmp_path: Path) -> None:
    made = make_folder(tmp_path, dict(hostile_roadmap(WORKING_PANDA, "a\u202eb\u2028c\u200b <b>&\"'")))
    insight = insight_of(made)
    text = roadmap_json(insight, insight.roadmap.enhancements)
    assert all(line.isprintable() for line in text.split("\n"))
    assert "a\u202eb\u2028c\u200b" in json.loads(text)["about"]["title"]
    assert CLOSED.is_valid(json.loads(text))
