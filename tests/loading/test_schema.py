"""The JSON Schemas say of a file what the loader says of it, as far as one file can tell."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from enhancement_roadmap.loading import schema_files
from support.plain_plan import PLAN

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schema_files().items()}


def kind_of(name: str) -> str:
    return "enhancement" if "/" in name else name.removesuffix(".yml")


def as_an_editor_reads(text: str) -> Any:
    return yaml.load(text, Loader=yaml.CSafeLoader)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_each_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("name", PLAN)
def test_good_data_is_good(name: str) -> None:
    jsonschema.validate(as_an_editor_reads(PLAN[name]), SCHEMAS[kind_of(name)])


GOOD = [
    "owner: no",
    "owner: 1.10",
    "labels: [1.10, yes]",
    "readiness: {team: yes}",
    "readiness: {team: no}",
    "owner: null",
    "scope: {tools: A sentence}",
    "requirements: [A sentence]",
    "requirements: [{text: A, done: yes}, {text: B, done: '2026-10-02'}, {text: C, done: no}]",
    "requirements: [{text: A, parts: [B, {text: C, parts: [D, E]}]}]",
    "requirements: []",
    "trigger: When it is time",
    "trigger: {summary: When it is time}",
    "owner: [Ada, Grace]",
    "assessment: {risk: high, impact: medium-high}",
    "assessment: {risk: 3, impact: 2-3}",
    "scope: {timeline: about 2 weeks}",
    "scope: {timeline: ~2-3 sprints}",
]
BAD = [
    "titel: x",
    "number: 0",
    "recommendation: postpone",
    "id: A B",
    "labels: x",
    "scope: {timeline: soon}",
    "packages: {commands: []}",
    "requirements: [{text: A, done: perhaps}]",
    "requirements: [{id: a, parts: [B]}]",
    "readiness: {team: maybe}",
    "owner: []",
    "owner: {name: Ada}",
    "trigger: {kind: growth}",
    "assessment: {risk: '3,5', impact: 2}",
    "scope: {timeline: about}",
]


def changed(line: str) -> Any:
    key = line.partition(":")[0]
    text = PLAN["enhancements/01-database-security.yml"]
    kept = [one for one in text.splitlines(keepends=True) if not one.startswith(f"{key}:")]
    if key == "requirements":
        kept = [one for one in kept if not one.startswith("  - ")]
    return as_an_editor_reads("".join(kept) + line)


@pytest.mark.parametrize(
    ("name", "text"), [("enhancement", "title: Any\nrequirements: [{id: one, text: The one}]"), ("roadmap", "title: Any")]
)
def test_an_editor_asks_for_no_more_than_the_loader(name: str, text: str) -> None:
    jsonschema.validate(as_an_editor_reads(text), SCHEMAS[name])


@pytest.mark.parametrize("line", GOOD)
def test_an_editor_accepts_what_the_loader_reads(line: str) -> None:
    jsonschema.validate(changed(line), SCHEMAS["enhancement"])


@pytest.mark.parametrize("line", BAD)
def test_an_editor_underlines_what_the_loader_refuses(line: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(changed(line), SCHEMAS["enhancement"])


def test_every_field_says_what_it_is_for() -> None:
    missing = [
        f"{name}.{field}"
        for schema in SCHEMAS.values()
        for name, model in {"": schema, **schema.get("$defs", {})}.items()
        for field, described in model.get("properties", {}).items()
        if name not in {"Wording", "Analysis"} and not {"description", "$ref"} & set(described)
    ]
    assert missing == []
