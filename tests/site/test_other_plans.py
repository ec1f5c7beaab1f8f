"""Plans of quite other teams: a library's in German, an open source project's without triggers or boxes, a hospital's list of risks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check, check_dates
from enhancement_roadmap.loading import load
from enhancement_roadmap.outputs.document import document
from support.axe import faults
from support.links import broken_links
from support.looks import PALETTE
from support.server import serve
from support.site import Built, Site

PLANS = Path(__file__).parents[1] / "plans"
NAMES = ("library", "open-source", "hospital")
COUNTS = {"library": 7, "open-source": 40, "hospital": 15}
FIRST = {"library": "portal-barrierefrei", "open-source": "watch-mode", "hospital": "old-infusion-pumps-on-the-open-network"}
OVER = {"hospital": ["RM821", "RM823", "RM822"]}
"""Days that are over: of a requirement, an accepted risk and a deferral."""
TODAY = date(2026, 11, 24)
PHONE = 360


@dataclass(frozen=True)
class Shown:
    built: Built
    root: str


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """One site with all of them."""
    first, *others = ({"data_dir": f"plans/{name}", "path": name} for name in NAMES)
    site = Site(tmp_path_factory.mktemp("plans"), first, {"theme": {"name": "material", "font": False, "palette": PALETTE}}, others)
    for name in NAMES:
        site.data(PLANS / name, f"plans/{name}")
    built = site.build()
    with serve(built.folder) as root:
        yield Shown(built, root)


def pages(name: str) -> list[str]:
    named = (
        "",
        *(() if name == "open-source" else ("checklists/",)),  # which has no boxes, and so no such page
        "decisions/",
        f"enhancements/{FIRST[name]}/",
        *({"hospital": ("governance/", "controls/", "matrix/")}.get(name, ())),
    )
    return [f"{name}/{page}" for page in named]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_has_no_findings_and_all_of_it_is_in_its_document(name: str) -> None:
    loaded = load(PLANS / name)
    assert loaded.roadmap is not None
    insight = Insight(loaded.roadmap, TODAY)
    assert [*loaded.findings, *check(loaded, insight)] == []
    assert [finding.code for finding in check_dates(loaded, insight)] == OVER.get(name, [])
    assert len(loaded.roadmap.enhancements) == COUNTS[name]
    written = document(insight)
    assert [item.title for item in loaded.roadmap.enhancements if item.title not in written] == []
    assert [text for item in loaded.roadmap.enhancements for text in item.requirement_texts if text not in written] == []


def test_a_strict_build_has_every_page_of_all_of_them_and_no_dead_link(shown: Shown) -> None:
    assert shown.built.warnings == []
    for name in NAMES:
        assert len(list((shown.built.folder / name / "enhancements").iterdir())) == COUNTS[name]
    assert broken_links(shown.built.folder) == []


def test_no_page_speaks_of_a_number_that_nobody_gave(shown: Shown) -> None:
    overview = (shown.built.folder / "open-source" / "index.html").read_text(encoding="utf-8")
    assert "Plugin API for custom checkers" in overview
    content = overview.split("<article", 1)[1].split("</article", 1)[0]
    assert [words for words in (">None<", "None.", ">0. ", ">0<") if words in content.replace("<dd>0</dd>", "")] == []


@pytest.mark.browser
@pytest.mark.parametrize("name", NAMES)
def test_its_pages_are_for_everybody(shown: Shown, page: Page, name: str) -> None:
    found: list[str] = []
    for address in pages(name):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(shown.root + address, wait_until="load")
        page.add_style_tag(content="* { transition: none !important; }")
        for scheme in ("default", "slate"):
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            found += [f"{address} {scheme}: {fault}" for fault in faults(page, colours=scheme == "slate")]
        page.set_viewport_size({"width": PHONE, "height": 740})
        if page.evaluate("document.scrollingElement.scrollWidth") > PHONE:
            found.append(f"{address} scrolls sideways on a phone")
    assert found == []
