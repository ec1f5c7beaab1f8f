"""Search plugins are given a roadmap's pages without the tags that say nothing to them, and find the same words under the same headings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.hosts.mkdocs.search_text import searched
from support.site import WORKING_PANDA, Built, Site

LISTENER = "def on_page_context(context, **_):\n    return context\n"
"""Somebody else who is given the pages, so that nothing is kept from anybody."""


def entries(built: Built) -> list[dict[str, Any]]:
    """What the index says, with all white space alike, and none at tags that divide by themselves."""
    docs = json.loads((built.folder / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    return [{key: re.sub(r"\s*(</?(?:p|li|ul|ol)>)\s*|\s+", r" \1 ", str(value)).split() for key, value in each.items()} for each in docs]


def joined(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry without white space: MkDocs' own index has some at each tag, between a word and its comma too."""
    return {key: "".join(words) for key, words in entry.items()}


@pytest.mark.parametrize(("theme", "shape"), [("material", dict), ("mkdocs", joined)])
def test_a_search_finds_the_same_words_under_the_same_headings(theme: str, shape: Callable[[Any], Any], tmp_path: Path) -> None:
    site = Site(tmp_path / "project", settings={"theme": {"name": theme}})
    site.data(WORKING_PANDA)
    site.plugin = {"history": False}
    short = entries(site.build(strict=False, target="short"))
    (site.root / "listener.py").write_text(LISTENER, encoding="utf-8")
    site.settings["hooks"] = ["listener.py"]
    whole = entries(site.build(strict=False, target="whole"))
    assert len(short) > 60
    assert [shape(entry) for entry in short] == [shape(entry) for entry in whole]


def test_readers_have_the_page_as_it_is(tmp_path: Path) -> None:
    site = Site(tmp_path / "project")
    site.data(WORKING_PANDA)
    site.plugin = {"history": False}
    page = site.build(strict=False).html("roadmap/matrix/")
    assert 'class="er-' in page
    assert "<span" in page
    assert 'class="headerlink"' in page or "<h1" in page


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<h2 id="a">A <em>b</em><a class="headerlink" href="#a">¶</a></h2>', '<h2 id="a">A b</h2>'),
        ("<p>One <b>two</b>  three</p>", "<p>One two three</p>"),
        ("<pre><code><span>a</span>  b</code></pre>", "<pre><code>a  b</code></pre>"),
        ("<table><tbody data-search-exclude><tr><td>x</td></tr></tbody></table>", "<table><tbody data-search-exclude>x</tbody></table>"),
        ("<p data-search-exclude><span>x</span></p>", "<p data-search-exclude>x</p>"),
        ("<ul><li>a</li></ul>", "<ul><li>a</li></ul>"),
        ("<details><summary>a</summary>b</details>", "<details>ab</details>"),
        ("<article>a</article><aside>b</aside>", "<article>a</article><aside>b</aside>"),
        ("1 &lt; 2", "1 &lt; 2"),
    ],
)
def test_what_is_left(html: str, left: str) -> None:
    assert searched(html) == left
