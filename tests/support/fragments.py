"""HTML fragments as data: what they consist of, and whether they are well-formed."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser

_VOID = {"br", "hr"}
_PHRASING = {"a", "code", "del", "em", "ins", "progress", "span", "strong", "time", "br"}
_BLOCKS = {"blockquote", "details", "div", "dl", "h3", "h4", "hr", "nav", "ol", "p", "pre", "section", "svg", "table", "ul"}
_SHAPES = {"circle", "line", "path", "polygon", "polyline", "rect", "text"}
_FLOW = _PHRASING | _BLOCKS
_CHILDREN: Mapping[str, set[str]] = {
    **dict.fromkeys(_PHRASING, _PHRASING),
    **dict.fromkeys(("", "li", "dd", "section", "nav", "td", "blockquote"), _FLOW),
    **dict.fromkeys(("p", "dt", "th", "caption", "summary", "h3", "h4", "pre"), _PHRASING),
    "div": _FLOW | {"dt", "dd"},
    "details": _FLOW | {"summary"},
    "hr": set(),
    "ol": {"li"},
    "ul": {"li"},
    "dl": {"div"},
    "table": {"caption", "thead", "tbody"},
    "thead": {"tr"},
    "tbody": {"tr"},
    "tr": {"th", "td"},
    "svg": {"title", "desc", "svg", "g", "foreignobject"} | _SHAPES,
    "g": {"title", "svg"} | _SHAPES,
    "foreignobject": {"a"},
    **{shape: set() for shape in ("title", "desc", *_SHAPES)},
}
"""For each element that a view may use, the elements that may stand directly in it."""

ELEMENTS = frozenset(_CHILDREN) - {""}
"""Every element that a view may use."""


class Fragment(HTMLParser):
    """What a fragment consists of.

    Attributes:
        elements: each start tag with its attributes, in order.
        text: all words.
        problems: what is not well-formed; empty for a good fragment.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.problems: list[str] = []
        self._open = [""]
        self._words: list[str] = []
        self.feed(html)
        self.close()
        self.problems += [f"<{tag}> is not closed" for tag in self._open[1:]]

    @property
    def text(self) -> str:
        return " ".join("".join(self._words).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """Attributes of each element with this name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        if tag not in _CHILDREN.get(self._open[-1], set()):
            self.problems.append(f"<{tag}> in <{self._open[-1]}>")
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.problems.append(f"<{tag}/> closes itself")

    def handle_endtag(self, tag: str) -> None:
        if self._open[-1] != tag:
            self.problems.append(f"</{tag}> in <{self._open[-1]}>")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1] in {"ol", "ul", "dl", "table", "thead", "tbody", "tr"}:
            self.problems.append(f"words in <{self._open[-1]}>: {data.strip()}")
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self.problems.append(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        self.problems.append(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        self.problems.append(f"an instruction: {data}")


def address_of(found: Mapping[str, str]) -> str:
    """Where a link leads; empty where what is found is no link."""
    return found.get("href", "")
