"""Whatever a stranger writes into the data, it shows as typed, and nothing else happens."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page

from enhancement_roadmap.text.markdown import WORD_JOINER
from support.extensions import EXTENSIONS, MACROS
from support.hostile import SECRET, SHOWN_AS_TYPED, hostile_roadmap
from support.server import serve
from support.site import WORKING_PANDA, Built, Site

MAGICLINK = {"repo_url_shortener": True, "social_url_shorthand": True, "repo_url_shorthand": True, "user": "team", "repo": "plan"}
MORE_EXTENSIONS = [
    "meta",
    "sane_lists",
    "wikilinks",
    {"pymdownx.arithmatex": {"generic": True}},
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.details",
    {"pymdownx.emoji": {"emoji_index": "!!python/name:material.extensions.emoji.twemoji"}},
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    {"pymdownx.magiclink": MAGICLINK},
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.tilde",
]
"""Further ones; one that is named twice counts with what it is given last."""

ADDRESSES = {"href", "src"}
ALLOWED = set(
    re.findall(
        r"\w+",
        "a article aside b br caption code col colgroup dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr"
        " li nav ol p pre progress section small span strong summary table tbody td tfoot th thead time tr ul"
        " svg title desc circle foreignobject g line path polygon polyline rect text",
    )
)
"""Elements that the product's own content is made of."""


def _hostile_site(folder: Path, text: str) -> Built:
    site = Site(folder)
    site.page("secret.txt", SECRET)
    (folder / "secret.txt").write_text(SECRET, encoding="utf-8")
    (folder / "main.py").write_text(MACROS, encoding="utf-8")
    site.data(dict(hostile_roadmap(WORKING_PANDA, text)))
    site.settings |= {"plugins": ["search", "tags", "macros"], "markdown_extensions": [*EXTENSIONS, *MORE_EXTENSIONS]}
    config = site.configure()
    # YAML's safe writer can not say a Python name; Material's documentation does.
    config.write_text(re.sub(r"'(!!python/name:[^']+)'", r"\1", config.read_text(encoding="utf-8")), encoding="utf-8")
    return site.build_configured()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site in which every text field holds every hostile text."""
    return _hostile_site(tmp_path_factory.mktemp("hostile"), " ¦ ".join(SHOWN_AS_TYPED))


class _Content(HTMLParser):
    """What stands inside ``article``."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.text: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = self._inside or tag == "article"
        if self._inside:
            self.tags.add(tag)
            self.attributes |= {(name, value or "") for name, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text.append(data)


def _contents(built: Built) -> Iterator[tuple[str, _Content]]:
    for file in built.pages():
        if "roadmap" in file.parts:
            content = _Content()
            content.feed(file.read_text(encoding="utf-8"))
            yield file.relative_to(built.folder).as_posix(), content


def test_no_page_has_an_element_or_an_attribute_from_the_data(hostile: Built) -> None:
    contents = dict(_contents(hostile))
    assert len(contents) == 17
    for name, content in contents.items():
        assert content.tags <= ALLOWED, f"{name}: {sorted(content.tags - ALLOWED)}"
        assert not [attribute for attribute in content.attributes if attribute[0].startswith("on") or attribute[0] == "style"], name
        assert not [
            value for key, value in content.attributes if key in ADDRESSES and re.match(r"(?i)\s*(javascript|data|vbscript|//)", value)
        ], name
        assert not [value for key, value in content.attributes if key in ADDRESSES and "evil.example" in value], name
        assert not [value for key, value in content.attributes if key in {"id", "class"} and "evil" in value.split()], name


def test_nothing_is_included_and_nothing_is_worked_out(hostile: Built) -> None:
    for name, content in _contents(hostile):
        text = "".join(content.text)
        assert SECRET not in text, name
        assert "1337" not in text, name
    for file in hostile.folder.rglob("*.json"):
        assert SECRET not in file.read_text(encoding="utf-8"), file.name


def test_every_text_shows_as_typed(hostile: Built) -> None:
    everything = " ".join(" ".join("".join(content.text).split()) for _, content in _contents(hostile))
    missing = [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in everything]
    assert missing == []


def test_titles_show_as_typed_in_the_head_and_the_navigation(hostile: Built) -> None:
    page = hostile.html("roadmap/enhancements/database-security/")
    head = page.partition("</title>")[0]
    title = html.unescape(head.partition("<title>")[2]).replace(WORD_JOINER, "")
    assert [text for text in SHOWN_AS_TYPED if " ".join(text.split()) not in title] == []


def test_in_a_browser_nothing_runs_and_nothing_is_fetched(hostile: Built, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    for file in hostile.pages():
        page.goto(file.as_uri(), wait_until="load")
        for element in page.locator("article a, article summary").all()[:40]:
            element.dispatch_event("mouseover")
        assert page.evaluate("window.pwned") is None, file
    assert [url for url in asked if not url.startswith("file:")] == []


def test_in_the_search_results_nothing_runs(hostile: Built, page: Page) -> None:
    with serve(hostile.folder) as address:
        page.goto(address, wait_until="load")
        page.locator("[data-md-component=search-query]").click()
        page.keyboard.type("footnote")
        page.locator(".md-search-result__link").first.wait_for()
        assert page.locator(".md-search-result iframe, .md-search-result script, .md-search-result img").count() == 0
        assert page.evaluate("window.pwned") is None
