"""Roadmaps as views see them: on a fixed day, from a page that links to everything."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import FileName, PageName
from enhancement_roadmap.loading import load
from enhancement_roadmap.views import RenderContext

TESTS = Path(__file__).parents[1]
TODAY = date(2026, 6, 30)


class EveryLink:
    """Links as seen from the root of a site that has every page."""

    def page(self, name: PageName) -> str | None:
        return f"{name}/"

    def part(self, of: str, number: int) -> str | None:
        return f"lists/{of}-{number}/"

    def enhancement(self, enhancement: str) -> str | None:
        return f"enhancements/{enhancement}/"

    def file(self, name: FileName) -> str | None:
        return name

    def commit(self, commit: str) -> str | None:
        return f"https://example.org/commit/{commit}"

    def relative(self, target: str) -> str | None:
        return f"pages/{target}"

    def anchor(self, enhancement: str, anchor: str) -> str | None:
        return f"enhancements/{enhancement}/#{anchor}"


@cache
def insight_of(folder: Path, today: date = TODAY) -> Insight:
    """A roadmap folder without findings, understood on a day."""
    loaded = load(folder)
    assert loaded.roadmap is not None, loaded.findings
    return Insight(loaded.roadmap, today)


def render_context_of(folder: Path) -> RenderContext:
    """A roadmap folder as a view sees it."""
    return RenderContext(insight_of(folder), EveryLink())


def roadmap_folder(name: str) -> Path:
    """The roadmap of this name that views are tested with: ``small`` or ``minimal``."""
    return TESTS / "views" / "roadmaps" / name
