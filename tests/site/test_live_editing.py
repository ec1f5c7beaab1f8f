"""Under ``mkdocs serve`` a save of the data shows in the browser, once, whatever was saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.roadmaps import enhancement, small
from support.serving import Watched, mkdocs_serve, save
from support.site import Site

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path / "project")
    site.data(small())
    return site


@pytest.fixture
def watched(site: Site, page: Page, tmp_path: Path) -> Iterator[Watched]:
    with mkdocs_serve(site, tmp_path / "log") as address:
        yield Watched(page, address + "roadmap/")


def first(site: Site) -> Path:
    return site.root / "roadmap-data" / "enhancements" / "first.yml"


def test_an_edit_an_addition_and_a_deletion_reload_once_each(site: Site, watched: Watched) -> None:
    assert watched.reloads_after(lambda: save(first(site), enhancement("first", 1, "Renamed"))) == 1
    assert "Renamed" in watched.text
    assert watched.reloads_after(lambda: save(first(site).with_name("third.yml"), enhancement("third", 3, "Third thing"))) == 1
    assert "Third thing" in watched.text
    assert watched.reloads_after((site.root / "roadmap-data" / "enhancements" / "third.yml").unlink) == 1
    assert "Third thing" not in watched.text


def test_broken_data_show_all_findings_above_the_last_good_state_and_recover(site: Site, watched: Watched) -> None:
    good = first(site).read_text(encoding="utf-8")
    broken = good.replace("priority: high", "priority: hgih").replace("number: 1", "number: one")
    assert watched.reloads_after(lambda: save(first(site), broken)) == 1
    assert "roadmap-data/enhancements/first.yml:2:9" in watched.text
    assert "roadmap-data/enhancements/first.yml:4:11" in watched.text
    assert "Did you mean ‘high’?" in watched.text
    watched.page.get_by_role("link", name="Show the last good state").click()
    assert watched.page.url.endswith("#roadmap-last-good")
    assert "First thing" in watched.text
    assert watched.reloads_after(lambda: save(first(site), good)) == 1
    assert "RM" not in watched.text
    assert "First thing" in watched.text


def test_a_start_without_the_folder_says_so(site: Site, page: Page, tmp_path: Path) -> None:
    site.plugin["data_dir"] = "elsewhere"
    with mkdocs_serve(site, tmp_path / "log") as address:
        page.goto(address + "roadmap/", wait_until="load")
        assert "there is no such folder" in page.locator("article").inner_text()


@pytest.mark.parametrize("options", [(), ("--strict",)], ids=["plain", "strict"])
def test_the_first_start_with_broken_data_shows_findings_and_recovers(
    site: Site, page: Page, tmp_path: Path, options: tuple[str, ...]
) -> None:
    good = first(site).read_text(encoding="utf-8")
    first(site).write_text(good.replace("number: 1", "number: one"), encoding="utf-8")
    site.page("index.md", "# Home\n\n```roadmap\nview: facts\nenhancement: second\n```\n")
    with mkdocs_serve(site, tmp_path / "log", *options) as address:
        watched = Watched(page, address + "roadmap/")
        assert "The roadmap can not be shown yet" in watched.text
        assert "roadmap-data/enhancements/first.yml:2:9" in watched.text
        assert watched.reloads_after(lambda: save(first(site), good)) == 1
        assert "First thing" in watched.text
        page.goto(address, wait_until="load")
        assert "Priority" in page.locator("article").inner_text()


def test_a_mistake_in_a_fence_and_in_a_template_shows_and_recovers(site: Site, page: Page, tmp_path: Path) -> None:
    (site.root / "own").mkdir()
    site.plugin["templates_dir"] = "own"
    home = site.page("index.md", "# Home\n\n```roadmap\nview: table\n```\n")
    with mkdocs_serve(site, tmp_path / "log") as address:
        watched = Watched(page, address)
        good = home.read_text(encoding="utf-8")
        assert watched.reloads_after(lambda: save(home, good.replace("table", "tabel"))) == 1
        assert "docs/index.md:4:7" in watched.text
        assert watched.reloads_after(lambda: save(home, good)) == 1
        assert "First thing" in watched.text
        template = site.root / "own" / "table.html.j2"
        assert watched.reloads_after(lambda: save(template, "{{ no }}")) == 1
        assert "own/table.html.j2:1" in watched.text
        assert watched.reloads_after(template.unlink) == 1
        assert "First thing" in watched.text
