"""Triggers of made-up enhancements: single metrics and events, several together, and some in words alone."""

from __future__ import annotations

from typing import Any

from benchmarks.texts import EVENTS, METRICS


def trigger(number: int) -> dict[str, Any]:
    """Kind, short form and condition of an enhancement's trigger; a third of each kind."""
    place = number // 3
    event, metric = _event(place), _metric(place)
    match number % 3:
        case 0:
            return {"kind": "immediate", "condition": _words(event), "when": event}
        case 1 if place % 4 == 3:
            both = [metric, _metric(place + 1)]
            return {"kind": "growth", "condition": " and ".join(map(_words, both)), "when": {"all": both}}
        case 1:
            return {"kind": "growth", "condition": _words(metric), "when": metric}
        case _ if place % 3 == 2:
            return {"kind": "business", "condition": "When customers ask for it"}
        case _:
            either = [event, _event(place + 1), metric]
            return {"kind": "business", "condition": " or ".join(map(_words, either)), "when": {"any": either}}


def _event(place: int) -> dict[str, Any]:
    return {"event": EVENTS[place % len(EVENTS)]["id"]}


def _metric(place: int) -> dict[str, Any]:
    metric = METRICS[place % len(METRICS)]
    thresholds = metric["thresholds"]
    return {"metric": metric["id"], "above": thresholds[place // len(METRICS) % len(thresholds)]}


def _words(condition: dict[str, Any]) -> str:
    if "event" in condition:
        return next(event["title"] for event in EVENTS if event["id"] == condition["event"])
    title = next(metric["title"] for metric in METRICS if metric["id"] == condition["metric"])
    return f"{title} > {condition['above']:,}"
