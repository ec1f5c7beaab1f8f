"""What implementing an enhancement means: how long, after what, and what it touches."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model.base import Node, Text
from enhancement_roadmap.model.dependency import Dependency, IdOrDependency, id_of
from enhancement_roadmap.model.estimate import Estimate
from enhancement_roadmap.model.long_text import LongText


class FileChange(Node):
    """A file, or a part of the code, that the enhancement touches."""

    path: Text | None = None
    """The file or pattern, as people would look for it."""
    note: Text | None = None
    """What changes there; alone, it describes a change that has no single file."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.path is None and self.note is None:
            raise PydanticCustomError("nothing_said", "needs a path, a note, or both", {"keys": "path, note"})
        return self


def _note_alone(value: Any) -> Any:
    return {"note": value} if isinstance(value, str) else value


FileChangeOrNote = Annotated[FileChange, BeforeValidator(_note_alone, json_schema_input_type=FileChange | Text)]


def _one_sentence(value: Any) -> Any:
    return {"summary": value} if isinstance(value, str) else {"options": value} if isinstance(value, list | tuple) else value


class Candidates(Node):
    """Technologies or tools to consider: a sentence, or a list of options."""

    summary: Text | None = None
    """One sentence that names them."""
    options: tuple[Text, ...] = ()
    """One candidate an entry."""


CandidatesOrSentence = Annotated[Candidates, BeforeValidator(_one_sentence, json_schema_input_type=Text | tuple[Text, ...])]


class Scope(Node):
    """What implementing it means."""

    timeline: Estimate | None = None
    """A range with its unit, and a remark: "1-2 sprints after the launch"."""
    dependencies: LongText | None = None
    """What has to be there first, in words."""
    depends_on: tuple[IdOrDependency, ...] = ()
    """Ids of the enhancements that must be done first; `{id: database-security, after: 2 weeks}` where some time has to pass."""
    files: tuple[FileChangeOrNote, ...] = ()
    """Files to modify; an entry without a path is a plain sentence."""
    technologies: CandidatesOrSentence | None = None
    """Technologies to consider: a list of options, or one sentence."""
    tools: CandidatesOrSentence | None = None
    """Tools to consider: a list of options, or one sentence."""
    impact: LongText | None = None
    """What it enables."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Ids of the enhancements that must be done first."""
        return tuple(map(id_of, self.depends_on)) if self.depends_on else ()

    @property
    def lags(self) -> dict[str, Estimate]:
        """How long after each of them it can begin, where somebody has said so, by its id."""
        return {entry.id: entry.after for entry in self.depends_on if isinstance(entry, Dependency) and entry.after}


class Packages(Node):
    """Packages to add, as the commands that add them."""

    title: Text | None = None
    """Heading in the document; default: the wording `packages`."""
    commands: Annotated[tuple[Text, ...], Field(min_length=1)]
    """One command a line."""
