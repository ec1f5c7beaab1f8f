"""The option of views of changes that chooses among them by what they do."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from enhancement_roadmap.analysis import listed
from enhancement_roadmap.diff import EffectChoice

Effects = Annotated[tuple[EffectChoice, ...], BeforeValidator(listed, json_schema_input_type=EffectChoice | tuple[EffectChoice, ...])]
"""One effect of a change, or several."""
