"""What LibYAML says about broken YAML, in words that tell a writer what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml.lines import Lines, lines_of
from enhancement_roadmap.strict_yaml.loose import BYTE_ORDER_MARK, MARK_INSIDE
from enhancement_roadmap.strict_yaml.problem import Problem, first_lines


@dataclass(frozen=True, slots=True)
class _Saying:
    """One of LibYAML's messages.

    Attributes:
        problem: part of what it says is wrong.
        context: part of what it says it was doing; empty for any.
        message: the same for people; ``{start}`` is the line on which the thing started.
        hint: what to do.
        at_start: whether the mistake is where the thing started, not where the parser gave up.
    """

    problem: str
    context: str
    message: str
    hint: str
    at_start: bool = False


_SAYINGS = (
    _Saying("unexpected end of stream", "quoted scalar", "the quotes opened here are never closed", "Close the quotes.", at_start=True),
    _Saying("unexpected document indicator", "quoted", "the quotes opened here are never closed", "Close the quotes.", at_start=True),
    _Saying(
        "unknown escape", "", "a backslash inside double quotes starts no known escape", r"Write \\ for a backslash, or use single quotes."
    ),
    _Saying(
        "expected hexdecimal",
        "",
        "a backslash inside double quotes starts no known escape",
        r"Write \\ for a backslash, or use single quotes.",
    ),
    _Saying(
        "expected ',' or ']'",
        "",
        "the list opened with [ on line {start} is not closed before this",
        "Close it with ], and quote entries that contain commas, colons or brackets.",
    ),
    _Saying(
        "expected ',' or '}'",
        "",
        "the mapping opened with {{ on line {start} is not closed before this",
        "Close it with }}, and quote values that contain commas, colons or brackets.",
    ),
    _Saying(
        "mapping values are not allowed",
        "",
        "a colon is not expected here",
        "Put text that contains ‘: ’ in quotes, and check the indentation.",
    ),
    _Saying(
        "could not find expected ':'",
        "",
        "this line is neither ‘key: value’ nor a part of the value above it",
        "Add the colon and a space, or indent the line.",
        at_start=True,
    ),
    _Saying("cannot start any token", "", "a value can not start with ‘{char}’", "Put the text in quotes."),
    _Saying("expected alphabetic or numeric", "", "a value can not start with ‘{char}’", "Put the text in quotes.", at_start=True),
    _Saying(
        "invalid Unicode",
        "",
        "an escape inside double quotes that is no character",
        r"Write the character itself, or one escape with eight digits: \U0001F600.",
    ),
    _Saying("second occurrence", "", "this anchor is there already, on line {start}", "Give each & a name of its own."),
    _Saying("duplicate %YAML", "", "the version of YAML is said twice", "Delete this line."),
    _Saying("", "directive", "a line can not start with ‘%’", "Indent it, or put text that starts with % in quotes.", at_start=True),
    _Saying("equal to 0", "", "a text can not be indented by 0", "Delete the 0 behind | or >."),
    _Saying("", "a tag", "a tag that is none", "Remove it, or put text that starts with ! in quotes.", at_start=True),
    _Saying("undefined tag handle", "", "a tag that is none", "Remove it, or put text that starts with ! in quotes."),
    _Saying("undefined alias", "", "there is no anchor for this alias", "Put text that starts with * in quotes.", at_start=True),
    _Saying(
        "expected comment or line break",
        "block scalar",
        "text follows | or > on the same line",
        "Start the text on the next line, or put it in quotes.",
    ),
    _Saying(
        "sequence entries are not allowed",
        "",
        "a list can not start here",
        "Start the list on the line below its key, or put text that starts with ‘- ’ in quotes.",
    ),
    _Saying("mapping keys are not allowed", "", "a key can not stand here", "Put text that starts with ‘? ’ in quotes."),
    _Saying(
        "expected key",
        "block mapping",
        "the line does not fit the keys above it, which start on line {start}",
        "Give it the same indentation, and check the quotes on the line above.",
    ),
    _Saying(
        "expected '-' indicator",
        "",
        "the line does not fit the list above it, which starts on line {start}",
        "Start each entry with ‘- ’ at the same indentation.",
    ),
    _Saying(
        "expected <document start>", "", "the line belongs to nothing above it", "Check the indentation of this line and of those above it."
    ),
    _Saying(
        "expected node content",
        "",
        "a value is missing here",
        "Write the value, or put text that starts with a special character in quotes.",
    ),
)

_MANY_DOCUMENTS = "Keep one document in a file: remove the line ‘---’, or split the file."
_TABS = "Use two spaces for each level."
_CLOSED_IN_COMMENT = re.compile(r"(?<=[ \t])#[^\s#].*[\]}]")
_INDENTED_BY_TAB = re.compile(r" *(\t)\s*[^\s#]")
_BLOCK_SCALAR = re.compile(r"( *).*(?:^|[\s:])[|>][-+0-9]*\s*(?:#.*)?$")


def explain(error: yaml.MarkedYAMLError, data: bytes) -> list[Problem]:
    """Say what is wrong with broken YAML.

    Args:
        error: what LibYAML says.
        data: UTF-8 text.

    Returns:
        One mistake; or every line that is indented with a tab, where LibYAML stopped at one.
    """
    said, context = error.problem or "", error.context or ""
    if "single document" in context:
        return [Problem("RM203", "a second document starts here", _MANY_DOCUMENTS, *lines_of(data).of(error.problem_mark))]
    lines = lines_of(data)
    line, _ = lines.of(error.problem_mark)
    if line <= len(lines.texts) and lines.texts[line - 1].startswith(BYTE_ORDER_MARK):
        return [Problem("RM201", *MARK_INSIDE, line, 1)]
    if tabs := _tabs_around(lines, error):
        return tabs
    if problem := _comment_in_brackets(error, lines) or _by_place(error, lines):
        return [problem]
    for saying in _SAYINGS:
        if saying.problem in said and saying.context in context:
            mark = (error.context_mark if saying.at_start else None) or error.problem_mark or error.context_mark
            return [_said(saying, mark, error, lines)]
    return [Problem("RM201", said or "is not YAML", "Check this line and the one above it.", *_inside(error.problem_mark, lines))]


def explain_character(error: yaml.reader.ReaderError, data: bytes) -> list[Problem]:
    """Say where a character stands that YAML does not allow at all."""
    before = data[: error.position].decode("utf-8", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    number = error.character if isinstance(error.character, int) else ord(error.character)
    hint = "Delete it, or write it as an escape inside double quotes."
    return [Problem("RM201", f"a character that YAML does not allow: U+{number:04X}", hint, line, column)]


def _comment_in_brackets(error: yaml.MarkedYAMLError, lines: Lines) -> Problem | None:
    """A ``#`` in text that takes what closes the brackets for a part of a comment."""
    if error.context_mark is None or "flow" not in (error.context or ""):
        return None
    line, column = lines.of(error.context_mark)
    found = _CLOSED_IN_COMMENT.search(lines.texts[line - 1], column) if line <= len(lines.texts) else None
    if found is None:
        return None
    message = "the # begins a comment, so that the brackets in front of it are not closed"
    return Problem("RM201", message, "Put text that contains ‘ #’ in quotes.", line, found.start() + 1)


