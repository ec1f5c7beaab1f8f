"""What waits for what: dependencies as layers from left to right, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any

from enhancement_roadmap.analysis import Insight, Selection, select
from enhancement_roadmap.model import Enhancement, Slug
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.sentences import cut
from enhancement_roadmap.text import plain
from enhancement_roadmap.views.charts.layers import Layers, layers_of
from enhancement_roadmap.views.charts.schedule_chart import CRITICAL
from enhancement_roadmap.views.options import SEARCHED_ROWS, table_key
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import View

MOST_NODES = 60
"""Enhancements that the picture has room for."""
_WIDEST, _NARROWEST, _HEIGHT = 300, 100, 46
_GAP_X, _GAP_Y = 50, 14
_MARGIN = 4
_ROOM = 940
"""Width that the picture has, where its boxes can be so narrow: nothing scrolls sideways, and what is wider becomes smaller."""
_LETTER = 8
"""Width of a letter, about."""
_PADDING = 16


class GraphOptions(Selection):
    """Which enhancements; of these, those that wait for another, or that another waits for."""

    around: Slug | None = None
    """Only this one, by id, with all that it needs and all that needs it."""
    picture: bool = True
    """`false` leaves out all but the table."""
    critical: bool = False
    """`true` leaves only what the end of the plan hangs on."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """An enhancement in the picture.

    Attributes:
        item: the enhancement.
        name: its name, as much of it as fits.
        x: its left edge.
        y: its upper edge.
        state: where it stands, in a word that says what it looks like.
        words: the same for people.
        is_critical: whether the end of the plan hangs on it.
    """

    item: Enhancement
    name: str
    x: int
    y: int
    state: str
    words: str
    is_critical: bool


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A line from what is needed to what needs it.

    Attributes:
        path: of the line, in SVG.
        end: where it ends.
        is_over: whether what is needed is done.
        is_critical: whether the end of the plan hangs on both.
    """

    path: str
    end: tuple[int, int]
    is_over: bool
    is_critical: bool


def context(render_context: RenderContext, options: GraphOptions) -> Mapping[str, Any]:
    """The picture, where there is room for all; a row for each that waits for another, or that another waits for."""
    insight = render_context.insight
    chosen = {item.id: item for item in select(options, insight)}
    joined = {name: item for name, item in chosen.items() if item.scope.needs or insight.needed_by.get(name)}
    is_all = not (options.around or options.critical)
    shown = joined if is_all and not options.picture else _shown(joined, options, insight)
    listed = list(joined.values()) if is_all else list(shown.values())
    rows = options.part_of(listed)
    return {
        **(_picture(shown, insight) if options.picture else {"nodes": []}),
        "rows": rows,
        "total": len(listed),
        "critical": {item.id for item in rows if _is_critical(item, insight)},
        "left_out": len(joined) - len(shown) if is_all else 0,
        "searched_rows": SEARCHED_ROWS,
        "key": table_key("graph", options.model_copy(update={"picture": True})),
    }


def _picture(shown: Mapping[str, Enhancement], insight: Insight) -> Mapping[str, Any]:
    """Where everything stands in the picture."""
    layers = layers_of({name: [other for other in item.scope.needs if other in shown] for name, item in shown.items()})
    width = _width(shown.values(), layers.count)
    return {
        "nodes": [_node(item, layers, insight, width) for item in shown.values()],
        "edges": list(_edges(layers, insight, width)),
        "width": _x(layers.count, width) - _GAP_X + _MARGIN,
        "height": _y(layers.most) - _GAP_Y + _MARGIN,
        "box": (width, _HEIGHT),
    }


