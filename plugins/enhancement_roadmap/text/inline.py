"""Inline markup of the data: emphasis, code, links. Everything else shows as typed.

markdown-it-py's parser with four rules switched on is the parser; its output is not used, but written here, token by
token, so that nothing it may produce besides these can reach a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

Resolve = Callable[[str], str | None]
"""Gives the address of a relative target as a page needs it, or None where there is no such target."""

_MARKUP = re.compile(r"[\\*_`\[]")
_MARKS = frozenset("\\*_`[]")
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_RELATIVE = re.compile(r"(?!//)(?![^/?#]*:)[^\s\\\x00-\x1f]+")
_TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}


def _no_image(state: StateInline, silent: bool) -> bool:
    """Take ``![`` as text, so that what follows it is no link either: an image shows as typed."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True


def _escape(state: StateInline, silent: bool) -> bool:
    """Take a backslash before a mark of the inline markup as that mark; every other backslash shows as typed."""
    if state.src[state.pos] != "\\" or state.src[state.pos + 1 : state.pos + 2] not in _MARKS:
        return False
    if not silent:
        state.pending += state.src[state.pos + 1]
    state.pos += 2
    return True


_PARSER = MarkdownIt("zero").enable(["backticks", "emphasis", "link"])
_PARSER.validateLink = lambda url: bool(_WEB.fullmatch(url) or _RELATIVE.fullmatch(url))  # type: ignore[method-assign]
_PARSER.inline.ruler.before("link", "no_image", _no_image)
_PARSER.inline.ruler.before("backticks", "mark", _escape)


def to_html(text: str, resolve: Resolve | None = None) -> Markup:
    """A text of the data as inline HTML.

    Args:
        text: as typed.
        resolve: asked for the address of each relative link; without it, or where it answers None, the link's words
            stand there without a link.

    Returns:
        Safe HTML with at most ``em``, ``strong``, ``code`` and ``a``.
    """
    if _MARKUP.search(text) is None:
        return escape(text)
    return Markup("".join(_html(tokens(text), resolve)))  # noqa: S704  (each part is escaped in `_html`)


def linked(words: str, address: str, resolve: Resolve | None = None) -> Markup:
    """Words of the data as a link to an address of the data; the words alone where it leads nowhere, or where no link may lead.

    Args:
        words: as typed; their own markup is left out.
        address: of the web, or relative to the root of the site's sources.
        resolve: asked for a relative one.
    """
    href = _address(address, resolve)
    return Markup('<a href="{}">{}</a>').format(href, plain(words)) if href is not None else escape(plain(words))


def is_web(text: str) -> bool:
    """Whether a text is an address of the web and nothing else."""
    return _WEB.fullmatch(text) is not None


def plain(text: str) -> str:
    """A text of the data without its markup, for titles, attributes and the terminal."""
    if _MARKUP.search(text) is None:
        return text
    return "".join(token.content for token in tokens(text))


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """A text of the data as markdown-it-py's inline tokens: text, code, and the two ends of emphasis and links."""
    inline = _PARSER.parseInline(text)
    found = tuple(inline[0].children or ()) if inline else ()
    if any(token.content for token in found):
        return found
    # Marks around nothing, such as ``[](x)``, would leave a link or a title without words.
    return (Token("text", "", 0, content=text),)


def _html(tokens: tuple[Token, ...], resolve: Resolve | None) -> list[str]:
    parts: list[str] = []
    linked: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            href = _address(str(token.attrGet("href")), resolve)
            linked.append(href is not None)
            parts.append(f'<a href="{escape(href)}">' if href is not None else "")
        elif token.type == "link_close":
            parts.append("</a>" if linked.pop() else "")
        elif token.type == "code_inline":
            parts.append(f"<code>{escape(token.content)}</code>")
        else:
            parts.append(_TAGS.get(token.type) or str(escape(token.content)))
    return parts


def _address(href: str, resolve: Resolve | None) -> str | None:
    if _WEB.fullmatch(href):
        return href
    return resolve(href) if resolve is not None else None
