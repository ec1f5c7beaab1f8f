"""What the data files say, as plain data: texts, numbers, lists and mappings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from enhancement_roadmap.model import Node

Data = dict[str, Any]
"""Plain data by the names of keys, as JSON knows them."""

_AS_THEY_ARE = frozenset((str, int, bool, type(None)))
"""Kinds of values that nothing is left out of: most of thousands."""


def plain_data(node: Node, without: frozenset[str] = frozenset()) -> Data:
    """What a part of the roadmap says, in the words of the data files; keys of which nothing is said are left out.

    Args:
        node: the part.
        without: keys to leave out.
    """
    found: Data = compact(node.model_dump(mode="json", by_alias=True, exclude=set(without)))
    return found


def compact(value: Any) -> Any:
    """A value without keys of which nothing is said; a whole number has no decimals."""
    if isinstance(value, dict):
        return dict(_said(value))
    if isinstance(value, list | tuple):
        return [part if type(part) in _AS_THEY_ARE else compact(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _said(values: Data) -> Iterator[tuple[str, Any]]:
    for key, part in values.items():
        if type(part) in _AS_THEY_ARE:
            if part is not None:
                yield key, part
        elif (inner := compact(part)) not in ([], {}):
            yield key, inner
