"""The file in the roadmap's folder by which a plugin for navigation lists the roadmap's pages in their order.

It holds paths and words of the product, and no words of the data: each page has its title in itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from enhancement_roadmap.hosts.sections import Nav, hidden_pages, section
from enhancement_roadmap.pages import Page

NavForm = Literal["literate-nav", "awesome-nav"]
"""The plugin that is to read it: MkDocs and ProperDocs run them, and Zensical does the same by itself."""

NAV_FORMS: tuple[NavForm, ...] = get_args(NavForm)

_NOTE = "Made of the roadmap: edit the data, not this file."


def nav_file(pages: Sequence[Page], form: NavForm, *, has_items: bool | None = None) -> tuple[str, bytes]:
    """The name and the content of the file.

    Args:
        pages: in their order.
        form: which plugin reads it.
        has_items: whether the pages of the enhancements are listed; None where their number decides.
    """
    entries = section(pages, "", hidden_pages(pages, has_items=has_items))
    if form == "literate-nav":
        return "SUMMARY.md", "\n".join([f"<!-- {_NOTE} -->", "", *_list(entries), ""]).encode()
    return ".nav.yml", "\n".join([f"# {_NOTE}", "nav:", *_yaml(entries), ""]).encode()


def _list(entries: Nav, indent: str = "") -> Iterator[str]:
    """A list in Markdown: links, and patterns that a single path fits, since only pages that a pattern finds have their own titles."""
    for title, target in map(_pair, entries):
        if isinstance(target, list):
            yield f"{indent}- {title}"
            yield from _list(target, f"{indent}    ")
        else:
            yield f"{indent}- [{title}]({target})" if title else f"{indent}- {target}*"


def _yaml(entries: Nav, indent: str = "  ") -> Iterator[str]:
    for title, target in map(_pair, entries):
        key = f"{json.dumps(title)}:" if title else ""
        if isinstance(target, list):
            yield f"{indent}- {key}"
            yield from _yaml(target, f"{indent}    ")
        else:
            yield f"{indent}- {key} {json.dumps(target)}" if title else f"{indent}- {json.dumps(target)}"


def _pair(entry: str | dict[str, str | Nav]) -> tuple[str, str | Nav]:
    """Title, empty where there is none, and target."""
    if isinstance(entry, str):
        return "", entry
    ((title, target),) = entry.items()
    return title, target
