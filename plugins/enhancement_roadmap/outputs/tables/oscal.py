"""The roadmap as an OSCAL plan of action and milestones (NIST, OSCAL 1.1): each enhancement is a risk, and what is planned about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, Requirement
from enhancement_roadmap.sentences import printable_json, visible

OSCAL_VERSION = "1.1.3"
NAMESPACE = UUID("6f9d5c1e-54f3-5a0b-9c6e-7c1f0c1b8a11")
"""What the ids of the file are made in: the same enhancement has the same id in each export."""
_PROPERTIES = "https://github.com/mkdocs-enhancement-roadmap/oscal"
"""The namespace of properties that OSCAL does not name itself."""


def oscal_json(insight: Insight, items: Sequence[Enhancement]) -> str:
    """The plan as JSON.

    Args:
        insight: the roadmap on its day.
        items: the enhancements to tell; there has to be one.
    """
    about = insight.roadmap.about
    metadata = {
        "title": _line(about.title),
        "last-modified": _moment(insight.today),
        "version": _line(about.version or insight.today.isoformat()),
        "oscal-version": OSCAL_VERSION,
    }
    plan = {
        "uuid": _id("plan", about.title),
        "metadata": metadata,
        "system-id": {"identifier-type": "https://ietf.org/rfc/rfc4122", "id": _id("system", about.title)},
        "risks": [_risk(item, insight) for item in items],
        "poam-items": [_item(item) for item in items],
    }
    return printable_json({"plan-of-action-and-milestones": plan})


def _risk(item: Enhancement, insight: Insight) -> Mapping[str, Any]:
    why = item.assessment.why if item.assessment else None
    score = [{"name": "score", "ns": _PROPERTIES, "value": str(item.assessment.score)}] if item.assessment else []
    properties = [{"name": "roadmap-id", "ns": _PROPERTIES, "value": item.id}, *score]
    properties += [{"name": "control", "ns": _PROPERTIES, "value": _line(control)} for control in item.controls]
    risk: dict[str, Any] = {
        "uuid": _id("risk", item.id),
        "title": _line(item.title),
        "description": _text(item.description or item.title),
        "statement": _text(why or item.title),
        "props": properties,
        "status": _status(item, insight),
    }
    if item.due:
        risk["deadline"] = _moment(item.due.last)
    return risk | {"remediations": [_remediation(item)]}


def _status(item: Enhancement, insight: Insight) -> str:
    """What OSCAL calls the state of a risk."""
    if insight.is_finished(item):
        return "closed"
    if insight.is_accepted(item):
        return "deviation-approved"
    return "remediating" if insight.stages[item.id] == "in-progress" else "open"


def _remediation(item: Enhancement) -> Mapping[str, Any]:
    tasks = list(_tasks(item))
    trigger = item.trigger.summary if item.trigger else item.title
    made = {"uuid": _id("remediation", item.id), "lifecycle": "planned", "title": _line(item.title), "description": _text(trigger)}
    return {**made, "tasks": tasks} if tasks else made


def _tasks(item: Enhancement) -> Iterator[Mapping[str, Any]]:
    for requirement in item.leaves:
        task: dict[str, Any] = {
            "uuid": _id("task", item.id, requirement.id),
            "type": "milestone",
            "title": _line(requirement.text),
            "props": [{"name": "state", "ns": _PROPERTIES, "value": requirement.status}],
        }
        if requirement.due:
            task["timing"] = {"on-date": {"date": _moment(requirement.due.last)}}
        if words := _remarks(requirement):
            task["remarks"] = words
        yield task


def _remarks(requirement: Requirement) -> str:
    done = f"Done on {requirement.done_on.isoformat()}." if requirement.done_on else ""
    proof = f"Evidence: {'; '.join(requirement.evidence)}." if requirement.evidence else ""
    return _text(" ".join(filter(None, [done, proof, requirement.why])))


def _item(item: Enhancement) -> Mapping[str, Any]:
    return {
        "uuid": _id("item", item.id),
        "title": _line(item.title),
        "description": _text(item.description or item.title),
        "related-risks": [{"risk-uuid": _id("risk", item.id)}],
    }


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE, "\n".join(parts)))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _line(words: str) -> str:
    return visible(" ".join(words.split()))


def _text(words: str) -> str:
    return "\n".join(visible(line) for line in words.splitlines()).strip()
