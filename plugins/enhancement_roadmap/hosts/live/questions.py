"""What pages may ask that changes nothing: a form, a preview of a text, the changes since the last commit."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.diff import Described, Difference, describe
from enhancement_roadmap.editing.known_states import KnownStates
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.requests import OPERATIONS
from enhancement_roadmap.editing.requests.operation import MOST_TEXT, Identity, Words
from enhancement_roadmap.editing.roadmap_draft import BrokenDataError
from enhancement_roadmap.findings import ComparisonError
from enhancement_roadmap.history import Versions, compare
from enhancement_roadmap.hosts.live.form_source import FormSource
from enhancement_roadmap.hosts.live.forms import form_of
from enhancement_roadmap.hosts.live.session import EditSession
from enhancement_roadmap.loading import Loaded, load
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.text import one_line
from enhancement_roadmap.text.long import long_html

_MOST_CHANGES = 200
_LONGEST = 160
"""Changes that are told, and characters of each of their values."""
_CLOSED = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class FormQuestion(BaseModel):
    """What is there to fill in for an operation?

    Attributes:
        operation: its name.
        about: what it is about, by the names of its fields: ids.
    """

    model_config = _CLOSED

    ask: Literal["form"]
    operation: Annotated[str, StringConstraints(max_length=60)]
    about: Annotated[dict[Annotated[str, StringConstraints(max_length=60)], Identity | Words], Field(max_length=5)] = {}


class PreviewQuestion(BaseModel):
    """What does a text look like?"""

    model_config = _CLOSED

    ask: Literal["preview"]
    text: Annotated[str, StringConstraints(max_length=MOST_TEXT)]


class ChangesQuestion(BaseModel):
    """What has changed since the last commit?"""

    model_config = _CLOSED

    ask: Literal["changes"]


_QUESTION: TypeAdapter[FormQuestion | PreviewQuestion | ChangesQuestion] = TypeAdapter(
    Annotated[FormQuestion | PreviewQuestion | ChangesQuestion, Field(discriminator="ask")]
)


class Questions:
    """Answers questions on one roadmap.

    Args:
        data: the roadmap folder.
        shown: how messages name it.
        today: gives the day to judge by.
        states: remembers what a form was made from.
        session: the edits so far.
    """

    def __init__(self, data: Path, shown: str, today: Callable[[], date], states: KnownStates, session: EditSession) -> None:
        self._data = data
        self._shown = shown
        self._today = today
        self._states = states
        self._session = session

    def answer(self, said: Any) -> Mapping[str, Any]:
        """The answer to a question.

        Raises:
            ValidationError: it is no question.
            EditError: there is no such operation, or what it is about is not there.
            BrokenDataError: the data have mistakes.
            FolderError: there is no such folder.
        """
        question = _QUESTION.validate_python(said)
        if isinstance(question, PreviewQuestion):
            return {"html": str(long_html(question.text, lambda _: None)) if question.text.strip() else ""}
        if isinstance(question, ChangesQuestion):
            return self._changes(load(self._data, shown=self._shown))
        return self._form(question)

    def _form(self, question: FormQuestion) -> Mapping[str, Any]:
        if question.operation not in OPERATIONS:
            raise EditError("there is no such operation")
        loaded = load(self._data)
        if loaded.roadmap is None:
            raise BrokenDataError(loaded.findings, is_new=False)
        source = FormSource(loaded, Insight(loaded.roadmap, self._today()), question.about)
        return {"form": form_of(OPERATIONS[question.operation], source), "state": self._states.remember(loaded)}

    def _changes(self, loaded: Loaded) -> Mapping[str, Any]:
        edits = [{"number": edit.number, "words": edit.words} for edit in self._session.edits]
        try:
            compared = compare(Versions("HEAD", direct=True), self._data, loaded, self._today(), self._shown)
        except ComparisonError as error:
            return {"edits": edits, "changes": [], "commands": [], "note": f"{error.message}."}
        found = compared.comparison.difference
        folder = shlex.quote(self._shown)
        commands = [f"git add -- {folder}", "git commit -m 'Update the roadmap'"]
        more = len(found.changes) - _MOST_CHANGES
        note = f"{more:,} more: ‘roadmap diff’ tells them." if more > 0 else ""
        return {"edits": edits, "changes": [*_told(found)], "commands": commands if found.changes else [], "note": note}


def _told(found: Difference) -> Iterator[Mapping[str, Any]]:
    """For each enhancement what has changed in it, in plain words, the most important first."""
    left = _MOST_CHANGES
    for changes in found.described_of.values():
        described = [describe(change) for change in changes[: max(left, 0)]]
        left -= len(described)
        if described:
            yield {"name": described[0].name or "The roadmap", "changes": [_in_line(each) for each in described]}


def _in_line(change: Described) -> Mapping[str, str]:
    what = f"{change.title}: {change.subject}" if change.subject else change.title
    return {"what": cut(what, _LONGEST), "values": " → ".join(cut(one_line(value), _LONGEST) for value in change.values)}
