"""Where the roadmap's pages stand in the site's navigation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs.several import owner
from enhancement_roadmap.hosts.sections import Nav, hidden_pages, section
from enhancement_roadmap.pages import Page as RoadmapPage


def place(
    pages: Sequence[RoadmapPage], nav: Nav | None, folder: str, title: str, *, has_items: bool | None, others: Collection[str] = ()
) -> tuple[Nav | None, set[str]]:
    """Put a roadmap's pages into a site's navigation.

    Args:
        pages: in their order.
        nav: the site's own ``nav``; None where it has none, and MkDocs or another plugin lists every page.
        folder: the roadmap's folder in the site.
        title: title of the section to add; empty to add none.
        has_items: whether the pages of the enhancements are listed; None where their number decides.
        others: folders of the site's other roadmaps.

    Returns:
        The navigation, and the paths of the pages that stay out of it.
    """
    hidden = hidden_pages(pages, has_items=has_items)
    if nav is None:
        return None, hidden
    nav = with_roadmap(nav, section(pages, folder, hidden), folder, title, others)
    named = listed(nav)
    unnamed = [page for page in pages if f"{folder}/{page.path}" not in named]
    # What only a preview has is in nobody's own navigation, and no reason to warn.
    return nav, hidden | {page.path for page in unnamed if not title or not page.data_file}


def with_roadmap(nav: Nav, section: Sequence[Any], folder: str, title: str, others: Collection[str] = ()) -> Nav:
    """The site's navigation with the roadmap in it.

    Args:
        nav: the site's own ``nav``.
        section: the roadmap's entries.
        folder: the roadmap's folder in the site.
        title: title of the section to add; empty to add none.
        others: folders of the site's other roadmaps; what is in one of them is no page of this one, though that be in its folder.

    Returns:
        `nav` with each entry that points at the folder replaced by the section; if there is none and no page of the
        roadmap is listed either, with the section at the end.
    """
    targets = set(_targets(nav))
    if f"{folder}/" in targets or folder in targets:
        return _replaced(nav, section, {f"{folder}/", folder}, title)
    if not title or any(owner(target, [folder, *others]) == folder for target in targets):
        return nav
    return [*nav, {title: list(section)}]


def in_their_order(navigation: Navigation, entries: Nav, hidden: Collection[str] = ()) -> None:
    """Put a roadmap's pages in their own order, wherever they stand together.

    Args:
        navigation: what MkDocs has made; it is changed, and so is what comes before and after each page.
        entries: the roadmap's entries in their order.
        hidden: paths of pages that stay out of it: some plugins list what MkDocs itself does not.
    """
    ranks = {path: rank for rank, path in enumerate(_targets(entries))}
    _take_out(navigation.items, hidden)
    _sort(navigation.items, ranks)
    navigation.pages[:] = _pages_in(navigation.items)
    for before, after in pairwise([None, *navigation.pages, None]):
        if before is not None:
            before.next_page = after
        if after is not None:
            after.previous_page = before


def _take_out(items: list[StructureItem], hidden: Collection[str]) -> None:
    """Take pages out, and sections that have no other."""
    for item in items:
        if isinstance(item, Section):
            _take_out(item.children, hidden)
    items[:] = [
        item
        for item in items
        if not (isinstance(item, Page) and item.file.src_uri in hidden) and not (isinstance(item, Section) and not item.children)
    ]


def _sort(items: list[StructureItem], ranks: Mapping[str, int]) -> None:
    """Sort the items that are the roadmap's; others keep their places."""
    for item in items:
        if isinstance(item, Section):
            _sort(item.children, ranks)
    found = [(rank, place) for place, item in enumerate(items) if (rank := _rank(item, ranks)) is not None]
    ordered = [items[place] for _, place in sorted(found)]
    for (_, place), item in zip(found, ordered, strict=True):
        items[place] = item


def _rank(item: StructureItem, ranks: Mapping[str, int]) -> int | None:
    """Where an item stands: a section where the first of its pages does."""
    if isinstance(item, Page):
        return ranks.get(item.file.src_uri)
    found = [rank for page in _pages_in([item]) if (rank := ranks.get(page.file.src_uri)) is not None]
    return min(found, default=None)


def _pages_in(items: Sequence[StructureItem]) -> list[Page]:
    """All pages in items, in their order."""
    found: list[Page] = []
    for item in items:
        if isinstance(item, Page):
            found.append(item)
        elif isinstance(item, Section):
            found += _pages_in(item.children)
    return found


def listed(nav: Nav | None) -> set[str]:
    """Every target that a navigation names."""
    return set(_targets(nav or []))


def _targets(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for value in nav.values():
            yield from _targets(value)
    elif isinstance(nav, list):
        for item in nav:
            yield from _targets(item)


def _replaced(nav: Nav, section: Sequence[Any], markers: set[str], title: str) -> Nav:
    result: Nav = []
    for item in nav:
        if isinstance(item, str) and item in markers:
            result += [{title: list(section)}] if title else section
        elif isinstance(item, dict):
            result.append({key: _in_entry(value, section, markers, title) for key, value in item.items()})
        else:
            result.append(item)
    return result


def _in_entry(value: Any, section: Sequence[Any], markers: set[str], title: str) -> Any:
    if isinstance(value, str) and value in markers:
        return list(section)
    return _replaced(value, section, markers, title) if isinstance(value, list) else value
