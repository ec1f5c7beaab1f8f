"""Whether what Markdown becomes rests on the Markdown and the configuration alone, and says nothing while it is converted.

Only then is a page's HTML of before what converting would make again: an extension may read a file, and MkDocs warns of links.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.markdown import RoadmapFence

_PURE = re.compile(
    r"(?:(?:markdown|pymdownx|material)\..+|abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|md_in_html|meta"
    r"|nl2br|sane_lists|smarty|tables|toc|wikilinks|legacy_attrs|legacy_em)"
)
"""Names of extensions that read nothing but what they are given, but for those that follow."""
_READING = frozenset({"pymdownx.b64", "pymdownx.pathconverter"})
_SNIPPETS = "pymdownx.snippets"
_SNIPPET = re.compile(r"-+8<-+")
"""Stands where a page takes in a file."""


def converting_basis(config: MkDocsConfig) -> tuple[str, ...] | None:
    """What converting rests on beside the Markdown of a page, to be compared with that of another build.

    Args:
        config: the configuration, as other plugins leave it.

    Returns:
        None where nobody can tell: an extension is unknown, or is known to read files.
    """
    for extension in config.markdown_extensions:
        is_known = isinstance(extension, str) and _PURE.fullmatch(extension) and extension not in _READING
        if not is_known and not isinstance(extension, RoadmapFence):
            return None
    settings = config.mdx_configs or {}
    if (settings.get(_SNIPPETS) or {}).get("auto_append") or not all(map(_is_known, _called(settings))):
        return None
    return tuple(f"{name}: {options!r}" for name, options in settings.items() if name != _SNIPPETS)


def takes_in_files(markdown: str, config: MkDocsConfig) -> bool:
    """Whether a page's Markdown asks for files."""
    return _SNIPPETS in config.markdown_extensions and _SNIPPET.search(markdown) is not None


class Said(logging.Handler):
    """Tells whether MkDocs has said anything, such as a warning of a link, while a page was converted.

    Attributes:
        anything: whether it has.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.anything = False
        self._log = logging.getLogger(Page.__module__.partition(".")[0])
        self._log.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        self.anything = True

    def stop(self) -> bool:
        """Listen no longer; whether anything was said."""
        self._log.removeHandler(self)
        return self.anything


def _called(settings: Mapping[str, Any]) -> Iterator[Any]:
    """What is called for fences of a site's own kinds."""
    fences = (settings.get("pymdownx.superfences") or {}).get("custom_fences") or []
    for fence in fences:
        yield from (fence.get("format"), fence.get("validator"))


def _is_known(called: Any) -> bool:
    return called is None or (getattr(called, "__module__", None) or "").startswith("pymdownx.")
