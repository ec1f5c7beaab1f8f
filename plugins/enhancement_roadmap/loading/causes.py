"""Mistakes with one cause: where many places name what there is not, one finding says so at the cause, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from enhancement_roadmap.findings import Finding, Place, Severity
from enhancement_roadmap.loading.source import Source
from enhancement_roadmap.sentences import first_few
from enhancement_roadmap.strict_yaml.positions import Loc

SEVERAL = 3
"""Places that are more likely right than what they name: fewer are named each by itself."""
_NAMED = 3
"""Places that a finding names."""


class Cause(NamedTuple):
    """What is missing, or not what others take it for.

    Attributes:
        code: code of the finding.
        message: what is wrong: ``there is no priority level ‘high’``.
        place: where it would be mended, and the hint; asked for once all consequences are known. No place: at the first consequence.
        severity: of the finding.
    """

    code: str
    message: str
    place: Callable[[], tuple[Place | None, str]]
    severity: Severity = "error"


class Consequence(NamedTuple):
    """A value that is wrong because of a cause.

    Attributes:
        cause: the cause.
        source: the file.
        loc: where in the file the value is.
        words: message and hint for this value alone.
        is_key: whether its key is meant.
    """

    cause: Cause
    source: Source
    loc: Loc
    words: tuple[str, str]
    is_key: bool = False

    @property
    def place(self) -> Place:
        """Where it stands."""
        positions = self.source.positions
        return positions.of_key(self.loc) if self.is_key else positions.of_value(self.loc)


def by_cause(consequences: Iterable[Consequence]) -> Iterator[Finding]:
    """A finding for each consequence, but one for all those of a cause that has several."""
    groups: dict[tuple[str, str], list[Consequence]] = {}
    for consequence in consequences:
        groups.setdefault((consequence.cause.code, consequence.cause.message), []).append(consequence)
    for group in groups.values():
        if len(group) < SEVERAL:
            yield from (Finding(one.place, one.cause.code, *one.words, severity=one.cause.severity) for one in group)
        else:
            yield _of_several(group)


def _of_several(consequences: list[Consequence]) -> Finding:
    cause = consequences[0].cause
    place, hint = cause.place()
    named = [str(consequence.place) for consequence in consequences[:_NAMED]]
    message = f"{cause.message}, which {len(consequences)} places need: {first_few(named, _NAMED, len(consequences))}"
    return Finding(place or consequences[0].place, cause.code, message, hint, cause.severity)
