"""What is written otherwise, field by field. Nothing here knows any field: a new one is covered by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from enhancement_roadmap.diff.entries import key_field, pair_entries
from enhancement_roadmap.diff.kinds import (
    ENTRY_ADDED,
    ENTRY_REMOVED,
    ENTRY_RENAMED,
    ENTRY_REORDERED,
    FIELD_CHANGED,
    PARAGRAPH_ADDED,
    PARAGRAPH_REMOVED,
    PARAGRAPH_REWORDED,
    REQUIREMENT_ADDED,
    REQUIREMENT_COMPLETED,
    REQUIREMENT_ID_FOLLOWED,
    REQUIREMENT_PARTS_COMPLETED,
    REQUIREMENT_PARTS_REOPENED,
    REQUIREMENT_REMOVED,
    REQUIREMENT_RENAMED,
    REQUIREMENT_REOPENED,
    REQUIREMENT_REORDERED,
    REQUIREMENT_REWORDED,
    REQUIREMENT_WAIVED,
    Kind,
)
from enhancement_roadmap.diff.paragraphs import paragraph_changes
from enhancement_roadmap.diff.value_path import ValuePath
from enhancement_roadmap.diff.values import Step
from enhancement_roadmap.model import Condition, Dependency, Node, Requirement, long_fields

_WHOLE: tuple[type[Node], ...] = (Condition,)
"""Nodes whose fields say nothing one by one."""

_REFERENCES: tuple[type[Node], ...] = (Dependency,)
"""Nodes that name others: a list of them is a value as a whole, as one of ids is."""

_HOLDERS = (Node, tuple)
"""What is looked into, not compared."""

_LISTS: Mapping[bool, tuple[Kind, Kind, Kind]] = {
    False: (ENTRY_REMOVED, ENTRY_ADDED, ENTRY_REORDERED),
    True: (REQUIREMENT_REMOVED, REQUIREMENT_ADDED, REQUIREMENT_REORDERED),
}
"""What can happen to entries of a list, and to those of the list of requirements."""

_OF_REQUIREMENT: Mapping[str, Kind] = {"id": REQUIREMENT_RENAMED, "text": REQUIREMENT_REWORDED}
"""What has happened to a requirement of which a field is otherwise."""

_OF_STATUS: Mapping[tuple[str, bool], Kind] = {
    ("done", False): REQUIREMENT_COMPLETED,
    ("open", False): REQUIREMENT_REOPENED,
    ("done", True): REQUIREMENT_PARTS_COMPLETED,
    ("open", True): REQUIREMENT_PARTS_REOPENED,
    ("waived", False): REQUIREMENT_WAIVED,
    ("waived", True): REQUIREMENT_WAIVED,
}
"""What has happened to a requirement of another status, by the new one and whether it has or had parts."""


class Edit(NamedTuple):
    """One thing that is written otherwise; `diff.change.Change` says what its fields mean.

    The values are those of the model.
    """

    kind: Kind
    path: ValuePath
    before: Any
    after: Any
    at: int | None = None


def edits(before: Node, after: Node, path: ValuePath) -> Iterator[Edit]:
    """What is written otherwise in two nodes of one kind.

    Args:
        before: the old one.
        after: the new one.
        path: their value path.
    """
    for name, old, new in _differing(before, after):
        found = path.field(_key(after, name))
        is_text = name in long_fields(type(after)) and isinstance(old, str) and isinstance(new, str)
        yield from _text_edits(old, new, found) if is_text else _value_edits(old, new, found)


def _text_edits(before: str, after: str, path: ValuePath) -> Iterator[Edit]:
    """What is written otherwise in a long text, paragraph by paragraph where it has several."""
    changes = paragraph_changes(before, after)
    if changes is None:
        yield Edit(FIELD_CHANGED, path, before, after)
        return
    for change in changes:
        if change.old is None:
            yield Edit(PARAGRAPH_ADDED, path.lone_entry(change.new or 0, new=change.new), None, change.after, change.new)
        elif change.new is None:
            yield Edit(PARAGRAPH_REMOVED, path.lone_entry(change.old, old=change.old), change.before, None, change.old)
        else:
            yield Edit(PARAGRAPH_REWORDED, path.lone_entry(change.old, old=change.old, new=change.new), change.before, change.after)


def _differing(before: Node, after: Node) -> Iterator[tuple[str, Any, Any]]:
    """Fields whose values may be different, and their values: what is in nodes and lists is looked at there."""
    old_values = before.__dict__
    for name, new in after.__dict__.items():
        old = old_values[name]
        if old is not new and (isinstance(new, _HOLDERS) or old != new):
            yield name, old, new


def _key(node: Node, name: str) -> str:
    """What a field is called in the data."""
    return type(node).model_fields[name].alias or name


def _value_edits(before: Any, after: Any, path: ValuePath) -> Iterator[Edit]:
    if isinstance(after, Node) and type(before) is type(after) and not isinstance(after, _WHOLE):
        yield from edits(before, after, path)
    elif _are_entries(before, after):
        yield from _entry_edits(before, after, path)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _mapping_edits(before, after, path)
    elif before != after:
        yield Edit(FIELD_CHANGED, path, before, after)


def _mapping_edits(before: Mapping[str, Any], after: Mapping[str, Any], path: ValuePath) -> Iterator[Edit]:
    for key in dict.fromkeys([*before, *after]):
        if key not in after:
            yield Edit(ENTRY_REMOVED, path.field(key), before[key], None)
        elif key not in before:
            yield Edit(ENTRY_ADDED, path.field(key), None, after[key])
        elif before[key] != after[key]:
            yield from _value_edits(before[key], after[key], path.field(key))


def _are_entries(before: Any, after: Any) -> bool:
    """Whether these are lists whose entries can be told apart, so that each is compared by itself."""
    if not (isinstance(before, tuple) and isinstance(after, tuple)):
        return False
    kinds = {*map(type, before), *map(type, after)}
    return all(issubclass(kind, Node) and not issubclass(kind, _REFERENCES) and key_field(kind) for kind in kinds)


def _entry_edits(before: Sequence[Node], after: Sequence[Node], path: ValuePath) -> Iterator[Edit]:
    removed, added, reordered = _LISTS[isinstance((after or before)[0], Requirement)]
    pairing = pair_entries(before, after)
    for old, new in pairing.kept:
        mine, theirs = before[old], after[new]
        if mine is not theirs and any(_differing(mine, theirs)):
            yield from _kept_edits(mine, theirs, path.entry(_step(before, old), old, new, theirs))
    for old in pairing.removed:
        yield Edit(removed, path.lone_entry(_step(before, old), old=old), before[old], None, old)
    for new in pairing.added:
        yield Edit(added, path.lone_entry(_step(after, new), new=new), None, after[new], new)
    if pairing.is_reordered:
        order = [_step(before, old) for old, _ in sorted(pairing.kept, key=lambda pair: pair[1])]
        yield Edit(reordered, path, [_step(before, old) for old, _ in pairing.kept], order)


def _kept_edits(before: Node, after: Node, path: ValuePath) -> Iterator[Edit]:
    if isinstance(before, Requirement) and isinstance(after, Requirement):
        yield from _requirement_edits(before, after, path)
        return
    for edit in edits(before, after, path):
        yield edit._replace(kind=ENTRY_RENAMED) if edit.path.path == (*path.path, "id") else edit


def _requirement_edits(before: Requirement, after: Requirement, path: ValuePath) -> Iterator[Edit]:
    """A requirement that is done on a date is one change, not two; an id that is made of its words follows them."""
    follows = before.text != after.text and not (before.has_own_id or after.has_own_id)
    for name, old, new in _differing(before, after):
        if name == "id" and follows:
            yield Edit(REQUIREMENT_ID_FOLLOWED, path.field(name), old, new)
        elif name in _OF_REQUIREMENT:
            yield Edit(_OF_REQUIREMENT[name], path.field(name), old, new)
        elif name == "status":
            yield Edit(_OF_STATUS[new, bool(before.parts or after.parts)], path, _state(before), _state(after))
        elif name != "done_on" or before.status == after.status:
            yield from _value_edits(old, new, path.field(_key(after, name)))


def _state(requirement: Requirement) -> Mapping[str, Any]:
    return {"status": requirement.status, "done_on": requirement.done_on}


def _step(entries: Sequence[Node], index: int) -> Step:
    """The id of an entry, or its index where it has none."""
    identity = getattr(entries[index], "id", None)
    return identity if isinstance(identity, str) else index
