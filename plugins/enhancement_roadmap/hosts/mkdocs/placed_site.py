"""A roadmap in its place in a site of MkDocs."""

from __future__ import annotations

from dataclasses import dataclass

from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.site import Site


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """A roadmap in its place.

    Attributes:
        site: the roadmap and its templates.
        index: its files, and those of the whole site.
    """

    site: Site
    index: SiteIndex
