"""Where does an enhancement stand by the facts, and where may it go from there?"""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.model import Stage, Status

NOT_STARTED: frozenset[Stage] = frozenset(("proposed", "triggered", "ready"))
"""Stages before work begins; the facts can tell them apart."""
FINISHED: frozenset[Stage] = frozenset(("done", "cancelled"))
"""Stages after which nothing is left to do."""


def derived_stage(declared: Stage, *, has_fired: bool, is_prepared: bool, is_blocked: bool) -> Stage:
    """What the status of an enhancement means by the facts.

    Work that has begun, is done, deferred or cancelled is so because people say it. Before that, the facts tell: an
    enhancement is triggered once its trigger has fired, or somebody has seen that it has (the status says so), and ready
    once it also meets every readiness criterion and waits for no other.

    Args:
        declared: what the status in its file means.
        has_fired: whether its trigger has fired.
        is_prepared: whether every readiness criterion is met.
        is_blocked: whether an enhancement that it depends on is not done.
    """
    if declared not in NOT_STARTED:
        return declared
    if not has_fired and declared == "proposed":
        return "proposed"
    return "ready" if is_prepared and not is_blocked else "triggered"


def following(statuses: Mapping[str, Status]) -> Mapping[str, Mapping[str, Status]] | None:
    """For each status's id the statuses that may follow it, by their ids.

    Args:
        statuses: all statuses, by their ids, in their order.

    Returns:
        What ``moves_to`` names; None where no status has any: then moves are free, and each may follow each other.
    """
    if not any(status.moves_to for status in statuses.values()):
        return None
    return {name: {to: statuses[to] for to in status.moves_to} for name, status in statuses.items()}
