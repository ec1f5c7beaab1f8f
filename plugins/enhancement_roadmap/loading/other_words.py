"""What people call things elsewhere, and what they are called here: the one table of such words.

A word is only ever answered with what there is: a key that the model has at this place, a choice that is valid there.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("name", "heading", "headline", "caption"),
    "name": ("title", "person", "who"),
    "short_title": ("short_name", "nickname", "abbreviation"),
    "text": ("requirement", "criterion", "task", "title", "description", "name"),
    "summary": ("sentence", "text", "description"),
    "description": ("desc", "about", "abstract", "body", "details"),
    "notes": ("note", "comment", "comments", "remarks"),
    "note": ("notes", "comment", "comments", "remark"),
    "why": ("because", "justification", "rationale", "reason"),
    "id": ("slug", "identifier", "uid"),
    "number": ("no", "nr", "num", "index"),
    "due": ("deadline", "due_date", "due_on", "due_by", "target_date", "finish_by", "end_date"),
    "label": ("tags", "tag", "labels", "category"),
    "labels": ("tags", "tag", "label", "categories", "category", "keywords", "topics"),
    "owner": ("assignee", "assignees", "assigned_to", "responsible", "lead", "owners", "accountable"),
    "status": ("state", "stage", "progress"),
    "priority": ("prio", "importance", "urgency"),
    "priorities": ("priority_levels", "levels"),
    "done": ("completed", "finished", "checked", "ticked", "closed"),
    "evidence": ("proof", "proofs", "artifacts", "artefacts", "attachments"),
    "controls": ("control", "standards", "compliance", "requirement_ids"),
    "acceptance": ("accepted", "risk_acceptance", "accepted_by"),
    "deferred": ("deferral", "postponed", "snoozed", "on_hold"),
    "approved": ("approval", "approvals", "approved_by", "sign_off", "signed_off"),
    "links": ("link", "references", "refs", "urls", "see_also"),
    "after": ("residual", "residual_risk", "target"),
    "done_on": ("completed_on", "completed_at", "finished_on", "closed_on", "date"),
    "on": ("date", "day", "when", "at", "as_of"),
    "by": ("author", "assessor", "reviewer"),
    "requirements": ("tasks", "task_list", "todo", "todos", "checklist", "steps", "criteria", "acceptance_criteria", "deliverables"),
    "parts": ("subtasks", "children", "steps"),
    "trigger": ("starts_when", "start_when", "condition", "when"),
    "when": ("if", "rule"),
    "scope.timeline": ("estimate", "effort", "duration", "size", "timeframe", "timeline"),
    "timeline": ("estimate", "effort", "duration", "size", "timeframe"),
    "scope.depends_on": ("depends", "dependencies", "blocked_by", "requires", "needs", "after", "prerequisites", "depends_on"),
    "depends_on": ("depends", "blocked_by", "requires", "needs", "after", "prerequisites"),
    "assessment.risk": ("likelihood", "probability", "severity", "risk_level"),
    "risk": ("likelihood", "probability", "severity"),
    "assessment.impact": ("business_impact", "consequence"),
    "impact": ("business_impact", "consequence"),
    "analysis.benefits": ("benefits", "advantages", "pros"),
    "benefits": ("advantages", "pros"),
    "demerits": ("disadvantages", "drawbacks", "cons"),
    "costs": ("cost", "budget", "expenses"),
    "benefit": ("value", "gain"),
    "recommendation": ("decision", "verdict"),
    "verdict": ("decision", "recommendation"),
    "kind": ("type",),
    "above": ("over", "greater_than", "more_than", "threshold", "min", "minimum"),
    "below": ("under", "less_than", "max", "maximum"),
    "happened_on": ("date", "on", "day"),
    "value": ("score", "number", "points", "amount"),
    "meaning": ("description", "explanation", "definition"),
    "cadence": ("frequency", "interval", "every", "rhythm"),
    "last_held": ("last", "held_on", "last_review"),
    "maintainer": ("author", "owner", "editor"),
    "updated": ("last_updated", "date", "modified"),
    "overview": ("introduction", "summary", "intro"),
    "readiness_criteria": ("readiness", "definition_of_ready"),
    "scoring": ("scales", "scores"),
    "limit": ("max", "count", "first", "top"),
    "sort": ("order", "order_by", "sort_by"),
}
"""Other words for keys, by what a key is called here; one of a mapping further in has its path."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "proposed": ("todo", "to do", "planned", "backlog", "new", "idea", "open", "draft", "not started"),
    "in-progress": ("wip", "work in progress", "doing", "started", "active", "ongoing", "underway"),
    "done": ("completed", "complete", "finished", "closed", "shipped", "released", "resolved", "implemented", "yes", "true", "x"),
    "open": ("todo", "to do", "in progress", "wip", "doing", "started", "no", "false", "planned", "not started", "new"),
    "deferred": ("postponed", "on hold", "paused", "later", "parked"),
    "cancelled": ("canceled", "rejected", "dropped", "abandoned", "wontfix", "won't do", "obsolete"),
    "yes": ("true", "done", "met", "y", "ok", "x"),
    "no": ("false", "open", "missing", "n", "not yet"),
    "partly": ("partial", "partially", "in progress", "some", "half"),
    "high": ("urgent", "critical", "top", "must", "severe", "p1"),
    "medium": ("normal", "moderate", "middle", "should", "p2"),
    "low": ("minor", "nice to have", "could", "p3"),
    "immediate": ("now", "event", "condition"),
    "growth": ("metric", "threshold", "usage"),
    "business": ("need", "market", "demand", "strategic"),
    "yearly": ("annual", "annually", "every year"),
    "half-yearly": ("biannual", "biannually", "semi-annual", "every six months"),
    "quarterly": ("every quarter", "every three months"),
    "monthly": ("every month",),
    "weekly": ("every week",),
    "implement": ("do", "go", "accept", "approve", "build"),
    "defer": ("postpone", "wait", "later"),
    "cancel": ("reject", "drop", "stop"),
}
"""Other words for choices, by what a choice is called here."""


def plain_word(word: str) -> str:
    """A word in lower case, with a space for whatever else sets its parts apart."""
    return re.sub(r"[\W_]+", " ", word[:100].casefold()).strip()


def _by_word(table: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, others in table.items():
        for other in others:
            found.setdefault(plain_word(other), []).append(name)
    return found


_KEYS, _CHOICES = _by_word(KEYS), _by_word(CHOICES)


def key_for(word: str, known: Container[str]) -> str | None:
    """The key that another word for it means.

    Args:
        word: what somebody wrote.
        known: the keys that there are, each by its path: ``owner``, ``scope.depends_on``.
    """
    return next((name for name in _KEYS.get(plain_word(word), ()) if name in known), None)


def choice_for(word: str, known: Container[str]) -> str | None:
    """The choice that another word for it means; `known` has those that there are."""
    return next((name for name in _CHOICES.get(plain_word(word), ()) if name in known), None)
