"""Finished HTML stays the same in a Markdown page, and is nothing but HTML there."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from enhancement_roadmap.text import raw_block
from support.hostile import SHOWN_AS_TYPED


class _Reader(HTMLParser):
    """What a browser sees: tags with their attributes, and the text between them."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(tag)

    def handle_data(self, data: str) -> None:
        joins = self.seen and isinstance(self.seen[-1], list)
        self.seen[-1:] = [[*self.seen[-1], data]] if joins else [*self.seen[-1:], [data]]


def seen(fragment: str) -> list[object]:
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    return ["".join(part) if isinstance(part, list) else part for part in reader.seen]


def around(fragment: str) -> list[object]:
    return seen(f"<div>\n{fragment.strip()}\n</div>")


FRAGMENTS = [
    "<p>plain</p>",
    "<pre>one\n\n\ntwo\n  \n    three</pre>",
    "<p>a\n\nb</p>\n\n<p>c</p>",
    '<p title="a\n\nb">x</p>',
    '<a\n\n href="a.md#b" title=\'"x"\'>y</a>',
    '<svg viewBox="0 0 10 10"><title>x</title></svg>',
    '<table data-choices="[[&#34;a&#34;, &#34;b &gt; c&#34;]]"></table>',
    "<p>a < b & c &amp;lt; &nbsp;&hellip;</p>",
    "no tag at all\n\n# heading",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_browser_sees_the_same(fragment: str) -> None:
    assert seen(raw_block(fragment)) == around(fragment)


@given(st.lists(st.sampled_from(["\n", " ", "a", "-", "`", "{", "<", "&", "&amp;", '"', "'", "\\", "#", ">", "é", "\t"]), max_size=30))
def test_words_stay_the_same_and_add_no_markup(parts: list[str]) -> None:
    words = str(escape("".join(parts)))
    fragment = f'<pre>{words}</pre><p title="{words}">x</p>'
    assert seen(raw_block(fragment)) == around(fragment)
    (token,) = MarkdownIt("commonmark").parse(f"{raw_block(fragment)}\n")
    assert token.type == "html_block"


@pytest.mark.parametrize("text", SHOWN_AS_TYPED)
def test_no_extension_finds_what_it_looks_for(text: str) -> None:
    block = raw_block(f"<pre>{escape(text)}\n\n{escape(text)}</pre>")
    words = re.sub(r"&#\d+;", "", block.removeprefix("<div>\n<pre>").removesuffix("</pre>\n</div>"))
    assert set(words) & set("`~{}[]!*_<>|\\$^=:@+&") == set()


def test_a_script_of_a_template_stays_as_it_is() -> None:
    script = "<script>\nif (a < b && c) {}\n</script>"
    assert script in raw_block(f"<p>x</p>\n{script}")
    assert "\n\n" not in raw_block("<style>a {}\n\n\nb {}</style><!-- x\n\ny -->")
