"""Which pages of a build are converted from their Markdown, and what stands in for converting the others."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs.kept.converting import Said, takes_in_files
from enhancement_roadmap.hosts.mkdocs.kept.pages import KeptPage, KeptPages, Key

_HEADING = re.compile(r"\s*(#[^\n]*)")
"""The heading that a page begins with, from which MkDocs takes its title."""


class Conversions:
    """The pages of one build.

    Args:
        kept: what earlier builds have made.
    """

    def __init__(self, kept: KeptPages) -> None:
        self._kept = kept
        self._reused: dict[Key, KeptPage] = {}
        self._said: Said | None = None

    def begin(self, key: Key, markdown: str, config: MkDocsConfig) -> str:
        """The Markdown of a page that has to be converted: of one that an earlier build has made the same, the heading alone.

        Args:
            key: tells the page.
            markdown: all of it, as other plugins leave it.
            config: the configuration.
        """
        heading = _HEADING.match(markdown)
        if not self._kept.keeps_pages or heading is None or takes_in_files(markdown, config):
            return markdown
        if (kept := self._kept.page(key, markdown)) is not None:
            self._reused[key] = kept
            return heading[1]
        self._kept.begin_page(key, markdown)
        self._said = Said()
        return markdown

    def end(self, key: Key, page: Page, html: str, files: Files) -> KeptPage | None:
        """A page is converted.

        Args:
            key: tells the page.
            page: the page, which becomes what an earlier build has made of it, where that has.
            html: its content.
            files: all files of the site.

        Returns:
            What an earlier build has made of it; None where it was made now.
        """
        if (kept := self._reused.pop(key, None)) is not None:
            kept.give(page, files)
            return kept
        if self.has_said():
            # What MkDocs warns of is said at each build.
            self._kept.forget_page(key)
        elif (made := self._kept.made_page(key)) is not None and made.markdown is not None:
            made.take(page, html)
        return None

    def has_said(self) -> bool:
        """Whether MkDocs has said anything since a page was begun that could be kept; from now on nobody listens."""
        said, self._said = self._said, None
        return said is not None and said.stop()
