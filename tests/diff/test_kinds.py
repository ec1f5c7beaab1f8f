"""A kind of change is one record: what is made up here is told in every form, and programs are told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from enhancement_roadmap.diff import EFFECTS, KINDS, Difference, Effect, Kind
from enhancement_roadmap.diff.edits import Edit
from enhancement_roadmap.outputs.difference import as_json, as_markdown, as_text, json_schema
from support.differences import between
from support.render_contexts import TODAY
from support.roadmaps import MINIMAL

BEFORE = {"roadmap.yml": f"{MINIMAL}version: 1\n"}
AFTER = {"roadmap.yml": f"{MINIMAL}version: 2\n"}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Difference]:
    """A difference in which another version is a kind of its own."""
    monkeypatch.setitem(EFFECTS, "released", Effect("Released", "The roadmap has a new version.", 99))
    monkeypatch.setitem(KINDS, "version-released", Kind(effect="released", subject="the version"))

    def edits_of_versions(edit: Edit) -> Edit:
        return edit._replace(kind="version-released") if edit.path.path == ("about", "version") else edit

    from enhancement_roadmap.diff import direct  # noqa: PLC0415  (only its way of finding edits is replaced)

    found = direct.edits
    monkeypatch.setattr(direct, "edits", lambda *args: map(edits_of_versions, found(*args)))
    return between(tmp_path, BEFORE, AFTER)


def test_it_is_told_as_text(made_up: Difference) -> None:
    assert "1 released" in as_text(made_up)
    assert "  Released: the version" in as_text(made_up)


def test_it_is_told_as_markdown(made_up: Difference) -> None:
    assert "Released: **1**" in as_markdown(made_up, "main")
    assert "- **Released**: the version, 1 → 2" in as_markdown(made_up, "main")


def test_it_is_told_as_json_by_a_schema_that_knows_it(made_up: Difference) -> None:
    told = json.loads(as_json(made_up, "main", "", TODAY))
    (change,) = told["changes"]
    assert (change["kind"], change["effect"], change["importance"]) == ("version-released", "released", 99)
    Draft202012Validator(json.loads(json_schema())).validate(told)


def test_without_the_record_the_schema_knows_nothing_of_it() -> None:
    assert "version-released" not in json_schema()
    assert "released" not in EFFECTS
