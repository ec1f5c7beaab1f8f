"""Which anchors a Markdown or HTML file will have, as far as anybody can tell before a generator has read it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from enhancement_roadmap.hosts.dead_links import AskedAnchor, DeadAnchor

_IDS = re.compile(r"<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*[\"']?([^\s\"'>]+)")
_ATTRIBUTES = re.compile(r"\{:?[^{}]*#([\w:.-]+)[^{}]*\}")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}\s+(.+?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[`*]|<[^<>]*>")
_NO_WORD = re.compile(r"[\W_]+")
_COUNTED = re.compile(r"[-_]\d+\Z")
_PAGES = {".md", ".markdown", ".html", ".htm"}


def dead_anchors(asked: Iterable[AskedAnchor], content: Callable[[str], str | None]) -> Iterator[DeadAnchor]:
    """What was asked for and is on none of the pages.

    Generators make anchors of headings by rules of their own: what differs only in case, marks, or a number at its end counts as
    there.

    Args:
        asked: anchors that texts of the data link to.
        content: gives a file's text by its path; None where nobody knows it.
    """
    known: dict[str, tuple[str, ...] | None] = {}
    for each in asked:
        if each.page not in known:
            text = content(each.page) if PurePosixPath(each.page).suffix in _PAGES else None
            known[each.page] = None if text is None else tuple(dict.fromkeys(anchors_in(text)))
        names = known[each.page]
        if names is not None and {_bare(each.anchor), _bare(_COUNTED.sub("", each.anchor))}.isdisjoint(map(_bare, names)):
            yield DeadAnchor(each, names)


def anchors_in(text: str) -> Iterator[str]:
    """Ids of the elements of a page, those of its attribute lists, and its headings as most generators name them."""
    yield from map(html.unescape, _IDS.findall(text))
    before, fence = "", ""
    for line in text.splitlines():
        found = _FENCE.match(line)
        if fence or found:
            fence = "" if found and fence and found[1].startswith(fence) else fence or (found[1] if found else "")
            before = ""
            continue
        yield from _ATTRIBUTES.findall(line)
        heading = _HEADING.match(line)
        title = heading[1] if heading else before if _UNDERLINE.match(line) else ""
        if title.strip():
            yield _slug(title)
        before = line


def _slug(title: str) -> str:
    words = _MARKUP.sub(lambda found: found[1] or "", html.unescape(_ATTRIBUTES.sub("", title)))
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", words).strip().lower())


def _bare(name: str) -> str:
    return _NO_WORD.sub("", name.casefold())
