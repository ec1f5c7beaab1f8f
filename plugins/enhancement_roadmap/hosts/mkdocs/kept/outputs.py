"""What the theme has made of pages in an earlier build, and what a search plugin has: used again where the page is the same.

A page that is the same goes through MkDocs as ever, with a template that is the finished page, and with a word in place of its
content while search plugins look at it; what they had found of it before takes that word's place in their index.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

TEMPLATE = "enhancement-roadmap-kept.html"
"""The template that is a finished page."""
_TEMPLATE = "template"
"""What a page calls its template in its settings."""
_VARIABLE = "enhancement_roadmap_kept"
WORD = "kept"
"""What stands for the content of a page whose entries in the index are known."""
_INDEX = Path("search", "search_index.json")


@dataclass(frozen=True, slots=True)
class KeptOutput:
    """A finished page.

    Attributes:
        face: everything of the page that a theme is given.
        note: what it tells the script that edits it, which differs from build to build.
        html: the page, as its template made it.
    """

    face: tuple[Any, ...]
    note: str
    html: str


class KeptOutputs:
    """Remembers finished pages by their addresses, build after build."""

    def __init__(self) -> None:
        self._basis: Any = None
        self._outputs: dict[str, KeptOutput] = {}
        self._entries: dict[str, list[Any]] = {}
        self._now: dict[str, KeptOutput] = {}
        self._notes: dict[str, str] = {}
        self._templates: dict[str, Any] = {}
        self._reused: dict[str, str] = {}
        self._stood_for: set[str] = set()
        self._is_on = False

    def begin(self, basis: Any, environment: Environment) -> None:
        """All pages of a build have their content.

        Args:
            basis: what the theme makes of all pages rests on; None where this build neither keeps nor uses anything.
            environment: finds the templates of the theme.
        """
        self._notes, self._templates, self._reused, self._stood_for = {}, {}, {}, set()
        self._outputs = self._now or self._outputs
        self._now = {}
        self._is_on = basis is not None
        if not self._is_on:
            return
        if basis != self._basis:
            self._outputs, self._entries = {}, {}
        self._basis = basis
        if environment.loader is not None:
            own = DictLoader({TEMPLATE: f"{{{{ {_VARIABLE} }}}}"})
            environment.loader = ChoiceLoader([environment.loader, own])

    def reuse(self, page: Page, note: str) -> None:
        """Use a page again, if nothing of it has changed but its note.

        Args:
            page: the page, with its content, the note at its end.
            note: what it tells the script that edits it.
        """
        self._notes[page.url] = note
        before = self._outputs.get(page.url)
        if not self._is_on or before is None or before.face != _face(page, note):
            return
        if not before.note or before.html.count(before.note) == 1:
            self._reused[page.url] = before.html.replace(before.note, note) if before.note else before.html
            self._templates[page.url] = page.meta.get(_TEMPLATE)
            page.meta[_TEMPLATE] = TEMPLATE

    def show_to_search(self, page: Page, context: Any) -> bool:
        """Give the template the finished page, and search plugins a word; whether the page is one that is used again."""
        if page.url not in self._reused:
            return False
        context[_VARIABLE] = self._reused[page.url]
        own = self._templates[page.url]
        if own is None:
            del page.meta[_TEMPLATE]
        else:
            page.meta[_TEMPLATE] = own
        if page.url in self._entries:
            page.content = WORD
            self._stood_for.add(page.url)
        return True

    def take(self, page: Page, html: str) -> None:
        """Note what the theme has made of a page."""
        if self._is_on and not page.is_homepage:
            note = self._notes.get(page.url, "")
            made, before = KeptOutput(_face(page, note), note, html), self._outputs.get(page.url)
            self._now[page.url] = before if before is not None and before == made else made

    def settle_index(self, site_dir: str) -> None:
        """Put known entries into the index where a word stands for them, and note those of this build.

        Args:
            site_dir: the folder of the site.
        """
        path = Path(site_dir) / _INDEX
        if not self._is_on or not path.is_file():
            return
        index = json.loads(path.read_bytes())
        found: dict[str, list[Any]] = {}
        docs: list[Any] = []
        for entry in index["docs"]:
            address = entry["location"].partition("#")[0]
            entries = self._entries[address] if address in self._stood_for else [entry]
            docs += entries
            if address in self._now:
                found.setdefault(address, []).extend(entries)
        if self._stood_for:
            write_file(json.dumps({**index, "docs": docs}, separators=(",", ":")).encode(), str(path))
        self._entries = found


def _face(page: Page, note: str) -> tuple[Any, ...]:
    """Everything of a page that a theme is given."""
    around = tuple((other.url, other.title) if other is not None else None for other in (page.previous_page, page.next_page))
    above = tuple(section.title for section in page.ancestors)
    addresses = (page.url, page.abs_url, page.canonical_url, page.edit_url, str(page.update_date))
    return (page.content or "").removesuffix(note), str(page.title), str(page.toc), repr(page.meta), around, above, addresses
