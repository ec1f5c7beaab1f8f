"""Mistakes in a text before anybody knows which file it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in the bytes or in the YAML itself.

    Attributes:
        code: finding code.
        message: what is wrong.
        hint: what would be right.
        line: counted from 1.
        column: in characters, counted from 1.
    """

    code: str
    message: str
    hint: str
    line: int
    column: int


class ProblemError(Exception):
    """The text can not be read as one YAML document.

    Args:
        problems: why; at least one.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(problem.message for problem in problems))
        self.problems = problems


def once(problems: Iterable[Problem]) -> list[Problem]:
    """Without repetitions, in the same order."""
    return list(dict.fromkeys(problems))
