"""What an enhancement waits for, and how long after it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from enhancement_roadmap.model.base import Node, Slug
from enhancement_roadmap.model.estimate import Estimate


class Dependency(Node):
    """An enhancement that must be done first."""

    id: Slug
    """Id of the enhancement."""
    after: Estimate | None = None
    """How long after it this one can begin, in working time: `2 weeks`."""

    @property
    def as_written(self) -> Dependency | str:
        """The id alone, where there is no more to say."""
        return self if self.after else self.id


def _id_alone(value: Any) -> Any:
    return {"id": value} if isinstance(value, str) else value


def _as_written(dependency: Dependency) -> Dependency | str:
    return dependency.as_written


DependencyOrId = Annotated[
    Dependency,
    BeforeValidator(_id_alone, json_schema_input_type=Dependency | Slug),
    PlainSerializer(_as_written, return_type=Dependency | Slug),
]
"""An id, or more about it."""
