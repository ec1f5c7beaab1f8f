"""The schedule of those who ask for it: what works it out takes numpy, which nobody imports before."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.analysis.decisions.decision import Action
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.schedule.result import Schedule


def schedule_if_any(facts: Facts, actions: Mapping[str, Action]) -> Schedule | None:
    """The dates of a roadmap; None where its plan has no team.

    Args:
        facts: the roadmap on a day.
        actions: what to do about each enhancement, by its id.
    """
    if not facts.roadmap.plan.teams:
        return None
    from enhancement_roadmap.analysis.schedule.schedule import schedule_of

    return schedule_of(facts, actions)
