"""The roadmaps of a site, and which of them a fence shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.findings import Finding, suggestion
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml import Positions, show
from enhancement_roadmap.views import RenderContext

_KEY = "roadmap"
_ONLY_ONE = "There is one roadmap here, and it has no name: leave ‘roadmap’ out."


@dataclass(frozen=True, slots=True)
class Roadmaps:
    """The roadmaps that the fences of a page may show.

    Attributes:
        contexts: what a view of each is given, by the roadmap's name.
        meant: the one that a fence shows which names none; None where each has to name one.
    """

    contexts: Mapping[str, RenderContext]
    meant: str | None

    @classmethod
    def only(cls, render_context: RenderContext) -> Roadmaps:
        """One roadmap, which needs no name."""
        return cls({"": render_context}, "")

    def choose(self, options: dict[Any, Any], positions: Positions) -> tuple[str | None, list[Finding]]:
        """Take the name of a roadmap out of the options of a fence.

        Args:
            options: as they are written; the name is taken out.
            positions: where they stand.

        Returns:
            The name of the roadmap that the fence shows (None where there is a finding), and what is wrong with it.
        """
        if _KEY not in options:
            return self.meant, [] if self.meant is not None else [self._not_chosen(positions)]
        written = options.pop(_KEY)
        name = str(written).strip("/")
        if name and name in self.contexts:
            return name, []
        names = [known for known in self.contexts if known]
        hint = suggestion(name, names) if names else _ONLY_ONE
        return None, [Finding(positions.of_value((_KEY,)), "RM506", f"there is no roadmap {show(written)}", hint)]

    def _not_chosen(self, positions: Positions) -> Finding:
        hint = f"Add ‘roadmap: …’. {suggestion('', self.contexts)}"
        return Finding(positions.of(1, 1), "RM507", "the site has several roadmaps, and the block names none of them", hint)
