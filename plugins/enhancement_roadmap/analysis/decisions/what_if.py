"""What would the roadmap say if some facts were other?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated

from pydantic import AllowInfNan, TypeAdapter
from pydantic_core import PydanticCustomError

from enhancement_roadmap.analysis.decisions.setting import Setting, SettingError, read
from enhancement_roadmap.analysis.decisions.what_if_plan import with_capacity, with_due, with_estimate, with_start
from enhancement_roadmap.model import (
    Assessment,
    Enhancement,
    Event,
    LevelRange,
    MetricsFile,
    PartialDate,
    Readiness,
    ReadinessState,
    Reading,
    Roadmap,
)
from enhancement_roadmap.model.numbers import plain_number

_LEVELS: TypeAdapter[LevelRange] = TypeAdapter(LevelRange)
_VALUES: TypeAdapter[float] = TypeAdapter(Annotated[float, AllowInfNan(False)])
_ANSWERS = {"yes": True, "true": True, "no": False, "false": False}
_STATES: Mapping[str, ReadinessState] = {"yes": "yes", "partly": "partly", "no": "no"}


def suppose(roadmap: Roadmap, settings: Iterable[Setting], today: date) -> Roadmap:
    """The roadmap with some facts replaced; the one that is given stays as it is.

    Args:
        roadmap: the roadmap.
        settings: what is supposed. A metric's id gives it a reading on `today`; an event's id says whether, or on which
            day, it happened; ``risk.ID`` and ``impact.ID`` set a level (by its number or title), ``priority.ID`` and
            ``status.ID`` an id, ``readiness.ID`` the state of every criterion and ``readiness.ID.CRITERION`` that of one;
            ``estimate.ID``, ``due.ID`` and ``not-before.ID`` say how long and when, ``capacity.TEAM`` how many people there are.
        today: the day of supposed readings.

    Raises:
        SettingError: a setting does not fit the roadmap.
    """
    for setting in settings:
        roadmap = _with(roadmap, setting, today)
    return roadmap


def _with(roadmap: Roadmap, setting: Setting, today: date) -> Roadmap:
    match setting.path:
        case (name,):
            return _with_measure(roadmap, name, setting.value, today)
        case ("capacity", identity):
            return with_capacity(roadmap, identity, setting.value)
        case (kind, identity, *rest) if kind in _CHANGES and (not rest or (kind == "readiness" and len(rest) == 1)):
            return _with_item(roadmap, identity, lambda item: _CHANGES[kind](roadmap, item, setting.value, *rest))
        case (kind, *_):
            name = ".".join(setting.path)
            raise SettingError(f"‘{name}’ can not be set", kind, [f"{known}.ID" for known in (*_CHANGES, "capacity")])
    raise SettingError("nothing is set")


def _with_measure(roadmap: Roadmap, name: str, value: str, today: date) -> Roadmap:
    file = roadmap.metrics
    metrics = {metric.id: metric for metric in file.metrics}
    events = {event.id: event for event in file.events}
    if name in metrics:
        reading = Reading.model_construct(on=PartialDate(today.year, today.month, today.day), value=_number(name, value))
        metrics[name] = metrics[name].model_copy(update={"readings": (*metrics[name].readings, reading)})
    elif name in events:
        events[name] = _happened(events[name], value)
    else:
        raise SettingError(f"there is no metric or event ‘{name}’", name, [*metrics, *events])
    changed = MetricsFile.model_construct(metrics=tuple(metrics.values()), events=tuple(events.values()))
    return roadmap.model_copy(update={"metrics": changed})


def _number(name: str, value: str) -> float:
    try:
        number = plain_number(value)
    except PydanticCustomError as error:
        raise SettingError(f"{name}: ‘{value}’ {error.message()}") from error
    found: float = read(_VALUES.validate_python, number, f"{name} is a number, which ‘{value}’ is not")
    return found


def _happened(event: Event, value: str) -> Event:
    if value.lower() in _ANSWERS:
        return event.model_copy(update={"happened_on": None, "happened": _ANSWERS[value.lower()]})
    day = read(PartialDate.parse, value, f"whether {event.id} happened is ‘yes’, ‘no’ or a day as 2025-06-30, not ‘{value}’")
    return event.model_copy(update={"happened_on": day, "happened": None})


def _with_item(roadmap: Roadmap, identity: str, change: Callable[[Enhancement], Enhancement]) -> Roadmap:
    if identity not in {item.id for item in roadmap.enhancements}:
        raise SettingError(f"there is no enhancement ‘{identity}’", identity, [item.id for item in roadmap.enhancements])
    items = tuple(change(item) if item.id == identity else item for item in roadmap.enhancements)
    return roadmap.model_copy(update={"enhancements": items})


def _level(axis: str) -> Callable[[Roadmap, Enhancement, str], Enhancement]:
    def change(roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
        scoring = roadmap.about.scoring
        if scoring is None or item.assessment is None:
            raise SettingError(f"{item.id} has no assessment to change")
        scale = scoring.risk if axis == "risk" else scoring.impact
        said: LevelRange = read(_LEVELS.validate_python, value, f"{axis} is a level as 3 or 3-4, not ‘{value}’")
        levels = scale.resolved(said)
        if levels is None:
            raise SettingError(f"{axis} has no level ‘{value}’", value, [level.title for level in scale.levels])
        if not {levels.low, levels.high} <= set(scale.values):
            raise SettingError(f"{axis} ‘{value}’ is off the scale, which has {', '.join(map(str, scale.values))}")
        assessment: Assessment = item.assessment.model_copy(update={axis: levels})
        return item.model_copy(update={"assessment": assessment})

    return change


def _priority(roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
    return _identified("priority", [level.id for level in roadmap.about.priorities], item, value)


def _status(roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
    return _identified("status", [status.id for status in roadmap.about.statuses], item, value)


def _identified(key: str, known: list[str], item: Enhancement, value: str) -> Enhancement:
    if value not in known:
        raise SettingError(f"there is no {key} ‘{value}’", value, known)
    return item.model_copy(update={key: value})


def _readiness(roadmap: Roadmap, item: Enhancement, value: str, criterion: str | None = None) -> Enhancement:
    known = [entry.id for entry in roadmap.about.readiness_criteria]
    if criterion is not None and criterion not in known:
        raise SettingError(f"there is no readiness criterion ‘{criterion}’", criterion, known)
    if value not in _STATES:
        raise SettingError(f"readiness is ‘yes’, ‘partly’ or ‘no’, not ‘{value}’")
    answers = dict.fromkeys([criterion] if criterion else known, Readiness(state=_STATES[value]))
    return item.model_copy(update={"readiness": {**item.readiness, **answers}})


_CHANGES: Mapping[str, Callable[..., Enhancement]] = {
    "risk": _level("risk"),
    "impact": _level("impact"),
    "priority": _priority,
    "status": _status,
    "readiness": _readiness,
    "estimate": with_estimate,
    "due": with_due,
    "not-before": with_start,
}
"""What can be set of an enhancement, by the first part of the name."""
