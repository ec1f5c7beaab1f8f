"""Words of the data become HTML through one door: emphasis, code and links, and everything else as typed."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.text import plain, to_html

TAGS = {"em", "strong", "code", "a"}
SCHEMES = {"http", "https", "mailto", ""}
PIECES = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "``",
        "[",
        "](",
        ")",
        "](x.md)",
        "](https://e.org)",
        "](javascript:x)",
        "\\",
        "<",
        ">",
        "&amp;",
        '"',
        "'",
        "!",
        "a",
        " ",
        "\n",
        "<b>",
    ],
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


class Reading(HTMLParser):
    """What a browser would see: text, elements, and whether each is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.other: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.other.append(data)

    def handle_decl(self, decl: str) -> None:
        self.other.append(decl)

    def handle_pi(self, data: str) -> None:
        self.other.append(data)


def resolve(target: str) -> str | None:
    return None if "nowhere" in target else f"../{target}"


@settings(max_examples=500)
@given(TEXTS)
@example("a *b **c** d* `e <b>` [f](g.md)")
@example("[x](https://e.org/\"onmouseover='1')")
@example("[a [b](c) d](e)")
def test_any_text_becomes_only_emphasis_code_and_links(text: str) -> None:
    read = Reading(str(to_html(text, resolve)))
    assert read.open == []
    assert read.other == []
    for tag, attributes in read.elements:
        assert tag in TAGS
        assert set(attributes) == ({"href"} if tag == "a" else set())
        if tag == "a":
            assert urlsplit(attributes["href"] or "").scheme.lower() in SCHEMES


@settings(max_examples=500)
@given(TEXTS)
def test_what_is_shown_is_the_text_without_its_markup(text: str) -> None:
    assert Reading(str(to_html(text, resolve))).text == plain(text)


@given(st.text(max_size=60, alphabet=st.characters(exclude_characters="\\*_`[", exclude_categories=["Cs"])))
def test_text_without_marks_shows_as_typed(text: str) -> None:
    assert plain(text) == text
    assert to_html(text) == to_html(text, resolve)
    assert Reading(str(to_html(text))).elements == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* and **b**", "<em>a</em> and <strong>b</strong>"),
        ("`a*b`", "<code>a*b</code>"),
        ("[a](https://e.org/?b=1&c=2)", '<a href="https://e.org/?b=1&amp;c=2">a</a>'),
        ("[a](mailto:a@e.org)", '<a href="mailto:a@e.org">a</a>'),
        ("[a](guide/b.md#c)", '<a href="../guide/b.md#c">a</a>'),
        ("[a](nowhere.md)", "a"),
        (r"\*a\* \[b\]", "*a* [b]"),
        ("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("![a](b.png)", "![a](b.png)"),
    ],
)
def test_the_inline_markup(text: str, html: str) -> None:
    assert to_html(text, resolve) == html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x",
        "JaVaScRiPt:x",
        "java\tscript:x",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "file:///etc",
        "&#106;avascript:x",
        "x:y",
    ],
)
def test_other_targets_make_no_link(target: str) -> None:
    assert Reading(str(to_html(f"[a]({target})", resolve))).elements == []


def test_without_a_host_relative_links_are_words() -> None:
    assert to_html("[a](b.md) [c](https://e.org)") == 'a <a href="https://e.org">c</a>'


@pytest.mark.parametrize(
    "text", ["*" * 20_000, "[" * 20_000, "`a" * 10_000, "[a](" * 5_000, "**a " * 5_000, "\\" * 20_000, "[](" * 5000 + "<" * 5000]
)
def test_text_of_marks_only_is_answered_in_bounded_time(text: str) -> None:
    assert Reading(str(to_html(text))).open == []
