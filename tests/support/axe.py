"""What axe finds wrong for people who see, hear or move differently."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

CONTENT = ".md-content"
"""Where the content stands in Material; what is around it is the theme's."""

_OPEN = "context => document.querySelectorAll(`${context} details`).forEach((folded) => { folded.open = true; })"


def faults(page: Page, context: str = CONTENT, *, colours: bool = False) -> list[str]:
    """Rule and element of each fault in a part of the page; what is folded is unfolded first.

    Args:
        page: the page.
        context: the part.
        colours: only what depends on the scheme, of a page that all rules have been tried on in another.
    """
    page.evaluate(_OPEN, context)
    options = {"runOnly": ["color-contrast", "link-in-text-block"]} if colours else {}
    found = Axe().run(page, context=context, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
