"""What an enhancement waits for, and how long after it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Tag

from enhancement_roadmap.model.base import Node, Slug
from enhancement_roadmap.model.estimate import Estimate


class Dependency(Node):
    """An enhancement that must be done first, and some time before."""

    id: Slug
    """Id of the enhancement."""
    after: Estimate | None = None
    """How long after it this one can begin, in working time: `2 weeks`."""


def _which(value: Any) -> Literal["an id", "a mapping"]:
    return "an id" if isinstance(value, str) else "a mapping"


def _id_alone(value: str | Dependency) -> str | Dependency:
    """The id alone, where there is no more to say: there may be thousands."""
    return value.id if isinstance(value, Dependency) and value.after is None else value


IdOrDependency = Annotated[
    Annotated[Slug, Tag("an id")] | Annotated[Dependency, Tag("a mapping")], Discriminator(_which), AfterValidator(_id_alone)
]
"""An id, or more about it."""


def id_of(dependency: str | Dependency) -> str:
    """The id that a dependency names."""
    return dependency if isinstance(dependency, str) else dependency.id
