"""Circles of dependencies: none of the enhancements in one could ever start."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source, dependencies, is_slug

MAX_CIRCLES = 50
"""Circles that are named in one run."""
_NAMED = 12
"""Enhancements of one circle that a message names."""


def check_circles(sources: Sequence[Source]) -> Iterator[Finding]:
    """A finding for each dependency that closes a circle."""
    by_id = {identity: item for item in reversed(sources) if item.kind == "enhancement" and (identity := item.id)}
    edges = {identity: [name for _, name in dependencies(item.values) if is_slug(name)] for identity, item in by_id.items()}
    for circle in islice(cycles(edges), MAX_CIRCLES):
        item = by_id[circle[0]]
        loc = next(loc for loc, name in dependencies(item.values) if name == circle[1 % len(circle)])
        left_out = [f"… {len(circle) - _NAMED} more …"] if len(circle) > _NAMED else []
        message = f"a circle of dependencies: {' → '.join([*circle[:_NAMED], *left_out, circle[0]])}"
        hint = "Remove one of these dependencies: none of them could ever start."
        yield Finding(item.positions.of_value(loc), "RM404", message, hint)


def cycles(edges: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """One circle for each edge that closes one, so that the graph has none left once all of these edges are removed.

    A depth-first search that keeps its own stack, so that a chain of any length does no harm. Linear in nodes and edges,
    but for the length of the circles themselves: take as many as you can show.

    Args:
        edges: from a node to the nodes it points at; what is no key points nowhere.

    Yields:
        Circles as lists of nodes in the direction of the edges, each starting with the node that comes first in `edges`.
    """
    order = {node: index for index, node in enumerate(edges)}
    done: set[str] = set()
    for start in edges:
        if start not in done:
            for circle in _search(start, edges, done):
                first = circle.index(min(circle, key=order.__getitem__))
                yield circle[first:] + circle[:first]


def _search(start: str, edges: Mapping[str, Sequence[str]], done: set[str]) -> Iterator[list[str]]:
    path = [start]
    on_path = {start: 0}
    pending = [iter(dict.fromkeys(edges[start]))]
    while path:
        following = next(pending[-1], None)
        if following is None:
            node = path.pop()
            pending.pop()
            del on_path[node]
            done.add(node)
        elif following in on_path:
            yield path[on_path[following] :]
        elif following in edges and following not in done:
            on_path[following] = len(path)
            path.append(following)
            pending.append(iter(dict.fromkeys(edges[following])))
