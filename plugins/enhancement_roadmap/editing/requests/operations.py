"""The one registry of what a page may ask for; each calls the function of `editing` that its command calls."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from enhancement_roadmap.editing.requests.item_operations import (
    Accept,
    AnswerReadiness,
    Assess,
    Defer,
    MoveStatus,
    SetFields,
)
from enhancement_roadmap.editing.requests.other_operations import (
    AddEnhancement,
    AddReading,
    HoldReview,
    PlaceInOrder,
    PlanFor,
    TakeOutOfPlan,
)
from enhancement_roadmap.editing.requests.requirement_operations import (
    AddRequirement,
    PlaceRequirement,
    RemoveRequirement,
    RewordRequirement,
    TickRequirement,
    UntickRequirement,
    WaiveRequirement,
)

Operation = Annotated[
    TickRequirement
    | UntickRequirement
    | WaiveRequirement
    | AddRequirement
    | RewordRequirement
    | PlaceRequirement
    | RemoveRequirement
    | SetFields
    | MoveStatus
    | Assess
    | AnswerReadiness
    | Defer
    | Accept
    | PlaceInOrder
    | PlanFor
    | TakeOutOfPlan
    | AddEnhancement
    | AddReading
    | HoldReview,
    Field(discriminator="operation"),
]
"""Every operation; a new one is a class with its line here."""


class EditRequest(BaseModel):
    """What a page sends.

    Attributes:
        do: the operation.
        state: name of the state of the folder that it was made from.
        key: the page's own name for this edit, so that one that is sent twice is done once.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    do: Operation
    state: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-zA-Z-]{8,64}$")]


OPERATIONS = {each.model_fields["operation"].default: each for each in get_args(get_args(Operation)[0])}
"""Every operation by its name."""
