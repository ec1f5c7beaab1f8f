"""Requirements in every way that people write them: what they come to, and what is counted of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.model import Requirement
from enhancement_roadmap.model.base import MAX_SLUG, SLUG_PATTERN
from enhancement_roadmap.model.requirement import leaves_of
from enhancement_roadmap.model.requirement_list import MAX_LEVELS, Requirements

_LIST: TypeAdapter[tuple[Requirement, ...]] = TypeAdapter(Requirements)
_WORDS = st.sampled_from(["Encrypt", "Encrypt!", "Rotate the keys", "Prüfen", "図書館", "C", "C++", "one"])


def read(*requirements: Any) -> tuple[Requirement, ...]:
    return _LIST.validate_python(list(requirements))


def everything(requirements: tuple[Requirement, ...]) -> list[Requirement]:
    return [part for requirement in requirements for part in requirement.with_parts()]


def state(requirement: Any) -> tuple[str, str | None]:
    (found,) = read(requirement)
    return found.status, found.done_on.isoformat() if found.done_on else None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A sentence", ("open", None)),
        ({"text": "A", "done": "yes"}, ("done", None)),
        ({"text": "A", "done": "true", "status": "done"}, ("done", None)),
        ({"text": "A", "done": "no"}, ("open", None)),
        ({"text": "A", "done": "2026-10-02"}, ("done", "2026-10-02")),
        ({"text": "A", "done": "2026-10"}, ("done", "2026-10")),
        ({"text": "A", "done": "2026-10", "done_on": "2026-10-02"}, ("done", "2026-10-02")),
        ({"text": "A", "done": "2026-10-02", "done_on": "2026-10"}, ("done", "2026-10-02")),
        ({"text": "A", "done_on": "2026-10-02"}, ("done", "2026-10-02")),
        ({"text": "A", "parts": ["B", "C"]}, ("open", None)),
        ({"text": "A", "parts": ["B", {"text": "C", "done": "yes"}]}, ("open", None)),
        ({"text": "A", "parts": [{"text": "B", "done": "2026-10"}, {"text": "C", "done": "yes"}]}, ("done", None)),
        ({"text": "A", "status": "done", "parts": [{"text": "B", "parts": [{"text": "C", "done": "yes"}]}]}, ("done", None)),
    ],
)
def test_whether_and_when_it_is_done(written: Any, expected: tuple[str, str | None]) -> None:
    assert state(written) == expected


def test_every_way_to_say_the_same_is_the_same() -> None:
    long = read({"id": "encrypt-all", "text": "Encrypt all", "status": "done", "done_on": "2026-10-02"})
    assert read({"text": "Encrypt all", "done": "2026-10-02"}) == long
    assert "done" not in long[0].model_dump()


def test_what_is_counted_are_requirements_without_parts() -> None:
    found = read("A", {"text": "B", "parts": ["C", {"text": "D", "parts": ["E", "F"]}]}, {"text": "G", "parts": []})
    assert [leaf.text for leaf in leaves_of(found)] == ["A", "C", "E", "F", "G"]
    assert [part.text for part in everything(found)] == list("ABCDEFG")


def test_ids_are_made_of_words_and_ids_that_are_written_come_first() -> None:
    found = read("Encrypt", {"text": "Encrypt!", "parts": ["Encrypt"]}, {"id": "encrypt", "text": "Other words"})
    ids = [part.id for part in everything(found)]
    assert ids[3] == "encrypt"
    assert len(set(ids)) == 4
    assert all(identity.startswith("encrypt-") for identity in ids[:3])


def _nested(levels: int) -> Any:
    return "The deepest" if levels == 1 else {"text": f"Level {levels}", "parts": [_nested(levels - 1)]}


def test_four_levels_can_be_read_and_five_can_not() -> None:
    assert len(everything(read(_nested(MAX_LEVELS)))) == MAX_LEVELS == 4
    with pytest.raises(ValidationError) as refused:
        read(_nested(MAX_LEVELS + 1))
    assert [error["loc"] for error in refused.value.errors()] == [(0, "parts", 0, "parts", 0, "parts", 0, "parts")]


@st.composite
def written(draw: st.DrawFn, levels: int = MAX_LEVELS) -> Any:
    """A requirement as somebody may write it: its status only where it has no parts."""
    words = draw(_WORDS)
    parts = draw(st.lists(written(levels - 1), max_size=3)) if levels > 1 else []
    said = {} if parts else draw(st.sampled_from([{}, {"done": "yes"}, {"done": "2026-10-02"}, {"status": "done"}, {"done": "no"}]))
    return draw(st.sampled_from([{"text": words, **said, "parts": parts}, {"text": words, **said}])) if parts or said else words


@given(st.lists(written(), max_size=6))
def test_each_has_an_id_of_its_own_and_its_facts_say_the_same(listed: list[Any]) -> None:
    found = read(*listed)
    ids = [part.id for part in everything(found)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(SLUG_PATTERN, identity) and len(identity) <= MAX_SLUG for identity in ids)
    facts = _LIST.dump_python(found, mode="json")
    assert _LIST.validate_python(facts) == found
    for requirement in everything(found):
        assert requirement.status == ("done" if all(leaf.status == "done" for leaf in requirement.leaves()) else "open")


@given(st.lists(written(), max_size=6), st.lists(written(), max_size=3))
def test_others_behind_them_leave_ids_as_they_are(listed: list[Any], more: list[Any]) -> None:
    assert read(*listed, *more)[: len(listed)] == read(*listed)


@given(st.lists(written(), max_size=5, unique_by=str), st.randoms())
def test_ids_of_words_that_differ_do_not_depend_on_the_order(listed: list[Any], random: Any) -> None:
    words = [part.text for part in everything(read(*listed))]
    shuffled = list(listed)
    random.shuffle(shuffled)
    ids = {part.text: part.id for part in everything(read(*listed))}
    again = {part.text: part.id for part in everything(read(*shuffled))}
    alike = {"Encrypt", "Encrypt!", "C", "C++"}
    assert all(ids[word] == again[word] for word in set(words) - alike if words.count(word) == 1)
