"""Mistakes in a text before anybody knows which file it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
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


class TroubleError(Exception):
    """The text can not be read as one YAML document.

    Args:
        troubles: why; at least one.
    """

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__(*(trouble.message for trouble in troubles))
        self.troubles = troubles


def once(troubles: Iterable[Trouble]) -> list[Trouble]:
    """Without repetitions, in the same order."""
    return list(dict.fromkeys(troubles))
