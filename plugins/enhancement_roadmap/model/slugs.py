"""Ids that nobody has written: made of words, so that people can read them, and always the same for the same words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from hashlib import sha256
from itertools import count

MOST = 60
"""Characters of words in an id."""
_DIGEST = 8
_SPELT = {
    **dict(zip("äöüßæœøåþð", ("ae", "oe", "ue", "ss", "ae", "oe", "oe", "aa", "th", "d"), strict=True)),
    **dict(zip("łđıħĸŋſ", ("l", "d", "i", "h", "k", "n", "s"), strict=True)),
}
"""Letters that people spell out where they have only those from a to z, and others without an accent to take away."""
_TARGET = re.compile(r"\]\([^()\s]*\)")
"""Where a link leads: its words are in front of it."""
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_OTHERS = re.compile(r"[^a-z0-9]+")
_SPACE = re.compile(r"\s+")


def slug_from(words: str, taken: Container[str] = frozenset()) -> str:
    """An id made of words.

    Words in Latin letters stand in it, without accents and without the targets of links. Where a letter or a digit of the
    words is of another script, or there are more words than fit, some digits are added that only these words have.

    Args:
        words: any text.
        taken: ids that are somebody else's.
    """
    return next(slug for slug in _slugs(words) if slug not in taken)


def _slugs(words: str) -> Iterator[str]:
    """Ids that the words may have, the likeliest first: each depends on nothing but them."""
    read = latin(_APOSTROPHE.sub("", _TARGET.sub("]", unicodedata.normalize("NFC", words))))
    slug = _OTHERS.sub("-", read).strip("-")
    short = _cut(slug)
    is_latin = read.isascii() or not any(char.isalnum() and not char.isascii() for char in read)
    is_whole = bool(slug) and short == slug and is_latin
    if is_whole:
        yield slug
    told = f"{short}-{_digest(words)}" if short else f"r-{_digest(words)}"
    yield told
    yield from (f"{told}-{number}" for number in count(2))


def latin(words: str) -> str:
    """Words in small letters, those of Latin script without their accents."""
    if words.isascii():
        return words.lower()
    spelt = "".join(_SPELT.get(char, char) for char in words.lower())
    decomposed = unicodedata.normalize("NFKD", spelt).lower()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _cut(slug: str) -> str:
    """As many whole words as fit."""
    if len(slug) <= MOST:
        return slug
    whole, dash, _ = slug[: MOST + 1].rpartition("-")
    return whole if dash else slug[:MOST]


def _digest(words: str) -> str:
    """Some digits that stand for words, however these are spaced, composed and written large."""
    same = _SPACE.sub(" ", unicodedata.normalize("NFC", words).strip().casefold())
    return sha256(same.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
