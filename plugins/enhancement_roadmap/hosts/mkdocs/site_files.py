"""The roadmap's pages and files as files of a site, made in memory and never written into its sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.site import Site, assets

_ASSETS = "assets/enhancement-roadmap"
STYLE = f"{_ASSETS}/roadmap.css"
SCRIPT = f"{_ASSETS}/roadmap.js"


def roadmap_files(site: Site, config: MkDocsConfig, folder: str, hidden: set[str]) -> Mapping[str, File]:
    """Make a file of each page, and of each file that stands beside the pages.

    Args:
        site: the site, with its pages.
        config: the configuration of MkDocs.
        folder: the roadmap's folder in the site.
        hidden: paths of the pages that stay out of the navigation.

    Returns:
        The files, by their path in the roadmap's folder.
    """
    made = {}
    edit_root = Path(os.path.relpath(site.options.data, config.docs_dir)).as_posix()
    for page in site.pages:
        level = InclusionLevel.NOT_IN_NAV if page.path in hidden else InclusionLevel.UNDEFINED
        file = File.generated(config, f"{folder}/{page.path}", content=page.markdown, inclusion=level)
        file.edit_uri = str(PurePosixPath(edit_root, page.data_file)) if page.data_file else None
        made[page.path] = file
    for name, content in site.files_beside().items():
        made[name] = File.generated(config, f"{folder}/{name}", content=content)
    return made


def asset_files(config: MkDocsConfig) -> list[File]:
    """The style sheet and the script."""
    return [File.generated(config, f"{_ASSETS}/{name}", content=content) for name, content in assets().items()]


def clashes(site: Files, made: Iterable[File], shown: Callable[[str], str]) -> list[Finding]:
    """A finding for each file that somebody has put where a generated one belongs.

    MkDocs itself would let the generated file win in silence.

    Args:
        site: the site's files so far.
        made: the files to add.
        shown: gives the path of a file as the site's author knows it.
    """
    taken = {file.dest_uri: file for file in site}
    found = []
    for file in made:
        if other := taken.get(file.dest_uri):
            place = Place(shown(other.abs_src_path or other.src_uri))
            hint = "Move the file, or set the plugin's option ‘path’ to another folder."
            found.append(Finding(place, "RM601", f"the roadmap generates a page at this address: ‘{file.src_uri}’", hint))
    return found
