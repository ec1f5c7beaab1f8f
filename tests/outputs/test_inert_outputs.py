"""All Markdown that we write is inert: whatever a text says, every renderer shows the same form, and nothing in it acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.diff import Version, difference
from enhancement_roadmap.diff.kinds import FIELD_CHANGED
from enhancement_roadmap.git import Commit
from enhancement_roadmap.history.changelog import BriefChange, ChangelogEntry, ChangelogRow
from enhancement_roadmap.model.base import LABEL_PATTERN
from enhancement_roadmap.outputs.changelog import changelog_markdown
from enhancement_roadmap.outputs.difference import as_markdown
from enhancement_roadmap.outputs.document import document
from support.differences import version_of
from support.folder import build
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED, hostile_roadmap
from support.long_texts import ANY_MARKDOWN, EVERY_BLOCK, EXAMPLES, HARMLESS, around, marked, with_long_texts, words_of
from support.plain_plan import make_folder
from support.render_contexts import insight_of, roadmap_folder
from support.renderers import RENDERERS, Rendered, rendered

FULL = Path(__file__).parent / "document" / "golden" / "full"
LONG = FULL.with_name("long")
SMALL = roadmap_folder("small")
WITH_FENCES = [name for name in RENDERERS if name != "python-markdown"]
"""Renderers that know a fenced block; the other one knows no form of the document, but nothing in it may act there either."""


def files(base: Path, text: str) -> dict[str, str]:
    return dict(hostile_roadmap(base, text))


def whole_document(text: str) -> str:
    with TemporaryDirectory() as folder:
        return document(insight_of.__wrapped__(make_folder(Path(folder), files(FULL, text))))


@cache
def before() -> Version:
    return version("Other words!")


def version(text: str) -> Version:
    with TemporaryDirectory() as folder:
        return version_of(make_folder(Path(folder), files(SMALL, text)))


def comment(text: str) -> str:
    return as_markdown(difference(before(), version(text)), text)


def changelog(text: str) -> str:
    commit = Commit("5" * 40, text, datetime(2026, 1, 2, tzinfo=UTC), text, (text,))
    change = BriefChange(FIELD_CHANGED, "first", text, text, text, text, None, 20)
    entry = ChangelogEntry(commit, text, (change,), {}, (commit,), {})
    return changelog_markdown(text, [ChangelogRow(entry, (change,))], "https://example.org/{commit}")


WRITTEN: Mapping[str, Callable[[str], str]] = {"document": whole_document, "comment": comment, "changelog": changelog}


@cache
def harmless(written: str, renderer: str, *, is_label: bool) -> Rendered:
    return rendered(WRITTEN[written]("Harmless words" if is_label else "Harmless words!"), renderer)


def stays_words(written: str, text: str, renderers: list[str]) -> None:
    markdown = WRITTEN[written](text)
    for renderer in renderers:
        page = rendered(markdown, renderer)
        same = harmless(written, renderer, is_label=re.fullmatch(LABEL_PATTERN, text.strip()) is not None)
        assert page.alive == same.alive == []
        if renderer in WITH_FENCES:
            assert page.skeleton == same.skeleton, renderer


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("text", [*SHOWN_AS_TYPED, *MARKED_UP, *SEEN_BY_FEW])
def test_hostile_words_stay_words(written: str, text: str) -> None:
    stays_words(written, text, list(RENDERERS))


PIECES = [
    *"*_`[]()<>&;#\\~$!:-+=|{}^%@/\"'., ",
    *("a", "**", "](", "![", "--8<--", "<img src=x onerror=x>", "{{", "[TOC]", "1. "),
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join), st.text(max_size=30)).filter(
    lambda text: text.strip() and text.isprintable() and not re.fullmatch(r"[\d\s.,+~-]+", text)  # a number is one elsewhere too
)


@pytest.mark.parametrize("written", WRITTEN)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=TEXTS)
def test_any_words_stay_words(written: str, text: str) -> None:
    stays_words(written, text, list(RENDERERS))


def long_texts(base: Path, text: str) -> dict[str, str]:
    return dict(with_long_texts(base, marked(text)))


def document_of_long_texts(text: str) -> str:
    with TemporaryDirectory() as folder:
        return document(insight_of.__wrapped__(make_folder(Path(folder), long_texts(LONG, text))))


@cache
def around_harmless_texts(renderer: str) -> list[str]:
    return around(rendered(document_of_long_texts(HARMLESS), renderer).marked)


def document_stays_around(text: str) -> None:
    markdown = document_of_long_texts(text)
    for renderer in RENDERERS:
        page = rendered(markdown, renderer)
        assert page.alive == []
        assert all(page.words.count(word) >= count for word, count in words_of(text).items())
        if renderer in WITH_FENCES:
            assert around(page.marked) == around_harmless_texts(renderer), renderer


def test_every_long_text_is_in_the_document() -> None:
    assert document_of_long_texts(HARMLESS).count(HARMLESS) > 20


@pytest.mark.parametrize("text", EXAMPLES)
def test_hostile_blocks_stay_where_they_are(text: str) -> None:
    document_stays_around(text)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_MARKDOWN)
def test_any_blocks_stay_where_they_are(text: str) -> None:
    document_stays_around(text)


def pages(text: str, texts: Callable[[Path, str], Mapping[str, str]] = files) -> dict[str, str]:
    """The pages that ``roadmap build`` writes, with a text in every field that takes any."""
    with TemporaryDirectory() as folder:
        data, out = make_folder(Path(folder) / "roadmap-data", texts(SMALL, text)), Path(folder) / "docs" / "roadmap"
        ran = build(data, out, "--root", out.parent, "--no-history")
        assert ran.exit_code == 0, ran.stderr
        return {page.relative_to(out).as_posix(): page.read_text(encoding="utf-8") for page in sorted(out.rglob("*.md"))}


@cache
def harmless_pages() -> Mapping[str, Mapping[str, Rendered]]:
    return {name: {renderer: rendered(page, renderer) for renderer in RENDERERS} for name, page in pages("Harmless words!").items()}


def pages_stay_as_they_are(text: str) -> None:
    hostile = pages(text)
    assert hostile.keys() == harmless_pages().keys()
    for name, markdown in hostile.items():
        for renderer, same in harmless_pages()[name].items():
            page = rendered(markdown, renderer)
            assert page.skeleton == same.skeleton, (name, renderer)
            assert set(page.alive) <= set(same.alive), (name, renderer)  # charts break long words into more lines


EVERY_TEXT = [*SHOWN_AS_TYPED, *MARKED_UP, *SEEN_BY_FEW]


@pytest.mark.parametrize(
    "text",
    [
        *(" ".join(texts) for texts in (EVERY_TEXT[start : start + 8] for start in range(0, len(EVERY_TEXT), 8))),
        "</div>",
        "<!--",
        "- [x] a",
    ],
)
def test_pages_of_a_folder_stay_as_they_are(text: str) -> None:
    pages_stay_as_they_are(text)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=TEXTS)
def test_pages_of_a_folder_stay_as_they_are_whatever_a_text_says(text: str) -> None:
    pages_stay_as_they_are(f"{text} !")  # a label is one elsewhere too


@cache
def pages_of_plain_blocks() -> Mapping[str, Mapping[str, Rendered]]:
    made = pages(EVERY_BLOCK, long_texts)
    return {name: {renderer: rendered(page, renderer) for renderer in RENDERERS} for name, page in made.items()}


def pages_stay_around(text: str) -> None:
    made = pages(text, long_texts)
    assert made.keys() == pages_of_plain_blocks().keys()
    for name, markdown in made.items():
        for renderer, same in pages_of_plain_blocks()[name].items():
            page = rendered(markdown, renderer)
            assert around(page.marked) == around(same.marked), (name, renderer)
            assert set(page.alive) <= set(same.alive), (name, renderer)


def test_hostile_blocks_leave_the_pages_of_a_folder_as_they_are() -> None:
    pages_stay_around("\n\n".join(EXAMPLES))
    for text in EXAMPLES[:2]:
        pages_stay_around(text)


@settings(max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_MARKDOWN)
def test_any_blocks_leave_the_pages_of_a_folder_as_they_are(text: str) -> None:
    pages_stay_around(text)
