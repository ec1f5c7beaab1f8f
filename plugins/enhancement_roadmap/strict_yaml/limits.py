"""Keeps hostile YAML away from the composer, which recurses in C and keeps an object for each value.

LibYAML's parser itself works with a stack of its own, so that its events can be counted at any depth. Counting costs as
much as composing: only a text that might be too deep or too large is counted.
"""

from __future__ import annotations

import re

import yaml

from enhancement_roadmap.sentences import number
from enhancement_roadmap.strict_yaml.lines import lines_of
from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError

MAX_DEPTH = 32
"""Levels of nesting: data that people write have fewer than ten."""
MAX_VALUES = 50_000
"""Values in one file, once its aliases are expanded."""

_STARTS = {yaml.MappingStartEvent, yaml.SequenceStartEvent}
_ENDS = {yaml.MappingEndEvent, yaml.SequenceEndEvent}
_VALUES = _STARTS | {yaml.ScalarEvent, yaml.AliasEvent}
_TWO_INDICATORS = re.compile(rb"[-?:][ \t]+[-?:][ \t]")
_ALIKE = bytes.maketrans(b"?:\t", b"-- ")
_VERSION = re.compile(rb"%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?")
_LINE = re.compile(rb"[^\r\n]+")
_DEEP_INDENTATION = b" " * 64


def refuse_excess(data: bytes) -> None:
    """Look at the structure of a text that might be too deep or too large.

    Without brackets, a level of nesting needs either a column of indentation (two levels at most for one) or one of two
    indicators on a line, so that what passes unseen is less than 200 levels deep.

    Args:
        data: UTF-8 text.

    Raises:
        ProblemError: it is nested more than `MAX_DEPTH` levels deep, or has more than `MAX_VALUES` values.
        yaml.YAMLError: it is no YAML.
    """
    if _may_be_deep(data) or _may_be_large(data):
        _count(data)


def refuse_directives(data: bytes) -> None:
    """Look at the directives above a document, of which LibYAML takes some that YAML calls mistakes.

    Args:
        data: UTF-8 text.

    Raises:
        ProblemError: there is another one than the version of YAML, or it is misspelt.
    """
    if b"%" not in data:
        return
    for found in _LINE.finditer(data):
        line = found[0]
        if line.startswith(b"%") and not _VERSION.fullmatch(line):
            shown = line[:40].decode("utf-8", "replace").rstrip()
            message = f"‘{shown}’ is a directive that no data file has"
            raise ProblemError(
                Problem(
                    "RM211",
                    message,
                    "Delete the line, or put text that starts with % in quotes.",
                    data.count(b"\n", 0, found.start()) + 1,
                    1,
                )
            )
        if line.strip() and not line.startswith((b"#", b"%")):
            return


def _may_be_deep(data: bytes) -> bool:
    return data.count(b"[") + data.count(b"{") > MAX_DEPTH or _DEEP_INDENTATION in data or _has_two_indicators(data)


def _has_two_indicators(data: bytes) -> bool:
    """Whether two indicators stand on a line with nothing but space between them; most texts are told by a fast look."""
    alike = data.translate(_ALIKE)
    return b"- - " in alike or (b"-  " in alike and _TWO_INDICATORS.search(data) is not None)


def _may_be_large(data: bytes) -> bool:
    return len(data) > MAX_VALUES and sum(map(data.count, (b",", b":", b"-", b"?", b"[", b"{"))) > MAX_VALUES // 2


def _count(data: bytes) -> None:
    depth = values = 0
    for event in yaml.parse(data, Loader=yaml.CSafeLoader):
        kind = type(event)
        if kind in _STARTS:
            depth += 1
            if depth > MAX_DEPTH:
                raise ProblemError(
                    _at(event, data, "RM207", f"values are nested more than {MAX_DEPTH} levels deep here", "Eight levels are enough.")
                )
        elif kind in _ENDS:
            depth -= 1
        values += kind in _VALUES
        if values > MAX_VALUES:
            raise ProblemError(
                _at(
                    event,
                    data,
                    "RM210",
                    f"the file has more than {number(MAX_VALUES)} values",
                    "Split the file, or keep the data elsewhere.",
                )
            )


def _at(event: yaml.Event, data: bytes, code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint, *lines_of(data).of(event.start_mark))
