"""A comment on a pull request: short enough, and safe whatever the data say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from enhancement_roadmap.diff import Difference, Version, difference
from enhancement_roadmap.diff.effects import PRIORITY_LOWERED
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.history import Kept
from enhancement_roadmap.links import FileName, NoLinks, PageName, folder_address
from enhancement_roadmap.outputs.difference import LEAST_LIMIT, FindingChanges, Sources, as_json, as_markdown, as_text
from enhancement_roadmap.text import comment_text, one_line
from support.differences import version_of
from support.hostile import SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
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


def _quiet(rendered: _Rendered, *roots: str) -> None:
    """Nothing acts, and what is a link leads to one of these places."""
    assert set(rendered.tags) <= {"h3", "p", "ul", "li", "strong", "details", "summary", "code", *(["a"] if roots else [])}
    assert rendered.tags.count("code") <= 1
    assert rendered.tags.count("details") == rendered.tags.count("summary") <= 1
    assert [(name, value) for name, value in rendered.attributes if name != "href" or not (value or "").startswith(roots)] == []
    assert rendered.comments == []
    assert CALLED.search(re.sub(r"`roadmap diff`", "", rendered.words)) is None


@cache
def _poisoned(text: str) -> Version:
    """A roadmap with a text in every field that takes any."""
    return _version(dict(hostile_roadmap(roadmap_folder("small"), text)))


def _version(files: Mapping[str, str]) -> Version:
    with TemporaryDirectory() as folder:
        return version_of(make_folder(Path(folder), files))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_show_as_typed_and_do_nothing(text: str) -> None:
    found = difference(_poisoned("Harmless words"), _poisoned(text))
    assert found.changes
    comment = as_markdown(found, text)
    rendered = _Rendered(comment)
    _quiet(rendered)
    words = rendered.words.replace(JOINER, "")
    assert " ".join(text.split())[:40] in words or comment_text(text) not in comment
    linked = _Rendered(as_markdown(found, text, findings=_all_kinds(text), preview=_Preview(PREVIEW), sources=SOURCES))
    _quiet(linked, PREVIEW, CODE)
    assert linked.tags.count("a") >= len(("changes", "matrix", "overview")) + len(("brought", "mended", "mistakes", "mistakes before"))


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


@cache
def _many(priority: str, words: str) -> Version:
    """A thousand enhancements with this priority, each owned by these words."""
    files = {
        f"enhancements/{number}.yml": enhancement(f"item-{number}", number, f"Thing <b> & number {number}", f"owner: {words}").replace(
            "priority: high", f"priority: {priority}"
        )
        for number in range(1, 1001)
    }
    return _version({"roadmap.yml": MINIMAL, **files})


def test_a_thousand_changed_enhancements_fit_into_a_comment() -> None:
    found = difference(_many("high", "Ada"), _many("low", "Zoë **Grace**"))
    assert found.effects[PRIORITY_LOWERED] == 1000
    for limit in (65_536, 10_000, LEAST_LIMIT):
        comment = as_markdown(found, "main", limit)
        assert len(comment.encode()) <= limit
        assert "Priority lowered: **1000**" in comment
        assert re.search(r"\d changes of less importance left out here", comment)
        _quiet(_Rendered(comment))
    assert len(as_text(found).splitlines()) > 3000
    assert as_json(found, "main", "", TODAY).count('"kind": ') == len(found.changes)


@pytest.mark.parametrize("name", ["Plain words", "*" * 41, "<&`" * 20])
def test_marks_take_more_room_and_every_change_is_shown_or_counted(name: str) -> None:
    found = difference(_many("high", "Ada"), _many("low", json.dumps(name)))
    comment = as_markdown(found, "main")
    _quiet(_Rendered(comment))
    folded = comment.partition("<summary>")[2]
    numbers = re.findall(r"([\d,]+) changes (?:by enhancement|of less importance)", folded)
    total, left_out = (int(number.replace(",", "")) for number in numbers)
    assert len(re.findall(r"^- ", folded, re.MULTILINE)) == total - left_out


def test_the_most_hostile_names_leave_room_for_the_least_limit() -> None:
    name = "<&`" * 200
    words = json.dumps(name)
    found = difference(_many("high", words), _many("low", words))
    assert found.effects[PRIORITY_LOWERED] == 1000
    assert len(as_markdown(found, name, LEAST_LIMIT).encode()) <= LEAST_LIMIT


PREVIEW = "https://preview.example.org/"
CODE = "https://code.example/team/plan/blob/"
SOURCES = Sources(f"{CODE}{{commit}}/{{path}}#L{{line}}", Kept("a" * 40, "plans/a", "plan"), Kept("b" * 40, "old", "plan"))


class _Preview(NoLinks):
    """Where the pages of a preview are."""

    def __init__(self, root: str) -> None:
        self._root = folder_address(root)

    def page(self, name: PageName) -> str | None:
        return self.file(f"{name}.html")

    def enhancement(self, enhancement: str) -> str | None:
        return self.file(f"enhancements/{enhancement}.html")

    def file(self, name: FileName) -> str | None:
        return f"{self._root}{name}"


def _finding(words: str, line: int = 3) -> Finding:
    return Finding(Place(f"plan/enhancements/{words.replace('/', '')}.yml", line, 7), "RM405", words, words)


def _all_kinds(words: str, count: int = 1) -> FindingChanges:
    """Findings of each kind, which say this."""
    found = [_finding(f"{words}{place or ''}") for place in range(count)]
    return FindingChanges(found, found, [_finding(f"x{words}")] * count, [_finding(f"y{words}")] * count)


def test_what_a_finding_is_about_leads_to_its_line_in_the_version_that_has_it() -> None:
    of_a_file = Finding(Place("plan/roadmap.yml"), "RM101", "there is no such file")
    elsewhere = Finding(Place("docs/index.md", 3), "RM501", "not in the roadmap")
    findings = FindingChanges([_finding("a b"), of_a_file, elsewhere], [_finding("ü")])
    addresses = [value for _, value in _Rendered(as_markdown(Difference((), {}), "main", findings=findings, sources=SOURCES)).attributes]
    assert addresses == [
        f"{CODE}{'a' * 40}/plans/a/enhancements/a%20b.yml#L3",
        f"{CODE}{'b' * 40}/old/enhancements/%C3%BC.yml#L3",
    ]


def test_findings_are_bounded_and_the_others_counted() -> None:
    comment = as_markdown(Difference((), {}), "main", findings=_all_kinds("Wrong", 25))
    assert comment.count("\n- **RM405** ") == 40
    assert comment.count("\n- 15 more\n") == 4


def test_where_mistakes_hide_what_changed_the_comment_does_not_say_that_nothing_has() -> None:
    nothing = Difference((), {})
    assert "\nNothing: the roadmap is the same" in as_markdown(nothing, "main", findings=FindingChanges([_finding("x")]))
    for findings in (FindingChanges(mistakes=[_finding("x")]), FindingChanges(mistakes_before=[_finding("x")])):
        assert "\nNothing that can be read: the roadmap is the same" in as_markdown(nothing, "main", findings=findings)


def test_links_and_findings_of_the_most_hostile_kind_leave_room_for_any_limit() -> None:
    words = "<&`" * 200
    found = difference(_many("high", json.dumps(words)), _many("low", json.dumps(words)))
    preview = _Preview(f"https://x.example/{'!' * 90}")
    for told, limit in product((found, Difference((), {})), (LEAST_LIMIT, 10_000, 65_536)):
        comment = as_markdown(told, words, limit, findings=_all_kinds(words, 100), preview=preview, sources=SOURCES)
        assert len(comment.encode()) <= limit
        _quiet(_Rendered(comment), "https://x.example/", CODE)
