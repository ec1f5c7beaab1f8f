"""Other words for keys and choices: each stands for one that there is, and none for itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from enhancement_roadmap.loading.fields import choices_in, fields_of, nodes_in
from enhancement_roadmap.loading.other_words import CHOICES, KEYS, choice_for, key_for, plain_word
from enhancement_roadmap.model import DEFAULT_PRIORITIES, FILE_KINDS, STAGES, Node
from enhancement_roadmap.views import VIEWS

COMING: set[str] = {"due", "done", "parts", "notes", "description"}
"""Keys that the model is about to have: until then nobody is told of them."""


def models() -> Iterator[type[Node]]:
    """Every mapping that a file or a block may have."""
    pending = [*(kind.model for kind in FILE_KINDS), *(view.options for view in VIEWS.values())]
    seen: set[type[Node]] = set()
    while pending:
        model = pending.pop()
        if model not in seen:
            seen.add(model)
            yield model
            pending += [inner for field in fields_of(model).values() for inner in nodes_in(field.annotation)]


FIELDS = {name for model in models() for name in fields_of(model)}
PATHS = {
    f"{name}.{inner}"
    for model in models()
    for name, field in fields_of(model).items()
    for node in nodes_in(field.annotation, entries=False)
    for inner in fields_of(node)
}


def test_each_key_that_words_stand_for_is_one_of_the_model() -> None:
    assert [name for name in KEYS if name not in FIELDS | PATHS | COMING] == []


def test_each_choice_that_words_stand_for_is_one() -> None:
    choices = {choice for model in models() for field in fields_of(model).values() for choice in choices_in(field.annotation)}
    known = {*choices, *STAGES, *(level.id for level in DEFAULT_PRIORITIES)}
    assert [name for name in CHOICES if name not in known] == []


@pytest.mark.parametrize("table", [KEYS, CHOICES], ids=["keys", "choices"])
def test_no_word_stands_twice_for_the_same_or_for_itself(table: dict[str, tuple[str, ...]]) -> None:
    for name, words in table.items():
        plain = [plain_word(word) for word in words]
        assert len(set(plain)) == len(plain)
        assert plain_word(name) not in plain


def test_a_word_is_answered_with_what_there_is_and_with_nothing_else() -> None:
    assert key_for("Due Date", ["due", "owner"]) == "due"
    assert key_for("deadline", ["owner", "labels"]) is None
    assert key_for("assigned-to", ["owner", "labels"]) == "owner"
    assert choice_for("On hold", ["done", "deferred"]) == "deferred"
    assert choice_for("on hold", ["open", "done"]) is None
