"""On which line of a page a fence stands, looked for only when it has a mistake."""

from __future__ import annotations

from typing import NamedTuple

from enhancement_roadmap.fences.blocks import Block, split_page


class FencePlace(NamedTuple):
    """Where a fence stands.

    Attributes:
        line: line of the opening marks, counted from 1; 0 where the fence is not in the text (another plugin made it).
        indent: columns that the body is indented by.
    """

    line: int
    indent: int


def locate(text: str, source: str, nth: int = 1) -> FencePlace:
    """Find a fence by its body.

    Args:
        text: source of the page.
        source: body of the fence.
        nth: which of the fences with this same body.
    """
    wanted = _normal(source)
    blocks = [part for part in split_page(text) if isinstance(part, Block) and _normal(part.body) == wanted]
    if not blocks:
        return FencePlace(0, 0)
    block = blocks[min(nth, len(blocks)) - 1]
    return FencePlace(block.line, len(block.lead))


def _normal(body: str) -> list[str]:
    return [stripped for line in body.splitlines() if (stripped := line.strip(" \t>"))]
