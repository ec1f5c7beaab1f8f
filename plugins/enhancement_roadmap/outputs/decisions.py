"""Decisions, for people and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from enhancement_roadmap.analysis import ACTION_TITLES, ACTIONS, Decision, Insight, changed_actions
from enhancement_roadmap.outputs.facts import trigger_data
from enhancement_roadmap.sentences import printable_json, visible
from enhancement_roadmap.text.long import flat

SCHEMA_VERSION = 1

Wrap = Callable[[str, str], Iterable[str]]
"""Gives the lines of a sentence, each with an indentation: it takes the indentation and the sentence."""


def decisions_text(insight: Insight, supposed: Insight | None = None, wrap: Wrap = lambda indent, text: [indent + text]) -> str:
    """A block a decision, under a heading for each action; with `supposed` first what would change.

    Args:
        insight: the roadmap on the day.
        supposed: the same with some facts replaced.
        wrap: breaks long sentences; default: each stays on its line.
    """
    shown = supposed or insight
    lines = list(_changes(insight, supposed)) if supposed is not None else []
    starts = {"start", "any-time"} & {decision.action for decision in shown.decisions}
    for action in ACTIONS:
        made = [decision for decision in shown.decisions if decision.action == action]
        nothing_starts = action == "start" and not starts
        if made or nothing_starts:
            lines += ["", f"{ACTION_TITLES[action]} ({len(made)})", *(line for decision in made for line in _block(decision, shown, wrap))]
        if nothing_starts:
            lines.append("  Nothing is both triggered and ready.")
    return "\n".join(lines).strip("\n")


def decisions_json(insight: Insight, supposed: Insight | None = None, settings: Sequence[str] = ()) -> str:
    """Decisions as a JSON object.

    Args:
        insight: the roadmap on the day.
        supposed: the same with some facts replaced.
        settings: these facts, as typed.

    Returns:
        ``schema_version``, ``today`` and ``decisions``, each with id, number, title, action, priority, score, trigger, missing
        readiness criteria, what it waits for and the reasons. With `supposed` also ``supposed`` (the settings) and
        ``changes`` (id, and the action before and after); the decisions are then those of the supposed roadmap.
    """
    shown = supposed or insight
    result: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "today": insight.today.isoformat()}
    if supposed is not None:
        changes = changed_actions(insight.decisions, supposed.decisions)
        result["supposed"] = list(settings)
        result["changes"] = [{"id": change.item.id, "before": change.before, "after": change.after} for change in changes]
    result["decisions"] = [_decision(decision, shown) for decision in shown.decisions]
    return printable_json(result)


def _changes(insight: Insight, supposed: Insight) -> Iterator[str]:
    changes = changed_actions(insight.decisions, supposed.decisions)
    yield f"Would change ({len(changes)})"
    for change in changes:
        before, after = ACTION_TITLES[change.before].lower(), ACTION_TITLES[change.after].lower()
        yield f"  {_shown(change.item.numbered_name)}: {before} → {after}"
    if not changes:
        yield "  No decision would be another."


def _block(decision: Decision, insight: Insight, wrap: Wrap) -> Iterator[str]:
    item = decision.item
    score = f", score {item.assessment.score}" if item.assessment else ""
    priority = insight.priorities[item.id] or insight.roadmap.about.wording.unprioritised.lower()
    yield f"  {_shown(item.numbered_name)} [{item.id}], {priority}{score}"
    for reason in [reason for reason in decision.reasons if not reason.is_plain] or decision.reasons[:1]:
        yield from wrap("     ", _shown(f"{reason.text} {reason.advice}"))


def _shown(text: str) -> str:
    return visible(" ".join(flat(text).split()))


def _decision(decision: Decision, insight: Insight) -> Mapping[str, Any]:
    item = decision.item
    score = item.assessment.score if item.assessment else None
    return {
        "id": item.id,
        "number": item.number,
        "title": item.title,
        "action": decision.action,
        "priority": insight.priorities[item.id],
        "status": item.status,
        "score": {"low": score.low, "high": score.high} if score else None,
        "trigger": trigger_data(insight.evaluations[item.id]),
        "missing": [answer.criterion.id for answer in insight.readiness[item.id].unmet],
        "waits_for": [other.id for other in insight.open_dependencies(item)],
        "fields": {one.field.id: list(one.values) for one in insight.own_values(item)},
        "reasons": [{"fact": reason.fact, "text": reason.text, "advice": reason.advice or None} for reason in decision.reasons],
    }
