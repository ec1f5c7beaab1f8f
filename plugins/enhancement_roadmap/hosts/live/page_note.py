"""What a served page is told so that its script can edit; it stands in the page while the site is served, and never else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from markupsafe import escape

from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class PageNote:
    """What the script needs to know of a page.

    Attributes:
        secret: that of this run of the server.
        hosts: where editing works; empty for everywhere.
        roadmaps: for each roadmap that the page shows, by its name: the path of its interface, and what stands for the
            state it was made from.
        here: name of the roadmap that has made the page, and the id of its enhancement or the name of the page.
    """

    secret: str
    hosts: Sequence[str]
    roadmaps: Mapping[str, Mapping[str, str]]
    here: Mapping[str, str]

    @property
    def html(self) -> str:
        """An element without words and without a look."""
        said = {"secret": self.secret, "hosts": list(self.hosts), "roadmaps": dict(self.roadmaps), "here": dict(self.here)}
        return f'<div class="er-edit-note" hidden data-roadmap-live="{escape(json.dumps(said, ensure_ascii=False))}"></div>'
