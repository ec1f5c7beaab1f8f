"""Plain values against the model; each of pydantic's errors becomes a finding in the words of the product."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from enhancement_roadmap.findings import Finding, choices_in_words
from enhancement_roadmap.loading.boxes import NO_BOXES, is_box
from enhancement_roadmap.loading.commas import cut_values
from enhancement_roadmap.loading.explanations import SHORT_FORMS, explanation
from enhancement_roadmap.loading.fields import choices_in, fields_at, models_at
from enhancement_roadmap.loading.unknown_keys import UnknownKeys
from enhancement_roadmap.loading.written_out import as_mapping
from enhancement_roadmap.model import Node
from enhancement_roadmap.strict_yaml.positions import Loc, Positions
from enhancement_roadmap.strict_yaml.quoting import named, show

N = TypeVar("N", bound=Node)


def validate(model: type[N], values: Any, positions: Positions) -> tuple[N | None, list[Finding]]:
    """Make an object of the model from plain values.

    Returns:
        The object (None where there is an error), and a finding for each mistake, in the order of the file.
    """
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    return None, sorted(_Mistakes(model, values, positions, details).findings())


class _Mistakes:
    """Errors of pydantic as findings, each in the place of what causes it."""

    def __init__(self, model: type[Node], values: Any, positions: Positions, details: Sequence[ErrorDetails]) -> None:
        self._model = model
        self._values = values
        self._positions = positions
        self._details = details
        unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
        self._cut = list(cut_values(unknown, values, positions))
        explained = {(*value.loc[:-1], key) for value in self._cut for key in (value.loc[-1], *value.keys)}
        self._unknown = UnknownKeys(model, (loc for loc in unknown if loc not in explained))
        self._explained = explained

    def findings(self) -> list[Finding]:
        """One for each mistake, in the order in which pydantic met them."""
        cut = [value.finding(self._positions) for value in self._cut]
        return cut + [self._finding(detail) for detail in self._details if not self._follows(detail)]

    def _follows(self, detail: ErrorDetails) -> bool:
        """Whether an error only follows from another.

        A misspelt key is missing under its right name, a value that ends at a comma has unknown keys behind it, and
        pydantic calls a list too short once its entries are invalid.
        """
        if detail["type"] == "missing" and self._unknown.is_missing_for(detail["loc"]):
            return True
        return tuple(detail["loc"]) in self._explained or (detail["type"] == "too_short" and bool(detail["input"]))

    def _finding(self, detail: ErrorDetails) -> Finding:
        kind, context = detail["type"], detail.get("ctx", {})
        loc, is_key = _as_written(detail["loc"], self._values)
        if kind == "missing":
            return self._missing(detail["loc"])
        if kind == "extra_forbidden":
            message = f"{show(loc[-1])} is not a key {_within(loc[:-1])}"
            return Finding(self._positions.of_key(loc), "RM301", message, self._unknown.hint(detail["loc"]))
        if is_box(loc, detail["input"]):
            return Finding(self._positions.of_value(loc), "RM214", f"{NO_BOXES}: {named(loc)}", "Write the words alone, behind ‘- ’.")
        place = self._positions.of_key(loc) if is_key else self._positions.of_value(loc)
        found = explanation(kind, named(loc), detail["input"], context)
        if kind == "model_type" and detail["input"] is not None:
            found = found._replace(hint=self._filled(detail["loc"], loc, detail["input"], str(context.get("class_name"))) or found.hint)
        return Finding(place, *found)

    def _missing(self, loc: Loc) -> Finding:
        around, _ = _as_written(loc[:-1], self._values)
        field = fields_at(self._model, loc[:-1]).get(str(loc[-1]))
        choices = choices_in(field.annotation) if field else []
        hint = f"Add ‘{loc[-1]}: …’. {choices_in_words(choices)}" if choices else f"Add ‘{loc[-1]}: …’."
        return Finding(self._positions.of_value(around), "RM302", f"the key ‘{loc[-1]}’ is missing {_within(around)}", hint)

    def _filled(self, loc: Loc, written: Loc, value: Any, class_name: str) -> str:
        """The mapping to write where something else stands; empty where there is a shorter way to say it."""
        found = [node for node in models_at(self._model, loc) if node.__name__ == class_name]
        return as_mapping(found[0], written, value) if found and class_name not in SHORT_FORMS else ""


def _as_written(loc: Loc, values: Any) -> tuple[Loc, bool]:
    """Where the file has what the model has at `loc`, and whether its key is meant.

    The model gives the short form of a value its long one: ``tools: [a, b]`` is ``tools: {options: [a, b]}``. Such a step
    into the long form is left out.
    """
    written: list[str | int] = []
    for step in loc:
        if _has(values, step):
            values = values[step]
            written.append(step)
    return written, len(loc) > len(written) and loc[-1] == "[key]"


def _has(values: Any, step: str | int) -> bool:
    return step in values if isinstance(values, dict) else isinstance(values, list) and isinstance(step, int) and step < len(values)


def _within(loc: Loc) -> str:
    return f"in {named(loc)}" if loc else "at the top level"
