"""Pictures of every page, to look at: wide and narrow, light and dark, and on paper.

Run as ``make screenshots``; they go to ``build/screenshots``. Those of the documentation are made by ``documentation_pictures.py``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from pypdfium2 import PdfDocument

from support.browser import ARGUMENTS, CHROMIUM
from support.looks import SITES, addresses
from support.server import serve
from support.site import REPOSITORY

TARGET = REPOSITORY / "build" / "screenshots"
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
SCHEMES = {"light": "default", "dark": "slate"}


def main(only: list[str]) -> None:
    """Take all pictures, or those of the pages whose addresses contain one of the words."""
    program = CHROMIUM.find()
    if program is None:
        sys.exit(CHROMIUM.missing)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        for name, build in SITES.items():
            built = build(Path(folder) / name)
            with serve(built.folder) as root:
                for address in addresses(built):
                    if not only or any(word in f"{name}/{address}" for word in only):
                        _take(browser, root + address, TARGET / name / (address.strip("/").replace("/", "-")))
        browser.close()


def _take(browser: Browser, address: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    for size, (width, height) in SIZES.items():
        page = _open(browser, address, width, height)
        for scheme, value in SCHEMES.items():
            _switch(page, value)
            for kind, whole in (("first-screen", False), ("whole", True)):
                page.screenshot(path=f"{target}-{size}-{scheme}-{kind}.png", full_page=whole, animations="disabled")
        page.context.close()
    _print(browser, address, target)


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    page = browser.new_context(viewport={"width": width, "height": height}).new_page()
    page.goto(address, wait_until="load")
    return page


def _switch(page: Page, scheme: str) -> None:
    page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)


def _print(browser: Browser, address: str, target: Path) -> None:
    page = _open(browser, address, 1280, 900)
    for number, sheet in enumerate(PdfDocument(page.pdf(format="A4")), start=1):
        sheet.render(scale=0.8).to_pil().save(f"{target}-print-{number}.png")
    page.context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
