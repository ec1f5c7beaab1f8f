"""The fields of an enhancement that a page shows to fill in, with what the schema says of each and what the file says now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.requests.operation import Control
from enhancement_roadmap.loading import Loaded, schema_text
from enhancement_roadmap.model import FILE_KINDS, Enhancement, OwnField
from enhancement_roadmap.records import dataclass


class _AskedFor(NamedTuple):
    """How a field is asked for.

    Attributes:
        label: what it is called.
        control: what there is to fill in.
        help: in place of what the schema says, where that is for who writes files.
    """

    label: str
    control: Control
    help: str | None = None


_GROUPS: Mapping[str, Mapping[str, _AskedFor]] = {
    "": {
        "title": _AskedFor("Title", "line"),
        "short_title": _AskedFor("Short title", "line"),
        "priority": _AskedFor("Priority", "choice", ""),
        "owner": _AskedFor("Owner", "entries", "Who answers for it."),
        "labels": _AskedFor("Labels", "entries"),
        "description": _AskedFor("Description", "text"),
    },
    "When": {
        "trigger": _AskedFor("Trigger", "line"),
        "trigger.summary": _AskedFor("Trigger", "line"),
        "scope.timeline": _AskedFor("Estimate", "line"),
        "team": _AskedFor("Team", "choice", "Who works on it."),
        "not_before": _AskedFor("Not before", "day"),
        "due": _AskedFor("Due", "day"),
        "fixed": _AskedFor("Settled days", "line"),
        "left": _AskedFor("Left to do", "line"),
        "scope.depends_on": _AskedFor("Depends on", "entries", "What must be done first; ‘keys after 2 weeks’ if it takes time then."),
        "scope.dependencies": _AskedFor("Dependencies", "text"),
    },
    "What it means": {
        "scope.impact": _AskedFor("What it enables", "text"),
        "analysis.benefits": _AskedFor("Benefits", "text"),
        "analysis.reasoning": _AskedFor("Reasoning", "text"),
        "analysis.demerits": _AskedFor("Demerits", "text"),
        "analysis.maintainability": _AskedFor("Maintainability", "text"),
    },
}
"""What there is to fill in, in its order; what a file says in another form than text or a list is left to an editor."""
_OWN: Mapping[str, Control] = {"date": "day", "choice": "choice", "yes-no": "choice", "number": "number", "list": "entries"}
_OF_OWN = "Your own fields"
_FORMS: Mapping[Control, str] = {
    "day": "A day or a month: 2027-03-01 or 2027-03.",
    "entries": "Commas part several.",
    "lines": "One a line.",
}
"""How something is written, by its control."""


@dataclass(frozen=True, slots=True)
class ItemField:
    """A field to fill in.

    Attributes:
        name: its name, with dots where it is in another.
        label: what it is called.
        control: what there is to fill in.
        help: what it is, and how it is written.
        value: what the file says now; empty where it says nothing.
        choices: where it is one of some, or several of them, each with its words.
        group: the heading that it stands below; empty for those at the beginning.
    """

    name: str
    label: str
    control: Control
    help: str
    value: str | list[str]
    choices: Sequence[tuple[str, str]] = ()
    group: str = ""


def item_fields(loaded: Loaded, insight: Insight, item: Enhancement) -> Iterator[ItemField]:
    """The fields of an enhancement, in their order, those of the team's own last.

    Args:
        loaded: what the folder says.
        insight: answers about the roadmap.
        item: the enhancement.
    """
    document = DataText(loaded.positions[loaded.files[item.id]].content)
    choices = _known(insight, item)
    left_out = _left_out(document, insight, item)
    for group, fields in _GROUPS.items():
        for name, shown in fields.items():
            value = document.value(tuple(name.split(".")))
            if name not in left_out and not isinstance(value, dict):
                found = ItemField(name, shown.label, shown.control, _help(name) if shown.help is None else shown.help, "", (), group)
                yield _filled(found, value, choices.get(name, ()))
    for field in insight.roadmap.about.fields:
        if field.of == "enhancement":
            unit = f"In {field.unit}." if field.unit else ""
            own = ItemField(f"fields.{field.id}", field.title, _OWN.get(field.type, "line"), unit, "", (), _OF_OWN)
            yield _filled(own, document.value(("fields", field.id)), _choices(field))


def _filled(field: ItemField, value: Any, choices: Sequence[tuple[str, str]]) -> ItemField:
    """A field with what the file says; entries that have commas stand in lines."""
    control = field.control
    if control == "entries":
        said: str | list[str] = [] if value is None else [*map(_entry, value)] if isinstance(value, list) else [str(value)]
        control = "lines" if any("," in entry for entry in said) else control
    else:
        said = "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value).strip()
    explained = " ".join(filter(None, (field.help, _FORMS.get(control, ""))))
    return replace(field, control=control, help=explained, value=said, choices=choices)


def _entry(value: Any) -> str:
    """An entry of a list as somebody writes it; a dependency may say how long after it."""
    return " after ".join(value[key] for key in ("id", "after") if key in value) if isinstance(value, dict) else str(value)


def _left_out(document: DataText, insight: Insight, item: Enhancement) -> set[str]:
    """Fields that nobody needs here: one of the two forms of a trigger, a team where there is none, the rest of what is not begun."""
    found = {"trigger"} if isinstance(document.value(("trigger",)), dict) else {"trigger.summary"}
    if not insight.roadmap.plan.teams:
        found.add("team")
    if item.left is None and insight.statuses[item.status].counts_as != "in-progress":
        found.add("left")
    return found


def _known(insight: Insight, item: Enhancement) -> Mapping[str, Sequence[tuple[str, str]]]:
    """What there is to choose from, by the names of fields."""
    roadmap = insight.roadmap
    others = [other for other in roadmap.enhancements if other.id != item.id]
    owners = dict.fromkeys(owner for each in roadmap.enhancements for owner in each.owners)
    labels = dict.fromkeys(label for each in roadmap.enhancements for label in each.labels)
    return {
        "priority": [(level.id, level.title) for level in roadmap.about.priorities],
        "team": [(team.id, team.title) for team in roadmap.plan.teams],
        "owner": [(owner, owner) for owner in sorted(owners)],
        "labels": [(label, label) for label in sorted(labels)],
        "scope.depends_on": [(other.id, other.numbered_name) for other in others],
    }


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
