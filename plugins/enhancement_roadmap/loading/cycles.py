"""Circles in a graph of dependencies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


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
