"""Requirements that are done, open again, or waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import yaml

from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.edits import TextEdit
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.named_requirements import NamedRequirement, requirement_of
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Loc

_BESIDES_ITS_DAY = ("done_by", "evidence")
_YES = {"no": "yes", "No": "Yes", "NO": "YES", "false": "true", "False": "True", "FALSE": "TRUE"}
_NO = {yes: no for no, yes in _YES.items()}


@dataclass(frozen=True, slots=True)
class Completion:
    """What is said of a requirement that is done.

    Attributes:
        on: when; where it is done already, None leaves what it says.
        today: when, where nobody says it.
        by: who did it.
        evidence: what shows it.
    """

    on: PartialDate | None
    today: PartialDate
    by: str = ""
    evidence: str = ""


def tick(draft: RoadmapDraft, identity: str, names: Sequence[str], said: Completion) -> None:
    """Say that requirements are done; of one with parts, that all its open parts are.

    Raises:
        EditError: a name means none or several, or a requirement is waived.
    """
    meant = _meant(draft, identity, names)
    for found in meant:
        if found.requirement.status == "waived":
            raise EditError(f"requirement {found} is waived; untick it first")
    leaves = [leaf for found in meant for leaf in found.leaves() if leaf.requirement.status != "waived"]
    _change(draft, identity, leaves, lambda document, found: _ticked(document, found, said))


def untick(draft: RoadmapDraft, identity: str, names: Sequence[str]) -> None:
    """Say that requirements are open, whether they were done or waived: what was said of that goes.

    Raises:
        EditError: a name means none or several.
    """
    meant = _meant(draft, identity, names)
    parts = [part for found in meant for part in ([found] if found.requirement.status == "waived" else found.leaves())]
    _change(draft, identity, [part for part in parts if part.requirement.status != "open"], _opened)


def waive(draft: RoadmapDraft, identity: str, names: Sequence[str], why: str) -> None:
    """Say that requirements need not be done.

    Raises:
        EditError: a name means none or several, or a requirement is done.
    """
    meant = _meant(draft, identity, names)
    for found in meant:
        if found.requirement.status == "done":
            raise EditError(f"requirement {found} is done; untick it first")
    _change(draft, identity, meant, lambda document, found: _waived(document, found.loc, why))


def _meant(draft: RoadmapDraft, identity: str, names: Sequence[str]) -> list[NamedRequirement]:
    item = draft.item(identity)
    return [requirement_of(item, name) for name in names]


def _change(
    draft: RoadmapDraft,
    identity: str,
    meant: Iterable[NamedRequirement],
    change: Callable[[DataText, NamedRequirement], DataText],
) -> None:
    """Change each of some requirements once; none of them moves by that."""
    file = draft.file_of(identity)
    document = draft.text(file)
    for found in {found.number: found for found in meant}.values():
        document = change(document, found)
    draft.put(file, document)


def _waived(document: DataText, loc: Loc, why: str) -> DataText:
    document = _as_mapping(document, loc).remove((*loc, "done"))
    return document.set((*loc, "status"), "waived").set((*loc, "why"), why)


def _ticked(document: DataText, found: NamedRequirement, said: Completion) -> DataText:
    """A sentence says it as ``done``; so does what has other keys. What has a text alone, or said ``done: no``, says ``done_on``.

    So `_opened` can tell what was there before.
    """
    loc, there = found.loc, document.value(found.loc)
    is_done = found.requirement.status == "done"
    keys = {} if isinstance(there, str) else there
    document = _as_mapping(document, loc)
    if said.on is not None or not is_done:
        key = "done_on" if keys.keys() & {"status", "done_on"} or set(keys) == {"text"} else "done"
        if "status" in keys and not is_done:
            document = document.set((*loc, "status"), "done")
        if (yes := _YES.get(keys.get("done", ""))) is not None:
            document, key = document.set((*loc, "done"), yes), "done_on"
        document = document.set((*loc, key), (said.on or said.today).isoformat())
    for key, value in (("done_by", said.by), ("evidence", said.evidence)):
        if value:
            document = document.set((*loc, key), value)
    return document


def _opened(document: DataText, found: NamedRequirement) -> DataText:
    """What was a sentence before it was ticked is one again: its mapping has ``done``, and nothing else but the text.

    ``done: yes`` is ``no`` again. What shows that it was done, or by whom, goes where it stands behind the day, as a tick writes it.
    """
    loc, there = found.loc, document.value(found.loc)
    no = _NO.get(there.get("done", ""))
    was_sentence = no is None and ("done" in there or found.requirement.status == "waived")
    for key in ("status", "why") if found.requirement.status == "waived" else _said_of_done(list(there), keeps_done=no is not None):
        document = document.remove((*loc, key))
    if no is not None:
        document = document.set((*loc, "done"), no)
    if document.value((*loc, "status")) is not None:
        document = document.set((*loc, "status"), "open")
    return _as_sentence(document, loc) if was_sentence and set(document.value(loc)) == {"text"} else document


def _said_of_done(keys: list[str], *, keeps_done: bool) -> list[str]:
    """Which keys go when it is opened."""
    day = next((key for key in ("done_on", "done") if key in keys), None)
    behind = keys[keys.index(day) :] if day else keys
    days = ("done_on",) if keeps_done else ("done", "done_on")
    return [key for key in keys if key in days or (key in _BESIDES_ITS_DAY and key in behind)]


def _as_mapping(document: DataText, loc: Loc) -> DataText:
    """The same with a mapping in the place of a sentence, whose words stay as they are written where they can."""
    node, words = document.node(loc), document.value(loc)
    if not isinstance(node, yaml.ScalarNode):
        return document
    start, end = node.start_mark.index, node.end_mark.index
    is_in_brackets = isinstance(around := document.node(loc[:-1]), yaml.SequenceNode) and around.flow_style
    edits = [TextEdit(start, start, "{text: "), TextEdit(end, end, "}")] if is_in_brackets else [TextEdit(start, start, "text: ")]
    try:
        return document.edit(edits, lambda values: _with_entry(values, loc, {"text": words}), loc)
    except EditError:
        return document.set(loc, {"text": words})


def _as_sentence(document: DataText, loc: Loc) -> DataText:
    """The inverse."""
    node, words = document.node(loc), document.value((*loc, "text"))
    value = document.node((*loc, "text"))
    if not isinstance(node, yaml.MappingNode) or value is None:
        return document
    edits = [TextEdit(node.start_mark.index, value.start_mark.index, "")]
    if node.flow_style:
        edits.append(TextEdit(value.end_mark.index, node.end_mark.index, ""))
    try:
        return document.edit(edits, lambda values: _with_entry(values, loc, words), loc)
    except EditError:
        return document


def _with_entry(values: Any, loc: Loc, entry: Any) -> Any:
    around = values
    for step in loc[:-1]:
        around = around[step]
    around[loc[-1]] = entry
    return values
