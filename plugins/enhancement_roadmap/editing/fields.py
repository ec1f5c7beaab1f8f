"""Fields of an enhancement, changed one by one; what the model says of their values is a finding."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.value_text import PlainValue
from enhancement_roadmap.findings import suggestion
from enhancement_roadmap.loading.source import dependencies
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.strict_yaml import Loc, show

ORDER = tuple(Enhancement.model_fields)
"""Keys of an enhancement in the order in which they are added."""
DEPENDS_ON = ("scope", "depends_on")
LISTS = frozenset({("labels",), DEPENDS_ON})
"""Fields whose value is a list, which commas part."""
_AFTER = re.compile(r"(?P<id>\S+)\s+after\s+(?P<after>\S.*)")
_NAMES = {"id": "‘roadmap rename’ changes an id, and whatever names it", "number": "the name of the file says it: rename the file"}


def field_of(written: str) -> tuple[Loc, PlainValue | None]:
    """What ``FIELD=VALUE`` says: which field, and its value; None where it is to go.

    Raises:
        EditError: it has another form, or the field is none.
    """
    name, sign, value = written.partition("=")
    loc = tuple(name.strip().split("."))
    if not sign or not all(loc):
        raise EditError(f"{show(written)} is not a field and its value: write FIELD=VALUE, such as owner=Ada or scope.timeline=2 weeks")
    if loc[0] in _NAMES:
        raise EditError(f"{show(loc[0])} is not set so: {_NAMES[loc[0]]}")
    if loc[0] not in ORDER:
        raise EditError(f"there is no field {show(loc[0])}. {suggestion(loc[0], ORDER)}".removesuffix("."))
    if loc in LISTS and value.strip():
        return loc, entries_of(loc, [part.strip() for part in value.split(",") if part.strip()])
    return loc, text_of(value)


def entries_of(loc: Loc, entries: Sequence[str]) -> list[PlainValue]:
    """Entries of a list as a file has them; a dependency may say how long after it: ``keys after 2 weeks``."""
    found = [_AFTER.fullmatch(entry) if loc == DEPENDS_ON else None for entry in entries]
    return [entry if lag is None else lag.groupdict() for entry, lag in zip(entries, found, strict=True)]


def text_of(words: str) -> str | None:
    """Words as the value of a field: without space around them, and of several lines with an end of the last one; None for nothing."""
    stripped = words.strip()
    return f"{stripped}\n" if "\n" in stripped else stripped or None


def set_fields(draft: RoadmapDraft, identity: str, fields: Mapping[Loc, PlainValue | None]) -> None:
    """Give fields of an enhancement their values.

    Args:
        draft: what is being changed.
        identity: id of the enhancement.
        fields: values by the places of the fields; None takes a field away.

    Raises:
        EditError: there is no such enhancement, or a field is not where keys can be.
    """
    file = draft.file_of(identity)
    document = draft.text(file)
    for loc, value in fields.items():
        for depth in range(1, len(loc)):
            there = document.value(loc[:depth])
            if there is not None and not isinstance(there, dict):
                around = ".".join(map(str, loc[:depth]))
                raise EditError(f"‘{around}’ of ‘{identity}’ is {show(there)}, which has no {show(loc[depth])}: change it by hand")
        document = document.remove(loc) if value is None else document.set(loc, value, ORDER)
    draft.put(file, document)


def depend(draft: RoadmapDraft, identity: str, others: Sequence[str]) -> None:
    """Say that others have to be done first; those that it depends on already are left alone.

    Raises:
        EditError: there is no such enhancement, or it is the same.
    """
    file = draft.file_of(identity)
    document = draft.text(file)
    for other in dict.fromkeys(others):
        draft.file_of(other)
        if other == identity:
            raise EditError(f"‘{identity}’ can not depend on itself")
        if other not in [name for _, name in dependencies(document.value(()))]:
            document = document.append(("scope", "depends_on"), other, ORDER)
    draft.put(file, document)
