"""What Material's search plugin has of the roadmap's own pages in its index, found in less than half of its time.

The plugin is given a word in place of such a page, and what its own parser finds in `searched` takes the place of that word in
the index. This is that parser for HTML of which the product knows how it is written; any other is left to the plugin.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape, unescape
from importlib.metadata import PackageNotFoundError, version
from math import inf
from typing import Any, NamedTuple

from enhancement_roadmap.hosts.mkdocs.search_index import SearchIndex, json_of
from enhancement_roadmap.hosts.mkdocs.search_text import searched

WORD = "known"
"""What stands for the content of a page."""
LARGE = 100_000
"""Characters of a page that is left to the plugin: to have all of its tags at once takes more memory than it saves time."""

_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?/?)>")
_ATTRIBUTE = re.compile(r"""([^\s"'=/]+)(?:="([^"]*)")?""")
_EXCLUDE = "data-search-exclude"
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_ODD = frozenset({"iframe", "noembed", "noframes", "noscript", "object", "plaintext", "script", "style", "textarea", "title", "xmp"})
"""Elements that are skipped, or whose content is no HTML."""

_TRIED = re.compile(r"9\.[78]\.")
"""Versions of Material whose parser this one is held against; any other does all by itself."""


def is_known() -> bool:
    """Whether Material is of a version whose parser is known."""
    try:
        return _TRIED.match(version("mkdocs-material")) is not None
    except PackageNotFoundError:
        return False


class Section(NamedTuple):
    """A heading with what stands below it.

    Attributes:
        id: that of the heading; None for what a page begins with.
        title: the heading; empty where there is none.
        text: what stands below it.
    """

    id: str | None
    title: str
    text: str


class IndexEntries:
    """The entries of the pages of one build.

    Args:
        is_on: whether the plugin is Material's, and nobody else is there that could meet a word.
    """

    def __init__(self, *, is_on: bool = False) -> None:
        # With jieba, the plugin divides Chinese into words.
        self._is_on = is_on and "jieba" not in sys.modules
        self._found: dict[str, Sequence[Section]] = {}

    def shown(self, address: str, html: str) -> str:
        """What the search plugin is to be given of a page.

        Args:
            address: that of the page.
            html: its content, with ``>`` escaped wherever it is no end of a tag.
        """
        found = sections(html) if self._is_on and len(html) < LARGE else None
        if found is None:
            return searched(html)
        self._found[address] = found
        return WORD

    def settle(self, index: SearchIndex) -> None:
        """Put the entries into the index that the plugin has written, which has all else that it says of a page with the page's word."""
        for address, found in self._found.items():
            word = next((json.loads(entry) for entry in index.pages.get(address, ())), None)
            if word is not None and word["text"] == WORD:
                index.put(address, map(partial(_entry, word), found))
        self._found = {}


def _entry(word: Mapping[str, Any], section: Section) -> str:
    """The entry of a section, made of the one of the word that stands for its page."""
    location = f"{word['location']}#{section.id}" if section.id else word["location"]
    return json_of({**word, "location": location, "title": section.title or word["title"].strip(), "text": section.text})


def sections(html: str) -> list[Section] | None:
    """What Material's search plugin finds in `searched` of some HTML; None where only the plugin knows.

    Args:
        html: the content of a page, with ``>`` escaped wherever it is no end of a tag.
    """
    parts = _TAG.split(searched(html))
    if any("<" in text for text in parts[::3]):
        return None
    parser = _SectionParser()
    for text, name, attributes in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        if text:
            parser.data(text)
        if name[0] == "/":
            parser.end(name[1:].lower())
        elif not parser.start(name.lower(), attributes):
            return None
    if parts[-1]:
        parser.data(parts[-1])
    return parser.found()


@dataclass(slots=True)
class _Open:
    """A section that is being read."""

    element: str
    depth: float = 0
    id: str | None = None
    is_excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _SectionParser:
    """The plugin's parser; like it, it tells open elements apart by their names alone."""

    def __init__(self) -> None:
        self._context: list[str] = []
        self._skipped: set[str] = set()
        self._sections: list[_Open] = []
        self._section: _Open | None = None

    def found(self) -> list[Section]:
        """The sections, each text as the index has it."""
        shown = (one for one in self._sections if not one.is_excluded)
        return [Section(one.id, "".join(one.title).strip(), "".join(one.text).strip()) for one in shown]

    def data(self, text: str) -> None:
        """A text between two tags."""
        context, section = self._context, self._section or self._first()
        if self._skipped and self._is_skipping():
            return
        if "&" in text:
            text = unescape(text)
        is_space, is_typed = text.isspace(), "pre" in context
        if not is_typed:
            text = " " if is_space else text.replace("\n", " ")
        if section.element in context:
            section.title.append(escape(text, quote=False))
        elif not is_space:
            section.text.append(escape(text, quote=False))
        elif is_typed or not section.text or not section.text[-1].isspace():
            section.text.append(text)

    def start(self, name: str, attributes: str) -> bool:
        """The start of an element; whether it is one that the product knows."""
        if name in _VOID:
            return True
        if name in _ODD:
            return False
        self._context.append(name)
        if attributes and (name in _HEADINGS or _EXCLUDE in attributes or "linenodiv" in attributes):
            self._look(name, dict(_ATTRIBUTE.findall(attributes)))
        section = self._section or self._first()
        if name in _KEPT and not (self._skipped and self._is_skipping()):
            (section.title if section.element in self._context else section.text).append(f"<{name}>")
        if attributes.endswith("/"):
            self.end(name)
        return True

    def end(self, name: str) -> None:
        """The end of an element."""
        context, section = self._context, self._section
        if section is None or not context or context[-1] != name:
            return
        if section.depth > len(context):
            section = self._leave(section)
        context.pop()
        if name in self._skipped:
            self._skipped.remove(name)
        elif name in _KEPT and not (self._skipped and self._is_skipping()):
            _close(section.title if section.element in context else section.text, name)

    def _look(self, name: str, given: Mapping[str, str]) -> None:
        """Look at the attributes of an element that begins a section, or may be left out."""
        if name in _HEADINGS and "id" in given:
            self._begin(name, given)
        if _EXCLUDE in given or given.get("class") == "linenodiv":
            self._first()
            self._skipped.add(name)

    def _begin(self, name: str, given: Mapping[str, str]) -> None:
        depth = len(self._context)
        if name != "h1" and not self._sections:
            self._sections.append(_Open("hx", depth))
        own = unescape(given["id"]) if self._sections else None
        self._section = _Open(name, depth, own, _EXCLUDE in given)
        self._sections.append(self._section)

    def _leave(self, section: _Open) -> _Open:
        """A section whose heading stands in an element ends with that; the one that goes on."""
        depth = len(self._context)
        outer = next((one for one in reversed(self._sections) if one.depth <= depth), None)
        if outer is None:
            return section
        section.depth, self._section = inf, outer
        return outer

    def _first(self) -> _Open:
        """The section that is being read; what stands before any heading is one too."""
        if self._section is None:
            self._section = _Open("hx")
            self._sections.append(self._section)
        return self._section

    def _is_skipping(self) -> bool:
        return not self._skipped.isdisjoint(self._context)


def _close(made: list[str], name: str) -> None:
    """Close an element; one with nothing in it was none."""
    start = made.index(f"<{name}>")
    if any(not made[place].isspace() for place in range(start + 1, len(made))):
        made.append(f"</{name}>")
    else:
        del made[start:]
