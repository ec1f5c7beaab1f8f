"""Contents of pages wait in half the memory, and come out as they were."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.hosts.mkdocs.narrow import NarrowContents, narrow
from support.site import Site


def page(content: str | None = None) -> Any:
    return SimpleNamespace(file=SimpleNamespace(src_uri="roadmap/index.md"), content=content)


@given(st.text() | st.lists(st.sampled_from(["&#", "8211;", "–", "39;", "a", "é", "😀", "&#8211;", "&amp;#8211;"])).map("".join))
def test_what_is_held_comes_out_as_it_was_and_can_be_held_again(html: str) -> None:
    contents = NarrowContents()
    held = page()
    for _ in range(2):
        held.content = contents.hold(held, html)
        contents.take_out(held)
        assert held.content == html
        contents.put_back(held)
    contents.take_out(held)
    assert held.content == html


def test_it_takes_half_the_memory_and_is_the_same_html() -> None:
    html = "<p>" + "word " * 1000 + "1–2, é</p>"
    held = NarrowContents().hold(page(), html)
    assert sys.getsizeof(held) < sys.getsizeof(html) * 0.55
    assert held.endswith("1&#8211;2, é</p>")


def test_what_another_has_made_of_it_since_stays() -> None:
    contents = NarrowContents()
    held = page()
    held.content = f"{contents.hold(held, '<p>–</p>')}<p>&#8211;</p>"
    contents.take_out(held)
    assert held.content == "<p>&#8211;</p><p>&#8211;</p>"
    held.content = contents.hold(held, "<p>→</p>")
    contents.take_out(held)
    held.content += "<p>more</p>"
    contents.put_back(held)
    assert held.content == "<p>→</p><p>more</p>"


@pytest.mark.parametrize("element", ["script", "STYLE"])
def test_scripts_and_styles_know_no_references(element: str) -> None:
    assert narrow(html := f"<p>–</p><{element}>–</{element}>") == html
    assert narrow("<p>–</p>") == "<p>&#8211;</p>"


@pytest.mark.parametrize("others", [[], ["tags"]])
def test_a_built_page_has_the_characters_themselves(site: Site, others: list[str]) -> None:
    site.settings["plugins"] = ["search", *others]
    built = site.build()
    html = (built.folder / "roadmap" / "document" / "index.html").read_text(encoding="utf-8")
    assert "–" in html
    assert "&#8211;" not in html
