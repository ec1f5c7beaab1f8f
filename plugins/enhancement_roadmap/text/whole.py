"""Numbers that stay whole: what belongs to one never goes to the next line without it."""

from __future__ import annotations

import re

_NO_BREAK, _JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
_SPLIT = re.compile(r"(?<=\d) (?=%)|(?<=−)(?=[^\s\d<])|(?<=\d–)(?=[^\s<])")
"""Where a line might end: before a percent sign, between a minus and its currency, within a range."""
_GAP = re.compile(r"[ \n\t<>]")
_LONGEST = 22
"""Characters of a range that has room on a line, in a narrow column too."""
_VERBATIM = ("<code", "<pre", "<textarea")


def whole_numbers(html: str) -> str:
    """Keep each number of finished HTML on one line; tags, and what is shown as it was typed, stay as they are.

    Args:
        html: a fragment.
    """
    return _SPLIT.sub(lambda found: _joined(found, html), html)


def _joined(found: re.Match[str], html: str) -> str:
    at = found.start()
    tag, its_end = html.rfind("<", 0, at), html.rfind(">", 0, at)
    if tag > its_end or html.startswith(_VERBATIM, max(tag, 0)):
        return found.group()
    if found.group():
        return _NO_BREAK
    return _JOINER if len(_run_around(html, at)) <= _LONGEST else ""


def _run_around(html: str, at: int) -> str:
    """What has no space, from the one before a place to the one behind it; no more than tells whether it is long."""
    before, after = html[max(at - _LONGEST, 0) : at], html[at : at + _LONGEST]
    return _GAP.split(before)[-1] + _GAP.split(after)[0]
