"""A site in a repository, on a branch that changes the roadmap: what previews are made of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from support.looks import PALETTE
from support.repository import ScratchRepository, make_repository
from support.roadmaps import enhancement, small
from support.site import Site

BEFORE: Mapping[str, str] = {
    **small(),
    "enhancements/third.yml": enhancement("third", 3, "Third thing", "owner: Ada\nscope: {timeline: 1-2 sprints}\nlabels: [gone]"),
    "enhancements/fourth.yml": enhancement("fourth", 4, "Fourth thing"),
    "plan.yml": "phases: [{id: one, number: 1, title: Start, summary: First, enhancements: [fourth]}]\n",
}
"""The roadmap on ``main``: four enhancements."""

CHANGE: Mapping[str, str | None] = {
    "enhancements/third.yml": None,
    "enhancements/fourth.yml": enhancement("fourth", 4, "Fourth thing", "owner: Grace\nscope: {timeline: 3-4 sprints}").replace(
        "priority: high", "priority: low"
    ),
    "enhancements/fifth.yml": enhancement("fifth", 5, "Fifth thing"),
    "plan.yml": "phases: [{id: one, number: 1, title: Start, summary: First, enhancements: [fifth]}]\n",
}
"""What the branch does: removes the third, changes the fourth, adds a fifth, and plans that instead."""


def branch(folder: Path, change: Mapping[str, str | None] = CHANGE, *, before: Mapping[str, str] = BEFORE) -> ScratchRepository:
    """A repository with the change on a branch of its own; ``main`` has gone on since."""
    made = make_repository(folder, [before])
    made.branch("topic")
    made.commit(change)
    made.switch("main")
    made.commit({"enhancements/first.yml": enhancement("first", 1, "Renamed on main meanwhile")})
    made.switch("topic")
    return made


def preview_site(folder: Path, compare: str = "main") -> Site:
    """The site of such a repository."""
    site = Site(folder, {"compare": compare} if compare else {})
    site.settings |= {
        "theme": {"name": "material", "font": False, "palette": PALETTE},
        "nav": [{"Home": "index.md"}],
        "markdown_extensions": [{"toc": {"permalink": True}}],
    }
    return site
