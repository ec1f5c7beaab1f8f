"""Numbers that stay whole: what belongs to one never goes to the next line without it."""

from __future__ import annotations

import re

_NO_BREAK, _JOINER = "\N{NO-BREAK SPACE}", "\N{WORD JOINER}"
_DASH = re.compile(r"[−–](?:(?<=−)(?=[^\s\d<])|(?<=\d–)(?=[^\s<]))")
_PERCENT = re.compile(r" %(?<=\d %)")
"""Where a line might end: between a minus and its currency, within a range, before a percent sign. Both begin with what they look
for, so that it is searched for, and not each place of a page tried."""
_GAP = re.compile(r"[ \n\t<>]")
_LONGEST = 22
"""Characters of a range that has room on a line, in a narrow column too."""
_VERBATIM = ("<code", "<pre", "<textarea")


def whole_numbers(html: str) -> str:
    """Keep each number of finished HTML on one line; tags, and what is shown as it was typed, stay as they are.

    Args:
        html: a fragment.
    """
    joined = html
    if "–" in html or "−" in html:
        joined = _DASH.sub(lambda found: f"{found.group()}{_joint(html, found.end())}", html)
    if " %" in joined:
        return _PERCENT.sub(lambda found: f"{_NO_BREAK}%" if _is_shown(joined, found.start()) else found.group(), joined)
    return joined


def _joint(html: str, at: int) -> str:
    return _JOINER if _is_shown(html, at) and len(_run_around(html, at)) <= _LONGEST else ""


def _is_shown(html: str, at: int) -> bool:
    """Whether a place is in words that are shown, and not as they were typed."""
    tag, its_end = html.rfind("<", 0, at), html.rfind(">", 0, at)
    return tag <= its_end and not html.startswith(_VERBATIM, max(tag, 0))


def _run_around(html: str, at: int) -> str:
    """What has no space, from the one before a place to the one behind it; no more than tells whether it is long."""
    before, after = html[max(at - _LONGEST, 0) : at], html[at : at + _LONGEST]
    return _GAP.split(before)[-1] + _GAP.split(after)[0]
