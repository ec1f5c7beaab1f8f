"""The roadmap as a plan of action and milestones, as NIST's OSCAL 1.1 has it: an item and a risk for each enhancement.

What is said in Markdown has passed the text door; what OSCAL knows as plain text is plain. The ids of everything follow from the
title of the plan and from its own ids, so that the same thing has the same id in every version of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, Requirement, Stage
from enhancement_roadmap.model.issues import issue_address
from enhancement_roadmap.sentences import printable_json
from enhancement_roadmap.text import document_text, is_web, one_line, plain
from enhancement_roadmap.text.long import document_blocks

VERSION = "1.1.3"
"""The version of OSCAL."""

_NAMESPACE = "https://mkdocs-enhancement-roadmap.invalid/ns/oscal"
"""Whose the names of properties are that OSCAL does not know; an address that nobody will ever have."""

_RISK_STATUS: Mapping[Stage, str] = {"in-progress": "remediating", "done": "closed", "cancelled": "closed"}
"""What OSCAL calls the status of a risk, where it is more than ``open``."""


def oscal(insight: Insight, items: Sequence[Enhancement]) -> str | None:
    """The plan as OSCAL's JSON.

    Args:
        insight: the roadmap on the day.
        items: the enhancements to tell.

    Returns:
        None where there is no enhancement: OSCAL knows no empty plan.
    """
    return printable_json({"plan-of-action-and-milestones": _Plan(insight).data(items)}) if items else None


class _Plan:
    """Makes the parts of one plan."""

    def __init__(self, insight: Insight) -> None:
        self._insight = insight
        self._about = insight.roadmap.about

    def data(self, items: Sequence[Enhancement]) -> Mapping[str, Any]:
        """The whole plan."""
        return {
            "uuid": self._uuid("plan"),
            "metadata": {
                "title": _line(self._about.title),
                "last-modified": _moment(self._insight.today),
                "version": _value(self._about.version or self._insight.today.isoformat()),
                "oscal-version": VERSION,
            },
            "risks": [self._risk(item) for item in items],
            "poam-items": [self._item(item) for item in items],
        }

    def _item(self, item: Enhancement) -> Mapping[str, Any]:
        return _given(
            {
                "uuid": self._uuid("item", item.id),
                "title": _line(item.title),
                "description": self._description(item),
                "props": list(self._properties(item)),
                "links": list(_links(item)),
                "related-risks": [{"risk-uuid": self._uuid("risk", item.id)}],
            }
        )

    def _risk(self, item: Enhancement) -> Mapping[str, Any]:
        reason = item.analysis.reasoning if item.analysis else None
        return _given(
            {
                "uuid": self._uuid("risk", item.id),
                "title": _line(item.title),
                "description": self._description(item),
                "statement": _words(reason) if reason else self._description(item),
                "status": self._status(item),
                "deadline": _moment(item.due.last) if item.due else None,
                "remediations": [self._remediation(item)] if item.requirements else [],
            }
        )

    def _remediation(self, item: Enhancement) -> Mapping[str, Any]:
        """What is done about the risk: each requirement that is counted is a milestone."""
        return {
            "uuid": self._uuid("remediation", item.id),
            "lifecycle": "completed" if self._insight.stages[item.id] == "done" else "planned",
            "title": _line(item.title),
            "description": self._description(item),
            "tasks": [self._milestone(item, leaf) for leaf in item.leaves],
        }

    def _milestone(self, item: Enhancement, requirement: Requirement) -> Mapping[str, Any]:
        said = {
            "status": requirement.status,
            "done-on": requirement.done_on.isoformat() if requirement.done_on else None,
            "done-by": requirement.done_by,
            "owner": requirement.owner,
        }
        return _given(
            {
                "uuid": self._uuid("milestone", item.id, requirement.id),
                "type": "milestone",
                "title": _line(requirement.text),
                "props": [*_named(said), *_many("evidence", requirement.evidence), *_many("control", requirement.controls)],
                "links": [_link(issue_address(requirement.issue), "issue")] if requirement.issue else [],
                "timing": {"on-date": {"date": _moment(requirement.due.last)}} if requirement.due else None,
                "remarks": _words(requirement.why) if requirement.why else None,
            }
        )

    def _status(self, item: Enhancement) -> str:
        return "deviation-approved" if self._insight.is_accepted(item) else _RISK_STATUS.get(self._insight.stages[item.id], "open")

    def _description(self, item: Enhancement) -> str:
        """What it is; where nobody says, what makes it due, else its title."""
        return _words(item.description or (item.trigger.summary if item.trigger else item.title))

    def _properties(self, item: Enhancement) -> Iterator[Mapping[str, str]]:
        insight, assessment = self._insight, item.assessment
        progress = insight.progress[item.id]
        yield from _named(
            {
                "id": item.id,
                "status": item.status,
                "priority": insight.priorities[item.id],
                "trigger-state": insight.trigger_states[item.id],
                "risk": str(assessment.risk) if assessment else None,
                "impact": str(assessment.impact) if assessment else None,
                "score": str(assessment.score) if assessment else None,
                "requirements-done": f"{progress.done} of {progress.total}" if progress.total else None,
                "accepted-by": item.acceptance.by if item.acceptance else None,
                "accepted-until": item.acceptance.until.isoformat() if item.acceptance and item.acceptance.until else None,
                "deferred-until": item.deferred.until.isoformat() if item.deferred and item.deferred.until else None,
            }
        )
        yield from _many("owner", item.owners)
        yield from _many("control", item.controls)

    def _uuid(self, *names: str) -> str:
        # No id has a slash: no two things are called the same.
        return str(uuid5(NAMESPACE_URL, f"enhancement-roadmap:{'/'.join(names)}/{one_line(self._about.title)}"))


def _links(item: Enhancement) -> Iterator[Mapping[str, str]]:
    if item.issue:
        yield _link(issue_address(item.issue), "issue")
    for link in item.links:
        if is_web(link.url):
            yield _link(link.url, "reference", link.title)


def _link(address: str, relation: str, text: str | None = None) -> Mapping[str, str]:
    return {"href": address, "rel": relation, **({"text": _line(text)} if text else {})}


def _named(values: Mapping[str, str | None]) -> list[Mapping[str, str]]:
    return [{"name": name, "ns": _NAMESPACE, "value": _value(value)} for name, value in values.items() if value]


def _many(name: str, values: Sequence[str]) -> list[Mapping[str, str]]:
    return [prop for value in values for prop in _named({name: value})]


def _given(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what nothing is said of: OSCAL knows no empty list."""
    return {name: value for name, value in values.items() if value not in (None, [])}


def _line(text: str) -> str:
    """A line of Markdown."""
    return document_text(text, starts_block=False)


def _words(text: str) -> str:
    """Markdown of several blocks."""
    return "\n\n".join(document_blocks(text))


def _value(text: str) -> str:
    """Plain text of one line."""
    return one_line(plain(text))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
