"""Words from the data inside a comment on a code host: shown as typed, and without anybody being called or anything fetched."""

from __future__ import annotations

import re

from enhancement_roadmap.sentences import WORD_JOINER, cut, visible
from enhancement_roadmap.text.document import one_line

_CALLS = re.compile(r"(?<=[@#!&~%$^:])(?=[\w\"'/+-])|(?<=www)(?=\.)|(?<=[Gg][Hh]-)(?=\d)")
"""Where what a code host looks for begins: people and teams, issues and merge requests, labels, milestones, emoji, addresses."""

_COMMIT = re.compile(r"\b[0-9a-fA-F]{7,}\b")
_TOO_SHORT = re.compile(r".{1,6}")
"""What may be the id of a commit, and parts of it that are none."""

_MARKS = re.compile(r"[!\"#$%&'()*+<=>?@\[\\\]^_`{|}~]")
"""Every mark that Markdown or HTML has a use for inside a line."""


def comment_text(text: str, longest: int | None = None) -> str:
    """A text for Markdown or HTML in a comment on a code host.

    Character references alone do not help there: hosts look for ``@team``, ``#12`` or ``https://`` in what they have
    rendered. An invisible word joiner keeps the sign and the name apart. Characters that nobody sees, or that turn the
    direction of writing, are written out.

    Args:
        text: as typed.
        longest: characters after which it is cut; None for the whole text.

    Returns:
        One line without any mark that Markdown or HTML could take for its own inside a line; it must not start one.
    """
    line = one_line(text)
    shown = visible(line if longest is None else cut(line, longest))
    apart = _COMMIT.sub(lambda found: WORD_JOINER.join(_TOO_SHORT.findall(found[0])), _CALLS.sub(WORD_JOINER, shown))
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", apart)
