"""The whole roadmap as JSON, with what is worked out on a day, and the JSON Schema of that."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import DueReview, Insight
from enhancement_roadmap.model import Enhancement, Metric
from enhancement_roadmap.outputs.tables.columns import ENHANCEMENT_COLUMNS, REQUIREMENT_COLUMNS, Column, requirement_rows
from enhancement_roadmap.sentences import printable_json

VERSION = 1
"""Rises when a program that reads it has to change; keys may be added at any time."""


def roadmap_json(insight: Insight, items: Sequence[Enhancement]) -> str:
    """The roadmap as a JSON object.

    Args:
        insight: the roadmap on its day.
        items: the enhancements to tell.
    """
    about = insight.roadmap.about
    return printable_json(
        {
            "schema_version": VERSION,
            "today": insight.today.isoformat(),
            "title": about.title,
            "version": about.version,
            "priorities": [{"id": level.id, "title": level.title} for level in insight.levels.values()],
            "statuses": [{"id": name, "title": status.title} for name, status in insight.statuses.items()],
            "phases": [{"id": phase.id, "title": phase.title} for phase in insight.roadmap.plan.phases],
            "quarters": [{"id": quarter.id, "title": quarter.title} for quarter in insight.roadmap.plan.quarters],
            "enhancements": [_enhancement(item, insight) for item in items],
            "metrics": [_metric(metric) for metric in insight.metrics.values()],
            "reviews": [_review(review) for review in insight.reviews],
        }
    )


def _enhancement(item: Enhancement, insight: Insight) -> Mapping[str, Any]:
    facts = {column.name: column.value(item, insight) for column in ENHANCEMENT_COLUMNS if column.name not in _COUNTS}
    progress = insight.progress[item.id]
    requirements = [
        {column.name: column.value(row, insight) for column in REQUIREMENT_COLUMNS if column.name != "enhancement"}
        for row in requirement_rows([item])
    ]
    return {**facts, "progress": {"done": progress.done, "total": progress.total}, "requirements": requirements}


_COUNTS = ("requirements_done", "requirements")
"""What JSON says as ``progress``, since it has the requirements themselves."""


def _metric(metric: Metric) -> Mapping[str, Any]:
    readings = [{"on": reading.on.isoformat(), "value": reading.value, "example": reading.example} for reading in metric.readings]
    return {"id": metric.id, "title": metric.title, "unit": metric.unit, "readings": readings}


def _review(review: DueReview) -> Mapping[str, Any]:
    last = review.last_held
    return {
        "title": review.title,
        "due": review.due.isoformat(),
        "last_held": last.isoformat() if last else None,
        "is_overdue": review.is_overdue,
    }


def roadmap_schema() -> str:
    """The JSON Schema of what `roadmap_json` gives; keys that it does not name may come."""
    named = {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}}, "required": ["id", "title"]}
    progress = {"type": "object", "properties": {"done": {"type": "integer"}, "total": {"type": "integer"}}, "required": ["done", "total"]}
    requirement = _object(column for column in REQUIREMENT_COLUMNS if column.name != "enhancement")
    enhancement = _object(column for column in ENHANCEMENT_COLUMNS if column.name not in _COUNTS)
    enhancement["properties"] |= {"progress": progress, "requirements": {"type": "array", "items": requirement}}
    enhancement["required"] += ["progress", "requirements"]
    day, maybe_day = {"type": "string"}, {"type": ["string", "null"]}
    reading = {"type": "object", "properties": {"on": day, "value": {"type": "number"}, "example": {"type": "boolean"}}}
    metric = {
        "type": "object",
        "properties": {**named["properties"], "unit": maybe_day, "readings": {"type": "array", "items": reading}},  # type: ignore[dict-item]  # a mapping, as written above
        "required": ["id", "title", "unit", "readings"],
    }
    review = {
        "type": "object",
        "properties": {"title": day, "due": day, "last_held": maybe_day, "is_overdue": {"type": "boolean"}},
        "required": ["title", "due", "last_held", "is_overdue"],
    }
    lists = {"priorities": named, "statuses": named, "phases": named, "quarters": named}
    lists |= {"enhancements": enhancement, "metrics": metric, "reviews": review}
    properties: dict[str, Any] = {
        "schema_version": {"const": VERSION},
        "today": day,
        "title": day,
        "version": maybe_day,
        **{name: {"type": "array", "items": items} for name, items in lists.items()},
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A roadmap, with what is worked out on a day",
        "type": "object",
        "properties": properties,
        "required": [*properties],
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _object(columns: Iterable[Column[Any]]) -> dict[str, Any]:
    properties = {column.name: {"description": column.meaning, **column.schema} for column in columns}
    return {"type": "object", "properties": properties, "required": [*properties]}
