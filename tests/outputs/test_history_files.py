"""A history as a feed, as Markdown and as HTML: valid, the same each time, and harmless whatever people write."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from enhancement_roadmap.history import History
from enhancement_roadmap.loading import load
from enhancement_roadmap.outputs.changelog import changelog_markdown
from enhancement_roadmap.outputs.table import OutputSource, files_beside
from enhancement_roadmap.views import VIEWS, RenderContext
from support.fragments import ELEMENTS, Fragment
from support.hostile import SHOWN_AS_TYPED
from support.render_contexts import EveryLink
from support.repository import Version, make_repository
from support.roadmaps import enhancement, small

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = " ".join(text.replace("\n", " ") for text in SHOWN_AS_TYPED)
COMMIT_URL = "https://example.org/commit/{commit}"


def made_history(folder: Path) -> tuple[History, RenderContext]:
    """A history in which every word that somebody can choose is hostile."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    changed = {"enhancements/first.yml": enhancement("first", 1, quoted, f"owner: {quoted}")}
    author = '[Eve](javascript:alert`1`) &amp; "x"'
    made = make_repository(folder, [small(), Version(changed, HOSTILE, author=f"{author} <a@example.org>")])
    history = History(made.data)
    return history, RenderContext(history.insight(load(made.data), date(2025, 6, 1)), EveryLink(), history=history)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[History, RenderContext]:
    return made_history(tmp_path_factory.mktemp("made"))


def test_the_feed_has_what_atom_asks_for(made: tuple[History, RenderContext]) -> None:
    history, render_context = made
    source = OutputSource(render_context.insight, history, "https://example.org/roadmap/", COMMIT_URL)
    feed = ET.fromstring(files_beside(source)["changes.atom"])  # noqa: S314
    assert feed.tag == f"{ATOM}feed"
    assert [len(feed.findall(ATOM + name)) for name in ("id", "title", "updated")] == [1, 1, 1]
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    for entry in entries:
        assert [len(entry.findall(ATOM + name)) for name in ("id", "title", "updated", "author", "content")] == [1, 1, 1, 1, 1]
        assert entry.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 2
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == ["https://example.org/roadmap/changes.atom"]


def test_the_content_of_the_feed_is_a_list_and_nothing_else(made: tuple[History, RenderContext]) -> None:
    history, render_context = made
    feed = ET.fromstring(files_beside(OutputSource(render_context.insight, history))["changes.atom"])  # noqa: S314
    for content in feed.iter(f"{ATOM}content"):
        fragment = Fragment(content.text or "")
        assert fragment.problems == []
        assert {tag for tag, _ in fragment.elements} == {"ul", "li"}


def test_the_same_history_gives_the_same_feed(made: tuple[History, RenderContext], tmp_path: Path) -> None:
    history, render_context = made
    other, _ = made_history(tmp_path)
    found = files_beside(OutputSource(render_context.insight, history))
    assert "changes.atom" in found
    assert found == files_beside(OutputSource(render_context.insight, other))


def test_entries_of_the_feed_keep_their_ids_when_the_data_folder_is_renamed(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])

    def ids(folder: Path) -> list[str | None]:
        history = History(folder)
        insight = history.insight(load(folder), date(2025, 6, 1))
        feed = ET.fromstring(files_beside(OutputSource(insight, history))["changes.atom"])  # noqa: S314
        return [found.text for found in feed.iter(f"{ATOM}id")]

    before = ids(made.data)
    made.move("roadmap-data", "plans")
    made.record("Move")
    assert ids(tmp_path / "plans") == before


def test_markdown_has_no_element_but_its_own(made: tuple[History, RenderContext]) -> None:
    history, _ = made
    text = changelog_markdown(HOSTILE, history.changelog.rows(), COMMIT_URL)
    tokens = [token for block in MarkdownIt("commonmark").parse(text) for token in (block, *(block.children or ()))]
    assert not [token for token in tokens if token.type in {"html_block", "html_inline", "image", "code_inline", "fence"}]
    assert {token.attrGet("href") for token in tokens if token.type == "link_open"} == {
        COMMIT_URL.replace("{commit}", row.entry.commit.id) for row in history.changelog.rows()
    }
    assert not [line for line in text.splitlines() if "@" in line]


@pytest.mark.parametrize(
    ("view", "options"),
    [("changelog", {}), ("changelog", {"enhancement": "first"}), ("burn-up", {}), ("facts", {"enhancement": "first"}), ("table", {})],
)
def test_views_have_no_element_but_their_own(made: tuple[History, RenderContext], view: str, options: dict[str, str]) -> None:
    _, render_context = made
    fragment = Fragment(VIEWS[view].render(render_context, VIEWS[view].options.model_validate(options)))
    assert fragment.problems == []
    assert {tag for tag, _ in fragment.elements} <= ELEMENTS
    assert not [attributes for _, attributes in fragment.elements if "id" in attributes or "onerror" in attributes]


def test_the_page_shows_who_changed_what_when_with_a_link_to_the_commit(made: tuple[History, RenderContext]) -> None:
    _, render_context = made
    fragment = Fragment(VIEWS["changelog"].render(render_context, VIEWS["changelog"].options()))
    assert "[Eve](javascript:alert`1`)" in fragment.text
    assert "The history begins here, with 2 enhancements." in fragment.text
    assert len([link for link in fragment.all("a") if link["href"].startswith("https://example.org/commit/")]) == 2
    assert [link["href"] for link in fragment.all("a") if link["href"] == "changes.atom"] == ["changes.atom"]
