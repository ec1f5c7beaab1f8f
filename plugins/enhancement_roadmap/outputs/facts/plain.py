"""What the data files say, as plain data: texts, numbers, lists and mappings."""

from __future__ import annotations

from typing import Any

from enhancement_roadmap.model import Node

Data = dict[str, Any]
"""Plain data by the names of keys, as JSON knows them."""


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
        inner = {key: compact(part) for key, part in value.items()}
        return {key: part for key, part in inner.items() if part is not None and part not in ([], {})}
    if isinstance(value, list | tuple):
        return [compact(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
