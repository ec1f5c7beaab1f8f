"""The HTML of a view as a small tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from html.parser import HTMLParser

from enhancement_roadmap.records import dataclass

_VOID = frozenset({"br", "hr", "img", "input", "wbr"})


@dataclass(slots=True)
class Element:
    """An element and what is in it.

    Attributes:
        tag: its name.
        attributes: by their names.
        children: texts and elements in their order.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[str | Element] = field(default_factory=list)

    def elements(self, *tags: str) -> Iterator[Element]:
        """The child elements with one of these names."""
        return (child for child in self.children if isinstance(child, Element) and child.tag in tags)

    def span(self, name: str) -> int:
        """``colspan`` or ``rowspan`` of a cell of a table."""
        value = self.attributes.get(name, "")
        return int(value) if value.isdecimal() and value != "0" else 1


def parse_html(html: str) -> Element:
    """Read a fragment.

    Returns:
        An element without a name around it.
    """
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
