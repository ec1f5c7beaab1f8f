"""Words in the Markdown that we write are inert under every renderer, and change nothing but the words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancement_roadmap.text import comment_text, document_bold, document_text, fenced, literal
from enhancement_roadmap.text.long import document_blocks, document_entry, document_opening
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED
from support.long_texts import ANY_MARKDOWN, EXAMPLES, HARMLESS, around, marked, words_of
from support.renderers import RENDERERS, rendered, rendered_once

MARKS = [*"*_`[]()<>&;#\\~$!:-+=|{}^%@/?\"'.,", *["**", "``", "](", "![", "~~", "++", "==", "--", "[[", "]:", "{{", "}}", "{%", "{:"]]
WORDS = [
    "a",
    "x",
    "b c",
    " ",
    "1. ",
    "10:30",
    "<b>",
    "<img src=x onerror=alert(1)>",
    "<script>",
    "</",
    "<!--",
    "http://foo.example/#x=",
    "www.a.example",
    "javascript:x",
    "](http://x.org/(y))",
    "](javascript:x)",
    "](<http://y.z/<b>>)",
    "&amp;",
    "&#60;",
    "[x] ",
    "[^1]",
    "[TOC]",
    "--8<--",
    ":x:",
    "!!! ",
    '=== "',
    "///",
    "\u2028",
    "\u3000",
    "-# ",
    "x://",
    "[=5%](",
    "___",
    "%%",
    "\n",
    "\r",
]
texts = st.lists(st.sampled_from([*MARKS, *WORDS]), min_size=1, max_size=12).map("".join).filter(str.strip)

PLACES = {
    "heading": lambda text: f"## {document_text(text, starts_block=False)}\n\nEnd",
    "paragraph": lambda text: f"Start\n\n{document_text(text)}\n\nEnd",
    "task": lambda text: f"Start\n\n- [ ] {document_text(text)}\n- [ ] {document_text(text)}\n\nEnd",
    "facts": lambda text: f"Start\n\n{document_bold(text)}: {document_text(text, starts_block=False)}  \n{document_bold(text)}: b\n\nEnd",
    "level": lambda text: f"Start\n\n- {document_text(text)} {document_bold(text)}: {document_text(text, starts_block=False)}\n\nEnd",
    "changelog": lambda text: f"# Changelog: {literal(text)}\n\n- **{literal(text)}**: {literal(text)}\n\nEnd",
    "comment": lambda text: f"### Start\n\n- **{comment_text(text)}**: {comment_text(text)}\n\nEnd",
}
FORM_OF_FENCES = {"mkdocs", "sites", "markdown-it", "comrak", "comrak-extensions", "cmark-gfm"}
"""Renderers that know a fenced block when they see one."""


@pytest.mark.parametrize("text", [*SHOWN_AS_TYPED, *MARKED_UP])
def test_hostile_words_stay_words(text: str) -> None:
    stays_words(text)


@pytest.mark.parametrize("text", SEEN_BY_FEW)
def test_what_few_renderers_know_stays_words(text: str) -> None:
    stays_words(text)


@settings(max_examples=200)
@given(text=texts)
def test_any_words_stay_words(text: str) -> None:
    stays_words(text)


@settings(max_examples=200)
@given(lines=st.lists(texts, min_size=1, max_size=4))
def test_nothing_in_a_fenced_block_is_alive(lines: list[str]) -> None:
    written = f"Start\n\n{fenced([' '.join(line.split()) for line in lines])}\n\nEnd"
    for renderer in RENDERERS:
        page = rendered(written, renderer)
        assert page.alive == [], renderer
        if renderer in FORM_OF_FENCES:
            assert page.skeleton == rendered_once("Start\n\n```\nword\n```\n\nEnd", renderer).skeleton, renderer


def entry(mark: str, text: str) -> str:
    words, more = document_opening(text, in_entry=True)
    return document_entry(mark, f"{document_bold('Label')}: {words}".rstrip(), more)


def facts(text: str) -> str:
    words, more = document_opening(text)
    return "\n\n".join([f"**A**: b  \n**Label**: {words}".rstrip(), *more, "**C**: d"])


LONG_PLACES = {
    "blocks": lambda text: "\n\n".join(["# Start", "## Text", *document_blocks(text), "## End", "- end"]),
    "facts": lambda text: f"# Start\n\n{facts(text)}\n\n---\n\nEnd",
    "entries": lambda text: f"# Start\n\n{entry('-', text)}\n\n{entry('-', text)}\n\n- **Next**: end\n\n## End",
    "numbered": lambda text: f"# Start\n\n{entry('9.', text)}\n\n{entry('10.', text)}\n\n11. end\n\n## End",
    "tasks": lambda text: f"# Start\n\n{entry('- [x]', text)}\n\n- [ ] end\n\n## End",
}
"""Where the document has long texts."""


@pytest.mark.parametrize("text", EXAMPLES)
def test_hostile_blocks_stay_where_they_are(text: str) -> None:
    stays_where_it_is(text)


@settings(max_examples=50)
@given(text=ANY_MARKDOWN)
def test_any_blocks_stay_where_they_are(text: str) -> None:
    stays_where_it_is(text)


def stays_where_it_is(text: str) -> None:
    """Nothing in a long text acts, none of its blocks gets out of its place or becomes a heading, and no word of it is lost."""
    for place, write in LONG_PLACES.items():
        written, alone, harmless = write(marked(text)), write(text), write(marked(HARMLESS))
        for renderer in RENDERERS:
            page = rendered(written, renderer)
            assert page.alive == [], (place, renderer)
            assert all(page.words.count(word) >= count for word, count in words_of(text).items()), (place, renderer)
            begins = rendered(alone, renderer)  # where nothing stands before it, nor behind it
            assert begins.alive == [], (place, renderer)
            if renderer in FORM_OF_FENCES or "```" not in written:
                assert around(page.marked) == around(rendered_once(harmless, renderer).marked), (place, renderer)
                assert headings(begins.skeleton) == headings(page.skeleton), (place, renderer)


def headings(skeleton: list[str]) -> list[str]:
    return [tag for tag in skeleton if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def stays_words(text: str) -> None:
    """Nothing in a text acts, and a page has no other form by it, wherever it stands and whoever makes the page."""
    for place, write in PLACES.items():
        written, harmless = write(text), write("word")
        for renderer in RENDERERS:
            page = rendered(written, renderer)
            assert page.alive == [], (place, renderer)
            assert page.skeleton == rendered_once(harmless, renderer).skeleton, (place, renderer)
