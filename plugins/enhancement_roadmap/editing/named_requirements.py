"""Which requirement somebody means: by its id, by its number in the list, or by a piece of its text that no other has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.sentences import cut, first_few
from enhancement_roadmap.strict_yaml import Loc, show

_SHOWN = 8
_WORDS = 60


class NamedRequirement(NamedTuple):
    """A requirement in its list.

    Attributes:
        number: its number as people count, such as ``2.1``.
        loc: where it stands in the file.
        requirement: what it says.
    """

    number: str
    loc: Loc
    requirement: Requirement

    def __str__(self) -> str:
        return f"{self.number} ‘{cut(self.requirement.text, _WORDS)}’"

    def leaves(self) -> Iterator[NamedRequirement]:
        """Its parts that have no parts, or it itself."""
        if not self.requirement.parts:
            yield self
        for part in _numbered(self.requirement.parts, f"{self.number}.", (*self.loc, "parts")):
            if not part.requirement.parts:
                yield part


def requirement_of(item: Enhancement, words: str) -> NamedRequirement:
    """The requirement that somebody means.

    Args:
        item: the enhancement.
        words: an id, a number such as ``1`` or ``2.1``, or a piece of a text, in any case.

    Raises:
        EditError: none is meant by it, or several.
    """
    known = list(_numbered(item.requirements, "", ("requirements",)))
    if not known:
        raise EditError(f"‘{item.id}’ has no requirements")
    wanted = " ".join(words.split()).casefold()
    for is_meant in (
        [found for found in known if found.requirement.id == words],
        [found for found in known if found.number == words.removesuffix(".")],
        [found for found in known if _plain(found) == wanted],
        [found for found in known if wanted and wanted in _plain(found)],
    ):
        if len(is_meant) == 1:
            return is_meant[0]
        if is_meant:
            shown = first_few([str(found) for found in is_meant], _SHOWN)
            raise EditError(f"{show(words)} is in {len(is_meant)} requirements of ‘{item.id}’: {shown}. Name one by its number or its id")
    shown = first_few([str(found) for found in known], _SHOWN)
    raise EditError(f"no requirement of ‘{item.id}’ has {show(words)} for its id, its number or in its text. It has: {shown}")


def refuse_unknown(item: Enhancement, identity: str) -> None:
    """See to it that a requirement of an enhancement has this id: no number, and no piece of a text, is meant by it.

    Raises:
        EditError: none has it.
    """
    if all(found.requirement.id != identity for found in _numbered(item.requirements, "", ("requirements",))):
        raise EditError(f"no requirement of ‘{item.id}’ has the id {show(identity)}: its words have changed, or it is gone")


def _plain(found: NamedRequirement) -> str:
    return " ".join(found.requirement.text.split()).casefold()


def _numbered(requirements: Sequence[Requirement], before: str, loc: Loc) -> Iterator[NamedRequirement]:
    for index, requirement in enumerate(requirements):
        number = f"{before}{index + 1}"
        yield NamedRequirement(number, (*loc, index), requirement)
        yield from _numbered(requirement.parts, f"{number}.", (*loc, index, "parts"))
