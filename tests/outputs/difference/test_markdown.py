"""A comment on a pull request: short enough, and safe whatever the data say."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from enhancement_roadmap.diff.effects import PRIORITY_LOWERED
from enhancement_roadmap.outputs.difference import LEAST_LIMIT, as_json, as_markdown, as_text
from enhancement_roadmap.text import comment_text, one_line
from support.differences import between
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.render_contexts import TODAY, roadmap_folder
from support.roadmaps import MINIMAL, enhancement

JOINER = "\u2060"
HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    *SHOWN_AS_TYPED,
    "@security-team please look, cc @octocat",
    "fixes #12, org/repo#1, GH-7, !34 and &5, %2 ~bug $9",
    "</details></summary><h1>Approved</h1>",
    "```\n/approve\n```",
    "![x](https://evil.example/x.png) https://evil.example www.evil.example mailto:a@evil.example",
    "<!-- roadmap:comment -->",
    "`code` and ``more`` and ```",
    "see 0123456789abcdef0123456789abcdef01234567",
    ":smile: \\n \\` \\<b>",
]
CALLED = re.compile(r"(?:^|\W)[@#!%~$]\w|\bGH-\d|https?://|\bwww\.|:\w+:|\b[0-9a-f]{7,40}\b", re.IGNORECASE)
"""What a code host makes a link, a call or a picture of, in what it has rendered."""


class _Rendered(HTMLParser):
    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.comments: list[str] = []
        self.words = ""
        self.feed(HOST.render(markdown))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def _quiet(rendered: _Rendered) -> None:
    assert set(rendered.tags) <= {"h3", "p", "ul", "li", "strong", "details", "summary", "code"}
    assert rendered.tags.count("code") <= 1
    assert rendered.tags.count("details") == rendered.tags.count("summary") <= 1
    assert rendered.attributes == []
    assert rendered.comments == []
    assert CALLED.search(re.sub(r"`roadmap diff`", "", rendered.words)) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_show_as_typed_and_do_nothing(text: str, tmp_path: Path) -> None:
    base = roadmap_folder("small")
    harmless, hostile = (dict(hostile_roadmap(base, words)) for words in ("Harmless words", text))
    found = between(tmp_path, harmless, hostile)
    assert found.changes
    rendered = _Rendered(as_markdown(found, text))
    _quiet(rendered)
    words = rendered.words.replace(JOINER, "")
    assert " ".join(text.split())[:40] in words or comment_text(text) not in as_markdown(found, text)


@given(st.text(max_size=60))
def test_any_text_shows_as_typed(text: str) -> None:
    rendered = _Rendered(f"- x{comment_text(text)}\n\n<details><summary>x{comment_text(text)}</summary>\n\n</details>\n")
    assert set(rendered.tags) == {"ul", "li", "details", "summary"}
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in one_line(text))
    assert rendered.words.replace(JOINER, "").count(f"x{shown}".replace(JOINER, "")) >= 2 or not shown.isprintable()


def test_turning_and_hidden_characters_are_written_out() -> None:
    assert comment_text("a\u202eb\u200bc") == "a&#92;u202eb&#92;u200bc"


def test_long_values_are_cut() -> None:
    assert comment_text("x" * 500, 20) == "x" * 19 + "…"


def _many(priority: str, words: str) -> dict[str, str]:
    files = {
        f"enhancements/{number}.yml": enhancement(f"item-{number}", number, f"Thing <b> & number {number}", f"owner: {words}").replace(
            "priority: high", f"priority: {priority}"
        )
        for number in range(1, 1001)
    }
    return {"roadmap.yml": MINIMAL, **files}


def test_a_thousand_changed_enhancements_fit_into_a_comment(tmp_path: Path) -> None:
    found = between(tmp_path, _many("high", "Ada"), _many("low", "Zoë **Grace**"))
    assert found.effects[PRIORITY_LOWERED] == 1000
    for limit in (65_536, 10_000, LEAST_LIMIT):
        comment = as_markdown(found, "main", limit)
        assert len(comment.encode()) <= limit
        assert "Priority lowered: **1000**" in comment
        assert re.search(r"\d+ changes of less importance left out here", comment)
        _quiet(_Rendered(comment))
    assert len(as_text(found).splitlines()) > 3000
    assert as_json(found, "main", "", TODAY).count('"kind": ') == len(found.changes)


@pytest.mark.parametrize("name", ["Plain words", "*" * 41, "<&`" * 20])
def test_marks_take_more_room_and_every_change_is_shown_or_counted(name: str, tmp_path: Path) -> None:
    found = between(tmp_path, _many("high", "Ada"), _many("low", json.dumps(name)))
    comment = as_markdown(found, "main")
    _quiet(_Rendered(comment))
    folded = comment.partition("<summary>")[2]
    total, left_out = (int(number) for number in re.findall(r"(\d+) changes (?:by enhancement|of less importance)", folded))
    assert len(re.findall(r"^- ", folded, re.MULTILINE)) == total - left_out


def test_the_most_hostile_names_leave_room_for_the_least_limit(tmp_path: Path) -> None:
    name = "<&`" * 200
    words = json.dumps(name)
    found = between(tmp_path, _many("high", words), _many("low", words))
    assert found.effects[PRIORITY_LOWERED] == 1000
    assert len(as_markdown(found, name, LEAST_LIMIT).encode()) <= LEAST_LIMIT
