"""Costs in time that nobody can turn into money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source
from enhancement_roadmap.model import Enhancement, Node, PlanFile


def check_rates(sources: Sequence[Source], nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """Enhancements whose costs are time, in a plan that does not say what an hour costs.

    Args:
        sources: every file.
        nodes: what the files say that have no mistake, by their paths in the folder.
    """
    file = next((source for source in sources if source.kind == "plan"), None)
    plan = nodes.get(file.name) if file else PlanFile()
    if not isinstance(plan, PlanFile) or plan.rates is not None:
        return
    for source in sources:
        item = nodes.get(source.name)
        if isinstance(item, Enhancement) and item.costs and item.costs.times:
            message = f"there are no rates to turn {', '.join(item.costs.times)} into money"
            hint = "Add ‘rates: {per_hour: …}’ to plan.yml."
            yield Finding(source.positions.of_key(("costs",)), "RM412", message, hint, "warning")
