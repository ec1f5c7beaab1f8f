"""The site of this project: the example that everybody looks at first."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.links import broken_links, count_links
from support.server import serve

REPOSITORY = Path(__file__).resolve().parents[2]
SHOWN = ("", "tutorial/", "reference/views/", "roadmap/", "roadmap/matrix/", "roadmap/enhancements/database-security/", "roadmap/document/")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
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
