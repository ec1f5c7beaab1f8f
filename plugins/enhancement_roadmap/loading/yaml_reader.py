"""One YAML document as plain values, with the rules that people expect.

Every scalar stays the text that was typed: the model decides what a number, a date or a "yes" is. So ``no``, ``010``,
``22:22`` and ``1.10`` mean what they look like. Only an unquoted ``null``, ``~`` or nothing at all is no value.

LibYAML's parser composes the nodes, which is fast but recurses in C: `_too_deep` keeps hostile nesting away from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.cyaml import CParser

MAX_DEPTH = 32
"""Levels of nesting; the deepest place of a roadmap file has eight."""
MAX_VALUES = 50_000
"""Values in one file once its aliases are expanded."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_HINTS_OF_DEPTH = re.compile(rb"-[ \t]+-[ \t]+-[ \t]|\?[ \t]+\?[ \t]| {64}")


class _Composer(CParser):  # type: ignore[misc]  # PyYAML's stubs leave the C parser untyped
    """Composes nodes without resolving what a plain scalar might be."""

    def resolve(self, kind: type, value: Any, implicit: Any) -> str:
        return ""

    def descend_resolver(self, parent: Any, index: Any) -> None:
        """Nothing to resolve."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve."""


class IrregularError(Exception):
    """The document is YAML, but needs a closer look (`irregularities`)."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A mistake in the YAML itself.

    Attributes:
        code: finding code.
        message: what is wrong.
        hint: what would be right.
        line: counted from 1.
        column: counted from 1.
    """

    code: str
    message: str
    hint: str
    line: int
    column: int


class TroubleError(Exception):
    """The text can not be read as one YAML document."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


def compose(data: bytes) -> yaml.Node | None:
    """Read one YAML document.

    Args:
        data: UTF-8 text.

    Returns:
        Its root node; None where the document is empty.

    Raises:
        TroubleError: it is not one YAML document, or is nested too deeply.
    """
    try:
        if _may_be_deep(data):
            _refuse_depth(data)
        return _Composer(data).get_single_node()
    except yaml.MarkedYAMLError as error:
        raise TroubleError(_explain(error, data)) from error
    except yaml.reader.ReaderError as error:
        line, column = _line_column(data, error.position)
        message = f"a character that YAML does not allow: U+{_ord(error.character):04X}"
        raise TroubleError(Trouble("RM201", message, "Delete it, or write it as an escape inside double quotes.", line, column)) from error


def plain(node: yaml.Node | None) -> Any:
    """The values of a node: dict, list, str and None.

    Raises:
        IrregularError: a duplicate key, a key that is no text, a tag, an alias.
    """
    kind = type(node)
    if kind is yaml.ScalarNode:
        if node.tag:
            raise IrregularError
        value = node.value
        return None if value in _NULLS and not node.style else value
    if node is None:
        return None
    if node.tag:
        raise IrregularError
    if kind is yaml.MappingNode:
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value
            if type(key) is not yaml.ScalarNode or key.tag or name in mapping:
                raise IrregularError
            mapping[name] = plain(value)
        return mapping
    return [plain(item) for item in node.value]


def _may_be_deep(data: bytes) -> bool:
    return data.count(b"[") + data.count(b"{") > MAX_DEPTH or _HINTS_OF_DEPTH.search(data) is not None


def _refuse_depth(data: bytes) -> None:
    parser = _Composer(data)
    depth = 0
    while (event := parser.get_event()) is not None:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                mark = event.start_mark
                message = f"is nested more than {MAX_DEPTH} levels deep"
                raise TroubleError(Trouble("RM207", message, "A roadmap file needs eight levels at most.", mark.line + 1, mark.column + 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.StreamEndEvent):
            return


def _explain(error: yaml.MarkedYAMLError, data: bytes) -> Trouble:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = error.problem or "is not YAML"
    if "single document" in (error.context or ""):
        return Trouble(
            "RM203", "a second document starts here", "Keep one document a file: remove the line ‘---’ or split the file.", line, column
        )
    text = _line(data, line)
    if ("cannot start any token" in problem and text[column - 1 : column] == "\t") or text[: len(text) - len(text.lstrip())].count("\t"):
        return Trouble(
            "RM202",
            "a tab is used for indentation",
            "Use two spaces for each level.",
            line,
            text.index("\t") + 1 if "\t" in text else column,
        )
    if "undefined alias" in problem:
        return Trouble("RM206", f"{problem}", "Define it with & before it is used, or quote text that starts with *.", line, column)
    where = f" (in what starts on line {error.context_mark.line + 1})" if error.context_mark and error.context_mark.line + 1 != line else ""
    return Trouble("RM201", f"{problem}{where}", _syntax_hint(problem, text), line, column)


def _syntax_hint(problem: str, text: str) -> str:
    if "mapping values are not allowed" in problem:
        return "Put text that contains ‘: ’ in quotes, and check the indentation."
    if "cannot start any token" in problem:
        return "Put text that starts with @, ` or % in quotes."
    if "expected <block end>" in problem or "did not find expected key" in problem or "block end" in problem:
        return "Check the indentation of this line and of those above it, and quote text that contains quotes."
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return "Close the quotes."
    return "Check the line above too: quotes, brackets and indentation." if text else ""


def _line(data: bytes, line: int) -> str:
    lines = data.decode("utf-8", "replace").splitlines()
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _line_column(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset].decode("utf-8", "replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _ord(character: Any) -> int:
    return character if isinstance(character, int) else ord(character)
