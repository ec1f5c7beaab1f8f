"""A kind of change is one record: what is made up here is described in every format, and programs are told of it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from enhancement_roadmap.diff import EFFECTS, KINDS, Change, Comparison, Difference, Effect, Kind, Version, difference
from enhancement_roadmap.diff import effects as of_effects
from enhancement_roadmap.diff import kinds as of_kinds
from enhancement_roadmap.diff.direct import direct_change
from enhancement_roadmap.diff.edits import edits
from enhancement_roadmap.diff.value_path import ValuePath
from enhancement_roadmap.git import Commit
from enhancement_roadmap.history.changelog import ChangelogEntry, ChangelogRow
from enhancement_roadmap.history.changelog.entry import brief
from enhancement_roadmap.outputs.changelog import changelog_markdown
from enhancement_roadmap.outputs.difference import as_json, as_markdown, as_text, json_schema
from enhancement_roadmap.views import VIEWS, RenderContext
from support.differences import versions_of
from support.fragments import Fragment
from support.render_contexts import TODAY, EveryLink
from support.roadmaps import MINIMAL, enhancement

RELEASED = Kind(
    "version-released",
    effect=Effect("released", "Released", "The roadmap has a new version.", 99),
    subject="the version",
    shows=lambda before, after: (None, f"{after} after {before}"),
)

BEFORE = {"roadmap.yml": f"{MINIMAL}version: 1\n", "enhancements/1.yml": enhancement("first", 1, "First thing")}
AFTER = {
    "roadmap.yml": f"{MINIMAL}version: 2\n",
    "enhancements/1.yml": BEFORE["enhancements/1.yml"].replace("priority: high", "priority: low"),
}


def _released(before: Version, after: Version) -> Change:
    """What finds it: another version of the document."""
    (edit,) = edits(before.frame.about, after.frame.about, ValuePath.of_file("about"))
    return direct_change(edit._replace(kind=RELEASED), None, before, after, brief=False)


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Version, Version]:
    return versions_of(tmp_path, BEFORE, AFTER)


@pytest.fixture
def found(versions: tuple[Version, Version]) -> Difference:
    """A difference in which another version of the document is a kind of its own, beside what there is without it."""
    others = [change for change in difference(*versions).changes if change.enhancement]
    return Difference((_released(*versions), *others), {})


def test_as_text(found: Difference) -> None:
    text = as_text(found)
    assert text.startswith("Released: 1, Priority lowered: 1")
    assert "\n  Released: the version  roadmap-data/roadmap.yml:" in text
    assert "\n    + 2 after 1" in text


def test_as_markdown(found: Difference) -> None:
    text = as_markdown(found, "main")
    assert "\nReleased: **1** · Priority lowered: **1**" in text
    assert text.count("- **Released**: the version, 2 after 1") == 2


def test_in_the_view(found: Difference, versions: tuple[Version, Version]) -> None:
    before, after = versions
    context = RenderContext(after.insight, EveryLink(), comparison=Comparison("main", before.insight, found))
    fragment = Fragment(VIEWS["changes"].render(context, VIEWS["changes"].options()))
    assert fragment.problems == []
    assert fragment.text.startswith("Released 1 Priority lowered 1")
    assert re.search(r"The roadmap Released\s*the version roadmap-data/roadmap\.yml:\d+ –nothing 2 after 1", fragment.text)


def test_in_the_changelog(found: Difference) -> None:
    commit = Commit("5" * 40, "Ada", datetime(2026, 1, 2, tzinfo=UTC), "Release it", ())
    changes = tuple(map(brief, found.changes))
    row = ChangelogRow(ChangelogEntry(commit, "2", changes, {}, (), {}), changes)
    assert "  - **Released**: the version, from 1 to 2" in changelog_markdown("Plan", [row], "")


def test_as_json_by_a_schema_that_knows_it(found: Difference) -> None:
    result = json.loads(as_json(found, "main", "", TODAY))
    change = result["changes"][0]
    assert (change["kind"], change["effect"], change["importance"]) == ("version-released", "released", 99)
    assert list(result["effects"])[:2] == ["released", "priority-lowered"]
    Draft202012Validator(json.loads(json_schema([*KINDS.values(), RELEASED]))).validate(result)
    assert not Draft202012Validator(json.loads(json_schema())).is_valid(result)


def test_the_schema_says_which_kinds_do_not_make_the_new_roadmap() -> None:
    assert {kind.name: kind.writes for kind in KINDS.values() if kind.writes != "facts"} == {
        "enhancement-moved": "file",
        "derived": "nothing",
    }
    assert "All changes but those of the kinds ‘derived’ and ‘enhancement-moved’ together make" in json_schema()
    kinds = [*KINDS.values(), Kind("guessed", writes="nothing")]
    assert "of the kinds ‘derived’ and ‘enhancement-moved’ and ‘guessed’ together make" in json_schema(kinds)


def test_all_kinds_and_effects_are_known_by_what_they_are_called_in_the_code() -> None:
    kinds = {name: value for name, value in vars(of_kinds).items() if isinstance(value, Kind)}
    assert {name.lower().replace("_", "-"): kind for name, kind in kinds.items()} == KINDS
    effects = {name: value for name, value in vars(of_effects).items() if isinstance(value, Effect)}
    assert {name.lower().replace("_", "-"): effect for name, effect in effects.items()}.items() <= EFFECTS.items()
    assert len(EFFECTS) == len({*effects.values(), *(kind.effect for kind in KINDS.values() if kind.effect)})
