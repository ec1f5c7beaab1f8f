"""An enhancement's id and number come from the name of its file, unless the file itself gives them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.loading import Loaded, load
from enhancement_roadmap.loading.names import FileNames, named, names_of
from enhancement_roadmap.loading.source import is_slug
from enhancement_roadmap.model import Enhancement
from support.plain_plan import PLAN, make_folder

BODY = "title: Any\nrequirements: [{id: one, text: The one}]\n"


def _loaded(folder: Path, files: dict[str, str]) -> Loaded:
    return load(make_folder(folder, {"roadmap.yml": PLAN["roadmap.yml"], **{f"enhancements/{name}": text for name, text in files.items()}}))


def _named(folder: Path, name: str, more: str = "") -> tuple[str, int | None]:
    loaded = _loaded(folder, {name: f"{more}{BODY}"})
    assert loaded.roadmap is not None, loaded.findings
    (item,) = loaded.roadmap.enhancements
    assert loaded.files == {item.id: f"enhancements/{name}"}
    return item.id, item.number


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("07-key-rotation.yml", ("key-rotation", 7)),
        ("key-rotation.yml", ("key-rotation", None)),
        ("0012-keys.yml", ("keys", 12)),
        ("00-keys.yml", ("keys", None)),
        ("07.yml", ("07", None)),
        ("2fa.yml", ("2fa", None)),
        ("2026-11-keys.yml", ("2026-11-keys", None)),
        ("2026-11-26-keys.yml", ("2026-11-26-keys", None)),
        ("2026-keys.yml", ("keys", 2026)),
        ("20261126-keys.yml", ("20261126-keys", None)),
        ("3-2-1-backups.yml", ("2-1-backups", 3)),
    ],
)
def test_the_name_of_the_file_gives_both(name: str, expected: tuple[str, int | None], tmp_path: Path) -> None:
    assert _named(tmp_path, name) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("id: rotation\n", ("rotation", 7)),
        ("number: 3\n", ("key-rotation", 3)),
        ("number: 3\nid: rotation\n", ("rotation", 3)),
        ("number:\n", ("key-rotation", None)),
    ],
)
def test_what_the_file_says_wins(more: str, expected: tuple[str, int | None], tmp_path: Path) -> None:
    assert _named(tmp_path, "07-key-rotation.yml", more) == expected


@pytest.mark.parametrize(
    ("name", "right", "identity"),
    [
        ("07-Key-Rotation.yml", "07-key-rotation.yml", "key-rotation"),
        ("Key rotation.yml", "key-rotation.yml", "key-rotation"),
        ("key_rotation.yml", "key-rotation.yml", "key-rotation"),
        ("7-keys.old.yml", "7-keys-old.yml", "keys-old"),
    ],
)
def test_a_name_that_gives_no_id_is_told_what_to_be(name: str, right: str, identity: str, tmp_path: Path) -> None:
    (finding,) = _loaded(tmp_path / "wrong", {name: BODY}).findings
    assert (finding.code, finding.place.line) == ("RM110", 1)
    assert finding.hint == f"Rename it to ‘{right}’, or write ‘id: {identity}’ in it."
    assert _loaded(tmp_path / "renamed", {right: BODY}).findings == ()
    assert _loaded(tmp_path / "said", {name: f"id: {identity}\n{BODY}"}).findings == ()


def test_names_that_give_the_same_are_a_mistake(tmp_path: Path) -> None:
    found = _loaded(tmp_path, {"01-keys.yml": BODY, "02-keys.yml": BODY, "3-a.yml": BODY, "03-b.yml": BODY}).findings
    assert [(finding.code, Path(finding.place.file).name) for finding in found] == [("RM401", "02-keys.yml"), ("RM402", "3-a.yml")]


def test_others_may_refer_to_an_id_that_is_in_no_file(tmp_path: Path) -> None:
    waits = f"{BODY}scope: {{depends_on: [keys]}}\n"
    assert _loaded(tmp_path / "good", {"01-keys.yml": BODY, "02-after.yml": waits}).findings == ()
    broken = _loaded(tmp_path / "broken", {"01-keys.yml": "titel: Any\n", "02-after.yml": waits}).findings
    assert [finding.code for finding in broken] == ["RM301"]  # `titel` is meant for the title that is missing


@given(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=20))
def test_any_name_gives_an_id_or_none_and_a_number_or_none(stem: str) -> None:
    names = names_of(f"enhancements/{stem}.yml")
    assert names.id is None or is_slug(names.id)
    assert names.number is None or 1 <= names.number < 1_000_000
    if names.id is not None:
        assert stem.endswith(names.id)


@given(number=st.none() | st.integers(1, 999_999), name=st.from_regex(r"\A[a-z]{1,5}(-[a-z0-9]{1,5}){0,2}\Z"))
def test_what_a_name_is_made_of_is_read_from_it(number: int | None, name: str) -> None:
    stem = name if number is None else f"{number:02}-{name}"
    assert names_of(f"enhancements/{stem}.yml") == FileNames(name, number)


def test_the_same_file_under_another_name_is_named_anew() -> None:
    item = Enhancement.model_validate({"title": "Any", "requirements": [{"id": "one", "text": "The one"}]})
    first = named(item, "enhancements/07-keys.yml")
    assert first is not None
    again = named(first, "enhancements/locks.yml")
    assert again is not None
    assert (first.id, first.number, again.id, again.number) == ("keys", 7, "locks", None)
    assert again.model_fields_set == item.model_fields_set
    assert named(first, "enhancements/07-keys.yml") is first
    assert named(first, "enhancements/No Id.yml") is None
