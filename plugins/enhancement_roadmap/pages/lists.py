"""Long lists: where each is cut, so that no page takes longer to load than to read.

A list begins on the page that it belongs to, with what is asked first; the rest stands on pages of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from enhancement_roadmap.analysis import ACTION_TITLES, ACTIONS, FINISHED, Insight
from enhancement_roadmap.links import CHECKLISTS, DECISIONS
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.records import dataclass

MANY = 80
"""Enhancements up to which the decision framework, which shows each of them several times, is one page."""
_ROWS = 200
"""Rows of a table on a page."""
_FEW = 25
"""Rows of each of the tables that share a page, once they are cut."""
_DATES = 40
"""Dates on the plan page, which shows each of them as a bar too, once they are cut."""
_REQUIREMENTS = 600
"""Requirements, and names of what they belong to, on a page."""

Span = tuple[int, int]
"""How many entries come before those of a part, and how many it has."""


@dataclass(frozen=True, slots=True)
class LongList:
    """A list of several parts.

    Attributes:
        of: its name, as in addresses.
        title: what it is a list of.
        view: the view that shows it.
        options: lines of the block of each part but the first.
        spans: its parts.
    """

    of: str
    title: str
    view: str
    options: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def first(self) -> int:
        """How many entries stand on the page that it begins on."""
        return self.spans[0][1]

    @property
    def count(self) -> int:
        """Number of its parts."""
        return len(self.spans)

    def lines(self, number: int) -> tuple[str, ...]:
        """The block of a part, line by line.

        Args:
            number: of the part, from 1.
        """
        skip, limit = self.spans[number - 1]
        names = ("after", "each") if self.of.startswith(DECISIONS) else ("skip", "limit")
        return (f"view: {self.view}", *self.options, f"{names[0]}: {skip}", f"{names[1]}: {limit}")


def long_lists(insight: Insight) -> Mapping[str, LongList]:
    """The lists of a roadmap that are too long for one page, by their names."""
    items = insight.roadmap.enhancements
    found = [LongList("table", "All enhancements", "table", (), _evenly(len(items), _ROWS, _ROWS)), _ranking(insight)]
    found += _checklists(insight)
    if len(items) > MANY:
        found += [*_tables(insight), *_plan(insight), *_decisions(insight)]
    return {one.of: one for one in found if one.count > 1}


def is_long_document(insight: Insight) -> bool:
    """Whether the whole document has a page for each priority level."""
    return len(insight.roadmap.enhancements) > _ROWS


def document_parts(insight: Insight) -> int:
    """Of how many pages a long document consists: what it begins with, one for each priority level, and the rest."""
    return len(insight.priority_groups) + 2 if is_long_document(insight) else 1


def checklists_of(level: str) -> str:
    """Name of the list of the requirements of a priority level, by its id; ``none`` for what is not prioritised."""
    return f"{CHECKLISTS}-{level}"


def _ranking(insight: Insight) -> LongList:
    ranked = sum(not insight.is_finished(item) for item in insight.roadmap.enhancements)
    return LongList("ranking", "Ranking", "ranking", (), _evenly(ranked, _ROWS, _ROWS))


def _tables(insight: Insight) -> Iterator[LongList]:
    items = insight.roadmap.enhancements
    unfinished = [item for item in items if insight.stages[item.id] not in FINISHED]
    sort = ("sort: score",)
    yield LongList("triggers", "Triggers", "triggers", sort, _evenly(sum(item.trigger is not None for item in items), _FEW, _ROWS))
    yield LongList("readiness", "Readiness", "readiness", sort, _evenly(sum(bool(item.readiness) for item in unfinished), _FEW, _ROWS))
    weighed = sum(insight.economics[item.id] is not None for item in items)
    yield LongList("value", "Cost and benefit", "net-value", (), _evenly(weighed, _FEW, _ROWS))


def _plan(insight: Insight) -> Iterator[LongList]:
    """What the plan page shows as a picture and as a table: the table goes on alone."""
    alone = ("picture: false",)
    if insight.schedule is not None:
        yield LongList("dates", "Dates", "schedule", alone, _evenly(len(insight.schedule.courses), _DATES, _ROWS))
    joined = sum(bool(item.scope.needs or insight.needed_by.get(item.id)) for item in insight.roadmap.enhancements)
    yield LongList("graph", "What waits for what", "graph", alone, _evenly(joined, _FEW, _ROWS))


def _decisions(insight: Insight) -> Iterator[LongList]:
    for action in ACTIONS:
        total = sum(decision.action == action for decision in insight.decisions)
        yield LongList(f"{DECISIONS}-{action}", ACTION_TITLES[action], "decisions", (f"action: {action}",), _evenly(total, _FEW, _ROWS))


def _checklists(insight: Insight) -> Iterator[LongList]:
    """For each priority level what is open of it, the most urgent first; then all of it, in the order of the roadmap."""
    groups = [(level, [item for item in items if item.requirements]) for level, items in insight.priority_groups]
    if sum(_weight(item, insight) for _, items in groups for item in items) <= _REQUIREMENTS:
        return
    for level, items in groups:
        still_open = insight.ranked([item for item in items if insight.progress[item.id].open])
        name, title = (level.id, level.title) if level else ("none", insight.roadmap.about.wording.unprioritised)
        first = next(_by_weight(still_open, insight, _REQUIREMENTS // len(groups)), (0, 1))
        yield LongList(checklists_of(name), title, "checklist", (f"priority: {name}",), (first, *_by_weight(items, insight, _REQUIREMENTS)))


def _weight(item: Enhancement, insight: Insight) -> int:
    return 1 + insight.progress[item.id].total


def _evenly(total: int, first: int, each: int) -> tuple[Span, ...]:
    rest = tuple((start, min(each, total - start)) for start in range(first, total, each))
    return ((0, first), *rest)


def _by_weight(items: Iterable[Enhancement], insight: Insight, most: int) -> Iterator[Span]:
    """Parts that are about as long as each other; each has at least one entry."""
    start = count = weight = 0
    for item in items:
        own = _weight(item, insight)
        if count and weight + own > most:
            yield start, count
            start, count, weight = start + count, 0, 0
        count, weight = count + 1, weight + own
    if count:
        yield start, count
