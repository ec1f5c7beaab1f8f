"""Small plans solved exactly, which the schedule is held against; ``python -m support.exact_schedules`` (in ``tests``) solves them anew.

The problem is that of the schedule without ranges: work on a team's enhancements may be interrupted from one day to the next, each
takes one person of its team at a time, and none begins before those that it needs are over. The exact solution is found by a
search day by day over what is left of each, which keeps what it has found; no day leaves a person idle who could work, since work
that is done early is never in the way.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from pathlib import Path

STORED = Path(__file__).with_name("exact_schedules.json")
COUNT = 60
TASKS = 10
TEAMS = 2


@dataclass(frozen=True)
class SmallPlan:
    """Work of days, one person at a time.

    Attributes:
        days: how long each task takes.
        teams: who does it, by the place of the team.
        needs: places of the tasks that must be over first.
        people: how many there are in each team.
    """

    days: tuple[int, ...]
    teams: tuple[int, ...]
    needs: tuple[tuple[int, ...], ...]
    people: tuple[int, ...]


def small_plan(seed: int) -> SmallPlan:
    """A plan made by chance, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311
    needs = [tuple(sorted(chance.sample(range(place), min(place, chance.choice((0, 1, 1, 2)))))) for place in range(TASKS)]
    return SmallPlan(
        days=tuple(chance.randint(1, 5) for _ in range(TASKS)),
        teams=tuple(chance.randrange(TEAMS) for _ in range(TASKS)),
        needs=tuple(needs),
        people=tuple(chance.choice((1, 2)) for _ in range(TEAMS)),
    )


def fewest_days(plan: SmallPlan) -> int:
    """The least number of days in which all of it can be done."""

    @cache
    def search(left: tuple[int, ...]) -> int:
        if not any(left):
            return 0
        ready = [place for place, days in enumerate(left) if days and not any(left[need] for need in plan.needs[place])]
        of_team = [[place for place in ready if plan.teams[place] == team] for team in range(TEAMS)]
        choices = [list(combinations(places, min(plan.people[team], len(places)))) for team, places in enumerate(of_team)]
        return 1 + min(search(_after(left, [place for chosen in picked for place in chosen])) for picked in product(*choices))

    return search(plan.days)


def _after(left: tuple[int, ...], worked_on: list[int]) -> tuple[int, ...]:
    return tuple(days - (place in worked_on) for place, days in enumerate(left))


def stored() -> dict[int, int]:
    """The fewest days of each plan, by its seed."""
    return {int(seed): days for seed, days in json.loads(STORED.read_text(encoding="utf-8")).items()}


if __name__ == "__main__":
    STORED.write_text(json.dumps({str(seed): fewest_days(small_plan(seed)) for seed in range(COUNT)}) + "\n", encoding="utf-8")
