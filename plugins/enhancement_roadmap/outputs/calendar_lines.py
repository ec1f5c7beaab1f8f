"""What a calendar is written in (RFC 5545): lines of at most 75 octets, each a property and its value.

There is a library for it, whose import takes a twentieth of the build of a small site, and as much of its memory; most sites
have a calendar, and of the standard it needs texts, days and one rule. The tests read with the library what is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

_MOST = 74
"""Octets of a line before its end: the standard allows one more, and some programs count the space that a further line begins with."""
_END = "\r\n"


def component(name: str, properties: Mapping[str, str], inside: Iterable[str] = ()) -> str:
    """A calendar, an event, with all that is in it.

    Args:
        name: what it is, such as ``VEVENT``.
        properties: value of each property by its name, with its parameters, as they are written (`text`, `day`).
        inside: other components.
    """
    lines = (f"{name}:{value}" for name, value in properties.items())
    return "".join([f"BEGIN:{name}{_END}", *(f"{_folded(line)}{_END}" for line in lines), *inside, f"END:{name}{_END}"])


def text(value: str) -> str:
    """A text as it is written, in which no character means anything."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        value = value.replace(mark, written)
    return value


def day(value: date) -> str:
    """A day as it is written."""
    return f"{value.year:04}{value.month:02}{value.day:02}"


def _folded(line: str) -> str:
    """A line over several where it is too long, each further one after a space; no character and no escape is cut in two."""
    return line if len(line.encode()) <= _MOST else f"{_END} ".join(_parts(line))


def _parts(line: str) -> Iterator[str]:
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _MOST:
            kept = part[-1:] if part.endswith("\\") else ""
            yield part.removesuffix("\\")
            part, size = kept, len(kept)
        part += character
        size += octets
    yield part
