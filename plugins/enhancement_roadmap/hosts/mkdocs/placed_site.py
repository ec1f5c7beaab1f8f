"""A roadmap in its place in a site of MkDocs."""

from __future__ import annotations

from enhancement_roadmap.hosts.mkdocs.links import SiteIndex
from enhancement_roadmap.hosts.site import Site
from enhancement_roadmap.model import Roadmap
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.views import view_names


@dataclass(frozen=True, slots=True)
class PlacedSite:
    """A roadmap in its place.

    Attributes:
        site: the roadmap and its templates.
        index: its files, and those of the whole site.
    """

    site: Site
    index: SiteIndex

    @property
    def whole(self) -> Roadmap | None:
        """The roadmap, where views have templates of the site's own, which may ask for anything; None where all are the product's."""
        return self.site.insight.roadmap if self.site.overrides.sources.keys() & set(view_names()) else None
