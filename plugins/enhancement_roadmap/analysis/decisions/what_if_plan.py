"""What would the plan say with other people, estimates and days?"""

from __future__ import annotations

import re

from enhancement_roadmap.analysis.decisions.setting import SettingError, read
from enhancement_roadmap.model import Amount, Enhancement, Estimate, PartialDate, Roadmap, Team

_FORM = re.compile(r"([+-])?\s*(\d{1,6}(?:\.\d{1,4})?)")


def with_capacity(roadmap: Roadmap, identity: str, value: str) -> Roadmap:
    """The roadmap with another number of people in a team.

    Args:
        roadmap: the roadmap.
        identity: id of the team.
        value: a number of people, or ``+1`` and ``-1`` for more or fewer than there are.

    Raises:
        SettingError: there is no such team, or the value is no number.
    """
    plan = roadmap.plan
    if identity not in {team.id for team in plan.teams}:
        raise SettingError(f"there is no team ‘{identity}’", identity, [team.id for team in plan.teams])
    found = _FORM.fullmatch(value)
    if found is None:
        raise SettingError(f"capacity is a number of people as 2 or 2.5, or +1 for one more, not ‘{value}’")
    teams = tuple(_team(team, found[1], float(found[2])) if team.id == identity else team for team in plan.teams)
    return roadmap.model_copy(update={"plan": plan.model_copy(update={"teams": teams})})


def _team(team: Team, sign: str | None, number: float) -> Team:
    if sign is None:
        return team.model_copy(update={"size": Amount(number, number), "people": ()})
    there = (team.size.middle if team.size else 0) + (number if sign == "+" else -number)
    if there < 0:
        raise SettingError(f"so many people are not in {team.id}: write how many there are instead")
    return team.model_copy(update={"size": Amount(there, there)})


def with_estimate(_roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
    """The enhancement with another estimate.

    Raises:
        SettingError: the value is none.
    """
    estimate = read(Estimate.parse, value, f"an estimate is a range with its unit as ‘3-5 sprints’, not ‘{value}’")
    return item.model_copy(update={"scope": item.scope.model_copy(update={"timeline": estimate}), "left": None})


def with_due(_roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
    """The enhancement with another day by which it should be done.

    Raises:
        SettingError: the value is no day.
    """
    day = read(PartialDate.parse, value, f"due is a day as 2027-06-30, or a month, not ‘{value}’")
    return item.model_copy(update={"due": day})


def with_start(_roadmap: Roadmap, item: Enhancement, value: str) -> Enhancement:
    """The enhancement with another day before which it can not begin.

    Raises:
        SettingError: the value is no day.
    """
    day = read(PartialDate.parse, value, f"not-before is a day as 2027-06-30, or a month, not ‘{value}’")
    return item.model_copy(update={"not_before": day})
