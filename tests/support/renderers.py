"""Everything that may make a page of the Markdown we write, and what a page then has: its skeleton, and whatever is alive in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from typing import Any

import cmarkgfm
import comrak
from cmarkgfm.cmark import Options
from markdown import Markdown
from markdown_it import MarkdownIt

from support.long_texts import END, START

MKDOCS = ["toc", "tables", "fenced_code"]
SITES = [
    *MKDOCS[:2],
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "meta",
    "wikilinks",
    "pymdownx.arithmatex",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
    "pymdownx.blocks.html",
    "pymdownx.caret",
    "pymdownx.critic",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.progressbar",
    "pymdownx.snippets",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
"""Extensions that sites enable; those that only set type (quotes, arrows, fractions) are left out: they are meant for every text."""


@cache
def _python_markdown(*extensions: str) -> Markdown:
    configs = {"pymdownx.tabbed": {"alternate_style": True}, "pymdownx.arithmatex": {"generic": True}}
    return Markdown(extensions=[*extensions], extension_configs={name: configs[name] for name in configs if name in extensions})


@cache
def _markdown_it() -> MarkdownIt:
    return MarkdownIt("gfm-like" if _has_linkify() else "default", {"html": True, "linkify": _has_linkify()})


def _has_linkify() -> bool:
    try:
        import linkify_it  # noqa: F401, PLC0415  (a part that markdown-it may do without)
    except ImportError:
        return False
    return True


_COMRAK = ["strikethrough", "table", "autolink", "tasklist", "footnotes", "superscript", "description_lists"]
_MORE_OF_COMRAK = [
    "alerts",
    "block_directive",
    "greentext",
    "highlight",
    "inline_footnotes",
    "insert",
    "math_code",
    "math_dollars",
    "math_latex",
    "multiline_block_quotes",
    "shortcodes",
    "spoiler",
    "subscript",
    "subtext",
    "wikilinks_title_after_pipe",
]
"""All others but underlining, which is another form of bold words."""


def _comrak(text: str, *, has_all: bool = False) -> str:
    extensions, parsing, rendering = comrak.ExtensionOptions(), comrak.ParseOptions(), comrak.RenderOptions()
    for name in [*_COMRAK, *(_MORE_OF_COMRAK if has_all else [])]:
        setattr(extensions, name, True)
    parsing.relaxed_autolinks = parsing.relaxed_tasklist_matching = has_all
    rendering.unsafe_ = True
    return str(comrak.render_markdown(text, extension_options=extensions, parse_options=parsing, render_options=rendering))


def _cmark_gfm(text: str) -> str:
    extensions = ["table", "autolink", "strikethrough", "tasklist"]
    return str(cmarkgfm.markdown_to_html_with_extensions(text, Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES, extensions))


RENDERERS: Mapping[str, Callable[[str], str]] = {
    "python-markdown": lambda text: _python_markdown().reset().convert(text),
    "mkdocs": lambda text: _python_markdown(*MKDOCS).reset().convert(text),
    "sites": lambda text: _python_markdown(*SITES).reset().convert(text),
    "markdown-it": lambda text: str(_markdown_it().render(text)),
    "comrak": _comrak,
    "comrak-extensions": lambda text: _comrak(text, has_all=True),
    "cmark-gfm": _cmark_gfm,
}
"""From Markdown to HTML, with raw HTML let through wherever a renderer can be told to."""

_FORM = "h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td pre blockquote hr dl dt dd details summary div section form aside"
FORM = frozenset(_FORM.split())
"""Elements that give a page its form."""
VOID = frozenset({"hr"})
INLINE = frozenset(["p", "em", "strong", "code", "a", "br", "span", "del", "input"])
"""Elements that may stand in it besides."""
_ATTRIBUTES = "id class href title type checked disabled align style start name rel data-lang lang for"
ATTRIBUTES = frozenset(_ATTRIBUTES.split())
SCHEMES = frozenset({"http", "https", "mailto"})
_ENDS_OF_TEXTS = re.compile(f"{START}|{END}")
_SCHEME = re.compile(r"[\x00-\x20]*([A-Za-z][\w+.-]*):")


@dataclass
class Rendered:
    """What a page has.

    Attributes:
        skeleton: the elements that give it its form, in their order, with the boxes of tasks.
        alive: elements, attributes and targets that words of the data may not bring.
        words: what a reader sees, without white space.
        marked: the skeleton with the words that tell where a long text begins and ends (`long_texts.around`).
    """

    skeleton: list[str] = field(default_factory=list)
    alive: list[str] = field(default_factory=list)
    words: str = ""
    marked: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Rendered()
        self.words: list[str] = []

    def updatepos(self, i: int, j: int) -> int:
        """Count no lines: nobody asks where a tag is."""
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in FORM or tag == "input":
            self.found.skeleton.append(f"{tag}{' checked' if 'checked' in values else ''}")
        if tag in FORM - VOID:
            self.found.marked.append(tag)
        if tag not in FORM | INLINE:
            self.found.alive.append(tag)
        self.found.alive += [f"{tag} {name}" for name in values if name not in ATTRIBUTES]
        if tag == "a" and (scheme := _SCHEME.match(values.get("href", ""))) and scheme[1].lower() not in SCHEMES:
            self.found.alive.append(values["href"])
        if "style" in values and not values["style"].startswith("text-align"):
            self.found.alive.append(f"style {values['style']}")

    def handle_endtag(self, tag: str) -> None:
        if tag in FORM:
            self.found.skeleton.append(f"/{tag}")
        if tag in FORM - VOID:
            self.found.marked.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.found.alive.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.alive.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.found.alive.append(f"<?{data}>")

    def handle_data(self, data: str) -> None:
        self.words += data.split()
        self.found.marked += _ENDS_OF_TEXTS.findall(data)


def rendered(text: str, renderer: str) -> Rendered:
    """A text as a renderer's page has it."""
    reader: Any = _Reader()
    reader.feed(RENDERERS[renderer](text))
    reader.close()
    found: Rendered = reader.found
    found.words = "".join(reader.words)
    return found


@cache
def rendered_once(text: str, renderer: str) -> Rendered:
    """The same of a text that many others are compared with; nobody changes what it gives."""
    return rendered(text, renderer)
