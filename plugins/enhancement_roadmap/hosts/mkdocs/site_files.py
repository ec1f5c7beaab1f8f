"""The roadmap's pages and files as files of a site, made in memory and never written into its sources."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files as package_files
from pathlib import Path, PurePosixPath

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.mkdocs.kept import PageFile
from enhancement_roadmap.hosts.mkdocs.neighbours import makes_navigation, makes_pdf
from enhancement_roadmap.hosts.nav_files import nav_file
from enhancement_roadmap.hosts.site import Site, assets
from enhancement_roadmap.links import FileName

_ASSETS = "assets/enhancement-roadmap"
STYLE = f"{_ASSETS}/roadmap.css"
SCRIPT = f"{_ASSETS}/roadmap.js"
EDIT_STYLE = f"{_ASSETS}/edit.css"
EDIT_SCRIPT = f"{_ASSETS}/edit.js"
PDF_STYLE = f"{_ASSETS}/pdf.css"


def roadmap_files(
    site: Site,
    beside: Mapping[FileName, bytes],
    config: MkDocsConfig,
    docs_dir: str,
    folder: str,
    hidden: set[str],
    *,
    has_items: bool | None,
) -> Mapping[str, File]:
    """Make a file of each page, and of each file that stands beside the pages.

    Args:
        site: the site, with its pages.
        beside: content of each file beside the pages, by its name.
        config: the configuration of MkDocs.
        docs_dir: the folder of the pages that the author has.
        folder: the roadmap's folder in the site.
        hidden: paths of the pages that stay out of the navigation.
        has_items: whether the pages of the enhancements are listed; None where their number decides.

    Returns:
        The files, by their path in the roadmap's folder.
    """
    made = {}
    edit_root = Path(os.path.relpath(site.options.data, docs_dir)).as_posix()
    for page in site.pages:
        level = InclusionLevel.NOT_IN_NAV if page.path in hidden else InclusionLevel.UNDEFINED
        file = PageFile.generated(config, f"{folder}/{page.path}", content=page.markdown, inclusion=level)
        file.edit_uri = str(PurePosixPath(edit_root, page.data_file)) if page.data_file else None
        made[page.path] = file
    if makes_navigation(config):
        name, content = nav_file(site.pages, "awesome-nav", has_items=has_items)
        made[name] = File.generated(config, f"{folder}/{name}", content=content, inclusion=InclusionLevel.EXCLUDED)
    for name, content in beside.items():
        made[name] = File.generated(config, f"{folder}/{name}", content=content)
    return made


def asset_files(config: MkDocsConfig, *, editing: bool = False) -> list[File]:
    """The style sheets that the site needs, and the script.

    Args:
        config: the configuration of MkDocs.
        editing: whether pages can be edited, which has a script and a style sheet of its own.
    """
    made = {STYLE: assets()["roadmap.css"], SCRIPT: assets()["roadmap.js"]}
    more = [PDF_STYLE] if makes_pdf(config) else []
    for path in [*more, *([EDIT_STYLE, EDIT_SCRIPT] if editing else [])]:
        made[path] = package_files("enhancement_roadmap.hosts").joinpath("assets", PurePosixPath(path).name).read_bytes()
    return [File.generated(config, path, content=content) for path, content in made.items()]


def link_assets(config: MkDocsConfig, *, editing: bool = False) -> None:
    """Have each page of the site load the style sheets and the scripts that `asset_files` makes.

    Args:
        config: the configuration of MkDocs, which is changed.
        editing: whether pages can be edited.
    """
    config.extra_css += [STYLE, *([PDF_STYLE] if makes_pdf(config) else []), *([EDIT_STYLE] if editing else [])]
    for path in [SCRIPT, *([EDIT_SCRIPT] if editing else [])]:
        script = ExtraScriptValue(path)
        script.defer = True
        config.extra_javascript.append(script)


def clashes(site: Iterable[File], made: Iterable[File], shown: Callable[[File], str]) -> list[Finding]:
    """A finding for each file that somebody has put where a generated one belongs.

    MkDocs itself would let the generated file win in silence.

    Args:
        site: the other files of the site.
        made: the files to add.
        shown: gives the path of a file as the site's author knows it.
    """
    taken = {file.dest_uri: file for file in site}
    found = []
    for file in made:
        if other := taken.get(file.dest_uri):
            place = Place(shown(other))
            hint = "Move the file, or set the plugin's option ‘path’ to another folder."
            found.append(Finding(place, "RM601", f"the roadmap generates a page at this address: ‘{file.src_uri}’", hint))
    return found
