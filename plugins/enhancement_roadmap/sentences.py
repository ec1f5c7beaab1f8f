"""The parts that sentences of the product are made of, the same in every message, page and file.

They stand apart from `text`, the door for words of the data, because that brings a Markdown parser, which takes longer to
import than a small roadmap to check. A date is no part: it says itself (`model.PartialDate`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

_EXACT = 1e15
"""Whole numbers up to here are shown digit by digit."""

WORD_JOINER = "\u2060"
"""Nobody sees it, and no line breaks at it: it keeps apart what a renderer must not take for its own."""

_JOINING = (
    "\u0620-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u180d\u1820-\u18af\u1cd0-\u1cff\ua840-\ua8ff\ua9e0-\ua9ff\uaa60-\uaa7f"
    "\uabc0-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
"""Letters of the scripts whose letters join or not by a mark: Arabic and its like, those of India and its neighbours."""

_EMOJI = "\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
    f"|(?<![{_JOINING}])\u200c|(?<![{_JOINING}])(?!(?<=[{_EMOJI}\ufe0f])\u200d[{_EMOJI}])\u200d"
)
"""Named one by one, for what Python calls printable grows with each version, and the same roadmap gives the same bytes."""

_OURS = re.compile(f"(\r?\n|{WORD_JOINER})")
_OURS_WITH_COLOURS = re.compile(f"(\r?\n|{WORD_JOINER}|\x1b\\[[0-9;]*m)")


def cut(text: str, most: int) -> str:
    """A text of at most so many characters; of a longer one the last is "…"."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def and_more(left_out: int) -> str:
    """What follows a list that leaves some out: " and 3 more"; empty where it leaves out none."""
    return f" and {left_out:,} more" if left_out > 0 else ""


def first_few(words: Iterable[str], most: int, total: int | None = None) -> str:
    """The first of some words, and how many more there are: "high, medium and 3 more".

    Args:
        words: any number of them.
        most: how many are named.
        total: how many there are, where `words` does not have them all.
    """
    known = list(words)
    return ", ".join(islice(known, most)) + and_more((len(known) if total is None else total) - most)


def one_or_several(number: int, one: str, several: str) -> str:
    """The word that fits a number: "is" or "are"."""
    return one if number == 1 else several


def plural(number: int | str, noun: str) -> str:
    """A number with its noun: "1 file", "3,000 files".

    Args:
        number: as a number, or as it is written.
        noun: one that takes an s where there are several.
    """
    shown = number if isinstance(number, str) else f"{number:,}"
    return f"{shown} {noun}" if shown == "1" else f"{shown} {noun}s"


def number(value: float) -> str:
    """A number with its thousands set apart: "10,000" or "0.5"."""
    whole = float(value).is_integer() and abs(value) < _EXACT
    return f"{value:,.0f}" if whole else f"{value:,}"


def visible(text: str) -> str:
    """A text on one line in which control characters, and others that nobody sees, are written out.

    So that data can neither steer a terminal nor add lines to a log. In a message this goes for odd spaces too: they are
    what may be wrong with a name. `readable` is for prose.
    """
    return "".join(map(_shown, text))


def readable(text: str) -> str:
    """A text on one line in which only what people who read it could be misled by is written out; a tab becomes a space.

    These are control characters, halves of characters, marks without a width and marks that turn the direction of writing.
    Spaces of any width stay, as do two marks that some writing systems need: a joiner or non-joiner after a letter of such a
    script (Persian, Hindi…), and a joiner between two emoji. Elsewhere, as in ``ad<U+200D>min``, they only deceive.
    """
    return _UNSEEN.sub(lambda found: _written_out(found[0]), text.replace("\t", " "))


def readable_text(text: str, *, styled: bool = False) -> str:
    """A whole text, made of parts that were cleaned one by one, as it may reach a terminal: only what is ours has an effect.

    That is the ends of its lines, and word joiners.

    Args:
        text: any number of lines.
        styled: whether its colours are ours too.
    """
    parts = (_OURS_WITH_COLOURS if styled else _OURS).split(text)
    return "".join(part if index % 2 else readable(part) for index, part in enumerate(parts))


def in_words(name: str) -> str:
    """The name of a file as words: bytes in it that are no UTF-8, which no page can hold, are written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def printable_json(value: Any, indent: int | None = 2) -> str:
    """A value as JSON in which what `visible` writes out are escapes of JSON's own; only its lines end as lines do.

    Args:
        value: plain data.
        indent: columns that what is inside stands further in; None for all on one line, which takes a tenth of the time.
    """
    lines = json.dumps(value, ensure_ascii=False, indent=indent).split("\n")
    return "\n".join(line if line.isprintable() else "".join(map(_escaped, line)) for line in lines)


def _escaped(char: str) -> str:
    return char if char.isprintable() else json.dumps(char)[1:-1]


def _shown(char: str) -> str:
    return char if char.isprintable() else _written_out(char)


def _written_out(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
