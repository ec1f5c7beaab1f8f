"""A graph in layers from left to right, by the method of Sugiyama, Tagawa and Toda (1981): each node behind all that it needs.

The layout is our own, since it is small and has to be the same on every machine: layers by the longest path, edges over several
layers led through places of their own, the order within a layer by the barycentre of the neighbours, swept to and fro.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from enhancement_roadmap.records import dataclass

_SWEEPS = 6

_Slot = tuple[str, ...]
"""A node, or the place in a layer that an edge over several layers passes: its two ends and the layer."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Where everything is.

    Attributes:
        places: for each node its layer and its place in it, from 0.
        routes: for each edge the layers and places that it leads through, both ends counted.
        count: layers.
        most: places in the largest layer.
    """

    places: Mapping[str, tuple[int, int]]
    routes: Mapping[tuple[str, str], Sequence[tuple[int, int]]]
    count: int
    most: int


def layers_of(needs: Mapping[str, Sequence[str]]) -> Layers:
    """Lay out a graph without circles.

    Args:
        needs: for each node, in their order, those that it is behind.
    """
    depth = _depths(needs)
    rows: list[list[_Slot]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node in needs:
        rows[depth[node]].append((node,))
    paths: dict[tuple[str, str], list[_Slot]] = {}
    for node, sources in needs.items():
        for source in sources:
            between: list[_Slot] = [(source, node, str(layer)) for layer in range(depth[source] + 1, depth[node])]
            for layer, slot in enumerate(between, start=depth[source] + 1):
                rows[layer].append(slot)
            paths[source, node] = [(source,), *between, (node,)]
    _untangle(rows, paths)
    places = {slot: (layer, place) for layer, row in enumerate(rows) for place, slot in enumerate(row)}
    return Layers(
        {node: places[node,] for node in needs},
        {edge: [places[slot] for slot in path] for edge, path in paths.items()},
        len(rows),
        max(map(len, rows), default=0),
    )


def _depths(needs: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """The layer of each node; a search that keeps its own stack."""
    found: dict[str, int] = {}
    for start in needs:
        pending = [start]
        while pending:
            node = pending[-1]
            missing = [source for source in needs[node] if source not in found]
            if missing:
                pending += missing
                continue
            found[pending.pop()] = max((found[source] + 1 for source in needs[node]), default=0)
    return found


def _untangle(rows: list[list[_Slot]], paths: Mapping[tuple[str, str], Sequence[_Slot]]) -> None:
    """Put each layer in the order of its neighbours, from left to right and back."""
    before: dict[_Slot, list[_Slot]] = defaultdict(list)
    behind: dict[_Slot, list[_Slot]] = defaultdict(list)
    for path in paths.values():
        for left, right in pairwise(path):
            before[right].append(left)
            behind[left].append(right)
    for sweep in range(_SWEEPS):
        neighbours, layers = (before, range(1, len(rows))) if sweep % 2 == 0 else (behind, range(len(rows) - 2, -1, -1))
        for layer in layers:
            beside = rows[layer - 1 if sweep % 2 == 0 else layer + 1]
            place = {slot: index for index, slot in enumerate(beside)}
            own = {slot: float(index) for index, slot in enumerate(rows[layer])}
            means = {slot: _mean([place[other] for other in neighbours[slot]], own[slot]) for slot in rows[layer]}
            rows[layer] = [slot for _, _, slot in sorted((means[slot], own[slot], slot) for slot in rows[layer])]


def _mean(places: Sequence[int], otherwise: float) -> float:
    return sum(places) / len(places) if places else otherwise
