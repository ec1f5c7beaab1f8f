"""What says on every page of a preview that it is one, whoever has written the page, and whatever template it has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs.structure.files import File

from enhancement_roadmap.fences import PageFences, Roadmaps
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite
from enhancement_roadmap.links import NoLinks

_HEADING_END = "</h1>"
_BODY = re.compile("<body[^>]*>")
_NOTE = '<div class="er-preview"'


class PreviewNotes:
    """Gives a page its note: one of the roadmap that has made it, or one of each that is compared.

    Args:
        roadmaps: those of the site, by their folders in it.
        owners: the folder of the roadmap that has made a file, by the file's path in the sources.
    """

    def __init__(self, roadmaps: Mapping[str, PlacedSite], owners: Mapping[str, str]) -> None:
        self._compared = {folder: placed for folder, placed in roadmaps.items() if placed.site.comparison is not None}
        self._is_alone = len(roadmaps) == 1
        self._owners = owners

    def below_heading(self, html: str, file: File) -> str:
        """A page of the site that is no page of a roadmap, with the note below its heading that all of the site is a preview."""
        if not self._compared or self._owners.get(file.src_uri) in self._compared:
            return html
        place = html.find(_HEADING_END) + len(_HEADING_END) if _HEADING_END in html else 0
        return f"{html[:place]}{self._notes(file)}{html[place:]}"

    def at_least_once(self, html: str, file: File | None) -> str:
        """What a theme has made of a page, with the note at its top where a template of the site has left it out with the page's text.

        Args:
            html: the whole page.
            file: its source; None for one that the theme makes by itself, as it does for what is not found.
        """
        if not self._compared or _NOTE in html:
            return html
        return _BODY.sub(lambda found: f"{found[0]}{self._notes(file)}", html, count=1)

    def _notes(self, file: File | None) -> str:
        own = self._compared.get(self._owners.get(file.src_uri, "")) if file is not None else None
        return "".join(self._note(placed, file) for placed in ([own] if own is not None else self._compared.values()))

    def _note(self, placed: PlacedSite, file: File | None) -> str:
        links = placed.index.links_from(file) if file is not None else NoLinks()
        fences = PageFences(Roadmaps.only(placed.site.render_context(links)), "", "")
        return fences.render("view: preview" if self._is_alone else "view: preview\ntitle: true").html
