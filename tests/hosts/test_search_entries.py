"""Material's search has of the roadmap's own pages what its own parser would find in what it would be given, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from enhancement_roadmap.hosts.mkdocs.search_entries import WORD, IndexEntries, is_known, sections
from enhancement_roadmap.hosts.mkdocs.search_text import searched
from support.site import WORKING_PANDA, Site

ELSEWHERE = "def on_pre_build(config):\n    pass\n"
"""Somebody else takes part, so that nobody can tell who might meet a word."""
TEXTS = st.lists(st.sampled_from(["a", "&lt;b&gt;", "é–", "&#39;", "\n", " ", "  ", "\xa0", "&amp;#8211;", "known"])).map("".join)
NAMES = st.sampled_from(["div", "p", "ul", "li", "ol", "code", "pre", "h1", "h2", "h3", "h6", "section", "span", "td", "sup", "svg", "nav"])
ATTRIBUTES = st.lists(
    st.sampled_from(
        ['id="x"', 'id="a&amp;b"', "data-search-exclude", 'class="linenodiv"', 'title="data-search-exclude &gt;"', 'dir="auto"']
    ),
    max_size=2,
    unique_by=lambda attribute: attribute.partition("=")[0],
).map(lambda given: "".join(f" {attribute}" for attribute in given))
VOID = st.sampled_from(["<br>", "<br />", '<input type="checkbox" disabled/>', '<a class="headerlink" href="#x">¶</a>', '<path d="M0"/>'])


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    made = st.tuples(NAMES, ATTRIBUTES, st.lists(inner, max_size=4).map("".join))
    return made.map(lambda parts: f"<{parts[0]}{parts[1]}>{parts[2]}</{parts[0]}>")


HTML = st.lists(st.recursive(TEXTS | VOID, element, max_leaves=12), max_size=6).map("".join)


def found_by_plugin(html: str) -> list[tuple[str | None, str, str]]:
    parser = Parser()
    parser.feed(searched(html))
    parser.close()
    return [(one.id, "".join(one.title).strip(), "".join(one.text).strip()) for one in parser.data if not one.is_excluded()]


@given(HTML)
def test_the_same_is_found_as_by_the_plugin(html: str) -> None:
    try:
        expected = found_by_plugin(html)
    except ValueError:
        # A heading between the ends of one element is more than the plugin can read.
        with pytest.raises(ValueError, match="is not in list"):
            sections(html)
    else:
        assert sections(html) == expected


@pytest.mark.parametrize("html", ["a < b", "<!-- -->", "<script>a</script>", "<svg><title data-search-exclude>a</title></svg>", "<p\n<b>"])
def test_what_is_not_known_is_left_to_the_plugin(html: str) -> None:
    assert sections(html) is None
    entries = IndexEntries(is_on=True)
    assert entries.shown("a/", html) == searched(html)


def test_a_page_of_a_build_is_not_left_to_the_plugin() -> None:
    assert IndexEntries(is_on=True).shown("a/", "<h1>A</h1>") == WORD
    assert IndexEntries().shown("a/", "<h1>A</h1>") == "<h1>A</h1>"


@pytest.mark.parametrize(("installed", "known"), [("9.7.0", True), ("9.8.2", True), ("9.9.0", False), ("10.0.1", False)])
def test_a_version_that_nobody_has_tried_is_left_alone(installed: str, known: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enhancement_roadmap.hosts.mkdocs.search_entries.version", lambda _: installed)
    assert is_known() is known


def index(site: Site, target: str) -> bytes:
    return (site.build(strict=False, target=target).folder / "search" / "search_index.json").read_bytes()


def test_the_index_is_the_plugins_own(tmp_path: Path) -> None:
    site = Site(tmp_path / "project", settings={"markdown_extensions": [{"toc": {"permalink": True}}, "attr_list"]})
    site.data(WORKING_PANDA)
    site.plugin = {"history": False}
    site.page("index.md", "---\nsearch:\n  boost: 2\n---\n# Home\n\nknown\n")
    ours = index(site, "ours")
    (site.root / "elsewhere.py").write_text(ELSEWHERE, encoding="utf-8")
    site.settings["hooks"] = ["elsewhere.py"]
    assert ours == index(site, "theirs")
