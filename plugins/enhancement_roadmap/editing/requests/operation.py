"""What every operation is that a page may ask for: bounded words, and a function of `editing` that it calls."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.base import MAX_SLUG, SLUG_PATTERN, TEXT_PATTERN
from enhancement_roadmap.strict_yaml import Loc

MOST_WORDS = 2_000
MOST_TEXT = 100_000
"""Characters of a line, and of a long text."""

Identity = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=MAX_SLUG)]
"""An id: letters, digits and hyphens, so that it is never a path."""
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_WORDS, pattern=TEXT_PATTERN)]
LongWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_TEXT, pattern=TEXT_PATTERN)]


def none_of_nothing(value: object) -> object:
    """A control of a page that nobody has filled in says nothing."""
    return None if isinstance(value, str) and not value.strip() else value


SomeWords = Annotated[Words | None, BeforeValidator(none_of_nothing)]
SomeText = Annotated[LongWords | None, BeforeValidator(none_of_nothing)]
SomeDay = Annotated[PartialDate | None, BeforeValidator(none_of_nothing)]
SomeIdentity = Annotated[Identity | None, BeforeValidator(none_of_nothing)]

Control = Literal["line", "text", "day", "choice", "place", "number", "entries", "lines"]
"""What a page shows to fill in: a line, a long text, a day, one of some, a place in the matrix, a number, entries with commas, or
one a line."""


class Asked:
    """How a page asks for a field of an operation.

    Args:
        label: what it is called there.
        control: what there is to fill in.
        choices: where the choices come from, by a name that the page's forms know.
    """

    def __init__(self, label: str, control: Control = "line", choices: str = "") -> None:
        self.label = label
        self.control: Control = control
        self.choices = choices


class FieldError(EditError):
    """What a field says would be a mistake; nothing was written.

    Args:
        problems: the field of the request and the mistake, each; the field is empty where it is none of them.
    """

    def __init__(self, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__(*(message for _, message in problems))
        self.problems = problems


class EditOperation(BaseModel, ABC):
    """One operation; its fields are what the page says, and their docstrings what the page explains."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True)

    @abstractmethod
    def draft(self, draft: RoadmapDraft, day: date) -> None:
        """Draft the change.

        Args:
            draft: what is being changed.
            day: today.

        Raises:
            EditError: the change can not be made.
            BrokenDataError: files have mistakes that keep it from being made.
        """

    def places(self) -> Mapping[str, Loc]:
        """Where in the enhancement's file what a field says stands then, by the field's name: a mistake there is shown beside it."""
        return {}
