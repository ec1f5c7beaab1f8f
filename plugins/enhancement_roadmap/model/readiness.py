"""Where an enhancement stands against the readiness criteria."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator
from pydantic.json_schema import WithJsonSchema

from enhancement_roadmap.model.base import Node
from enhancement_roadmap.model.long_text import LongText

ReadinessState = Literal["yes", "partly", "no"]


class Readiness(Node):
    """Where one enhancement stands against one readiness criterion."""

    state: ReadinessState
    """`yes`, `partly` or `no`."""
    note: LongText | None = None
    """What is missing, or why it counts as met."""


_STATES = {state: Readiness.model_construct(state=state) for state in get_args(ReadinessState)}
"""Answers without a note, one for all who give it: there may be seven for each enhancement."""


def _state_alone(value: Any) -> Any:
    return _STATES.get(value, {"state": value}) if isinstance(value, str) else value


ReadinessOrState = Annotated[
    Readiness,
    BeforeValidator(
        _state_alone, json_schema_input_type=Readiness | Annotated[str, WithJsonSchema({"enum": ["yes", "partly", "no", True, False]})]
    ),
]
