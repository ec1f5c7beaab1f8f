"""Who has agreed to what, until when: proof, deferral, accepted risk, approval."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from enhancement_roadmap.model.base import Node, Text
from enhancement_roadmap.model.dates import PartialDate
from enhancement_roadmap.model.framework import Scoring
from enhancement_roadmap.model.long_text import LongText
from enhancement_roadmap.model.ranges import LevelRange


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str | int | float) else value


Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed, json_schema_input_type=Text | tuple[Text, ...])]
"""A text, or several."""


class Link(Node):
    """Where more about an enhancement is."""

    title: Text | None = None
    """What people call it; default: the address."""
    url: Text
    """Its address: `https://…`, or a page of the site."""


def _address_alone(value: Any) -> Any:
    return {"url": value} if isinstance(value, str) else value


LinkOrAddress = Annotated[Link, BeforeValidator(_address_alone, json_schema_input_type=Link | Text)]


class Deferral(Node):
    """Why an enhancement is not begun now, and until when."""

    until: PartialDate | None = None
    """The day from which it counts again; it is looked at then."""
    why: LongText
    """The reason."""


class Acceptance(Node):
    """A risk that somebody answers for, for now, instead of doing something about it."""

    by: Text
    """Who accepts it."""
    on: PartialDate | None = None
    """When they did."""
    until: PartialDate | None = None
    """The day on which this ends, and the enhancement counts again."""
    why: LongText
    """The reason."""


class Residual(Node):
    """The risk that stays when an enhancement is done: its place in the priority matrix then."""

    risk: LevelRange
    """Level on the risk scale, by number or by title."""
    impact: LevelRange
    """Level on the business impact scale, by number or by title."""

    @property
    def has_words(self) -> bool:
        """Whether words name risk or impact, so that only scales tell the levels."""
        return bool(self.risk.words or self.impact.words)

    def on_scales(self, scoring: Scoring) -> Residual | None:
        """The same with its levels on these scales; None where its words name none of them."""
        risk, impact = scoring.risk.resolved(self.risk), scoring.impact.resolved(self.impact)
        return None if risk is None or impact is None else self.model_copy(update={"risk": risk, "impact": impact})

    @property
    def score(self) -> LevelRange:
        """Risk level × business impact."""
        return self.risk * self.impact


class Approval(Node):
    """Somebody has agreed to an enhancement as it was on a day."""

    by: Text
    """Who."""
    on: PartialDate
    """When; what changes later was not agreed to."""
    remark: LongText | None = None
    """On what condition."""


Verdict = Literal["agreed", "agreed-with-remarks", "not-agreed"]


class HeldReview(Node):
    """A review that was held."""

    on: PartialDate
    """When."""
    by: Text | None = None
    """Id or name of the stakeholder who held it; default: all of them."""
    verdict: Verdict | None = None
    """`agreed`, `agreed-with-remarks` or `not-agreed`."""
    remark: LongText | None = None
    """What was said."""
