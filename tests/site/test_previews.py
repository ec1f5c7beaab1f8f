"""The preview of a branch, in a real browser: right to everybody, and nothing of what the branch says runs."""

from __future__ import annotations

import shutil

import pytest
from playwright.sync_api import Page, expect

from support.axe import faults
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.policy import listen_for_violations, own_inline_parts, strict_policy, violations
from support.previews import branch, preview_site
from support.repository import make_repository
from support.server import serve
from support.site import WORKING_PANDA, Built

pytestmark = pytest.mark.browser

PAGES = ("changes.html", "", "checklists.html", "enhancements/fourth.html", "enhancements/fifth.html", "enhancements/third.html")
HOSTILE_BRANCH = "x\"'><img-src=x-onerror=window.pwned=1><script>window.pwned=1</script>{{config}}"
NARROW = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The preview of a branch that adds, changes and removes one enhancement each."""
    folder = tmp_path_factory.mktemp("preview")
    branch(folder)
    return preview_site(folder).build()


def test_axe_finds_nothing_light_or_dark(built: Built, page: Page) -> None:
    found: list[str] = []
    with serve(built.folder) as root:
        for address in PAGES:
            page.goto(f"{root}roadmap/{address}", wait_until="load")
            page.add_style_tag(content="* { transition: none !important; }")
            for scheme in ("default", "slate"):
                page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
                found += [f"{address} {scheme}: {fault}" for fault in faults(page, colours=scheme == "slate")]
    assert found == []


def test_a_reader_goes_from_the_note_to_the_change_and_on_to_what_is_removed(built: Built, page: Page) -> None:
    with serve(built.folder) as root:
        page.goto(f"{root}roadmap/plan.html", wait_until="load")
        page.locator(".er-preview").get_by_role("link", name="What this change does").click()
        page.locator("article").get_by_role("link", name="Third thing").first.click()
        expect(page.locator("h1")).to_contain_text("3. Third thing (removed)")
        expect(page.locator(".er-marked .er-mark-removed")).to_be_visible()
        expect(page.locator("article")).to_contain_text("1-2 sprints")


def test_old_and_new_values_are_told_apart_by_more_than_colour(built: Built, page: Page) -> None:
    with serve(built.folder) as root:
        page.goto(f"{root}roadmap/enhancements/fourth.html", wait_until="load")
        line = "element => getComputedStyle(element).textDecorationLine"
        assert page.locator(".er-card del .er-chip").first.evaluate(line) == "line-through"
        assert page.locator(".er-card ins .er-chip").first.evaluate(line) == "none"
        assert page.locator(".er-card del").first.aria_snapshot().count("Before:") == 1
        sign = "element => getComputedStyle(element, '::before').content"
        assert "≠" in page.locator(".er-mark-changed").first.evaluate(sign)


def test_on_a_phone_nothing_scrolls_sideways(built: Built, page: Page) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
    with serve(built.folder) as root:
        for address in PAGES:
            page.goto(f"{root}roadmap/{address}", wait_until="load")
            assert page.evaluate("document.scrollingElement.scrollWidth") == NARROW["width"], address


def test_on_a_phone_old_and_new_values_stand_below_what_changed(built: Built, page: Page) -> None:
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary will do
    with serve(built.folder) as root:
        page.goto(f"{root}roadmap/changes.html", wait_until="load")
        row = page.locator(".er-cards tr", has_text="Priority lowered")
        assert row.evaluate("row => row.scrollWidth <= row.closest('.er-frame').clientWidth")
        tops = [cell.evaluate("cell => cell.getBoundingClientRect().top") for cell in row.locator("th, td").all()]
        assert tops == sorted(set(tops))
        said = [cell.evaluate("cell => getComputedStyle(cell, '::before').content") for cell in row.locator("[data-column]").all()]
        assert [words.strip('"') for words in said] == ["Before: ", "After: "]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Held against a branch with a hostile name: hostile words in every field, old and new ones, and one enhancement removed."""
    folder = tmp_path_factory.mktemp("hostile")
    text = " ¦ ".join(SHOWN_AS_TYPED)
    old = dict(hostile_roadmap(WORKING_PANDA, f"Before {text}"))
    gone = old["enhancements/01-database-security.yml"].replace("id: database-security", "id: gone").replace("number: '1'", "number: '99'")
    made = make_repository(folder, [{**old, "enhancements/99-gone.yml": gone}])
    made.branch(HOSTILE_BRANCH)
    made.branch("topic")
    shutil.rmtree(made.data)
    made.commit(dict(hostile_roadmap(WORKING_PANDA, text)))
    return preview_site(folder, HOSTILE_BRANCH).build(strict=False)


def test_nothing_of_a_hostile_change_runs_or_is_fetched(hostile: Built, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    pages = [file for file in hostile.pages() if "roadmap" in file.parts]
    assert any(file.stem == "gone" for file in pages)
    for file in pages:
        page.goto(file.as_uri(), wait_until="load")
        assert page.evaluate("window.pwned") is None, file
        assert own_inline_parts(page) == 0, file
        assert HOSTILE_BRANCH in page.locator(".er-preview").first.inner_text(), file
    assert [url for url in asked if not url.startswith("file:")] == []


def test_a_strict_policy_finds_nothing_inline(built: Built, page: Page) -> None:
    listen_for_violations(page)
    files = [built.folder / "index.html", *(built.folder / "roadmap" / (address or "index.html") for address in PAGES)]
    found: list[str] = []
    with serve(built.folder, {"Content-Security-Policy": strict_policy(files)}) as root:
        page.goto(root, wait_until="load")
        of_the_theme = set(violations(page))
        for address in PAGES:
            page.goto(f"{root}roadmap/{address}", wait_until="load")
            found += [f"{address}: {violation}" for violation in violations(page) if violation not in of_the_theme]
            found += [f"{address}: inline"] * own_inline_parts(page)
    assert found == []
