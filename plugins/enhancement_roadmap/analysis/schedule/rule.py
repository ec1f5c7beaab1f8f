"""In what order people take work up: the rule that the whole schedule follows.

Work that has begun goes on. Of the rest, what is due first goes first; then what the decision framework puts first (start,
prepare, any time…; what only waits for others counts as any time, since the list sees to that itself); then what has the
higher score, and the higher priority. Where all that is equal, what the longest chain of work waits behind goes first (the rule
of the latest start, which makes for short plans: Kolisch 1996), and last of all what stands first in the roadmap. What something
urgent waits for is as urgent as that.

This is the list of a serial schedule generation scheme (Kelley 1963): each task in turn is given the earliest time that those
before it have left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from enhancement_roadmap.analysis.decisions.decision import ACTIONS, Action
from enhancement_roadmap.analysis.facts import Facts
from enhancement_roadmap.analysis.priority.scoring import urgency
from enhancement_roadmap.analysis.schedule.tasks import Task

Urgency = tuple[bool, bool, date, int, tuple[float, float, float], int, int, int]


def in_turn(tasks: Sequence[Task], facts: Facts, actions: Mapping[str, Action]) -> list[int]:
    """Places of tasks in the order in which they are given their time, each behind those that it needs.

    Args:
        tasks: each behind those that it needs.
        facts: the roadmap on the day.
        actions: what to do about each enhancement, by its id.
    """
    behind = _work_behind(tasks)
    order_of = [_urgency(task, facts, actions[task.item.id], work) for task, work in zip(tasks, behind, strict=True)]
    needed_by: list[list[int]] = [[] for _ in tasks]
    for place in reversed(range(len(tasks))):
        for need in tasks[place].needs:
            order_of[need.task] = min(order_of[need.task], order_of[place])
            needed_by[need.task].append(place)
    waiting = [len(task.needs) for task in tasks]
    ready = [(order_of[place], -behind[place], place) for place, count in enumerate(waiting) if not count]
    heapify(ready)
    order: list[int] = []
    while ready:
        *_, place = heappop(ready)
        order.append(place)
        for other in needed_by[place]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, (order_of[other], -behind[other], other))
    return order


def _urgency(task: Task, facts: Facts, action: Action, behind: int) -> Urgency:
    """The less, the earlier."""
    item = task.item
    due = item.due.last if item.due else date.max
    place = ACTIONS.index("any-time" if action == "watch" and item.trigger is None else action)
    score = urgency(item)
    return (
        task.fixed is None,
        not task.is_running,
        due,
        place,
        score,
        facts.priority_rank(item),
        -behind,
        facts.place[item.id],
    )


def _work_behind(tasks: Sequence[Task]) -> list[int]:
    """For each task the ticks of the longest chain that begins with it, as if there were people enough."""
    longest = [task.duration.mode for task in tasks]
    for place in reversed(range(len(tasks))):
        for need in tasks[place].needs:
            longest[need.task] = max(longest[need.task], tasks[need.task].duration.mode + need.lag.mode + longest[place])
    return longest
