"""What the search plugins are given of a roadmap's page: its words, sections and lists, without the tags that say nothing to them.

Both search plugins read each page back with Python's parser of HTML, a call for each tag and each piece of text between two:
half of the time of a build. They keep headings, paragraphs, lists and code, and leave out what is marked so; all else is
only passed. The words that they find stay the same.
"""

from __future__ import annotations

import re

_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')
"""Stands in headings, whose words it is none of."""
_SILENT = re.compile(
    r"</?(?:a|abbr|b|bdi|br|caption|circle|col|colgroup|dd|dfn|dl|dt|em|figcaption|g|i|input|label|line|mark|path|polyline|rect"
    r"|s|small|span|strong|summary|td|text|th|thead|time|title|tr|tspan|u|wbr)(?=[\s/>])(?![^>]*data-search-)[^>]*>"
)
"""Tags that divide nothing for a search, and hold nothing that it leaves out."""
_WHITE = re.compile(r"\s{2,}")


def searched(html: str) -> str:
    """A page's content with the words, headings, lists and paragraphs that a search plugin looks for, and little else.

    Args:
        html: the content; with ``>`` escaped wherever it is no end of a tag.
    """
    said = _SILENT.sub("", _PERMALINK.sub("", html))
    return said if "<pre" in said else _WHITE.sub(" ", said)
