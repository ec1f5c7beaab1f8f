"""The pictures in the documentation, light and dark, of the made-up roadmap: ``make screenshots`` takes them anew."""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from support.browser import ARGUMENTS, CHROMIUM
from support.editing_pictures import take_editing, take_served
from support.looks import LANTERN
from support.previews import branch, preview_site
from support.server import serve
from support.site import REPOSITORY

ASSETS = REPOSITORY / "docs" / "assets"
LARGEST = 60_000
"""Bytes of one picture."""

LARGE, SMALL = (1280, 720), (900, 600)
SCHEMES = {"light": "default", "dark": "slate"}
SHOWN = {"plan": ("lantern/plan/", LARGE), "published": ("lantern/matrix/", SMALL)}
"""Name of each picture of this project's site, with its page and its size in pixels."""

CARD = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1200px; height: 630px; background: #3f51b5; color: #fff; font-family: sans-serif; overflow: hidden }}
h1 {{ font-size: 64px; line-height: 1.15; margin: 60px 64px 0; width: 1060px }}
p {{ font-size: 30px; margin: 20px 64px 36px; opacity: .92 }}
img {{ display: block; margin-left: 64px; width: 1072px; border-radius: 10px 10px 0 0 }}
</style><h1>Your roadmap in git, as a website people read</h1><p>mkdocs-enhancement-roadmap</p><img src="{picture}">"""


def main() -> None:
    """Take all pictures."""
    program = CHROMIUM.find()
    if program is None:
        sys.exit(CHROMIUM.missing)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        site = Path(folder) / "site"
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], cwd=REPOSITORY, check=True)
        with serve(site) as root:
            for name, (address, size) in SHOWN.items():
                _take(browser, root + address, name, size)
        with serve(_preview(Path(folder) / "preview")) as root:
            _take(browser, f"{root}roadmap/changes.html", "preview", SMALL)
        take_editing(browser, Path(folder) / "edited", _save)
        take_served(browser, Path(folder) / "served", _save)
        _take_card(browser, Path(folder) / "card.html")
        browser.close()


def _preview(folder: Path) -> Path:
    """The site of a branch that goes on with the work."""
    files = {file.relative_to(LANTERN).as_posix(): file.read_text(encoding="utf-8") for file in LANTERN.rglob("*.yml")}
    change = {name: _changed(text) for name, text in files.items() if _changed(text) != text}
    branch(folder, change, before=files)
    site = preview_site(folder)
    site.plugin["today"] = "2026-11-27"
    return site.build().folder


def _changed(text: str) -> str:
    for old, new in CHANGES.items():
        text = text.replace(old, new)
    return text


CHANGES: Mapping[str, str] = {
    "  - Pay publishers for each loan\n": "  - {text: Pay publishers for each loan, done: 2026-11-26}\n",
    "title: Family cards\npriority: should\n": "title: Family cards\npriority: must\nstatus: triggered\n",
    "risk: 3, impact: 4, on: 2026-09-22, why: Families": "risk: 4, impact: 4, on: 2026-11-26, why: Families",
    "until: 2027-03-31": "until: 2027-06-30",
}
"""What the branch of the preview changes."""


def _take(browser: Browser, address: str, name: str, size: tuple[int, int]) -> None:
    width, height = size
    for scheme, value in SCHEMES.items():
        page = browser.new_context(viewport={"width": width, "height": height}).new_page()
        page.goto(address, wait_until="load")
        page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", value)
        _save(page.screenshot(animations="disabled"), ASSETS / f"{name}-{scheme}.webp")
        page.context.close()


def _save(picture: bytes, file: Path) -> None:
    Image.open(io.BytesIO(picture)).convert("RGB").save(file, quality=52, method=6)
    if file.stat().st_size > LARGEST:
        sys.exit(f"{file} has more than {LARGEST:,} bytes")


def _take_card(browser: Browser, file: Path) -> None:
    """What a chat or a social network shows for a link to the site."""
    file.write_text(CARD.format(picture=(ASSETS / "plan-light.webp").as_uri()), encoding="utf-8")
    page = browser.new_context(viewport={"width": 1200, "height": 630}).new_page()
    page.goto(file.as_uri(), wait_until="load")
    card = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(128)
    card.save(ASSETS / "social.png", optimize=True)
    page.context.close()


if __name__ == "__main__":
    main()
