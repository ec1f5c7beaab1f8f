"""A fence that has a mistake: on which line of its page it stands, and what stands there in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from enhancement_roadmap.fences.blocks import Block, split_page
from enhancement_roadmap.findings import Finding, first_of

_FRAME = Markup('<div class="er-problem" role="note"><p>{}</p>{}{}</div>')
_LIST = Markup("<ul>{}</ul>")
_ROW = Markup("<li><code>{}</code> {}: {} <em>{}</em></li>")
_REST = Markup("<li>{}.</li>")
_SKIP = Markup('<p><a href="#{0}">Show the last good state</a></p></div><div id="{0}">')


def problem_html(findings: Sequence[Finding], message: str = "This view has a mistake:", anchor: str = "") -> str:
    """A message and the findings as an HTML fragment.

    Args:
        findings: what is wrong; of very many the first, and how many others there are.
        message: says so.
        anchor: gives what follows this anchor, and links to it.
    """
    shown, rest = first_of(findings)
    rows = [_ROW.format(str(finding.place), finding.code, finding.message, finding.hint) for finding in shown]
    rows += [_REST.format(rest)] if rest else []
    listed = _LIST.format(Markup("").join(rows)) if rows else ""
    return str(_FRAME.format(message, listed, _SKIP.format(anchor) if anchor else ""))


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
