"""Other plugins that are known by name, since something has to be done for them that is wrong without them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from enhancement_roadmap.links import FileName

_SCHEMAS = "schema/"


def makes_navigation(config: MkDocsConfig) -> bool:
    """Whether a plugin makes the whole navigation itself, and warns where ``nav`` says another."""
    return "awesome-nav" in config.plugins


def says_order(config: MkDocsConfig, files: Files) -> bool:
    """Whether the site's author, or a plugin, says in which order its pages stand; else MkDocs takes that of the alphabet."""
    if config.nav is not None or makes_navigation(config):
        return True
    literate = config.plugins.get("literate-nav")
    name = literate.config.get("nav_file") if literate is not None else None
    return any(PurePosixPath(file.src_uri).name == name for file in files)


def takes_only_sources(config: MkDocsConfig) -> bool:
    """Whether a plugin leaves out each page that is not among the site's sources, as static-i18n does."""
    return "i18n" in config.plugins


def makes_pdf(config: MkDocsConfig) -> bool:
    """Whether a plugin makes a PDF of the pages with WeasyPrint, in which a relative link to a file leads nowhere."""
    return not {"to-pdf", "with-pdf", "pdf-export"}.isdisjoint(config.plugins)


def readable(files: Mapping[FileName, bytes], config: MkDocsConfig) -> Mapping[FileName, bytes]:
    """Those of the files beside the pages that everybody may read: encryptcontent encrypts pages, and no files.

    Args:
        files: their content by their names; schemas are the same for every roadmap.
        config: the configuration of MkDocs.
    """
    if "encryptcontent" not in config.plugins:
        return files
    return {name: content for name, content in files.items() if name.startswith(_SCHEMAS)}
