"""A real browser for tests: Debian's Chromium, driven by Playwright, with no way out to the network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from support.tools import Tool

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is the same browser without windows and menus, which takes a third of the time."""

# Without some of these, Chromium looks up hosts of its own at every start; by the first it finds none but this machine.
ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_chromium() -> Path | None:
    """The program that the variable CHROMIUM names, or the first Chromium on the path."""
    named = os.environ.get("CHROMIUM")
    found = [shutil.which(program) for program in ([named] if named else PROGRAMS)]
    return next((Path(program) for program in found if program), None)


CHROMIUM = Tool("Chromium", "Debian: apt-get install chromium-headless-shell; or name one: CHROMIUM=/path/to/it make test", find_chromium)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser a test process."""
    program = CHROMIUM.need()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of its own context; only localhost and files can be reached from it."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
