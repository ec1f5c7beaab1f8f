"""Circles are found, all of them, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.loading.circles import cycles

NODES = "abcdefg"
GRAPHS = st.dictionaries(st.sampled_from(NODES), st.lists(st.sampled_from(NODES + "x"), max_size=4), max_size=7)


def has_circle(edges: dict[str, list[str]]) -> bool:
    """By taking away nodes that nothing is waiting for, until none is left."""
    left = {node: set(targets) & set(edges) for node, targets in edges.items()}
    while free := [node for node, targets in left.items() if not targets & set(left)]:
        for node in free:
            del left[node]
    return bool(left)


@given(GRAPHS)
def test_each_circle_is_one(edges: dict[str, list[str]]) -> None:
    for circle in cycles(edges):
        assert len(set(circle)) == len(circle)
        for node, following in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert following in edges[node]


@given(GRAPHS)
def test_a_graph_without_the_last_edge_of_each_circle_has_none(edges: dict[str, list[str]]) -> None:
    assert bool(list(cycles(edges))) == has_circle(edges)


@given(GRAPHS)
def test_no_circle_is_named_twice(edges: dict[str, list[str]]) -> None:
    found = [tuple(circle) for circle in cycles(edges)]
    assert len(found) == len(set(found))


def test_a_circle_starts_with_the_node_that_comes_first() -> None:
    assert list(cycles({"a": ["c"], "b": ["a"], "c": ["b"]})) == [["a", "c", "b"]]


def test_a_chain_of_any_length_does_no_harm() -> None:
    length = 100_000
    edges = {str(node): [str(node + 1)] for node in range(length)}
    assert list(cycles(edges)) == []
    (circle,) = cycles({**edges, str(length - 1): ["0"]})
    assert len(circle) == length
