"""Plain values against the model; each of pydantic's errors becomes a finding in the words of the product."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from enhancement_roadmap.findings import MOST_COMPARED, Finding, choices_in_words, closest
from enhancement_roadmap.loading.explanations import explanation
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
    meant = _meant(model, details)
    misspelt = {(*loc[:-1], name) for loc, name in meant.items() if name is not None}
    return None, sorted(_finding(model, detail, values, positions, meant) for detail in details if not _follows(detail, misspelt))


def _meant(model: type[Node], details: Iterable[ErrorDetails]) -> Mapping[tuple[str | int, ...], str | None]:
    """For the first unknown keys the one that each most likely stands for: comparing words takes its time."""
    unknown = (detail["loc"] for detail in details if detail["type"] == "extra_forbidden")
    return {loc: closest(str(loc[-1]), _fields_at(model, loc[:-1])) for loc in islice(unknown, MOST_COMPARED)}


def _follows(detail: ErrorDetails, misspelt: Container[tuple[str | int, ...]]) -> bool:
    """Whether an error only follows from another.

    A misspelt key is missing under its right name, and pydantic calls a list too short once its entries are invalid.
    """
    return (detail["type"] == "missing" and detail["loc"] in misspelt) or (detail["type"] == "too_short" and bool(detail["input"]))


def _finding(
    model: type[Node], detail: ErrorDetails, values: Any, positions: Positions, meant: Mapping[tuple[str | int, ...], str | None]
) -> Finding:
    kind = detail["type"]
    loc, is_key = _as_written(detail["loc"], values)
    if kind == "missing":
        return _missing(detail["loc"], values, positions)
    if kind == "extra_forbidden":
        known = list(dict.fromkeys(_fields_at(model, detail["loc"][:-1])))
        hint = choices_in_words(known, meant.get(detail["loc"])) if known else ""
        return Finding(positions.of_key(loc), "RM301", f"{show(loc[-1])} is not a key {_within(loc[:-1])}", hint)
    place = positions.of_key(loc) if is_key else positions.of_value(loc)
    return Finding(place, *explanation(kind, named(loc), detail["input"], detail.get("ctx", {})))


def _missing(loc: Loc, values: Any, positions: Positions) -> Finding:
    around, _ = _as_written(loc[:-1], values)
    return Finding(positions.of_value(around), "RM302", f"the key ‘{loc[-1]}’ is missing {_within(around)}", f"Add ‘{loc[-1]}: …’.")


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


def _fields_at(model: type[Node], loc: Loc) -> list[str]:
    """Names of the keys that a mapping at `loc` may have; empty where any will do.

    Args:
        model: what the whole file is.
        loc: from the root to the mapping.
    """
    types: list[Any] = [model]
    for step in loc:
        types = [inner for outer in types for inner in _inside(outer, step)]
    return [field.alias or name for kind in types for name, field in kind.model_fields.items()]


def _inside(model: type[Node], step: str | int) -> Iterator[type[Node]]:
    """Models that a field's value, or an entry of it, can be."""
    field = next((field for name, field in model.model_fields.items() if step == (field.alias or name)), None)
    if field is not None:
        yield from _nodes_in(field.annotation)
    else:
        yield model


def _nodes_in(annotation: Any) -> Iterator[type[Node]]:
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, Node):
        yield annotation
    for argument in get_args(annotation):
        yield from _nodes_in(argument)
