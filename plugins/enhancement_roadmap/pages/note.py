"""The note on each page of a preview, that it is one."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_HEADING = re.compile(r"^# .*$", re.MULTILINE)
_NOTE = "```roadmap\nview: preview\n```"


def with_note(markdown: str) -> str:
    """A page with the note under its heading, whatever template it comes from; without a heading, at its start.

    Args:
        markdown: source of the page.
    """
    front = _FRONT_MATTER.match(markdown)
    start = front.end() if front else 0
    heading = _HEADING.search(markdown, start)
    place = heading.end() if heading else start
    return f"{markdown[:place]}\n\n{_NOTE}\n{markdown[place:]}"
