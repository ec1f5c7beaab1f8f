"""Long texts: what of Markdown they may use, in each form, and that nothing in them acts or is lost."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings

from enhancement_roadmap.text import document_text, plain, to_html
from enhancement_roadmap.text.long import (
    document_blocks,
    flat,
    flat_html,
    long_html,
    only_paragraph,
    parts,
    plain_lines,
    typed_lines,
)
from support.fragments import Fragment
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED
from support.long_texts import ANY_MARKDOWN, EXAMPLES, WORDS, text_of, words_of


def inner(text: str, *, in_cell: bool = False) -> str:
    """The blocks of a text, without the element around them."""
    written = long_html(text, lambda target: f"pages/{target}", in_cell=in_cell)
    found = re.fullmatch(r'<div class="er-text">\n(.*)\n</div>', written, re.DOTALL)
    assert found, written
    return found[1].replace("\n", "")


FORMS = {
    "paragraphs": ("One *a*\nstill\n\nTwo", "<p>One <em>a</em>still</p><p>Two</p>"),
    "a list": ("- a\n- b\n  1. c\n  2. d", "<ul><li>a</li><li>b<ol><li>c</li><li>d</li></ol></li></ul>"),
    "a list with room": ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
    "a list that starts elsewhere": ("7. a\n8. b", '<ol start="7"><li>a</li><li>b</li></ol>'),
    "numbers that do not count up": ("1. a\n5. b", "<ul><li>1. a</li><li>5. b</li></ul>"),
    "numbers that are all the same": ("1. a\n1. b", "<ol><li>a</li><li>b</li></ol>"),
    "years": ("2025. a\n2026. b", None),
    "a quote": ("> a\n> b\n>\n> - c", "<blockquote><p>ab</p><ul><li>c</li></ul></blockquote>"),
    "code": ("```sh\na  <b>\n```", '<pre><code class="language-sh">a  &lt;b&gt;</code></pre>'),
    "code with an empty line": ("```\na\n\nb\n```", "<pre><code>a&#10;b</code></pre>"),
    "code of no known language": ("```mermaid\ngraph\n```", "<pre><code>mermaidgraph</code></pre>"),
    "indented code": ("a\n\n    *b*", "<p>a</p><pre><code>*b*</code></pre>"),
    "a heading": ("a\n\n# B `c`", '<p>a</p><p class="er-text-heading"><strong>B <code>c</code></strong></p>'),
    "an underlined heading": ("B\n===\na", '<p class="er-text-heading"><strong>B</strong></p><p>a</p>'),
    "a line": ("a\n\n***\n\nb", "<p>a</p><hr><p>b</p>"),
    "a link": ("a\n\n[b](c.md#d)", '<p>a</p><p><a href="pages/c.md#d">b</a></p>'),
    "an escaped beginning": ("\\# a\n\n1\\. b\n\n\\- c\n\n\\> d", "<p># a</p><p>1. b</p><p>- c</p><p>&gt; d</p>"),
    "HTML": ("<b>a</b>\n\n<div>\nb", "<p>&lt;b&gt;a&lt;/b&gt;</p><p>&lt;div&gt;b</p>"),
    "an image": ("a\n\n![b](https://example.org/c.png)", "<p>a</p><p>![b](https://example.org/c.png)</p>"),
    "a definition": ("[a]: https://example.org\n\nb", "<p>[a]: https://example.org</p><p>b</p>"),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_form_of(name: str) -> None:
    text, written = FORMS[name]
    if written is None:
        assert only_paragraph(text) == text
    else:
        assert inner(text) == written


def test_tasks_have_a_sign_that_is_read_out() -> None:
    assert inner("- [ ] a\n- [x] b\n- c") == (
        '<ul><li class="er-task er-open"><span class="er-sign" role="img" aria-label="Open">○</span> a</li>'
        '<li class="er-task er-done"><span class="er-sign" role="img" aria-label="Done">✓</span> b</li><li>c</li></ul>'
    )


TABLE = "| A | `b` |\n| --- | :-: |\n| 1 | x \\| y |\n| 2 |\n| 3 | 4 | 5 |"


def test_a_table_keeps_the_cells_that_are_beyond_its_head() -> None:
    written = inner(TABLE)
    assert "<tr><td>1</td> <td>x | y</td></tr><tr><td>2</td> <td></td></tr><tr><td>3</td> <td>4 | 5</td></tr>" in written
    assert 'tabindex="0"' in written


def test_in_a_cell_a_table_is_a_list() -> None:
    assert inner(TABLE, in_cell=True) == (
        "<ul><li>A: 1; <code>b</code>: x | y</li><li>A: 2; <code>b</code>: –</li><li>A: 3; <code>b</code>: 4 | 5</li></ul>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "> 5 incidents a year",
        "- 5 %",
        "# 3 of 7",
        "1. Quarter",
        "```x```",
        "***",
        "    a",
        "| a |",
        *SHOWN_AS_TYPED,
        *MARKED_UP,
        *SEEN_BY_FEW,
    ],
)
def test_what_stands_on_one_line_is_what_any_text_is(text: str) -> None:
    assert long_html(text) == flat_html(text) == to_html(text)
    assert flat(text) == plain(text)
    assert document_blocks(text) == [document_text(text)]
    assert parts(text) == [text]


@pytest.mark.parametrize("text", ["two\n lines  \nof *one*\\\nparagraph", "a\r\nb", "***\n---"])
def test_a_single_paragraph_is_what_any_text_is(text: str) -> None:
    assert long_html(text) == to_html(text)
    assert flat(text) == plain(text)
    assert document_blocks(text) == [document_text(text)]
    assert list(typed_lines("Label", text)) == [f"Label: {' '.join(filter(None, map(str.strip, text.splitlines())))}"]


LONG = "Why:\n\n# What\n\n- a\n  - [x] `b`\n\n3. c\n\n> d\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ne\n\n f\n```"


def test_on_a_line_there_are_marks_between_the_parts() -> None:
    assert flat(LONG) == "Why: What: • a ✓ b 3. c “d” • A, B • 1, 2 e f"
    assert flat_html(LONG).startswith("Why: What: • a ✓ <code>b</code> 3. c “d” • A, B • 1, 2 <code>e</code>")


def test_as_plain_text_there_are_lines() -> None:
    assert plain_lines(LONG) == [
        *("Why:", "", "What", "", "- a", "  - [x] b", "", "3. c", "", "> d", "", "A | B", "1 | 2", ""),
        *("    e", "", "     f"),
    ]


def test_its_parts_are_what_blank_lines_keep_apart() -> None:
    assert parts("a\nb\n\n\n- c\n\n- d\n\n```\ne\n\nf\n```\ng\n\n# h\ni\n") == ["a\nb", "- c\n\n- d", "```\ne\n\nf\n```\ng", "# h\ni"]


@settings(max_examples=400)
@given(ANY_MARKDOWN)
@example("- " * 40 + "Wone\n")
@example(">" * 40 + "Wone\nWtwo")
@example("\n".join(f"{'  ' * level}- {WORDS[level % 4]}" for level in range(40)))
def test_no_word_is_lost_and_nothing_is_more_than_text(text: str) -> None:
    written = long_html(text)
    cell = long_html(text, in_cell=True)
    forms = [*map(text_of, (written, cell, flat_html(text))), flat(text), "\n".join(plain_lines(text)), "\n".join(document_blocks(text))]
    for form in forms:
        assert all(html.unescape(form).count(word) >= count for word, count in words_of(text).items())
    for fragment in map(Fragment, (f"<div>{written}</div>", f"<table><tbody><tr><td>{cell}</td></tr></tbody></table>")):
        assert fragment.problems == []
        assert not [tag for tag, _ in fragment.elements if tag in {"h1", "h2", "h3", "h4", "img"}]
        assert all({"id", "style"}.isdisjoint(attributes) for _, attributes in fragment.elements)
    assert len(Fragment(cell).all("table")) == 0
    assert only_paragraph(text) is not None or not [line for line in written.split("\n") if not line.strip()]


@settings(max_examples=200)
@given(ANY_MARKDOWN)
def test_parts_are_the_text_but_for_blank_lines(text: str) -> None:
    found = parts(text)
    assert parts("\n\n".join(found)) == found
    assert long_html("\n\n".join(found)) == long_html(text) or len(found) == 1 or not only_paragraph(text)


@pytest.mark.parametrize("text", EXAMPLES)
def test_nothing_of_another_page_is_in_an_example(text: str) -> None:
    assert Fragment(f"<div>{long_html(text)}</div>").problems == []


@pytest.mark.parametrize("unit", ["> ", "- ", "a\n\n", "- a\n", "> a\n", "|a", "```\n", "# a\n", "1. ", "***\n", "> a\nb\n"])
def test_a_long_text_of_anything_is_answered_in_bounded_time(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert long_html(text)
    assert document_blocks(text)
