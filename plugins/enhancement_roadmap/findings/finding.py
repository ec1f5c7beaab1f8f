"""One finding: what is wrong, where, and what would be right."""

from __future__ import annotations

from typing import Literal

from enhancement_roadmap.records import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands.

    Attributes:
        file: path with forward slashes, as the user would name it.
        line: counted from 1; 0 where the whole file is meant.
        column: in characters, counted from 1; 0 where the whole line is meant.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A mistake in the data, a page or the site.

    Attributes:
        place: where it is.
        code: a code of the catalogue, such as ``RM301``.
        message: what is wrong, with the offending value; one line.
        hint: what would be right; one line, may be empty.
        severity: an error stops a build, a warning stops a strict one.
        times: how many mistakes it stands for; more than one where a file has thousands of the same.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    times: int = 1
