"""The edits that pages have made while the server has run, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from enhancement_roadmap.editing.merging import taken_back
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.requests import EditOperation
from enhancement_roadmap.editing.roadmap_draft import Edited, RoadmapDraft, edit_roadmap
from enhancement_roadmap.records import dataclass

_MOST = 500
"""Edits that can be taken back."""


class UndoRequest(BaseModel):
    """What a page sends to take an edit back.

    Attributes:
        undo: number of the edit.
        key: the page's own name for this.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    undo: Annotated[int, Field(ge=1, le=1_000_000_000)]
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-zA-Z-]{8,64}$")]


@dataclass(frozen=True, slots=True)
class DoneEdit:
    """An edit that was made.

    Attributes:
        number: its number in this session, from 1.
        words: what it was, in a line.
        files: bytes of each file before and after, by its path in the folder; None where there was none.
    """

    number: int
    words: str
    files: Mapping[str, tuple[bytes | None, bytes | None]]


class EditSession:
    """The edits of one run of a server.

    Args:
        data: the roadmap folder.
    """

    def __init__(self, data: Path) -> None:
        self._data = data
        self._edits: dict[int, DoneEdit] = {}
        self._last = 0

    @property
    def count(self) -> int:
        """How many edits can be taken back."""
        return len(self._edits)

    @property
    def edits(self) -> list[DoneEdit]:
        """Those that can be taken back, the latest first."""
        return [*reversed(self._edits.values())]

    def note(self, edited: Edited, operation: EditOperation) -> DoneEdit:
        """Remember an edit."""
        self._last += 1
        files = {name: (edited.before.content(name), edited.after.content(name)) for name in edited.files}
        done = self._edits[self._last] = DoneEdit(self._last, _words(operation, edited), files)
        while len(self._edits) > _MOST:
            del self._edits[next(iter(self._edits))]
        return done

    def undo(self, number: int) -> tuple[DoneEdit, Edited]:
        """Take an edit back, byte for byte where nothing else has changed, and with all else that has where something has.

        Returns:
            What the edit was, and what came of taking it back.

        Raises:
            EditError: there is no such edit, or its place has changed since.
            BrokenDataError, FolderError, LockedError, ChangedError, OSError: as `edit_roadmap`.
        """
        edit = self._edits.get(number)
        if edit is None:
            raise EditError("this edit was taken back already")

        def operation(draft: RoadmapDraft) -> None:
            for name, (before, after) in edit.files.items():
                draft.changed[name] = _without(before, after, draft.content(name))

        undone = edit_roadmap(self._data, operation)
        del self._edits[number]
        return edit, undone


def _without(before: bytes | None, after: bytes | None, now: bytes | None) -> bytes | None:
    if now == after:
        return before
    if before is None or after is None or now is None:
        raise EditError("what this edit wrote has changed since, so that it can not be taken back by itself")
    return taken_back(before, after, now)


def _words(operation: EditOperation, edited: Edited) -> str:
    """What an edit was: what it is called, and what it is about."""
    said = operation.model_dump()
    roadmap = edited.after.roadmap or edited.before.roadmap
    items = {item.id: item for item in roadmap.enhancements} if roadmap else {}
    item = items.get(str(said.get("enhancement", "")))
    requirement = said.get("requirement")
    text = next((part.text for each in item.requirements for part in each.with_parts() if part.id == requirement), "") if item else ""
    about = [
        item.name if item else said.get("title") or said.get("enhancement") or said.get("metric") or said.get("review") or "",
        text or _new_values(said),
    ]
    return ": ".join(filter(None, [(type(operation).__doc__ or "").strip().rstrip("."), *map(str, about)]))


def _new_values(said: Mapping[str, Any]) -> str:
    """Which fields an edit was of, or where to."""
    fields = (name.rpartition(".")[2].replace("_", " ") for name in said.get("fields", ()))
    return ", ".join(fields) or str(said.get("to") or said.get("step") or "")
