"""Edits of a YAML text at the places of its nodes; what they do not touch stays as it is, byte for byte.

Places are counted in characters of the text, as the marks of nodes are. A place may be wrong where the text uses aliases
(``&`` and ``*``), whose nodes stand elsewhere: whoever edits reads the result again (`MetricsText.changed`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import yaml

from enhancement_roadmap.records import dataclass

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """A piece of the text and what takes its place; an insertion where `start` equals `end`."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after edits that do not overlap; those at the same place in their order."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        pieces += (text[done : edit.start], edit.text)
        done = max(done, edit.end)
    return "".join([*pieces, text[done:]])


def pair_at(mapping: yaml.MappingNode, key: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Key and value of an entry of a mapping; None where it has none of that name."""
    return next((pair for pair in mapping.value if pair[0].value == key), None)


def append_entries(text: str, listed: yaml.SequenceNode, entries: Sequence[str]) -> list[TextEdit]:
    """Add entries at the end of a list that has some, in its own style.

    Args:
        text: the whole text.
        listed: the list.
        entries: each on one line, as it would stand in brackets.
    """
    if listed.flow_style:
        last = listed.value[-1]
        return _append_in_brackets(text, listed, last.start_mark, content_end(last), entries)
    indentation = " " * dash_column(text, listed)
    return [lines_after(text, content_end(listed), [f"{indentation}- {entry}" for entry in entries])]


def add_pair(text: str, mapping: yaml.MappingNode, pair: str, *more: str) -> list[TextEdit]:
    """Add a key with its value at the end of a mapping, in its own style.

    Args:
        text: the whole text.
        mapping: a mapping that has entries.
        pair: ``key: value``; for a mapping in braces the value as it would stand there.
        more: further lines of the value in a mapping without braces, indented from its keys.
    """
    key, value = mapping.value[-1]
    if mapping.flow_style:
        return _append_in_brackets(text, mapping, key.start_mark, max(content_end(key), content_end(value)), [pair])
    indentation = " " * mapping.value[0][0].start_mark.column
    return [lines_after(text, content_end(mapping), [f"{indentation}{line}" if line else "" for line in (pair, *more)])]


def set_value(text: str, value: yaml.Node, written: str) -> TextEdit:
    """Put a value in the place of a scalar, or where there is none yet."""
    start, end = value.start_mark.index, value.end_mark.index
    gap = " " if start == end and text[start - 1 : start] == ":" else ""
    return TextEdit(start, end, gap + written)


def lines_after(text: str, place: int, lines: Iterable[str]) -> TextEdit:
    """Insert lines below the one that a place is on, with the line end that is used there.

    A text without a line end at its end keeps having none. The place after a block of text (``|`` or ``>``) is the start of
    the line below it.
    """
    line_break = line_break_at(text, place)
    if text[place - 1 : place] in {"\n", "\r"}:
        return TextEdit(place, place, "".join(f"{line}{line_break}" for line in lines))
    end = line_end_at(text, place)
    return TextEdit(end, end, "".join(f"{line_break}{line}" for line in lines))


def content_end(node: yaml.Node) -> int:
    """Where the last value of a node ends; the node's own end mark may be behind comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(map(content_end, last)) if isinstance(node, yaml.MappingNode) else content_end(last)
    return int(node.end_mark.index)


def dash_column(text: str, listed: yaml.SequenceNode) -> int:
    """The column of the dashes of a list, counted from 0; its own mark may be that of an anchor."""
    before = _before(text, listed.value[0].start_mark).rstrip()
    return len(before) - 1 if before.endswith("-") else int(listed.start_mark.column)


def _append_in_brackets(text: str, node: yaml.Node, last: yaml.Mark, last_end: int, entries: Sequence[str]) -> list[TextEdit]:
    """Below the last entry where that has a line of its own, else beside it; with a comma at the end where there was one."""
    close = node.end_mark.index - 1
    comma = _comma(text, last_end, close)
    place, gap = (last_end if comma is None else comma + 1), " "
    indentation = _before(text, last)
    if not indentation.strip():
        end, gap = line_end_at(text, place), line_break_at(text, place) + indentation
        place = end if end < close else place
    if comma is None:
        return [TextEdit(last_end, last_end, ","), TextEdit(place, place, ",".join(gap + entry for entry in entries))]
    return [TextEdit(place, place, "".join(f"{gap}{entry}," for entry in entries))]


def _comma(text: str, place: int, close: int) -> int | None:
    """Where the comma stands between an entry and the closing bracket; comments may stand there too."""
    while place < close:
        if text[place] == "#":
            place = line_end_at(text, place)
        elif text[place] == ",":
            return place
        else:
            place += 1
    return None


def _before(text: str, mark: yaml.Mark) -> str:
    """What stands before a place on its line."""
    return text[mark.index - mark.column : mark.index]


def line_end_at(text: str, place: int) -> int:
    """Where the line of a place ends."""
    found = _BREAK.search(text, place)
    return found.start() if found else len(text)


def line_break_at(text: str, place: int) -> str:
    """What ends the line of a place; for the last one, what ends the line before it."""
    found = _BREAK.search(text, place)
    if found:
        return found[0]
    end = max(text.rfind("\n"), text.rfind("\r"))
    return "\r\n" if text[end - 1 : end + 1] == "\r\n" else text[end] if end >= 0 else "\n"
