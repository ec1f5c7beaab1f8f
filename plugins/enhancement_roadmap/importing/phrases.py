"""What a line or a heading is made of: a sign, a number, a key, a status, a label and its value."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from enhancement_roadmap.importing.vocabulary import Words

_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_STRUCK = re.compile(r"~~(.+)~~")
_NUMBER = re.compile(r"(?:(?:enhancement|item|feature|task|initiative)\s+)?#?(\d{1,6})(?:[.):]|\s+[-–—])\s+(\S.*)", re.IGNORECASE)
_HASH_NUMBER = re.compile(r"#(\d{1,6})\s+(\S.*)")
_KEY = re.compile(r"\[?([A-Z][A-Z0-9]{1,9}-\d{1,6})\]?\s*[:.)–—-]?\s+(\S.*)")
_STATUS_AT_END = re.compile(r"(.*\S)\s*(?:[(\[]([^()\[\]]+)[)\]]|\s[-–—]\s*([^-–—]+))")
_LABELLED = (
    re.compile(r"(\*\*|__)(?P<label>[^*_:：]{1,60}?)\s*\1\s*[:：]\s*(?P<value>.*)"),
    re.compile(r"(\*\*|__)(?P<label>[^*_:：]{1,60}?)\s*[:：]\s*\1\s*(?P<value>.*)"),
    re.compile(r"(\*\*|__)(?P<label>[^*_:：]{1,60}?)\s*[:：]\s*(?P<value>[^*_]+)\1\s*"),
    re.compile(r"(?P<label>[^:：*_`|\[\]()<>]{1,40}?)\s*(?:[:：](?!//)(?=\s|$)|：)\s*(?P<value>.*)"),
)

_DEFINITION = re.compile(r"^([^\n:：]{1,60})\n:[ \t]+(\S.*)$", re.MULTILINE)


class Labelled(NamedTuple):
    """A label and what is said under it; both as typed."""

    label: str
    value: str
    is_bold: bool


class TitleParts(NamedTuple):
    """The parts of a title.

    Attributes:
        title: what is left.
        number: what it is called by.
        key: another name, such as ``AUTH-12``.
        status: the status that a sign or words at its end name.
        signs: what was taken out.
    """

    title: str
    number: int | None
    key: str | None
    status: str | None
    signs: str


def labelled(line: str) -> Labelled | None:
    """The label and the value of a line in one of the ways that people write them; None where it is no such line."""
    words = line.strip().removeprefix("- ").removeprefix("* ").strip()
    for form in _LABELLED:
        if found := form.fullmatch(words):
            return Labelled(found["label"].strip(), found["value"].strip().removesuffix("\\").rstrip(), form is not _LABELLED[-1])
    return None


def with_definitions(source: str, known: Words) -> str:
    """A paragraph in which the definitions of a list, ``Trigger`` and below it ``: when``, stand behind their labels.

    Each line stays on its line; a label that nobody knows is left as it is.
    """
    return _DEFINITION.sub(lambda found: f"{found[1].strip()}: {found[2]}\n" if known.meaning("fact", found[1]) else found[0], source)


def without_bold(words: str) -> str:
    """Words without the marks that make all or some of them bold."""
    return _BOLD.sub(r"\2", words).strip()


def with_sign(words: str) -> tuple[str, str]:
    """The emoji that words begin with, empty where there is none, and the rest."""
    end = 0
    while end < len(words) and (_is_sign(words[end]) or (end and words[end] in "\ufe0f\u200d\u20e3 ")):
        end += 1
    return words[:end].strip(), words[end:].lstrip()


def heading_parts(words: str, known: Words) -> TitleParts:
    """Take the title of an enhancement apart."""
    rest, status, signs = without_bold(words), None, []
    if struck := _STRUCK.fullmatch(rest):
        rest, status = struck[1], "cancelled"
        signs.append("~~")
    sign, after = with_sign(rest)
    if sign and after:
        rest = after
        signs.append(sign)
        status = status or known.status_sign(sign)
    number, key = None, None
    if found := _NUMBER.fullmatch(rest) or _HASH_NUMBER.fullmatch(rest):
        number, rest = int(found[1]) or None, found[2]
    elif found := _KEY.fullmatch(rest):
        key, rest = found[1], found[2]
    rest = without_bold(rest)
    rest, at_end = _status_at_end(rest, known)
    if at_end:
        signs.append(at_end)
        status = status or known.meaning("status", at_end) or known.status_sign(at_end)
    return TitleParts(rest, number, key, status, " ".join(signs))


def _status_at_end(words: str, known: Words) -> tuple[str, str]:
    """A title without the status at its end, and that status as typed; empty where there is none."""
    kept = words.rstrip()
    cut = len(kept)
    while cut and (_is_sign(kept[cut - 1]) or kept[cut - 1] in "\ufe0f\u200d "):
        cut -= 1
    if 0 < cut < len(kept) and known.status_sign(kept[cut:].strip()):
        return kept[:cut].rstrip(), kept[cut:].strip()
    found = _STATUS_AT_END.fullmatch(kept)
    said = (found[2] or found[3] or "").strip() if found else ""
    if found and said and (known.meaning("status", said) or known.status_sign(said)):
        return found[1].rstrip(" -–—"), said
    return words, ""


def _is_sign(char: str) -> bool:
    return unicodedata.category(char) in {"So", "Sk"} and char not in "`^°©®"
