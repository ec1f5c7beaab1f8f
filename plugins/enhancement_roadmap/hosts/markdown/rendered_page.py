"""Which page a converter is at. Python-Markdown itself does not know; each generator leaves it among the converter's parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from markdown import Markdown

from enhancement_roadmap.hosts.folder.links import LinkForm
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page that is being made.

    Attributes:
        path: from the root of the site's sources.
        form: how it is to link to other pages.
        exists: whether there is a file, by its path from that root.
    """

    path: str
    form: LinkForm
    exists: Callable[[str], bool]


def rendered_page(md: Markdown) -> RenderedPage | None:
    """The page, where the generator says it."""
    try:
        if "rendering_context" in md.preprocessors:
            return _of_zensical(md.preprocessors["rendering_context"])
        if "relpath" in md.treeprocessors:
            return _of_mkdocs(md.treeprocessors["relpath"])
    except (AttributeError, KeyError, TypeError):
        pass  # a version that keeps it elsewhere
    return None


def _of_zensical(context: Any) -> RenderedPage:
    """Zensical makes addresses of links between source files, those in HTML too, and warns of dead ones."""
    docs = Path(context.config["docs_dir"])
    return RenderedPage(Path(context.page.path).as_posix(), "md", lambda path: (docs / path).is_file())


def _of_mkdocs(relative: Any) -> RenderedPage:
    """MkDocs and ProperDocs leave links in HTML as they are."""
    form: LinkForm = "directory" if relative.config["use_directory_urls"] else "html"
    return RenderedPage(relative.file.src_uri, form, lambda path: relative.files.get_file_from_path(path) is not None)
