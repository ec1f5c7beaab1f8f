"""The order in which a navigation lists the roadmap's pages, whatever makes the navigation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from enhancement_roadmap.links import page_path
from enhancement_roadmap.pages import Page

Nav = list[Any]
"""Paths of pages, or pairs of a title and either such a path or a navigation."""

MAX_ITEM_PAGES = 36
"""Past it, item pages stay out of the navigation: each page carries all of it (900 items: 33 s instead of 5 s)."""


def section(pages: Sequence[Page], folder: str, hidden: Collection[str]) -> Nav:
    """The roadmap's entries: each page under its name, the pages of the enhancements under one of their own.

    Args:
        pages: in their order.
        folder: where paths start: the roadmap's folder in the site; empty for that folder itself.
        hidden: paths of the pages to leave out.
    """
    start = f"{folder}/" if folder else ""
    shown = [page for page in pages if page.path not in hidden]
    entries: Nav = [{page.title: f"{start}{page.path}"} for page in shown if not page.is_item]
    if items := [f"{start}{page.path}" for page in shown if page.is_item]:
        overview = next((place for place, page in enumerate(shown) if page.path == page_path("overview")), 0)
        entries.insert(overview + 1, {"Enhancements": items})
    return entries


def hidden_pages(pages: Sequence[Page], *, has_items: bool | None) -> set[str]:
    """Paths of the pages that stay out of the navigation: some always, those of the enhancements where they are many.

    Args:
        pages: all of the roadmap.
        has_items: whether those of the enhancements are listed; None where their number decides.
    """
    items = {page.path for page in pages if page.is_item}
    is_listed = len(items) <= MAX_ITEM_PAGES if has_items is None else has_items
    unlisted = {page.path for page in pages if not page.is_listed}
    return unlisted if is_listed else unlisted | items
