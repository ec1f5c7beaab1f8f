"""Answers what pages ask of one roadmap: edits, their undoing, and what there is to fill in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from pydantic import ValidationError

from enhancement_roadmap.editing.data_folder import ChangedError
from enhancement_roadmap.editing.known_states import KnownStates
from enhancement_roadmap.editing.locking import LockedError
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.requests import ClashError, EditRequest, FieldError, apply_request
from enhancement_roadmap.editing.roadmap_draft import BrokenDataError, Edited
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.hosts.live.questions import Questions
from enhancement_roadmap.hosts.live.request_problems import request_problems
from enhancement_roadmap.hosts.live.session import EditSession, UndoRequest
from enhancement_roadmap.loading import FolderError, Loaded, load
from enhancement_roadmap.outputs.difference.meaning import brought

Answer = Mapping[str, Any]

_MOST_ANSWERS = 500
"""Answers that are remembered, for a page that sends an edit again since it was reloaded before it had the answer."""


class Editor:
    """Edits the data of one roadmap for the pages of one run of a server.

    Args:
        data: the roadmap folder.
        shown: how messages name it.
        today: gives the day on which edits are made.
    """

    def __init__(self, data: Path, shown: str, today: Callable[[], date]) -> None:
        self._data = data
        self._today = today
        self._states = KnownStates()
        self._session = EditSession(data)
        self._questions = Questions(data, shown, today, self._states, self._session)
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._one_at_a_time = Lock()

    def saw(self, loaded: Loaded) -> str:
        """Pages are made of what a folder says: edits on them start from it.

        Returns:
            The name of this state.
        """
        return self._states.remember(loaded)

    def do(self, said: Any) -> Answer:
        """Make an edit."""
        try:
            request = EditRequest.model_validate(said)
        except ValidationError as error:
            return _refused(request_problems(error))
        return self._once(request.key, lambda: self._edit(request))

    def undo(self, said: Any) -> Answer:
        """Take an edit of this session back."""
        try:
            request = UndoRequest.model_validate(said)
        except ValidationError as error:
            return _refused(request_problems(error))
        return self._once(request.key, lambda: self._undone(request.undo))

    def ask(self, said: Any) -> Answer:
        """Say what there is to fill in, what a text looks like, or what has changed."""
        try:
            return {"ok": True, **self._questions.answer(said)}
        except ValidationError as error:
            return _refused(request_problems(error))
        except BrokenDataError as error:
            return _refused([_problem("", _mend_first(error))])
        except (EditError, FolderError, OSError, ValueError) as error:
            return _refused([_problem("", _said(error))])

    def _edit(self, request: EditRequest) -> Answer:
        edited = apply_request(self._data, request, self._states, self._today())
        done = self._session.note(edited, request.do) if edited.files else None
        said = {"number": done.number, "what": done.words} if done else {"number": None, "what": ""}
        return {**self._changed(edited), **said, "state": self._states.after(request.state, edited)}

    def _undone(self, number: int) -> Answer:
        done, edited = self._session.undo(number)
        return {**self._changed(edited), "what": done.words}

    def _changed(self, edited: Edited) -> Answer:
        return {
            "ok": True,
            "changed": bool(edited.files),
            "warnings": [f"{finding.message}." for finding in brought(edited, self._today())] if edited.files else [],
            "edits": self._session.count,
        }

    def _once(self, key: str, make: Callable[[], Answer]) -> Answer:
        """An edit that is sent twice is made once; what was refused may be tried again."""
        with self._one_at_a_time:
            if key not in self._answers:
                answer = self._tried(make)
                if not answer["ok"]:
                    return answer
                self._answers[key] = answer
                while len(self._answers) > _MOST_ANSWERS:
                    self._answers.popitem(last=False)
            return self._answers[key]

    def _tried(self, make: Callable[[], Answer]) -> Answer:
        try:
            return make()
        except ClashError as error:
            clashes = [{name: _shown(value) for name, value in asdict(clash).items()} for clash in error.clashes]
            return {**_refused([_problem("", f"{_said(error)}")]), "clashes": clashes, "state": self._states.remember(load(self._data))}
        except FieldError as error:
            return _refused([_problem(field, message) for field, message in error.problems])
        except BrokenDataError as error:
            return _refused([_problem("", _mend_first(error))])
        except UnicodeEncodeError:
            return _refused([_problem("", "The words have characters that no file can hold: write letters, digits and signs.")])
        except (ChangedError, EditError, FolderError, LockedError, OSError, ValueError) as error:
            return _refused([_problem("", _said(error))])


def _mend_first(error: BrokenDataError) -> str:
    return f"The data have mistakes; mend them first. {as_text(error.findings)}"


def _problem(field: str, message: str) -> dict[str, str]:
    return {"field": field, "message": message}


def _refused(problems: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    return {"ok": False, "problems": list(problems)}


def _said(error: Exception) -> str:
    words = (
        f"‘{Path(error.filename).name}’: {error.strerror}"
        if isinstance(error, OSError) and error.filename and error.strerror
        else str(error)
    )
    return f"{words[:1].upper()}{words[1:]}".removesuffix(".") + "."


def _shown(value: Any) -> str:
    """What stands at a place, in a line; empty where nothing does."""
    return ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
