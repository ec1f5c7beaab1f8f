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

from enhancement_roadmap.git import Commit
from enhancement_roadmap.history.changelog import BriefChange, ChangelogEntry, ChangelogRow
from enhancement_roadmap.model.base import LABEL_PATTERN
from enhancement_roadmap.outputs.changelog import changelog_markdown
from enhancement_roadmap.outputs.difference import as_markdown
from enhancement_roadmap.outputs.document import document
from support.command import roadmap
from support.differences import between
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED, hostile_roadmap
from support.render_contexts import insight_of, roadmap_folder
from support.renderers import RENDERERS, Rendered, rendered

FULL = Path(__file__).parent / "document" / "golden" / "full"
SMALL = roadmap_folder("small")
WITH_FENCES = [name for name in RENDERERS if name != "python-markdown"]
"""Renderers that know a fenced block; the other one knows no form of the document, but nothing in it may act there either."""


def files(base: Path, text: str) -> dict[str, str]:
    return dict(hostile_roadmap(base, text))


def whole_document(text: str) -> str:
    with TemporaryDirectory() as folder:
        for name, content in files(FULL, text).items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        return document(insight_of.__wrapped__(Path(folder)))


def comment(text: str) -> str:
    with TemporaryDirectory() as folder:
        return as_markdown(between(Path(folder), files(SMALL, "Other words!"), files(SMALL, text)), text)


def changelog(text: str) -> str:
    commit = Commit("5" * 40, text, datetime(2026, 1, 2, tzinfo=UTC), text, (text,))
    change = BriefChange("field-changed", "first", text, text, text, text, None, 20)
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


def pages(folder: Path, text: str) -> dict[str, str]:
    """The pages that ``roadmap build`` writes, with a text in every field that takes any."""
    for name, content in files(SMALL, text).items():
        file = folder / "roadmap-data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    ran = roadmap("build", "--out", "docs/roadmap", "--today", "2026-06-30", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    out = folder / "docs" / "roadmap"
    return {page.relative_to(out).as_posix(): page.read_text(encoding="utf-8") for page in sorted(out.rglob("*.md"))}


@pytest.mark.parametrize(
    "text", [*MARKED_UP, "<img src=x onerror=window.pwned=1>", "{{ secret() }} {% include 'x' %}", '--8<-- "secret.txt"']
)
def test_pages_of_a_folder_stay_as_they_are(text: str, tmp_path: Path) -> None:
    hostile, plain = pages(tmp_path / "hostile", text), pages(tmp_path / "plain", "Harmless words!")
    assert hostile.keys() == plain.keys()
    for name, markdown in hostile.items():
        for renderer in ("sites", "markdown-it"):
            page, same = rendered(markdown, renderer), rendered(plain[name], renderer)
            assert set(page.alive) <= set(same.alive), (name, renderer)
