"""One page of the site, before any host has seen it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from enhancement_roadmap.text import literal, plain


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a Markdown source.

    Attributes:
        path: where it stands in the roadmap's folder of the site's sources.
        title: short name for the navigation; words of the product, never of the data.
        markdown: its source, front matter included.
        data_file: path in the roadmap folder of the file to edit.
        is_item: whether it is the page of one enhancement.
    """

    path: str
    title: str
    markdown: str
    data_file: str
    is_item: bool = False


def heading(level: int, text: str) -> str:
    """A heading with words from the data, which show as typed, without their markup."""
    return f"{'#' * level} {literal(plain(text))}"


def fence(view: str, **options: str | bool) -> str:
    """A fenced block that shows a view.

    Args:
        view: name of the view.
        options: slugs, words of the product, or booleans; nothing that would need quotes in YAML.
    """
    lines = [f"view: {view}", *(f"{key}: {str(value).lower() if isinstance(value, bool) else value}" for key, value in options.items())]
    return "\n".join(["```roadmap", *lines, "```"])


def source(blocks: Sequence[str], *, tags: Sequence[str] = (), search: bool = True) -> str:
    """A Markdown source.

    Args:
        blocks: headings, fences and paragraphs.
        tags: for Material's tags plugin.
        search: whether the page belongs into the site's search.
    """
    # JSON is YAML, and quotes whatever a label may hold.
    matter = [f"tags: {json.dumps(list(tags), ensure_ascii=False)}"] if tags else []
    matter += [] if search else ["search: {exclude: true}"]
    front = ["\n".join(["---", *matter, "---"])] if matter else []
    return "\n\n".join([*front, *blocks]) + "\n"
