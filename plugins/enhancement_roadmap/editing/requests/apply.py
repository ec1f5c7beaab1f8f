"""One edit of a page: made from what the files say now, and refused where somebody else has changed what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import yaml

from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.known_states import KnownStates
from enhancement_roadmap.editing.places import Clash, clashes
from enhancement_roadmap.editing.requests.operation import EditOperation, FieldError
from enhancement_roadmap.editing.requests.operations import EditRequest
from enhancement_roadmap.editing.roadmap_draft import BrokenDataError, Edited, RoadmapDraft, edit_roadmap
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.strict_yaml import Positions


class ClashError(Exception):
    """Somebody else has changed what the edit was made from; nothing was written.

    Args:
        clashes: each place, with both versions.
    """

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__("somebody else has changed this meanwhile")
        self.clashes = clashes


def apply_request(data: Path, request: EditRequest, states: KnownStates, day: date) -> Edited:
    """Make an edit. What else has changed in the files since stays.

    Args:
        data: the roadmap folder.
        request: what is asked for.
        states: the states that pages were given.
        day: today.

    Raises:
        ClashError: its places have changed since the state that it was made from.
        FieldError: the result would have mistakes.
        BrokenDataError: files have mistakes that keep it from being made.
        EditError, FolderError, LockedError, ChangedError, OSError: as `edit_roadmap`.
    """
    drafts = list[RoadmapDraft]()

    def operation(draft: RoadmapDraft) -> None:
        drafts.append(draft)
        request.do.draft(draft, day)
        if found := _clashes(draft, request.state, states):
            raise ClashError(found)

    try:
        return edit_roadmap(data, operation)
    except BrokenDataError as error:
        if not error.is_new:
            raise
        raise FieldError([(_field(request.do, finding, drafts[-1]), _said(finding)) for finding in error.findings]) from error


def _clashes(draft: RoadmapDraft, state: str, states: KnownStates) -> list[Clash]:
    known = states.files(state)
    untouched = RoadmapDraft(draft.loaded)
    found = list[Clash]()
    for name, wanted in draft.changed.items():
        present = untouched.content(name)
        if wanted == present:
            continue
        if known is None:
            return [Clash("the page, which is too old to tell what has changed since: reload it", None, None, None)]
        found += clashes(known.get(name), present, wanted)
    return found


def _field(operation: EditOperation, finding: Finding, draft: RoadmapDraft) -> str:
    """The field that wrote what is a mistake: the finding stands where its value does, or in it."""
    line, column = finding.place.line, finding.place.column
    for name, content in draft.changed.items():
        if content is None or not finding.place.file.endswith(name):
            continue
        positions, document = Positions(name, content), DataText(content)
        for field, loc in operation.places().items():
            place, node = positions.of_value(loc), document.node(loc)
            if (place.line, place.column) == (line, column) or (node and line and column and _is_in(node, line, column)):
                return field
    return ""


def _is_in(node: yaml.Node, line: int, column: int) -> bool:
    start, end = node.start_mark, node.end_mark
    return (start.line, start.column) <= (line - 1, column - 1) < (end.line, end.column)


def _said(finding: Finding) -> str:
    return " ".join(filter(None, (f"{finding.message}.".replace("..", "."), finding.hint)))
