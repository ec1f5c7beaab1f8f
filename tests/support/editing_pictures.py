"""Pictures of editing in the page for the documentation: the roadmaps of this project, served, in a small window."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from support.looks import LANTERN, PALETTE
from support.repository import ScratchRepository
from support.serving import mkdocs_serve
from support.site import REPOSITORY, WORKING_PANDA, Site

TARGET = REPOSITORY / "docs" / "assets"
SIZE = {"width": 960, "height": 640}
SMALL = {"width": 900, "height": 600}
SCHEMES = {"light": "default", "dark": "slate"}
REASON = "User data is at stake from the first day on."


def take_editing(browser: Browser, folder: Path, save: Callable[[bytes, Path], None]) -> None:
    """Serve a site, edit in it, and take a picture of each step.

    Args:
        browser: takes the pictures.
        folder: where to put the site.
        save: makes a file of a picture.
    """
    site = Site(folder / "project")
    site.data(WORKING_PANDA)
    site.settings["site_name"] = "Our plans"
    site.configure()
    repository = ScratchRepository(site.root)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.record("The plan")
    with mkdocs_serve(site, folder / "log") as address:
        page = _open(browser, SIZE)
        for name, act in (("edit-checklist", _tick), ("edit-assessment", _assess), ("edit-changes", _changes)):
            act(page, address)
            save(page.screenshot(animations="disabled"), TARGET / f"{name}.webp")
        page.context.close()


def take_served(browser: Browser, folder: Path, save: Callable[[bytes, Path], None]) -> None:
    """Serve the made-up roadmap, and take a picture of what is left to do while it is ticked off, light and dark.

    Args:
        browser: takes the pictures.
        folder: where to put the site.
        save: makes a file of a picture.
    """
    site = Site(folder / "project", plugin={"history": False, "today": "2026-11-27"})
    site.data(LANTERN)
    site.settings |= {"site_name": "Our plans", "theme": {"name": "material", "font": False, "palette": PALETTE}}
    with mkdocs_serve(site, folder / "log") as address:
        page = _open(browser, SMALL)
        page.goto(f"{address}roadmap/checklists/", wait_until="load")
        page.get_by_role("checkbox", name=re.compile("^Download over Wi-Fi")).check()
        page.get_by_role("button", name=re.compile("^More for: Pay publishers")).click()
        page.locator(".er-edit-status", has_text="Saved.").wait_for()
        for name, scheme in SCHEMES.items():
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            save(page.screenshot(animations="disabled"), TARGET / f"served-{name}.webp")
        page.context.close()


def _open(browser: Browser, size: Mapping[str, int]) -> Page:
    """A page of that size that is not loaded again when data change."""
    page = browser.new_context(viewport=size).new_page()  # type: ignore[arg-type]  # a mapping of this form
    page.route("**/livereload/**", lambda route: route.abort())
    return page


def _tick(page: Page, address: str) -> None:
    page.goto(f"{address}roadmap/checklists/", wait_until="load")
    page.get_by_role("checkbox", name=re.compile("^Database backup")).check()
    page.get_by_role("button", name=re.compile("^More for: SQL injection")).click()
    page.locator(".er-edit-status", has_text="Saved.").wait_for()
    page.get_by_role("heading", name="High Priority").evaluate("heading => heading.scrollIntoView()")


def _assess(page: Page, address: str) -> None:
    page.goto(f"{address}roadmap/enhancements/api-security/", wait_until="load")
    page.get_by_role("button", name="Assess", exact=True).click()
    dialog = page.locator(".er-edit-dialog")
    dialog.get_by_label(re.compile(r"Critical \(5\),.*High \(4\)")).check()
    dialog.get_by_label("Why there (needed)").fill(REASON)


def _changes(page: Page, address: str) -> None:
    page.locator(".er-edit-dialog").get_by_role("button", name="Save").click()
    page.locator(".er-edit-status", has_text="Saved.").wait_for()
    page.goto(f"{address}roadmap/", wait_until="load")
    page.get_by_role("button", name="What I have changed").click()
    page.locator(".er-edit-dialog").wait_for()