def _by_place(error: yaml.MarkedYAMLError, lines: Lines) -> Problem | None:
    """What only the place tells: brackets still open at the end of the file, words behind a value."""
    line, column = lines.of(error.problem_mark)
    context = error.context or ""
    at_end = line > len(lines.texts) or not "".join(lines.texts[line - 1 :])[column - 1 :].strip()
    if at_end and "flow" in context:
        message, hint = "[ or { is still open at the end of the file", "Close it with ] or }."
        return Problem("RM201", message, hint, *_inside(error.problem_mark, lines))
    if "block mapping" in context and not at_end and lines.texts[line - 1][: column - 1].strip():
        hint = "Put the whole text in quotes; inside single quotes, write '' for a quote."
        return Problem("RM201", "this does not belong to the value in front of it", hint, line, column)
    return None


def _said(saying: _Saying, mark: Any, error: yaml.MarkedYAMLError, lines: Lines) -> Problem:
    line, column = _inside(mark, lines)
    start = lines.of(error.context_mark)[0] if error.context_mark else line
    words = {"start": start, "char": lines.texts[line - 1][column - 1 : column]}
    return Problem("RM201", saying.message.format_map(words), saying.hint.format_map(words), line, column)


def _inside(mark: Any, lines: Lines) -> tuple[int, int]:
    """Line and column of a mark; the last line that says something where the mark is behind it."""
    line, column = lines.of(mark)
    last = next((number for number in range(len(lines.texts), 0, -1) if lines.texts[number - 1].strip()), 1)
    return (last, len(lines.texts[last - 1].rstrip()) or 1) if line > last else (line, column)


def _tabs_around(lines: Lines, error: yaml.MarkedYAMLError) -> list[Problem]:
    """Every line that is indented with a tab, if one of them is the mistake."""
    line, column = lines.of(error.problem_mark)
    stopped_at_tab = "tab character" in (error.problem or "") or lines.character(error.problem_mark) == "\t"
    if not stopped_at_tab and all(number != line for number, _ in _tabs(lines.texts)):
        return []
    return first_lines(_tab(*place) for place in _tabs(lines.texts)) or [_tab(line, column)]


def _tab(line: int, column: int) -> Problem:
    return Problem("RM202", "a tab is used for indentation", _TABS, line, column)


def _tabs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Places of tabs in indentation; the text under | or > may have its own."""
    text_deeper_than: int | None = None
    for number, line in enumerate(lines, start=1):
        indentation = len(line) - len(line.lstrip(" "))
        if text_deeper_than is not None and (indentation > text_deeper_than or not line.strip()):
            continue
        text_deeper_than = indentation if _BLOCK_SCALAR.match(line) else None
        if found := _INDENTED_BY_TAB.match(line):
            yield number, found.start(1) + 1
