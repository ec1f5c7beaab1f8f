"""One page of the site, before any host has seen it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a Markdown source.

    Attributes:
        path: where it stands in the roadmap's folder of the site's sources.
        title: short name for the navigation; words of the product, never of the data.
        markdown: its source, front matter included.
        data_file: path in the roadmap folder of the file to edit; empty where there is none.
        is_item: whether it is the page of one enhancement.
    """

    path: str
    title: str
    markdown: str
    data_file: str
    is_item: bool = False
