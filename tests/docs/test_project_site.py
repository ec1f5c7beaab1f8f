"""The site of this project: the example that everybody looks at first."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
import yaml
from playwright.sync_api import Browser, Page

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.loading import load
from support.axe import faults
from support.links import broken_links, count_links
from support.prepared import prepared
from support.server import serve

REPOSITORY = Path(__file__).resolve().parents[2]
LANTERN = REPOSITORY / "docs" / "examples" / "lantern"
THEME = ("/assets/stylesheets/", "/assets/javascripts/", "/search/")
"""Where what the theme brings stands in the site."""
LARGEST_HOME = 300_000
"""Bytes of the home page with its pictures and what we bring to it."""
SHOWN = (
    "",
    "tutorial/",
    "lantern/",
    "reference/views/",
    "roadmap/",
    "roadmap/matrix/",
    "roadmap/enhancements/database-security/",
    "roadmap/document/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [prepared() / "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795478400"}
    built = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=120)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as served:
        yield served


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    assert count_links(site) > 500
    assert broken_links(site) == []


@pytest.mark.browser
@pytest.mark.parametrize("path", SHOWN)
def test_a_page_loads_nothing_from_elsewhere_and_breaks_nothing(page: Page, address: str, path: str) -> None:
    requested: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + path, wait_until="load")
    assert page.locator("article h1").is_visible()
    assert [url for url in requested if not url.startswith((address, "data:"))] == []
    assert errors == []


def test_the_home_page_shows_what_stands_in_the_data() -> None:
    home = (REPOSITORY / "docs" / "index.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"``` \{ \.yaml \.no-copy \}\n# enhancements/05-family-cards\.yml\n(.+?)```", home, re.DOTALL)
    there = (LANTERN / "enhancements" / "05-family-cards.yml").read_text(encoding="utf-8")
    assert shown.count("\n") > 8
    assert yaml.safe_load(shown).items() <= yaml.safe_load(there).items()


def test_the_made_up_example_is_lively_and_without_findings() -> None:
    loaded = load(LANTERN)
    assert loaded.roadmap is not None
    insight = Insight(loaded.roadmap, date(2026, 11, 27))
    assert check(loaded, insight) == ()
    items = loaded.roadmap.enhancements
    assert {insight.statuses[item.status].counts_as for item in items} == {"proposed", "in-progress", "done", "deferred"}
    assert {insight.evaluations[item.id].state for item in items} >= {"fired", "near", "waiting"}
    assert any(item.acceptance for item in items)
    assert any(one.due and one.due.last < insight.today and one.status == "open" for item in items for one in item.requirements)
    assert insight.schedule is not None


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_home_page_is_light_and_readable(browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(address, wait_until="load")
    assert page.title() == "Enhancement roadmap"
    assert page.locator("article .md-button").first.bounding_box()["y"] < 700  # what to do next stands on the first screen
    page.mouse.wheel(0, 10_000)
    page.wait_for_function("[...document.images].filter(image => image.checkVisibility()).every(image => image.complete)")
    ours = {url: size for url, size in sizes.items() if not any(part in url for part in THEME)}
    assert len(ours) > 5
    assert sum(ours.values()) < LARGEST_HOME
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    shown = page.locator(".home-picture img:visible").evaluate_all("images => images.map(image => image.getAttribute('src'))")
    assert len(shown) == 4
    assert all(scheme in source for source in shown)
    assert faults(page) == []
    page.close()
