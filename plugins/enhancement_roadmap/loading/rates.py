"""Costs in time that nobody can turn into money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.causes import Cause, Consequence, by_cause
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
    yield from by_cause(_without_rates(sources, nodes, file))


def _without_rates(sources: Sequence[Source], nodes: Mapping[str, Node], plan: Source | None) -> Iterator[Consequence]:
    hint = "Add ‘rates: {per_hour: …}’ to plan.yml."
    place = plan.positions.of_value(()) if plan else None
    cause = Cause("RM412", "there are no rates to turn time into money", lambda: (place, hint), "warning")
    for source in sources:
        item = nodes.get(source.name)
        if isinstance(item, Enhancement) and item.costs and item.costs.times:
            message = f"there are no rates to turn {', '.join(item.costs.times)} into money"
            yield Consequence(cause, source, ("costs",), (message, hint), is_key=True)
