"""Where the roadmap's pages stand in the site's navigation."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from enhancement_roadmap.hosts.mkdocs.several import owner
from enhancement_roadmap.hosts.sections import Nav, hidden_items, section
from enhancement_roadmap.pages import Page


def place(
    pages: Sequence[Page], nav: Nav | None, folder: str, title: str, *, has_items: bool | None, others: Collection[str] = ()
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
    hidden = hidden_items(pages, has_items=has_items)
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
