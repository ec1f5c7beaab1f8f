"""Words in the document read as typed and mean what they mean on the site, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import escape

from enhancement_roadmap.text import document_bold, document_text, fenced, one_line, plain, to_html
from enhancement_roadmap.text.document import WORD_JOINER

CODE_HOST = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PIECES = [
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "&",
    ";",
    "#",
    "\\",
    "~",
    "~~",
    "$",
    "!",
    ":",
    "-",
    "+",
    "=",
    "|",
]
WORDS = [
    "a",
    "b c",
    " ",
    "1. ",
    "<b>",
    "&amp;",
    "&#35;",
    "](http://x.org/(y))",
    "](rel/at.ive)",
    "](javascript:x)",
    "[^1]:",
    "- [x] ",
    "\r",
    "\n",
]
texts = st.lists(st.sampled_from([*PIECES, *WORDS]), min_size=1, max_size=14).map("".join).filter(str.strip)


@pytest.mark.parametrize(
    "text",
    [
        "Response under 5 ms, a < b, R&D, C:\\temp, snake_case, 2 * 3, #1, well-known!",
        "[To be assigned]",
        "TLS/SSL for database connections (new)",
        "costs $500 or $600",
        "about ~5 minutes",
        "**bold**, *emphasis*, `code <b>` and [a link](https://example.org/a?b=1&c=2)",
        "see [the guide](guide/start.md#first)",
    ],
)
def test_ordinary_text_stays_as_typed(text: str) -> None:
    assert document_text(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# x", "&#35; x"),
        (">1000 daily active users", "&#62;1000 daily active users"),
        ("- x", "&#45; x"),
        ("[x] done", f"&#91;x]{WORD_JOINER} done"),
        ("___", "&#95;__"),
        ("-# x", "&#45;# x"),
        ("x://y and https://example.org", "x&#58;//y and https://example.org"),
        ("*$x* costs $5", "*&#36;x* costs $5"),
        ("---", "&#45;--"),
        ("1. x", "1&#46; x"),
        ("~~~ x", "&#126;&#126;&#126; x"),
        ("[x]: https://example.org", "&#91;x]&#58; https://example.org"),
        ("<script>x</script>", "&lt;script>x&lt;/script>"),
        ("&lt;", "&amp;lt;"),
        ("![x](https://example.org)", "&#33;&#91;x]&#40;https://example.org)"),
        ("[x](javascript:y)", "&#91;x]&#40;javascript:y)"),
        ("![x](y z)", "&#33;&#91;x]&#40;y z)"),
        ("C #", "C &#35;"),
        ("one\r two\n\nthree", "one two three"),
    ],
)
def test_what_would_mean_something_is_escaped(text: str, written: str) -> None:
    assert document_text(text) == written


def test_in_the_middle_of_a_line_nothing_can_start_a_block() -> None:
    assert document_text(">1000 daily active users", starts_block=False) == ">1000 daily active users"


@given(texts)
def test_a_code_host_shows_a_text_as_the_site_does(text: str) -> None:
    line = one_line(text)
    as_on_the_site = _as_rendered(to_html(line, lambda target: target))
    without_emphasis = _as_rendered(escape(plain(line).strip() or line))  # where marks are so crowded that Markdown can not say it
    assert CODE_HOST.render(document_text(text)).replace(WORD_JOINER, "") in {f"<p>{as_on_the_site}</p>\n", f"<p>{without_emphasis}</p>\n"}


@given(texts, texts)
def test_texts_on_one_line_do_not_touch_each_other(label: str, text: str) -> None:
    line = one_line(label)
    both = CODE_HOST.render(f"- {document_bold(label)}: {document_text(text, starts_block=False)}")
    alone = CODE_HOST.render(f"- : {document_text(text, starts_block=False)}")
    assert both == alone.replace("<li>:", f"<li><strong>{_as_rendered(escape(plain(line).strip() or line))}</strong>:")


@given(st.lists(texts.map(one_line), min_size=1))
def test_nothing_gets_out_of_a_fenced_block(lines: list[str]) -> None:
    block, *others = CODE_HOST.parse(fenced(lines, "text"))
    assert others == []
    assert (block.type, block.info) == ("fence", "text")
    assert block.content.replace(WORD_JOINER, "").splitlines() == lines


def _as_rendered(html: str) -> str:
    """In the spelling of markdown-it."""
    return str(html).replace("&#39;", "'").replace("&#34;", "&quot;")
