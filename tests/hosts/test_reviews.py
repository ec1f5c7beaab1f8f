"""What is overdue stands on the pages where somebody can act on it, and the dates can be subscribed to."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar

from support.folder import build, contents
from support.links import broken_links
from support.plain_plan import make_folder
from support.roadmaps import small
from support.site import Site

REVIEWS = "reviews: [{{id: monthly, title: Monthly, cadence: monthly, task: Look, last_held: {last}}}]\n"
LATE, IN_TIME = REVIEWS.format(last="2026-09"), REVIEWS.format(last="2026-11")
WITH_BANNER = ("roadmap/", "roadmap/decisions/")
WITHOUT = ("roadmap/governance/", "roadmap/checklists/", "roadmap/enhancements/first/")


def test_an_overdue_review_is_a_banner_on_the_pages_of_those_who_plan(site: Site) -> None:
    site.data(small(governance=LATE))
    built = site.build()
    assert [built.html(page).count('class="er-notices"') for page in WITH_BANNER + WITHOUT] == [1, 1, 0, 0, 0]
    assert "was due in" in built.html("roadmap/")
    assert "set ‘last_held’" not in built.html("roadmap/")


def test_while_all_is_well_nothing_is_left_of_the_banner(site: Site) -> None:
    site.data(small(governance=IN_TIME))
    built = site.build()
    for page in WITH_BANNER:
        assert "er-notices" not in built.html(page)
        assert "<p></p>" not in built.html(page)


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_calendar_stands_beside_the_pages_and_governance_links_to_it(site: Site, *, directory_urls: bool) -> None:
    site.data(small(governance=LATE))
    site.settings["use_directory_urls"] = directory_urls
    built = site.build()
    (event,) = Calendar.from_ical((built.folder / "roadmap" / "reviews.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart").isoformat() == "2026-10-31"
    page, link = ("governance/", "../reviews.ics") if directory_urls else ("governance.html", "reviews.ics")
    assert f'<a href="{link}">reviews.ics</a>' in built.html(f"roadmap/{page}")
    assert broken_links(built.folder) == []


def test_without_reviews_there_is_no_calendar_and_no_link_to_it(site: Site) -> None:
    built = site.build()
    assert not (built.folder / "roadmap" / "reviews.ics").exists()
    assert not (built.folder / "roadmap" / "governance").exists()
    assert not [page for page in built.pages() if "reviews.ics" in page.read_text(encoding="utf-8")]


def test_a_calendar_of_the_site_s_own_is_never_overwritten(site: Site) -> None:
    site.data(small(governance=LATE))
    site.page("roadmap/reviews.ics", "mine")
    failure = site.failure()
    assert "docs/roadmap/reviews.ics: error RM601" in failure


@pytest.mark.parametrize(("form", "link"), [("md", "reviews.ics"), ("directory", "../reviews.ics"), ("html", "reviews.ics")])
def test_a_written_folder_has_the_calendar_and_only_the_banner_that_it_needs(tmp_path: Path, form: str, link: str) -> None:
    found = {}
    for name, governance in (("late", LATE), ("in-time", IN_TIME)):
        data = make_folder(tmp_path / name, small(governance=governance))
        ran = build(data, tmp_path / "docs" / name, "--links", form)
        assert (ran.exit_code, ran.stderr) == (0, "")
        found[name] = contents(tmp_path / "docs" / name)
    assert Calendar.from_ical(found["late"]["reviews.ics"]).walk("VEVENT")
    assert f'href="{link}"'.encode() in found["late"]["governance.md"]
    assert [page for page, text in found["late"].items() if b"er-notices" in text and page.endswith(".md")] == [
        "decisions.md",
        "index.md",
    ]
    assert not [page for page, text in found["in-time"].items() if b"er-notices" in text and page.endswith(".md")]
    assert b"<div>\n\n</div>" not in found["in-time"]["index.md"]
