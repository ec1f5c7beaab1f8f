"""The requirements of one enhancement together: each with an id of its own, in no more levels than people can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import AfterValidator, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from enhancement_roadmap.model.requirement import Requirement, RequirementOrSentence
from enhancement_roadmap.model.slugs import slug_from

MAX_LEVELS = 4
"""Levels of requirements: what is deeper is work for an enhancement of its own."""

Loc = tuple[str | int, ...]


def _together(requirements: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """Requirements whose ids are told apart.

    Raises:
        ValidationError: some have parts in too many levels.
    """
    too_deep = list(_too_deep(requirements, (), 1))
    if too_deep:
        raise ValidationError.from_exception_data("requirements", too_deep)
    if all(requirement.has_own_id for requirement in _all_of(requirements)):
        return requirements
    return tuple(_told_apart(requirements, {requirement.id for requirement in _all_of(requirements) if requirement.has_own_id}))


def _too_deep(requirements: Iterable[Requirement], loc: Loc, level: int) -> Iterator[InitErrorDetails]:
    for index, requirement in enumerate(requirements):
        if requirement.parts and level == MAX_LEVELS:
            kind = PydanticCustomError("too_many_levels", "has parts in too many levels", {"most": MAX_LEVELS})
            yield InitErrorDetails(type=kind, loc=(*loc, index, "parts"), input=requirement.parts)
        else:
            yield from _too_deep(requirement.parts, (*loc, index, "parts"), level + 1)


def _told_apart(requirements: Iterable[Requirement], taken: set[str]) -> Iterator[Requirement]:
    """Requirements in which no derived id is that of another.

    Ids that somebody has written come first, then derived ones in the order of the file. One that was told apart before, from
    others, is derived anew.

    Args:
        requirements: some, on one level.
        taken: ids that are in use; those found are added.
    """
    for requirement in requirements:
        identity = requirement.id if requirement.has_own_id else slug_from(requirement.text, taken)
        taken.add(identity)
        parts = tuple(_told_apart(requirement.parts, taken))
        if identity == requirement.id and all(new is old for new, old in zip(parts, requirement.parts, strict=True)):
            yield requirement
        else:
            values = {**requirement.__dict__, "id": identity, "parts": parts}
            yield Requirement.model_construct(_fields_set=set(requirement.model_fields_set), **values)


def _all_of(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    for requirement in requirements:
        yield from requirement.with_parts()


Requirements = Annotated[tuple[RequirementOrSentence, ...], AfterValidator(_together)]
