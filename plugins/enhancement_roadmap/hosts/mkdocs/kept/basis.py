"""What all pages of a site rest on beside the roadmaps themselves: where it is otherwise, nothing that was made before is used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from enhancement_roadmap.hosts.mkdocs.language import other_language
from enhancement_roadmap.hosts.mkdocs.placed_site import PlacedSite

_THEMES = frozenset({"material", "mkdocs", "readthedocs"})
"""Themes whose templates show nothing but the site."""
_INHERIT = re.compile(rb"""^INHERIT:[ \t]*["']?([^"'#\r\n]*[^"'#\s])""", re.MULTILINE)
_INHERITS = re.compile(rb"""^[^#\r\n]*INHERIT""", re.MULTILINE)
_ELSEWHERE = re.compile(rb"build_date|\brandom\b|\bpages\b|\.markdown\b|\.file\b|_page\.(?:content|toc|meta|file)")
"""How a theme of the site's own would show when it was built, or what is in other pages."""


def content_basis(config: MkDocsConfig, files: Files, roadmaps: Mapping[str, PlacedSite]) -> Any:
    """What the content of every page rests on, to be compared with that of another build.

    Args:
        config: the configuration.
        files: all files of the site.
        roadmaps: those of the site, by their folders in it.

    Returns:
        None where nothing can be kept: a roadmap has mistakes, the site is a preview, or nobody can tell what is configured.
    """
    if any(placed.site.is_broken or placed.site.comparison is not None for placed in roadmaps.values()):
        return None
    configuration = _configuration(config.config_file_path)
    if configuration is None:
        return None
    return (
        configuration,
        other_language(config),
        tuple((file.src_uri, file.url, file.inclusion.name) for file in files),
        tuple((folder, _of_roadmap(placed)) for folder, placed in roadmaps.items()),
    )


def output_basis(config: MkDocsConfig, nav: Navigation) -> Any:
    """What the theme makes of every page rests on, beside the page's content.

    Args:
        config: the configuration.
        nav: the navigation, with all pages rendered.

    Returns:
        None where nothing can be kept: somebody unknown changes pages, or the theme shows when it was built or what is in other pages.
    """
    configuration, own = _configuration(config.config_file_path), _files_of(config.theme.custom_dir)
    if config.theme.name not in _THEMES or own is None or configuration is None:
        return None
    return configuration, own, str(nav), tuple((page.url, page.title, repr(page.meta)) for page in nav.pages)


def _of_roadmap(placed: PlacedSite) -> tuple[Any, ...]:
    site = placed.site
    history = site.history and site.history.state
    return site.options, site.editable, dict(site.overrides.sources), history, placed.index.published, placed.index.commit_url


def _configuration(path: str | None) -> tuple[bytes, ...] | None:
    """The files that the configuration is made of; all else that it may ask for stays the same while a server runs.

    Args:
        path: the first of them.

    Returns:
        None where one says in a way of its own which it goes on from.
    """
    found: dict[Path, bytes] = {}
    file = Path(path) if path else None
    while file is not None and file not in found and file.is_file():
        found[file] = file.read_bytes()
        inherited = _INHERIT.search(found[file])
        after = file.parent / inherited[1].decode("utf-8", "replace") if inherited else None
        if _INHERITS.search(found[file]) and (after is None or not after.is_file()):
            return None
        file = after
    return tuple(found.values())


def _files_of(folder: str | None) -> tuple[tuple[str, str], ...] | None:
    """The files of a theme of the site's own, with their fingerprints; None where one asks for what differs from build to build."""
    found = []
    for path in sorted(Path(folder).rglob("*")) if folder else ():
        if path.is_file():
            content = path.read_bytes()
            if _ELSEWHERE.search(content):
                return None
            found.append((path.as_posix(), sha256(content).hexdigest()))
    return tuple(found)
