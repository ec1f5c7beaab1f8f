"""What all enhancements of a made-up roadmap share: the document, the plan, who looks at it, what triggers are held against."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from typing import Any

from benchmarks.texts import CRITERIA, EVENTS, LEVELS, METRICS, REVIEWS, STAKEHOLDERS

MONTHS = 18
"""Readings of each metric, one a month."""


def about() -> dict[str, Any]:
    """``roadmap.yml``."""
    levels = [{"value": value, "title": title, "meaning": meaning} for value, title, meaning in LEVELS]
    return {
        "title": "Future Security Enhancements",
        "status": "Production ready",
        "purpose": "Planning reference for future security improvements",
        "maintainer": "Security Team",
        "version": "1.0",
        "updated": "2025-06",
        "last_review": "2025-05",
        "next_review": "2025-09",
        "overview": "This document outlines optional security enhancements for future planning cycles.",
        "priorities": [
            {"id": "high", "title": "High Priority", "meaning": "Security-critical for scaling beyond basic production", "from_score": 13},
            {"id": "medium", "title": "Medium Priority", "meaning": "Operational improvements and advanced security", "from_score": 6},
            {"id": "low", "title": "Low Priority", "meaning": "Nice-to-have features and optimizations"},
        ],
        "scoring": {"risk": {"title": "Risk Level", "levels": levels}, "impact": {"title": "Business Impact", "levels": levels}},
        "readiness_criteria": [{"id": key, "text": text} for key, text in CRITERIA.items()],
    }


def plan(enhancements: Sequence[str]) -> dict[str, Any]:
    """``plan.yml``.

    Args:
        enhancements: ids, in the order of numbers.
    """
    quarters = [list(enhancements[part::4]) for part in range(4)]
    return {
        "rates": {"currency": "$", "per_hour": "70-90", "hours_per_week": 40, "horizon_years": 3},
        "quarters": [
            {"id": f"q{place}", "title": f"Q{place}", "focus": "Implement what is due", "enhancements": ids}
            for place, ids in enumerate(quarters, 1)
        ],
        "phases": [
            {"id": f"phase-{place}", "number": place, "title": f"Step {place}", "summary": "What belongs together", "enhancements": ids}
            for place, ids in enumerate(quarters, 1)
        ],
    }


def governance() -> dict[str, Any]:
    """``governance.yml``."""
    reviews = [{**review} for review in REVIEWS]
    reviews[-1] |= {"last_held": "2024-06-02", "stakeholders": [stakeholder["id"] for stakeholder in STAKEHOLDERS]}
    return {"reviews": reviews, "stakeholders": [{**stakeholder} for stakeholder in STAKEHOLDERS], "contacts": [{"role": "Security Lead"}]}


def metrics() -> dict[str, Any]:
    """``metrics.yml``."""
    return {
        "metrics": [
            {key: metric[key] for key in ("id", "title", "unit") if key in metric} | {"readings": _readings(*metric["values"])}
            for metric in METRICS
        ],
        "events": [{**event} for event in EVENTS],
    }


def _readings(start: float, change: float) -> list[dict[str, Any]]:
    """A reading at the end of each month up to May 2025, now a little above the straight line and now below it."""
    readings = []
    for month in range(MONTHS):
        year, of_year = divmod(11 + month, 12)
        day = monthrange(2023 + year, of_year + 1)[1]
        value = round(start + change * (month + (-1) ** month * 0.6), 1)
        readings.append({"on": f"{2023 + year}-{of_year + 1:02}-{day}", "value": value, "source": "monthly report"})
    return readings
