"""What is most urgent?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from enhancement_roadmap.model import Enhancement


def ranked(enhancements: Iterable[Enhancement], priority_ranks: Mapping[str, int]) -> list[Enhancement]:
    """Enhancements with the most urgent first.

    By score (risk level × business impact), highest first, those without a score last; a range counts by its middle, and of
    two with the same middle the one that may be higher comes first. Then by risk, since harm outweighs gain; then by
    declared priority; then by number, so that the order never depends on chance.

    Args:
        enhancements: in any order.
        priority_ranks: for each priority level's id its place, 0 for the highest.
    """

    def urgency(item: Enhancement) -> tuple[float, ...]:
        rank = priority_ranks.get(item.priority, len(priority_ranks))
        if item.assessment is None:
            return 0, 0, 0, rank, item.number
        score, risk = item.assessment.score, item.assessment.risk
        return -score.middle, -score.high, -risk.middle, rank, item.number

    return sorted(enhancements, key=urgency)
