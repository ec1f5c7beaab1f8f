"""Forms for the operations of pages, made of the operations themselves and of the data: what is asked, what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.fields import FieldInfo

from enhancement_roadmap.editing.data_text import DataText
from enhancement_roadmap.editing.metrics_text import EditError
from enhancement_roadmap.editing.requests import EditOperation
from enhancement_roadmap.editing.requests.operation import Asked, Control
from enhancement_roadmap.hosts.live.form_source import CHOICES, Choices, FormSource
from enhancement_roadmap.hosts.live.item_fields import ItemField, item_fields
from enhancement_roadmap.model import PartialDate, Requirement, Scale, ScaleLevel
from enhancement_roadmap.model.levels import values_by_title

_WHERE: Mapping[str, str] = {
    "criteria": "Add ‘readiness_criteria’ to roadmap.yml.",
    "steps": "Add ‘phases’ or ‘quarters’ to plan.yml.",
    "stakeholders": "Add ‘stakeholders’ to governance.yml.",
}
"""Where what there is to choose from is written, for those choices that a roadmap may not have."""
_NO_SCALES = (
    "there are no scales to assess on yet. Add ‘scoring’ to roadmap.yml: ‘risk’ and ‘impact’, each with a title and its levels. "
    "The guide ‘Weigh an enhancement’ has some to copy."
)


def form_of(operation: type[EditOperation], source: FormSource) -> Mapping[str, Any]:
    """What a page shows to fill in for an operation.

    Args:
        operation: its class.
        source: what it is made of.

    Raises:
        EditError: what it is about is not there, or nothing is there to choose from.
    """
    name = str(operation.model_fields["operation"].default)
    if "requirement" in operation.model_fields:
        source.requirement()
    elif "enhancement" in operation.model_fields:
        source.item()
    if name == "assess" and source.insight.roadmap.about.scoring is None:
        raise EditError(_NO_SCALES)
    if name == "set":
        controls = [_field_control(field) for field in item_fields(source.loaded, source.insight, source.item())]
    else:
        controls = [*_controls(operation, source)]
    return {
        "operation": name,
        "title": (operation.__doc__ or "").strip().rstrip("."),
        "subject": _subject(operation, source),
        "about": dict(source.about),
        "controls": controls,
        "scales": _scales(source) if name == "assess" else None,
        "takesBack": _taken_back(name, source),
    }


def _controls(operation: type[EditOperation], source: FormSource) -> Iterator[Mapping[str, Any]]:
    now = _values_now(str(operation.model_fields["operation"].default), source)
    for name, field in operation.model_fields.items():
        asked = next((part for part in field.metadata if isinstance(part, Asked)), None)
        if asked is None or name in source.about:
            continue
        choices = CHOICES[asked.choices](source) if asked.control == "choice" else ()
        if asked.control == "choice" and field.is_required() and not choices:
            where = _WHERE.get(asked.choices or "", "")
            raise EditError(f"there is nothing to choose from for ‘{asked.label}’: the roadmap has none yet. {where}".rstrip())
        explained = f"Now: {_status_now(source)}. {field.description}" if asked.choices == "statuses" else field.description or ""
        yield _control(name, asked.label, asked.control, explained, now.get(name, ""), choices, required=field.is_required())


def _control(
    name: str, label: str, control: Control, explained: str, value: str | list[str], choices: Choices, *, required: bool
) -> Mapping[str, Any]:
    said = {"name": name, "label": label, "control": control, "help": explained, "value": value, "required": required}
    return {**said, "choices": [list(pair) for pair in choices]}


def _field_control(field: ItemField) -> Mapping[str, Any]:
    name = f"fields.{field.name}"
    said = _control(name, field.label, field.control, field.help, field.value, field.choices, required=field.name == "title")
    return {**said, "group": field.group}


def _values_now(operation: str, source: FormSource) -> Mapping[str, str]:
    """What stands in the data now for the fields of an operation."""
    match operation:
        case "tick" | "waive" | "reword-requirement":
            return _requirement_now(source.requirement())
        case "assess":
            known = source.item().assessment
            return {} if known is None else {"risk": str(known.risk), "impact": str(known.impact)}
        case "defer":
            deferred = source.item().deferred
            return {} if deferred is None else {"until": _day(deferred.until), "why": deferred.why}
        case "accept":
            accepted = source.item().acceptance
            return {} if accepted is None else {"by": accepted.by, "until": _day(accepted.until), "why": accepted.why}
        case "readiness":
            answer = source.item().readiness.get(source.about.get("criterion", ""))
            return {} if answer is None else {"state": answer.state, "note": answer.note or ""}
        case _:
            return {}


def _taken_back(operation: str, source: FormSource) -> Mapping[str, str] | None:
    """The field that an operation writes, where the data have it, and how it is called that it goes."""
    if operation == "defer" and source.item().deferred:
        return {"field": "deferred", "words": "No longer put off"}
    if operation == "accept" and source.item().acceptance:
        return {"field": "acceptance", "words": "No longer accepted"}
    return None


def _requirement_now(requirement: Requirement) -> Mapping[str, str]:
    evidence = requirement.evidence[0] if len(requirement.evidence) == 1 else ""
    said = {"on": _day(requirement.done_on), "by": requirement.done_by or "", "evidence": evidence}
    return {**said, "why": requirement.why or "", "text": requirement.text}


def _status_now(source: FormSource) -> str:
    return source.insight.statuses[source.item().status].title


def _day(day: PartialDate | None) -> str:
    return "" if day is None else day.isoformat()


def _subject(operation: type[EditOperation], source: FormSource) -> str:
    """What the form is about, in the words of the data."""
    fields: Mapping[str, FieldInfo] = operation.model_fields
    if "requirement" in fields:
        return source.requirement().text
    if "criterion" in fields:
        criteria = {each.id: each.text for each in source.insight.roadmap.about.readiness_criteria}
        return criteria.get(source.about.get("criterion", ""), "")
    if "enhancement" in fields:
        return source.item().numbered_name
    metrics = {each.id: each.title for each in source.insight.roadmap.metrics.metrics}
    reviews = {each.id: each.title for each in source.insight.roadmap.governance.reviews}
    return {**metrics, **reviews}.get(source.about.get("metric") or source.about.get("review") or "", "")


def _scales(source: FormSource) -> Mapping[str, Any] | None:
    scoring, known = source.insight.roadmap.about.scoring, source.item().assessment
    if scoring is None:
        return None
    document = DataText(source.loaded.positions[source.loaded.files[source.item().id]].content)
    scales = {"risk": scoring.risk, "impact": scoring.impact}
    now = {name: known and str(document.value(("assessment", name))) for name in scales}
    return {name: _scale(scale, in_words=any(map(str.isalpha, now[name] or ""))) for name, scale in scales.items()}


def _scale(scale: Scale, *, in_words: bool) -> Mapping[str, Any]:
    """A scale with its levels: number, title, and what a file says for it, which is the word where it has words already."""
    values = values_by_title((level.title, level.value) for level in scale.levels)
    levels = sorted(scale.levels, key=lambda level: level.value)
    return {"title": scale.title, "levels": [[str(each.value), each.title, _written(each, values, in_words=in_words)] for each in levels]}


def _written(level: ScaleLevel, values: Mapping[str, int], *, in_words: bool) -> str:
    word = level.title.casefold()
    return word if in_words and values.get(word) == level.value else str(level.value)
