"""The JSON Schema that programs are given says what they get."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from enhancement_roadmap.diff import EFFECTS, KINDS, Change, difference
from enhancement_roadmap.outputs.difference import as_json, json_schema
from support.command import roadmap
from support.differences import version_of
from support.render_contexts import TODAY, roadmap_folder
from support.site import WORKING_PANDA

SCHEMA = json.loads(json_schema())


def test_the_schema_is_one_and_knows_every_kind_effect_and_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["effect"]["enum"] == list(EFFECTS)
    change = SCHEMA["$defs"]["change"]
    assert change["properties"]["kind"]["enum"] == list(KINDS)
    assert change["required"] == list(change["properties"]) == list(Change.__dataclass_fields__)


def test_what_is_given_keeps_to_it() -> None:
    for old, new in ((WORKING_PANDA, roadmap_folder("small")), (roadmap_folder("small"), WORKING_PANDA)):
        result = json.loads(as_json(difference(version_of(Path(old)), version_of(Path(new))), "main", "", TODAY))
        assert result["changes"]
        assert list(Draft202012Validator(SCHEMA).iter_errors(result)) == []


def test_effects_are_listed_by_importance() -> None:
    importance = [meaning.importance for meaning in EFFECTS.values()]
    assert importance == sorted(importance, reverse=True)


def test_people_get_it_by_a_command_that_needs_no_roadmap(tmp_path: Path) -> None:
    ran = roadmap("schema", "difference", cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, json_schema(), "")


def test_people_get_it_as_one_of_the_files_that_are_no_pages() -> None:
    ran = roadmap("export", "difference.schema.json", WORKING_PANDA)
    assert json.loads(ran.stdout) == SCHEMA
