"""The same site without the plugin: every page a Markdown file, written before anything is measured.

All pages but the document are in the site's search, as pages are unless somebody says otherwise. The plugin keeps its own
checklists, decisions and plan of a large roadmap out of it, which is part of what makes it quicker.

Run as ``python -m benchmarks.plain_pages DATA DOCS all|ready``: all that the plugin makes, or what a user would write, which is a
table, a page for each enhancement and one checklist.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from benchmarks.plain_decisions import PlainDecisions, first
from benchmarks.plain_item import details, item_page
from benchmarks.plain_views import PlainViews
from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.links import page_path
from enhancement_roadmap.loading import load

Lines = Iterable[str]

MANY = 200
"""Up to so many enhancements the document has a heading for each, as the plugin's own does: each costs time in the contents."""


def plain_pages(insight: Insight) -> Iterator[tuple[str, Lines]]:
    """Path and lines of every page that the plugin would make, page for page."""
    views, decisions = PlainViews(insight, "enhancements/"), PlainDecisions(insight, "enhancements/")
    yield page_path("overview"), _overview(insight, views)
    yield page_path("matrix"), _page("Priority matrix", ("", _matrix(views)), ("Ranking", views.ranking()), ("Scales", views.scales()))
    yield page_path("checklists"), _checklists(insight, views)
    yield page_path("decisions"), _decisions(insight, views, decisions)
    parts = (("", views.timeline()), ("Phases", views.containers("phases")), ("Quarters", views.containers("quarters")))
    yield page_path("plan"), _page("Plan", *parts)
    yield (
        page_path("governance"),
        _page(
            "Governance",
            ("", views.notices()),
            ("Reviews", views.reviews()),
            ("Lifecycle", views.statuses()),
            ("Contacts", views.contacts()),
        ),
    )
    for item in insight.roadmap.enhancements:
        yield page_path("enhancement", item.id), item_page(item, insight)
    yield page_path("document"), _document(insight, views, decisions)


def ready_pages(insight: Insight) -> Iterator[tuple[str, Lines]]:
    """Path and lines of the pages that a user would write by hand."""
    views = PlainViews(insight, "enhancements/")
    yield page_path("overview"), _page(insight.roadmap.about.title, ("", views.table()))
    yield page_path("checklists"), _checklists(insight, views)
    for item in insight.roadmap.enhancements:
        yield page_path("enhancement", item.id), item_page(item, insight)


def _overview(insight: Insight, views: PlainViews) -> Lines:
    return _page(
        insight.roadmap.about.title,
        ("", views.notices()),
        ("", views.summary()),
        ("What is most urgent", views.urgency()),
        ("All enhancements", views.table()),
        ("Priority levels", views.priorities()),
        ("About this roadmap", views.about()),
    )


def _matrix(views: PlainViews) -> Lines:
    return chain(views.matrix(), [""], views.ranges())


def _checklists(insight: Insight, views: PlainViews) -> Lines:
    return _page("Checklists", ("", views.checklist(insight.roadmap.enhancements, named=True)), ("Readiness", views.criteria()))


def _decisions(insight: Insight, views: PlainViews, decisions: PlainDecisions) -> Lines:
    return _page(
        "Decision framework",
        ("", views.notices()),
        ("", decisions.decisions()),
        ("Triggers", decisions.triggers(first(insight))),
        ("Metrics", decisions.metrics()),
        ("Readiness criteria", decisions.readiness()),
        ("Cost and benefit", decisions.net_value()),
    )


def _page(title: str, *parts: tuple[str, Lines]) -> Lines:
    yield f"# {title}"
    for heading, lines in parts:
        if heading:
            yield ""
            yield f"## {heading}"
        yield ""
        yield from lines


def _document(insight: Insight, views: PlainViews, decisions: PlainDecisions) -> Lines:
    yield from ("---", "search: {exclude: true}", "---", "")
    yield from _page(insight.roadmap.about.title, ("", views.about()), ("Priority levels", views.priorities()))
    for level, items in insight.by_priority.items():
        yield ""
        yield f"## {insight.levels[level].title} enhancements"
        for item in items:
            mark = "### " if len(insight.roadmap.enhancements) <= MANY else ""
            yield ""
            yield f"{mark}{item.number}. {item.title}" if mark else f"**{item.number}. {item.title}**"
            yield ""
            yield from details(item, insight, "enhancements/", headings=False)
    ending = (
        ("Priority scoring", chain(views.scales(), ["", ""], _matrix(views))),
        ("Readiness", views.criteria()),
        ("Decision framework", decisions.triggers(insight.roadmap.enhancements)),
        ("Quarters", views.containers("quarters")),
        ("Phases", views.containers("phases")),
        ("Reviews", views.reviews()),
        ("Contacts", views.contacts()),
    )
    for heading, lines in ending:
        yield from ("", f"## {heading}", "")
        yield from lines


def main(arguments: Sequence[str]) -> None:
    """Write the pages for the roadmap that the arguments name."""
    data, docs = map(Path, arguments[:2])
    pages = {"all": plain_pages, "ready": ready_pages}[arguments[2]]
    loaded = load(data)
    if loaded.roadmap is None:
        raise SystemExit(f"{data} has mistakes: {loaded.findings[:3]}")
    (docs / "enhancements").mkdir(parents=True)
    for path, lines in pages(Insight(loaded.roadmap, build_day(os.environ))):
        (docs / path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
