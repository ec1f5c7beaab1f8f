"""In what order, over what time."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, ValidatorFunctionWrapHandler, WrapValidator, model_validator

from enhancement_roadmap.model.base import MAX_NUMBER, Node, Slug, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.periods import check_order
from enhancement_roadmap.model.slugs import slug_from


class PlanStep(Node):
    """What quarters and phases have in common: their days, where somebody has said them."""

    from_: PartialDate | None = Field(default=None, alias="from")
    """Its first day."""
    to: PartialDate | None = None
    """Its last day."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        check_order(self.from_, self.to)
        return self


class Quarter(PlanStep):
    """A quarter and what it is for; one without days has those that its title and its place say."""

    id: Slug = Field(default_factory=str)  # none in a schema: reading makes one of the title
    """Unique among quarters. Default: made of the title."""
    title: Text
    """"Q1"."""
    focus: LongText | None = None
    """What the quarter is for."""
    enhancements: tuple[Slug, ...] = ()
    """Ids of the enhancements planned for it."""


class Phase(PlanStep):
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
