"""The language of our words, where the pages of the site have another: a screen reader speaks each as what it is.

Words of the product are English. Words of the data are those of whoever writes the site: where a view shows them, it lets
their letters say which way they run (``dir="auto"``), and there they are in the language of the page.
"""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

from enhancement_roadmap.links import page_path
from enhancement_roadmap.pages import Page

_OURS = "en"
_HEADING = re.compile(r"<(h[2-6])(?= |>)")
_ANY_HEADING = re.compile(r"<(h[1-6])(?= |>)")
_OF_THE_DATA = ' dir="auto"'


def other_language(config: MkDocsConfig) -> str:
    """The language of the site's pages; empty where it is that of our words, or nobody says."""
    language = str(config.theme.get("language") or config.theme.get("locale") or _OURS).replace("_", "-")
    return "" if language.partition("-")[0].casefold() == _OURS else language


def in_our_language(html: str, language: str) -> str:
    """A view on a page in another language.

    Args:
        html: the view.
        language: that of the page; empty where it is ours.
    """
    if not language or not html:
        return html
    of_the_data = f'{_OF_THE_DATA} lang="{_safe(language)}"'
    return f'<div lang="{_OURS}">\n{html.replace(_OF_THE_DATA, of_the_data)}\n</div>'


def with_our_headings(html: str, language: str, page: Page) -> str:
    """The content of a page of the roadmap, whose headings are words of the product; but for those that are titles of the data.

    Args:
        html: the content.
        language: that of the site; empty where it is ours.
        page: which page it is.
    """
    if not language or page.path == page_path("document"):
        return html
    has_own_title = page.is_item or page.path == page_path("overview")
    return (_HEADING if has_own_title else _ANY_HEADING).sub(rf'<\1 lang="{_OURS}"', html)


def _safe(language: str) -> str:
    """What can stand in an attribute: letters, digits and hyphens make a language."""
    return re.sub(r"[^A-Za-z0-9-]", "", language)
