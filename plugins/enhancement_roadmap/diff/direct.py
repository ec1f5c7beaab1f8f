"""What people wrote otherwise, as changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.edits import Edit, edits
from enhancement_roadmap.diff.enhancements import Pairs
from enhancement_roadmap.diff.kinds import (
    ENHANCEMENT_ADDED,
    ENHANCEMENT_MOVED,
    ENHANCEMENT_REMOVED,
    ENHANCEMENT_RENAMED,
    FIELD_CHANGED,
    REFERENCE_FOLLOWED,
)
from enhancement_roadmap.diff.meaning import effect_of
from enhancement_roadmap.diff.value_path import ValuePath, name_of
from enhancement_roadmap.diff.values import plain_value
from enhancement_roadmap.diff.version import Version
from enhancement_roadmap.findings import Place
from enhancement_roadmap.model import Dependency, Enhancement

_OF_ENHANCEMENT, _OF_ROADMAP = 25, 20
"""Importance of a change without any effect."""


def direct_changes(before: Version, after: Version, pairs: Pairs, *, brief: bool) -> Iterator[Change]:
    """What is written otherwise, in the order of files and fields.

    Args:
        before: the old roadmap.
        after: the new one.
        pairs: which enhancement is which.
        brief: whether to leave out places, what an added or removed enhancement is like, and values that go without saying.
    """
    for item in pairs.removed:
        file = before.file_of(item.id)
        path = ValuePath(("enhancements", item.id), old_file=file)
        yield direct_change(Edit(ENHANCEMENT_REMOVED, path, None if brief else item, None), item, before, after, brief=brief)
    for item in pairs.added:
        path = ValuePath(("enhancements", item.id), new_file=after.file_of(item.id))
        yield direct_change(Edit(ENHANCEMENT_ADDED, path, None, None if brief else item), item, before, after, brief=brief)
    for old, item in pairs.kept:
        for edit in _of_enhancement(old, item, before, after):
            yield direct_change(_followed(edit, pairs), item, before, after, brief=brief)
    if before.frame is after.frame:
        return
    for part, mine, theirs in zip(after.frame._fields, before.frame, after.frame, strict=True):
        if mine is not theirs:
            for edit in edits(mine, theirs, ValuePath.of_file(part)):
                yield direct_change(_followed(edit, pairs), None, before, after, brief=brief)


def _of_enhancement(old: Enhancement, new: Enhancement, before: Version, after: Version) -> Iterator[Edit]:
    old_file, new_file = before.file_of(old.id), after.file_of(new.id)
    path = ValuePath(("enhancements", old.id), old_file, (), new_file, ())
    if old_file != new_file:
        yield Edit(ENHANCEMENT_MOVED, path, old_file, new_file)
    if old is new:
        return
    for edit in edits(old, new, path):
        yield edit._replace(kind=ENHANCEMENT_RENAMED) if edit.path.own == ("id",) and edit.path.owner is None else edit


def _followed(edit: Edit, pairs: Pairs) -> Edit:
    """An edit as it is, or as a reference that only follows an enhancement's new id."""
    if not (pairs.renamed and edit.kind is FIELD_CHANGED and isinstance(edit.before, tuple)):
        return edit
    follows = tuple(_with_new_id(entry, pairs) for entry in edit.before) == edit.after
    return edit._replace(kind=REFERENCE_FOLLOWED) if follows else edit


def _with_new_id(entry: Any, pairs: Pairs) -> Any:
    if isinstance(entry, Dependency):
        return entry.model_copy(update={"id": pairs.new_id(entry.id)})
    return pairs.new_id(entry) if isinstance(entry, str) else entry


def direct_change(edit: Edit, item: Enhancement | None, before: Version, after: Version, *, brief: bool) -> Change:
    """An edit as a change, with what it means and how much it matters.

    Args:
        edit: what is written otherwise.
        item: the enhancement that it is about; None where it is about the roadmap.
        before: the old roadmap.
        after: the new one.
        brief: whether to leave out its place, and values that go without saying.
    """
    kind, effect = edit.kind, effect_of(edit, item, before, after)
    importance = effect.importance if effect else kind.importance or (_OF_ROADMAP if item is None else _OF_ENHANCEMENT)
    is_said = brief and kind.says_all
    return Change(
        kind=kind,
        enhancement=item.id if item else None,
        title=item.name if item else "",
        subject=_subject(edit),
        path=edit.path.path,
        before=None if is_said else plain_value(edit.before),
        after=None if is_said else plain_value(edit.after),
        index=edit.at,
        effect=effect,
        importance=importance,
        place=None if brief else _place(edit, before, after),
    )


def _place(edit: Edit, before: Version, after: Version) -> Place:
    """Where it stands in the new data, or in the old where it is gone."""
    is_gone = edit.after is None
    if edit.kind.subject != "paragraph":
        return edit.path.place(before, after, is_gone=is_gone)
    paragraph: str = edit.before if is_gone else edit.after
    return edit.path.place_in_text(before, after, paragraph.splitlines()[0], is_gone=is_gone)


def _subject(edit: Edit) -> str:
    """What changed, in a few words.

    "assessment risk", "metrics Daily active users: readings 1 May 2026"; a requirement's text, behind those that it is part of.
    """
    subject = edit.kind.subject
    entry = edit.before if edit.after is None else edit.after
    match subject:
        case "requirement":
            return ": ".join([*map(name_of, edit.path.entries), *([] if edit.at is None else [name_of(entry)])])
        case "paragraph":
            return edit.path.words(last=False)
        case "field":
            return edit.path.words(name_of(entry) if edit.at is not None else "")
    return subject
