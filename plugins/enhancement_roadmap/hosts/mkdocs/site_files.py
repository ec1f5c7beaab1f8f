"""The roadmap's pages and assets as files of a site, made in memory and never written into its sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files as package_files
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.history import History
from enhancement_roadmap.loading import schema_files
from enhancement_roadmap.outputs.files import feeds
from enhancement_roadmap.outputs.history_files import history_feeds
from enhancement_roadmap.pages import Page

_ASSETS = "assets/enhancement-roadmap"
STYLES = (f"{_ASSETS}/roadmap.css", f"{_ASSETS}/roadmap-tables.css")
SCRIPT = f"{_ASSETS}/roadmap.js"


def pages_as_files(pages: Iterable[Page], config: MkDocsConfig, folder: str, data: Path, hidden: set[str]) -> Mapping[str, File]:
    """Make a file of each page.

    Args:
        pages: the roadmap's pages.
        config: the site's configuration.
        folder: the roadmap's folder in the site.
        data: the roadmap folder, for the edit links.
        hidden: paths of the pages that stay out of the navigation.

    Returns:
        The files, by the pages' paths.
    """
    made = {}
    edit_root = Path(os.path.relpath(data, config.docs_dir)).as_posix()
    for page in pages:
        level = InclusionLevel.NOT_IN_NAV if page.path in hidden else InclusionLevel.UNDEFINED
        file = File.generated(config, f"{folder}/{page.path}", content=page.markdown, inclusion=level)
        file.edit_uri = str(PurePosixPath(edit_root, page.data_file)) if page.data_file else None
        made[page.path] = file
    return made


def feeds_as_files(insight: Insight, history: History | None, config: MkDocsConfig, folder: str, commit_url: str) -> Mapping[str, File]:
    """Make a file of each of the roadmap's files for programs.

    Args:
        insight: answers about the roadmap.
        history: its history; None where it is switched off.
        config: the site's configuration.
        folder: the roadmap's folder in the site.
        commit_url: form of the address of a commit; empty for none.

    Returns:
        The files, by their names.
    """
    published = f"{config.site_url.rstrip('/')}/{folder}" if config.site_url else ""
    made = {**feeds(insight), **history_feeds(history, insight, published, commit_url)}
    return {name: File.generated(config, f"{folder}/{name}", content=content) for name, content in made.items()}


def assets_as_files(config: MkDocsConfig, folder: str) -> list[File]:
    """The style sheets, the script and the JSON Schemas."""
    source = package_files("enhancement_roadmap.hosts").joinpath("assets")
    assets = [File.generated(config, name, content=source.joinpath(PurePosixPath(name).name).read_bytes()) for name in (*STYLES, SCRIPT)]
    schemas = [File.generated(config, f"{folder}/schema/{name}", content=text) for name, text in schema_files().items()]
    return [*assets, *schemas]


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
