"""Which enhancement and requirement answers which control of a standard, and how far is that?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from enhancement_roadmap.analysis.progress import Progress, requirement_progress
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.records import dataclass

_PIECES = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Answering:
    """What answers a control: an enhancement, or one of its requirements.

    Attributes:
        item: the enhancement.
        requirement: the requirement; None for the whole enhancement.
        progress: how far it is.
    """

    item: Enhancement
    requirement: Requirement | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class Control:
    """A control with all that answers it.

    Attributes:
        name: as the data name it.
        answers: in the order of the roadmap.
    """

    name: str
    answers: Sequence[Answering]


def controls_of(items: Iterable[Enhancement]) -> list[Control]:
    """The controls that some enhancements name, in their natural order: ``ASVS 2.9`` before ``ASVS 2.10``."""
    found: dict[str, list[Answering]] = {}
    for item in items:
        for name, answering in _answers(item):
            found.setdefault(name, []).append(answering)
    return [Control(name, found[name]) for name in sorted(found, key=_natural)]


def _answers(item: Enhancement) -> Iterator[tuple[str, Answering]]:
    whole = Answering(item, None, requirement_progress(item.requirements))
    yield from ((name, whole) for name in dict.fromkeys(item.controls))
    for requirement in item.requirements:
        for part in requirement.with_parts():
            answering = Answering(item, part, requirement_progress([part]))
            yield from ((name, answering) for name in dict.fromkeys(part.controls))


def _natural(name: str) -> list[tuple[bool, int, str]]:
    return [(piece.isdecimal(), int(piece) if piece.isdecimal() else 0, piece.casefold()) for piece in _PIECES.split(name)]
