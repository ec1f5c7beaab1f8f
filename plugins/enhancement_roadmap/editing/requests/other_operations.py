"""What a page may ask about the roadmap: its order, its plan, a new enhancement, a reading, a review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator

from enhancement_roadmap.editing.held_reviews import hold_review
from enhancement_roadmap.editing.metrics_text import MetricsText
from enhancement_roadmap.editing.new_enhancement import add_enhancement
from enhancement_roadmap.editing.new_reading import NewReading, number_of, past, source_of
from enhancement_roadmap.editing.plan_order import move_in_order, move_out, move_to
from enhancement_roadmap.editing.readings import add_readings
from enhancement_roadmap.editing.requests.operation import (
    Asked,
    EditOperation,
    FieldError,
    Identity,
    SomeDay,
    SomeIdentity,
    SomeText,
    SomeWords,
    Words,
    none_of_nothing,
)
from enhancement_roadmap.editing.roadmap_draft import RoadmapDraft
from enhancement_roadmap.editing.stored_metrics import METRICS_FILE
from enhancement_roadmap.editing.value_text import PlainValue
from enhancement_roadmap.model import PartialDate
from enhancement_roadmap.model.sign_off import Verdict

T = TypeVar("T")


class PlaceInOrder(EditOperation):
    """Another place in the order"""

    operation: Literal["order"] = "order"
    enhancement: Identity
    beside: Annotated[Identity, Asked("Before", "choice", "enhancements")]
    """It comes before this one in the roadmap's order."""
    after: bool = False

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        move_in_order(draft, self.enhancement, self.beside, after=self.after)


class PlanFor(EditOperation):
    """Plan it for"""

    operation: Literal["plan"] = "plan"
    enhancement: Identity
    step: Annotated[Identity, Asked("Phase or quarter", "choice", "steps")]
    """In this phase or quarter it stands in no other one then."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        move_to(draft, self.enhancement, self.step)


class TakeOutOfPlan(EditOperation):
    """Out of it"""

    operation: Literal["unplan"] = "unplan"
    enhancement: Identity
    step: Annotated[Identity, Asked("Phase or quarter", "choice", "steps")]
    """In this phase or quarter it stands no more."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        move_out(draft, self.enhancement, self.step)


class AddEnhancement(EditOperation):
    """New enhancement"""

    operation: Literal["new"] = "new"
    title: Annotated[Words, Asked("Title")]
    """What it is called. Its file has the next free number."""
    priority: Annotated[SomeIdentity, Asked("Priority", "choice", "priorities")] = None
    """How important it is."""
    trigger: Annotated[SomeWords, Asked("Trigger")] = None
    """What makes it due: a sentence."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        said: dict[str, PlainValue | None] = {"priority": self.priority, "trigger": self.trigger}
        add_enhancement(draft, self.title, {key: value for key, value in said.items() if value})


class AddReading(EditOperation):
    """Add a reading"""

    operation: Literal["reading"] = "reading"
    metric: Identity
    value: Annotated[Words, Asked("Value", "number")]
    """A plain number, in the metric's unit."""
    on: Annotated[SomeDay, Asked("Read on", "day")] = None
    """A day or a month, as 2026-11-24 or 2026-11; left empty: today."""
    source: Annotated[SomeWords, Asked("Source")] = None
    """Where the value comes from."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        content = draft.text(METRICS_FILE).data
        on = _read("on", lambda: past(self.on or PartialDate.of(day), day))
        value = _read("value", lambda: number_of(self.value))
        source = _read("source", lambda: source_of(self.source or ""))
        reading = NewReading(self.metric, on, value, source)
        draft.changed[METRICS_FILE] = add_readings(MetricsText(content), [reading]).data


def _read(field: str, read: Callable[[], T]) -> T:
    """What a field says, or else what is wrong with it."""
    try:
        return read()
    except ValueError as error:
        raise FieldError([(field, f"{error}.")]) from error


class HoldReview(EditOperation):
    """Note that it was held"""

    operation: Literal["review"] = "review"
    review: Words
    on: Annotated[SomeDay, Asked("Held on", "day")] = None
    """A day or a month, as 2026-11-24 or 2026-11; left empty: today."""
    by: Annotated[SomeWords, Asked("Held by", "choice", "stakeholders")] = None
    """The stakeholder who held it; left empty: all of them."""
    verdict: Annotated[Verdict | None, BeforeValidator(none_of_nothing), Asked("Verdict", "choice", "verdicts")] = None
    """What came of it."""
    remark: Annotated[SomeText, Asked("Remark", "text")] = None
    """What was said."""

    def draft(self, draft: RoadmapDraft, day: date) -> None:
        said = {"by": self.by, "verdict": self.verdict, "remark": self.remark}
        hold_review(draft, self.review, self.on or PartialDate.of(day), said)
