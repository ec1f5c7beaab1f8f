"""The fields of an enhancement that a page shows to fill in, with what the schema says of each and what the file says now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.requests.operation import Control
from enhancement_roadmap.loading import Loaded, schema_text
from enhancement_roadmap.model import FILE_KINDS, Enhancement, OwnField

_LABELS: Mapping[str, tuple[str, Control]] = {
    "title": ("Title", "line"),
    "short_title": ("Short title", "line"),
    "priority": ("Priority", "choice"),
    "owner": ("Owner", "entries"),
    "labels": ("Labels", "entries"),
    "due": ("Due", "day"),
    "scope.timeline": ("Estimate", "line"),
    "trigger": ("Trigger", "line"),
    "trigger.summary": ("Trigger", "line"),
    "description": ("Description", "text"),
    "scope.depends_on": ("Depends on", "entries"),
    "scope.dependencies": ("Dependencies", "text"),
    "scope.impact": ("What it enables", "text"),
    "analysis.benefits": ("Benefits", "text"),
    "analysis.reasoning": ("Reasoning", "text"),
    "analysis.demerits": ("Demerits", "text"),
    "analysis.maintainability": ("Maintainability", "text"),
}
"""What there is to fill in, in its order; what a file says in another form than text or a list is left to an editor."""
_OWN: Mapping[str, Control] = {"date": "day", "choice": "choice", "yes-no": "choice", "number": "number", "list": "entries"}


@dataclass(frozen=True, slots=True)
class ItemField:
    """A field to fill in.

    Attributes:
        name: its name, with dots where it is in another.
        label: what it is called.
        control: what there is to fill in.
        help: what the schema says of it.
        value: what the file says now; empty where it says nothing.
        choices: where it is one of some, each with its words.
    """

    name: str
    label: str
    control: Control
    help: str
    value: str | list[str]
    choices: Sequence[tuple[str, str]] = ()


def item_fields(loaded: Loaded, insight: Insight, item: Enhancement) -> Iterator[ItemField]:
    """The fields of an enhancement, in their order, those of the team's own last.

    Args:
        loaded: what the folder says.
        insight: answers about the roadmap.
        item: the enhancement.
    """
    document = DataText(loaded.positions[loaded.files[item.id]].content)
    of_trigger = {"trigger"} if isinstance(document.value(("trigger",)), dict) else {"trigger.summary"}
    priorities = [(level.id, level.title) for level in insight.roadmap.about.priorities]
    for name, (label, control) in _LABELS.items():
        value = document.value(tuple(name.split(".")))
        if name not in of_trigger and not isinstance(value, dict):
            yield ItemField(name, label, control, _help(name), _value(value, control), priorities if name == "priority" else ())
    for field in insight.roadmap.about.fields:
        if field.of == "enhancement":
            control = _OWN.get(field.type, "line")
            value = _value(document.value(("fields", field.id)), control)
            yield ItemField(f"fields.{field.id}", field.title, control, f"In {field.unit}." if field.unit else "", value, _choices(field))


def _value(value: Any, control: Control) -> str | list[str]:
    if control == "entries":
        return [] if value is None else [*map(str, value)] if isinstance(value, list) else [str(value)]
    return "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def _choices(field: OwnField) -> Sequence[tuple[str, str]]:
    choices = ("yes", "no") if field.type == "yes-no" else field.choices or ()
    return [(choice, choice) for choice in choices]


def _help(name: str) -> str:
    """What the schema says of a field, as plain words."""
    schema = _schema()
    first, _, rest = name.partition(".")
    part = schema["$defs"][first.capitalize()] if rest else schema
    return str(part["properties"][rest or first].get("description", "")).replace("`", "").replace("roadmap.yml", "‘roadmap.yml’")


@cache
def _schema() -> Mapping[str, Any]:
    kind = next(kind for kind in FILE_KINDS if kind.name == "enhancement")
    schema: Mapping[str, Any] = json.loads(schema_text(kind))
    return schema
