"""A large page goes through a build in half the memory, whoever takes part in it; its readers and a search find the same in it."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any
from weakref import ReferenceType, ref

import pytest
from mkdocs.structure.pages import Page

from enhancement_roadmap.hosts.mkdocs import shown_contents
from enhancement_roadmap.hosts.mkdocs.reading import SiteReader
from enhancement_roadmap.hosts.mkdocs.shown_contents import ShownContents
from enhancement_roadmap.hosts.site import Site as AssembledSite
from enhancement_roadmap.model import Roadmap
from support.site import WORKING_PANDA, Site

LARGE = 20_000
"""Characters; some pages of the roadmap have more, most have fewer."""
ELSEWHERE = "def on_pre_build(config):\n    pass\n"
DASH = "&#8211;"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path / "project", plugin={"history": False})
    site.data(WORKING_PANDA)
    site.page("index.md", "# Home\n")
    return site


def built(site: Site, target: str) -> dict[str, str]:
    folder = site.build(strict=False, target=target).folder
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".json"})
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_readers_and_a_search_find_the_same_in_a_large_page(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    as_it_is = built(site, "as-it-is")
    monkeypatch.setattr(shown_contents, "LARGE", LARGE)
    narrow = built(site, "narrow")
    changed = {name for name, text in narrow.items() if text != as_it_is[name]}
    assert "roadmap/document/index.html" in changed
    assert "index.html" not in changed
    assert "search/search_index.json" not in changed
    assert all(narrow[name].partition("<article")[2].partition("</article>")[0].encode("latin-1") for name in changed)
    assert [unescape(text) for text in narrow.values()] == [unescape(text) for text in as_it_is.values()]


def test_it_is_the_same_with_others_that_take_part(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown_contents, "LARGE", LARGE)
    alone = built(site, "alone")
    (site.root / "elsewhere.py").write_text(ELSEWHERE, encoding="utf-8")
    site.settings["hooks"] = ["elsewhere.py"]
    assert built(site, "with-others") == alone
    assert DASH in alone["roadmap/document/index.html"]


@pytest.mark.parametrize(("others", "held"), [([], False), (["tags"], True)])
def test_while_the_theme_makes_pages_no_roadmap_is_held_that_nobody_can_ask_for(
    others: list[str], held: bool, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another plugin may have a view made at any time."""
    site.settings["plugins"] = ["search", *others]
    read, seen, alive = SiteReader.read, list[ReferenceType[Roadmap]](), set[bool]()

    def noted(*given: Any, **named: Any) -> list[AssembledSite]:
        sites = read(*given, **named)
        seen.extend(ref(each.insight.roadmap) for each in sites)
        return sites

    def shown(contents: ShownContents, page: Page) -> None:
        alive.update(each() is not None for each in seen)
        show(contents, page)

    show = ShownContents.show_to_readers
    monkeypatch.setattr(SiteReader, "read", noted)
    monkeypatch.setattr(ShownContents, "show_to_readers", shown)
    site.build(strict=False)
    assert alive == {held}