def _width(items: Iterable[Enhancement], count: int) -> int:
    """Of a box: as wide as the longest name, as far as there is room for so many layers."""
    longest = max((len(plain(item.name)) for item in items), default=0) * _LETTER + _PADDING
    return max(_NARROWEST, min(_WIDEST, longest, _ROOM // max(count, 1) - _GAP_X))


def _shown(joined: Mapping[str, Enhancement], options: GraphOptions, insight: Insight) -> Mapping[str, Enhancement]:
    """What the picture has: all, the neighbourhood of one, or, where it is asked for or there is no room, what is critical."""
    if options.around is not None:
        names = _around(options.around, joined, insight)
        return {name: item for name, item in joined.items() if name in names}
    if not options.critical and len(joined) <= MOST_NODES:
        return joined
    critical = {item.id: item for item in joined.values() if _is_critical(item, insight)}
    if not options.critical:
        critical = _with_neighbours(critical, joined, insight)
    return dict(islice((critical or _longest_chain(joined)).items(), MOST_NODES))


def _with_neighbours(chosen: Mapping[str, Enhancement], joined: Mapping[str, Enhancement], insight: Insight) -> dict[str, Enhancement]:
    """Some enhancements with what they need and what needs them, in the order of the roadmap."""
    names = set(chosen)
    for name, item in chosen.items():
        names.update(item.scope.needs, (other.id for other in insight.needed_by.get(name, ())))
    return {name: item for name, item in joined.items() if name in names}


def _around(name: str, joined: Mapping[str, Enhancement], insight: Insight) -> set[str]:
    """One with all that it needs, and all that needs it; where that is too many, only what is next to it."""
    if name not in joined:
        return set()

    def reached(step: Any) -> set[str]:
        found, pending = {name}, [name]
        while pending:
            for other in step(pending.pop()):
                if other in joined and other not in found:
                    found.add(other)
                    pending.append(other)
        return found

    def needed(one: str) -> Sequence[str]:
        return joined[one].scope.needs

    def needing(one: str) -> Sequence[str]:
        return [item.id for item in insight.needed_by.get(one, ())]

    found = reached(needed) | reached(needing)
    return found if len(found) <= MOST_NODES else {name, *needed(name), *needing(name)}


def _longest_chain(joined: Mapping[str, Enhancement]) -> dict[str, Enhancement]:
    """The chain with the most enhancements in it, in the order in which they follow each other."""
    length: dict[str, int] = {}
    places = layers_of({name: [other for other in item.scope.needs if other in joined] for name, item in joined.items()}).places
    chain: list[Enhancement] = []
    for name, (layer, _) in places.items():
        length[name] = layer
    at = max(length, key=lambda name: length[name], default=None)
    while at is not None:
        chain.append(joined[at])
        at = max((other for other in joined[at].scope.needs if other in joined), key=lambda name: length[name], default=None)
    return {item.id: item for item in reversed(chain)}


def _is_critical(item: Enhancement, insight: Insight) -> bool:
    course = insight.schedule.courses.get(item.id) if insight.schedule else None
    return course is not None and course.criticality >= CRITICAL


def _node(item: Enhancement, layers: Layers, insight: Insight, width: int) -> GraphNode:
    layer, place = layers.places[item.id]
    state, words = _state(item, insight)
    is_critical = _is_critical(item, insight)
    name = cut(plain(item.name), max((width - _PADDING) // _LETTER + 1, 1))
    return GraphNode(item, name, _x(layer, width), _y(place), state, f"{words}, critical" if is_critical else words, is_critical)


def _state(item: Enhancement, insight: Insight) -> tuple[str, str]:
    stage = insight.stages[item.id]
    if stage in {"done", "cancelled"}:
        return "finished", stage
    if blockers := len(insight.open_dependencies(item)):
        return "blocked", f"waits for {blockers}" if stage != "in-progress" else f"under way, waits for {blockers}"
    return ("running", "under way") if stage == "in-progress" else ("free", "waits for none")


def _edges(layers: Layers, insight: Insight, width: int) -> Iterable[GraphEdge]:
    for (source, target), route in layers.routes.items():
        is_critical = _is_critical(insight.by_id[source], insight) and _is_critical(insight.by_id[target], insight)
        layer, place = route[-1]
        yield GraphEdge(_path(route, width), (_x(layer, width), _y(place) + _HEIGHT // 2), insight.stages[source] == "done", is_critical)


def _path(route: Sequence[tuple[int, int]], width: int) -> str:
    """A curve from the right edge of one box to the left edge of another, through the places between."""
    points = []
    for layer, place in route:
        middle = _y(place) + _HEIGHT // 2
        points += [(_x(layer, width), middle), (_x(layer, width) + width, middle)]
    points = points[1:-1]
    drawn = f"M{points[0][0]} {points[0][1]}"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) // 2
        drawn += f"H{to_x}" if y == to_y else f"C{half} {y} {half} {to_y} {to_x} {to_y}"
    return drawn


def _x(layer: int, width: int) -> int:
    return _MARGIN + layer * (width + _GAP_X)


def _y(place: int) -> int:
    return _MARGIN + place * (_HEIGHT + _GAP_Y)


VIEW = View("graph", "What waits for what: dependencies as layers from left to right, and the same as a table.", GraphOptions, context)
