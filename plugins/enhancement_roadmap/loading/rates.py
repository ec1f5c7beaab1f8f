"""Costs in time that nobody can turn into money."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source, amount, dig

_TIMES = ("training_hours", "maintenance_hours_per_month")


def check_rates(sources: Sequence[Source]) -> Iterator[Finding]:
    """Enhancements whose costs are time, in a plan that does not say what an hour costs."""
    plan = next((source for source in sources if source.kind == "plan"), None)
    if plan is not None and (plan.values is None or not isinstance(plan.values, dict) or "rates" in plan.values):
        return
    for item in sources:
        if item.kind == "enhancement" and (times := _times(item)):
            message = f"there are no rates to turn {', '.join(times)} into money"
            hint = "Add ‘rates: {per_hour: …}’ to plan.yml."
            yield Finding(item.positions.of_key(("costs",)), "RM412", message, hint, "warning")


def _times(item: Source) -> list[str]:
    """Keys of the costs that are time."""
    costs = dig(item.values, ("costs",))
    if not isinstance(costs, dict):
        return []
    times = ["development"] if costs.get("development") else []
    return times + [key for key in _TIMES if (hours := amount(costs.get(key))) is not None and hours.high > 0]
