"""The same site without the plugin: every page a Markdown file, written before anything is measured.

Run as ``python -m benchmarks.plain_pages DATA DOCS``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from benchmarks.plain_item import details, item_page
from benchmarks.plain_views import PlainViews
from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.links import page_path
from enhancement_roadmap.loading import load

Lines = Iterable[str]

MAX_HEADINGS = 200
"""Up to so many enhancements the document has a heading for each, as the plugin's own does: each costs time in the contents."""


def plain_pages(insight: Insight) -> Iterator[tuple[str, Lines]]:
    """Path and lines of every page that the plugin would make, page for page."""
    views = PlainViews(insight, "enhancements/")
    items = insight.roadmap.enhancements
    yield (
        page_path("overview"),
        _page(
            insight.roadmap.about.title,
            ("", views.summary()),
            ("Priority levels", views.priorities()),
            ("All enhancements", views.table()),
            ("About this roadmap", views.about()),
        ),
    )
    yield page_path("matrix"), _page("Priority matrix", ("", views.matrix()), ("Ranking", views.ranking()), ("Scales", views.scales()))
    yield page_path("checklists"), _page("Checklists", ("", views.checklist(items, named=True)), ("Readiness", views.criteria()))
    yield page_path("decisions"), _page("Decision framework", ("Triggers", views.triggers()), ("Readiness criteria", views.criteria()))
    yield page_path("plan"), _page("Plan", ("Phases", views.containers("phases")), ("Quarters", views.containers("quarters")))
    yield page_path("governance"), _page("Governance", ("Reviews", views.governance()))
    for item in items:
        yield page_path("enhancement", item.id), item_page(item, insight)
    yield page_path("document"), _document(insight, views)


def _page(title: str, *parts: tuple[str, Lines]) -> Lines:
    yield f"# {title}"
    for heading, lines in parts:
        if heading:
            yield ""
            yield f"## {heading}"
        yield ""
        yield from lines


def _document(insight: Insight, views: PlainViews) -> Lines:
    yield from ("---", "search: {exclude: true}", "---", "")
    yield from _page(insight.roadmap.about.title, ("", views.about()), ("Priority levels", views.priorities()))
    for level, items in insight.by_priority.items():
        yield ""
        yield f"## {insight.levels[level].title} enhancements"
        for item in items:
            mark = "### " if len(insight.roadmap.enhancements) <= MAX_HEADINGS else ""
            yield ""
            yield f"{mark}{item.number}. {item.title}" if mark else f"**{item.number}. {item.title}**"
            yield ""
            yield from details(item, insight, "enhancements/", headings=False)
    ending = (
        ("Priority scoring", chain(views.scales(), ["", ""], views.matrix())),
        ("Readiness", views.criteria()),
        ("Decision framework", views.triggers()),
        ("Quarters", views.containers("quarters")),
        ("Phases", views.containers("phases")),
        ("Reviews", views.governance()),
    )
    for heading, lines in ending:
        yield from ("", f"## {heading}", "")
        yield from lines


def main(arguments: Sequence[str]) -> None:
    """Write the pages for the roadmap that the arguments name."""
    data, docs = map(Path, arguments)
    loaded = load(data)
    if loaded.roadmap is None:
        raise SystemExit(f"{data} has mistakes: {loaded.findings[:3]}")
    (docs / "enhancements").mkdir(parents=True)
    for path, lines in plain_pages(Insight(loaded.roadmap, date(2025, 6, 30))):
        (docs / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
