"""Where an enhancement can stand, and where it may go from there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from pydantic import Field

from enhancement_roadmap.model.base import Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.long_text import LongText

Stage = Literal["proposed", "triggered", "ready", "in-progress", "done", "deferred", "cancelled"]
"""What a status means to the analysis, whatever a team calls it."""
STAGES: tuple[Stage, ...] = get_args(Stage)


class Status(Node):
    """One status of an enhancement; the file lists them in their order."""

    id: Slug
    """What `status` of an enhancement names."""
    title: Text
    """"In progress"."""
    counts_as: Stage
    """What it means: `proposed`, `triggered`, `ready`, `in-progress`, `done`, `deferred` or `cancelled`."""
    moves_to: tuple[Slug, ...] = ()
    """Ids of the statuses that may follow it; where no status lists any, each may follow each other."""


class Move(Node):
    """A change of status."""

    to: Slug = Field(examples=list(STAGES))
    """Id of the status that it took."""
    on: PartialDate
    """When."""
    why: LongText | None = None
    """The reason."""


_MOVES: Mapping[Stage, tuple[Slug, ...]] = {
    "proposed": ("triggered", "ready", "deferred", "cancelled"),
    "triggered": ("ready", "in-progress", "proposed", "deferred", "cancelled"),
    "ready": ("in-progress", "triggered", "deferred", "cancelled"),
    "in-progress": ("done", "ready", "deferred", "cancelled"),
    "done": ("in-progress",),
    "deferred": ("proposed", "triggered", "ready", "cancelled"),
    "cancelled": ("proposed",),
}
DEFAULT_STATUSES: tuple[Status, ...] = tuple(
    Status.model_construct(id=stage, title=stage.replace("-", " ").capitalize(), counts_as=stage, moves_to=moves)
    for stage, moves in _MOVES.items()
)
"""The statuses of a roadmap that does not list its own. Work that is done or cancelled can only be taken up again."""
