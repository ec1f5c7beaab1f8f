"""Where comments stand in a YAML text: whatever is edited, they stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

_COMMENT = re.compile(r"(?:(?<=\s)|\A)#[^\r\n]*")


def comments_in(text: str, root: yaml.Node | None, start: int = 0, end: int | None = None) -> list[str]:
    """The comments of a text, or of a piece of it, in their order.

    Args:
        text: the whole text.
        root: its root node.
        start: where the piece begins.
        end: where it ends; None for the end of the text.
    """
    last = len(text) if end is None else end
    found = []
    place = start
    for first, behind in [*sorted(_scalar_spans(text, root)), (last, last)]:
        found += [comment[0].rstrip() for comment in _COMMENT.finditer(text, place, max(place, min(first, last)))]
        place = max(place, behind)
    return found


def _scalar_spans(text: str, root: yaml.Node | None) -> Iterator[tuple[int, int]]:
    """Where the words of scalars stand; the line that starts a block of text is none of them, for it may have a comment."""
    nodes, seen = [root], set[int]()
    while nodes:
        node = nodes.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            start, end = node.start_mark.index, node.end_mark.index
            if node.style in {"|", ">"}:
                start = text.find("\n", start, end) + 1 or end
            yield start, end
        elif isinstance(node, yaml.MappingNode):
            nodes += [part for pair in node.value for part in pair]
        else:
            nodes += node.value
