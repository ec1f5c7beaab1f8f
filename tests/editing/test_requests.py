"""What a page asks for writes exactly what the command writes: one golden file for each operation holds both to the same bytes.

A case is a file in ``requests``: the command's words, the request, and what they change, as a diff.
``UPDATE_GOLDEN=1 pytest tests/editing/test_requests.py`` writes the diff anew, to be reviewed.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shlex
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from enhancement_roadmap.editing.known_states import KnownStates
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.requests import OPERATIONS, ClashError, EditRequest, FieldError, apply_request
from enhancement_roadmap.loading import load
from support.command import roadmap
from support.editable import EDITABLE, KEYS
from support.folder import contents
from support.plain_plan import make_folder

CASES = sorted((Path(__file__).parent / "requests").glob("*.txt"))
FORM = re.compile(r"(?P<command>.*)\n(?P<request>\{.*\})\n(?P<diff>(?:.|\n)*)")
DAY = date(2026, 11, 27)
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path / "roadmap-data", EDITABLE)


def diff_of(data: Path) -> str:
    now = {name: content.decode() for name, content in contents(data).items()}
    lines = list[str]()
    for name in sorted({*now, *EDITABLE}):
        before, after = (files.get(name, "").splitlines(keepends=True) for files in (EDITABLE, now))
        lines += difflib.unified_diff(before, after, f"before/{name}", f"after/{name}", n=1)
    return "".join(lines)


def words_of(command: str) -> list[str]:
    """The words of a command as a shell has them; ``\\n`` is the end of a line in one of them."""
    return [word.replace("\\n", "\n") for word in shlex.split(command)]


def asked(data: Path, states: KnownStates, do: Any, state: str = "") -> None:
    request = EditRequest.model_validate({"do": do, "state": state or states.remember(load(data)), "key": "k" * 12})
    apply_request(data, request, states, DAY)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_request_and_its_command_write_the_same(case: Path, data: Path) -> None:
    found = FORM.fullmatch(case.read_text(encoding="utf-8"))
    assert found, f"{case.name} does not have the form of a case"
    asked(data, KnownStates(), json.loads(found["request"]))
    diff = diff_of(data)
    if UPDATE:
        case.write_text(f"{found['command']}\n{found['request']}\n{diff}", encoding="utf-8")
    assert diff == FORM.fullmatch(case.read_text(encoding="utf-8"))["diff"]  # type: ignore[index]
    make_folder(data, EDITABLE)
    for name in set(contents(data)) - set(EDITABLE):
        data.joinpath(name).unlink()
    ran = roadmap(*words_of(found["command"]), SOURCE_DATE_EPOCH="1795737600")
    assert (ran.returncode, ran.stderr, diff_of(data)) == (0, "", diff)


def test_every_operation_has_a_case() -> None:
    found = (FORM.fullmatch(case.read_text(encoding="utf-8")) for case in CASES)
    assert {json.loads(each["request"])["operation"] for each in found if each} == set(OPERATIONS)


def test_two_edits_from_one_state_that_touch_other_places_are_both_made(data: Path) -> None:
    states = KnownStates()
    state = states.remember(load(data))
    for requirement in ("rotate-them", "store"):
        asked(data, states, {"operation": "tick", "enhancement": "keys", "requirement": requirement}, state)
    asked(data, states, {"operation": "set", "enhancement": "keys", "fields": {"owner": "Ada"}}, state)
    asked(data, states, {"operation": "add-requirement", "enhancement": "keys", "text": "One more"}, state)
    asked(data, states, {"operation": "add-requirement", "enhancement": "keys", "text": "And another"}, state)
    text = data.joinpath("enhancements/01-keys.yml").read_text()
    assert text.count("done: 2026-11-27") == 2
    assert "owner: Ada\n" in text
    assert text.index("One more") < text.index("And another")


def test_an_entry_that_somebody_puts_above_does_not_hide_which_place_is_meant(data: Path) -> None:
    states = KnownStates()
    state = states.remember(load(data))
    make_folder(data, {"enhancements/01-keys.yml": KEYS.replace("requirements:\n", "requirements:\n  - Something new\n")})
    asked(data, states, {"operation": "tick", "enhancement": "keys", "requirement": "rotate-them"}, state)
    assert "- text: Rotate them   # weekly\n    done: 2026-11-27\n" in data.joinpath("enhancements/01-keys.yml").read_text()


def test_what_somebody_else_has_changed_is_not_written_over_and_both_versions_are_told(data: Path) -> None:
    states = KnownStates()
    state = states.remember(load(data))
    theirs = KEYS.replace("title: Keys", "title: Their keys")
    make_folder(data, {"enhancements/01-keys.yml": theirs})
    with pytest.raises(ClashError) as refused:
        asked(data, states, {"operation": "set", "enhancement": "keys", "fields": {"title": "My keys"}}, state)
    (clash,) = refused.value.clashes
    assert (clash.place, clash.was, clash.theirs, clash.yours) == ("title", "Keys", "Their keys", "My keys")
    assert data.joinpath("enhancements/01-keys.yml").read_text() == theirs
    asked(data, states, {"operation": "set", "enhancement": "keys", "fields": {"title": "Their keys"}}, state)
    asked(data, states, {"operation": "set", "enhancement": "keys", "fields": {"title": "My keys"}})
    assert "title: My keys\n" in data.joinpath("enhancements/01-keys.yml").read_text()


def test_another_order_that_somebody_else_has_made_is_a_clash_too(data: Path) -> None:
    states = KnownStates()
    make_folder(data, {"plan.yml": "order: [keys, audit, logs]\n"})
    state = states.remember(load(data))
    asked(data, states, {"operation": "order", "enhancement": "logs", "beside": "keys"}, state)
    with pytest.raises(ClashError):
        asked(data, states, {"operation": "order", "enhancement": "audit", "beside": "keys"}, state)


def test_a_state_that_nobody_remembers_is_none_to_edit_from(data: Path) -> None:
    with pytest.raises(ClashError, match="somebody else"):
        asked(data, KnownStates(), {"operation": "tick", "enhancement": "keys", "requirement": "store"}, "0" * 32)
    assert diff_of(data) == ""


def test_a_mistake_is_told_beside_its_field_and_nothing_is_written(data: Path) -> None:
    fields = {"owner": "Ada", "due": "tomorrow", "fields.hours": "many"}
    with pytest.raises(FieldError) as refused:
        asked(data, KnownStates(), {"operation": "set", "enhancement": "keys", "fields": fields})
    assert {field for field, _ in refused.value.problems} == {"fields.due", "fields.fields.hours"}
    with pytest.raises(FieldError) as refused:
        asked(data, KnownStates(), {"operation": "assess", "enhancement": "keys", "risk": "9", "impact": "1", "why": "So"})
    assert [field for field, _ in refused.value.problems] == ["risk"]
    assert diff_of(data) == ""


@pytest.mark.parametrize(
    ("do", "message"),
    [
        ({"operation": "tick", "enhancement": "kays", "requirement": "store"}, "there is no enhancement ‘kays’. Did you mean ‘keys’?"),
        ({"operation": "tick", "enhancement": "keys", "requirement": "none"}, "no requirement of ‘keys’ has the id ‘none’"),
        ({"operation": "status", "enhancement": "keys", "to": "done"}, "‘done’ may not follow ‘proposed’"),
        ({"operation": "status", "enhancement": "keys", "to": "doone"}, "there is no status ‘doone’. Did you mean ‘done’?"),
        ({"operation": "add-requirement", "enhancement": "keys", "text": "rotate  Them"}, "a requirement with these words already"),
        ({"operation": "reading", "metric": "calls", "value": "many"}, "‘many’ is not a plain number"),
        ({"operation": "reading", "metric": "calls", "value": "1", "on": "2031-01"}, "is in the future"),
        ({"operation": "plan", "enhancement": "keys", "step": "never"}, "there is no phase or quarter ‘never’"),
        ({"operation": "unplan", "enhancement": "keys", "step": "later"}, "‘keys’ is not planned for ‘later’"),
        ({"operation": "set", "enhancement": "keys", "fields": {"id": "other"}}, "‘id’ is not set so"),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_written(do: Any, message: str, data: Path) -> None:
    with pytest.raises(EditError, match=re.escape(message)):
        asked(data, KnownStates(), do)
    assert diff_of(data) == ""


@pytest.mark.parametrize(
    "do",
    [
        {"operation": "tick", "enhancement": "../keys", "requirement": "store"},
        {"operation": "tick", "enhancement": "enhancements/01-keys.yml", "requirement": "store"},
        {"operation": "tick", "enhancement": "keys", "requirement": "store", "data": "/etc"},
        {"operation": "tick", "enhancement": "keys", "requirement": "s" * 101},
        {"operation": "waive", "enhancement": "keys", "requirement": "store", "why": "  "},
        {"operation": "waive", "enhancement": "keys", "requirement": "store", "why": "a\x00b"},
        {"operation": "set", "enhancement": "keys", "fields": {}},
        {"operation": "set", "enhancement": "keys", "fields": {"../x": "y"}},
        {"operation": "set", "enhancement": "keys", "fields": {"owner": {"a": "b"}}},
        {"operation": "remove", "enhancement": "keys"},
        {"enhancement": "keys"},
        [],
        None,
    ],
)
def test_what_is_no_request_is_refused_before_anything_is_read(do: Any, data: Path) -> None:
    with pytest.raises(ValidationError):
        asked(data, KnownStates(), do)
    assert diff_of(data) == ""
