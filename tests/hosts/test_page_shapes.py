"""Of pages that differ in their titles and views alone, little is converted, and they are what converting all of them makes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.pages import Page

from benchmarks.generate import write_roadmap
from enhancement_roadmap.hosts.mkdocs.page_shapes import PageShapes, PageSource
from support.site import Site

ITEMS = 24
TITLES = ("Requirements", "“Quotes” & 'marks'", "`code` *and* {: .class } --8<-- :smile: {++x++}", "A -- B ... #hash [TOC] ![x](y.md)")
"""Titles that mean something to one extension or another; the first is also a heading of the product."""
ALL = [
    {"toc": {"permalink": True, "anchorlink": True, "title": "Here", "separator": "_"}},
    *("attr_list", "md_in_html", "footnotes", "abbr", "def_list", "smarty", "codehilite", "tables", "meta", "nl2br", "wikilinks"),
    *("pymdownx.critic", "pymdownx.emoji", "pymdownx.magiclink", "pymdownx.smartsymbols", "pymdownx.mark", "pymdownx.tasklist"),
    *("pymdownx.snippets", "pymdownx.superfences", "pymdownx.highlight", "pymdownx.keys", "pymdownx.arithmatex"),
]
MARKDOWN: dict[str, list[Any]] = {
    "nothing": [],
    "everything": ALL,
    "levels": [{"toc": {"baselevel": 2}}],
    "no titles in the contents": [{"toc": {"toc_depth": "2-6"}}],
    "titles alone in the contents": [{"toc": {"toc_depth": 1}}],
    "cleaned": ["pymdownx.striphtml"],
}
LITTLE = {"nothing": 10, "everything": 10, "levels": 0, "no titles in the contents": 0, "titles alone in the contents": 10, "cleaned": 0}
"""How many pages at least are made of their titles."""


@pytest.fixture
def large(tmp_path: Path) -> Site:
    site = Site(tmp_path / "project", plugin={"history": False, "data_dir": "data"})
    write_roadmap(site.root / "data", ITEMS)
    for place, title in enumerate(TITLES, ITEMS - len(TITLES) + 1):
        file = site.root / "data" / "enhancements" / f"{place:05}.yml"
        lines = [f"title: {title!r}" if line.startswith("title:") else line for line in file.read_text(encoding="utf-8").split("\n")]
        file.write_text("\n".join(lines), encoding="utf-8")
    return site


def files(site: Site, target: str) -> dict[str, bytes]:
    folder = site.build(strict=False, target=target).folder
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".json"}
    }


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_site_is_the_same_as_with_everything_converted(name: str, large: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    large.settings["markdown_extensions"] = MARKDOWN[name]
    converted = Counter[bool]()
    end = PageShapes.end

    def counted(self: PageShapes, page: Page, html: str) -> str | None:
        is_little = self.waiting() is not None
        made = end(self, page, html)
        converted[is_little and made is not None] += 1
        return made

    with monkeypatch.context() as patched:
        patched.setattr(PageShapes, "end", counted)
        little = files(large, "little")
    monkeypatch.setattr(PageShapes, "begin", lambda _, markdown: markdown)
    assert little == files(large, "all")
    assert converted[True] >= LITTLE[name]
    assert converted[True] == 0 or LITTLE[name]


HOOK = """\
def on_page_content(html, page, **_):
    return f"{len(page.markdown)} {page.toc} {sorted(page.present_anchor_ids)} {[*page.links_to_anchors.values()]}"
"""


def test_other_plugins_are_given_all_of_a_page(large: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (large.root / "hook.py").write_text(HOOK, encoding="utf-8")
    large.settings |= {"hooks": ["hook.py"], "markdown_extensions": [{"toc": {"permalink": True}}]}
    little = files(large, "little")
    monkeypatch.setattr(PageShapes, "begin", lambda _, markdown: markdown)
    assert little == files(large, "all")
    assert sum(b"'requirements': '#requirements'" in page for name, page in little.items() if "enhancements/" in name) == ITEMS


FENCE = "```roadmap\nview: facts\nenhancement: a\n```"


@pytest.mark.parametrize(
    ("markdown", "shape"),
    [
        (f"# A\n\n{FENCE}\n\n## B\n\n{FENCE}\n", "\n\0\n\n## B\n\n\0\n"),
        (f"\n# A\n{FENCE}", "\0"),
        (f"# A\n\nWords\n\n{FENCE}\n", None),
        (f"# A\n\n## [B](c.md)\n\n{FENCE}\n", None),
        (f"# A\n\n## <b>B</b>\n\n{FENCE}\n", None),
        (f"# A\n\n## \0\n\n{FENCE}\n", None),
        (f"    # A\n\n{FENCE}\n", None),
        (f"# A\n\n- {FENCE}\n", None),
        (f"# A\n\n`{FENCE}\n", None),
        (f"{FENCE}\n", None),
        ("# A\n\n## B\n", None),
        ("# A\n\n```roadmap title=x\nview: facts\n```\n", None),
        ("# A\n\n```roadmap\nview: facts\n", None),
        ("# A\n\n```roadmap\nview: [facts]\n  b\n```\n", None),
    ],
)
def test_what_a_shape_is(markdown: str, shape: str | None) -> None:
    source = PageSource.of(markdown)
    assert (source and source.shape) == shape
    assert source is None or set(source.fences) == {"view: facts\nenhancement: a"}
