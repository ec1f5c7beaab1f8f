"""Mistakes in a text before anybody knows which file it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import number, plural

MOST_LINES = 1000
"""Lines of a file that have a problem each, where each line may have the same one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in the bytes or in the YAML itself.

    Attributes:
        code: finding code.
        message: what is wrong.
        hint: what would be right.
        line: counted from 1.
        column: in characters, counted from 1.
        times: how many mistakes it stands for.
    """

    code: str
    message: str
    hint: str
    line: int
    column: int
    times: int = 1


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


def first_lines(problems: Iterable[Problem]) -> list[Problem]:
    """Of the same problem on many lines the first; the last of these stands for all others."""
    remaining = iter(problems)
    listed = list(islice(remaining, MOST_LINES))
    if others := sum(1 for _ in remaining):
        last = listed[-1]
        listed[-1] = replace(last, message=f"{last.message}, and on {plural(number(others), 'line')} below", times=1 + others)
    return listed
