"""Teams and days of the plan: lines that overlap, teams of nobody, roles and countries that there are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations

from enhancement_roadmap.findings import Choices, Finding, Place, closest
from enhancement_roadmap.loading.causes import Cause, Consequence, by_cause
from enhancement_roadmap.loading.source import Source
from enhancement_roadmap.model import Amount, Enhancement, GovernanceFile, Node, Person, PlanFile
from enhancement_roadmap.model.public_holidays import country_code, known_countries, region_code, regions_of
from enhancement_roadmap.strict_yaml import Loc, named, show
from enhancement_roadmap.strict_yaml.positions import Positions

_WHOLE = 1.0
"""All of somebody's time."""


def check_teams(sources: Sequence[Source], nodes: Mapping[str, Node]) -> Iterator[Finding]:
    """What the plan says of people and days that can not be.

    Args:
        sources: every file.
        nodes: what the files say that have no mistake, by their paths in the folder.
    """
    known = {source.kind: (nodes.get(source.name), source.positions) for source in sources if source.kind != "enhancement"}
    plan, positions = known.get("plan", (PlanFile(), None))
    if not isinstance(plan, PlanFile):
        return
    yield from by_cause(_unknown_teams(sources, nodes, plan))
    if positions is None:
        return
    yield from _taken_ids(plan, positions)
    yield from _teams_of_nobody(plan, positions)
    yield from _overlapping_people(plan, positions)
    yield from _overlapping_quarters(plan, positions)
    yield from _country(plan, positions)
    governance, _ = known.get("governance", (None, None))
    if isinstance(governance, GovernanceFile):
        yield from _roles(plan, governance, positions)


def _unknown_teams(sources: Sequence[Source], nodes: Mapping[str, Node], plan: PlanFile) -> Iterator[Consequence]:
    choices = Choices([team.id for team in plan.teams])
    file = next((source for source in sources if source.kind == "plan"), None)
    place = file.positions.of_value(("teams",)) if file else None
    for source in sources:
        item = nodes.get(source.name)
        if isinstance(item, Enhancement) and item.team is not None and item.team not in choices:
            hint = choices.suggestion(item.team) or "plan.yml has no team yet: add ‘teams’ to it."
            cause = Cause("RM417", f"there is no team {show(item.team)}", partial(_home, place, hint))
            yield Consequence(cause, source, ("team",), (f"team: {cause.message}", hint))


def _home(place: Place | None, hint: str) -> tuple[Place | None, str]:
    return place, hint


def _taken_ids(plan: PlanFile, positions: Positions) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, team in enumerate(plan.teams):
        if first.setdefault(team.id, index) != index:
            there = positions.of_value(("teams", first[team.id]))
            message = f"teams: the id {show(team.id)} is taken already, at {there}"
            yield Finding(
                positions.of_value(("teams", index)),
                "RM401",
                message,
                "Choose another ‘id’ or ‘title’; the older entry should keep its own.",
            )


def _teams_of_nobody(plan: PlanFile, positions: Positions) -> Iterator[Finding]:
    for index, team in enumerate(plan.teams):
        if not (team.size or Amount(0, 0)).high and not any(person.share.high for person in team.people):
            hint = "Add ‘people: 3’, or a list of them: ‘people: [Ada 50 % from 2026-09, Grace]’."
            yield Finding(positions.of_value(("teams", index)), "RM420", f"nobody is in the team {show(team.title)}", hint)


def _overlapping_people(plan: PlanFile, positions: Positions) -> Iterator[Finding]:
    """Lines of one person at one time: two in a team, or more than all of somebody's time in several."""
    lines: dict[str, list[tuple[Loc, str, Person]]] = defaultdict(list)
    for team_index, team in enumerate(plan.teams):
        for index, person in enumerate(team.people):
            lines[person.name.casefold()].append((("teams", team_index, "people", index), team.id, person))
    for found in lines.values():
        told: set[Loc] = set()
        for (_, first_team, first), (loc, team_id, second) in combinations(found, 2):
            share = first.share.middle + second.share.middle
            if (
                loc not in told
                and first.there.overlaps(second.there)
                and (first_team == team_id or (share > _WHOLE and max(first.share.high, second.share.high) <= _WHOLE))
            ):
                told.add(loc)
                same = "in the same team" if first_team == team_id else f"with {share * 100:.0f} % of the time in all"
                message = f"{named(loc)}: {show(second.name)} is there twice at one time, {same}"
                hint = "Let one line end before the next begins (‘to: …’), or add the shares up in one line."
                yield Finding(positions.of_value(loc), "RM419", message, hint, "warning")


def _overlapping_quarters(plan: PlanFile, positions: Positions) -> Iterator[Finding]:
    dated = [(index, quarter) for index, quarter in enumerate(plan.quarters) if quarter.from_ and quarter.to]
    for (_, first), (index, second) in combinations(dated, 2):
        if (
            first.from_
            and first.to
            and second.from_
            and second.to
            and not (first.to.last < second.from_.first or second.to.last < first.from_.first)
        ):
            message = f"the quarter {show(second.title)} has days in common with {show(first.title)}"
            hint = f"{first.title} ends on {first.to.last.isoformat()}: let one of the two end earlier, or begin later."
            yield Finding(positions.of_value(("quarters", index)), "RM419", message, hint, "warning")


def _country(plan: PlanFile, positions: Positions) -> Iterator[Finding]:
    holidays = plan.holidays
    if holidays is None or holidays.country is None:
        if holidays is not None and holidays.region is not None:
            yield Finding(
                positions.of_value(("holidays",)), "RM418", f"the region {show(holidays.region)} is of no country", "Add ‘country: …’."
            )
        return
    code = country_code(holidays.country)
    if code is None:
        meant = closest(holidays.country, list(known_countries()))
        hint = f"{f'Did you mean ‘{meant}’? ' if meant else ''}Write its ISO 3166 code, as ‘DE’, or its English name."
        yield Finding(_place(positions, "country"), "RM418", f"no holidays are known of the country {show(holidays.country)}", hint)
    elif holidays.region is not None and region_code(code, holidays.region) is None:
        hint = Choices(regions_of(code)).suggestion(holidays.region.upper()) or "Leave ‘region’ out."
        message = f"no holidays are known of the region {show(holidays.region)} of {holidays.country}"
        yield Finding(_place(positions, "region"), "RM418", message, hint)


def _place(positions: Positions, key: str) -> Place:
    return positions.of_value(("holidays", key))


def _roles(plan: PlanFile, governance: GovernanceFile, positions: Positions) -> Iterator[Finding]:
    choices = Choices([role.title for role in governance.roles])
    for team_index, team in enumerate(plan.teams):
        for index, person in enumerate(team.people):
            for place, role in enumerate(person.roles):
                if choices and role not in choices:
                    loc = ("teams", team_index, "people", index, "roles", place)
                    message = f"{named(loc)}: governance.yml has no role {show(role)}"
                    yield Finding(positions.of_value(loc), "RM421", message, choices.suggestion(role))
