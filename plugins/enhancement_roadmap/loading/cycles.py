"""Circles in a graph of dependencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """One circle for each group of nodes that reach each other.

    A depth-first search that keeps its own stack, so that a chain of any length does no harm. Linear in nodes and edges.

    Args:
        edges: from a node to the nodes it points at; what is no key points nowhere.

    Returns:
        Circles as lists of nodes in the direction of the edges, each starting with the node that comes first in `edges`.
    """
    order = {node: index for index, node in enumerate(edges)}
    done: set[str] = set()
    found: list[list[str]] = []
    for start in edges:
        if start not in done:
            found += _search(start, edges, done, order)
    return found


def _search(start: str, edges: Mapping[str, Sequence[str]], done: set[str], order: Mapping[str, int]) -> list[list[str]]:
    found = []
    path = [start]
    on_path = {start: 0}
    pending = [iter(edges[start])]
    while path:
        following = next(pending[-1], None)
        if following is None:
            node = path.pop()
            pending.pop()
            del on_path[node]
            done.add(node)
        elif following in on_path:
            circle = path[on_path[following] :]
            first = circle.index(min(circle, key=order.__getitem__))
            found.append(circle[first:] + circle[:first])
        elif following in edges and following not in done:
            on_path[following] = len(path)
            path.append(following)
            pending.append(iter(edges[following]))
    return found
