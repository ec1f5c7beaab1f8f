"""In what order, over what time."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidatorFunctionWrapHandler, WrapValidator

from enhancement_roadmap.model.base import MAX_NUMBER, Node, Slug, Text
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.slugs import slug_from


class Quarter(Node):
    """A quarter and what it is for."""

    id: Slug = Field(default_factory=str)  # none in a schema: reading makes one of the title
    """Unique among quarters. Default: made of the title."""
    title: Text
    """"Q1"."""
    focus: LongText | None = None
    """What the quarter is for."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements planned for it."""


class Phase(Node):
    """A step of the whole plan, and what it contains."""

    id: Slug = Field(default_factory=str)  # none in a schema: reading makes one of the title
    """Unique among phases. Default: made of the title."""
    number: int = Field(default_factory=int, ge=1, le=MAX_NUMBER)  # none in a schema: reading counts them
    """Its place in the order. Default: its place in the list."""
    title: Text
    """"Foundation"."""
    summary: LongText | None = None
    """What it contains."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements in it."""


def _named(value: Any, handler: ValidatorFunctionWrapHandler) -> Quarter | Phase:
    step: Quarter | Phase = handler(value)
    if "id" not in step.model_fields_set:
        object.__setattr__(step, "id", slug_from(step.title))
    return step


def _counted(phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
    for place, phase in enumerate(phases, start=1):
        if "number" not in phase.model_fields_set:
            object.__setattr__(phase, "number", place)
    return phases


Quarters = tuple[Annotated[Quarter, WrapValidator(_named)], ...]
"""As a file has them: one that nobody has named is named by its title."""
Phases = Annotated[tuple[Annotated[Phase, WrapValidator(_named)], ...], AfterValidator(_counted)]
"""The same; one that nobody has numbered has its place in the list for a number."""
