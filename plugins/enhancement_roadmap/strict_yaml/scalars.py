"""The texts of a YAML file with where each of them stands, however it is quoted, folded or spread over lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from enhancement_roadmap.findings import Place
from enhancement_roadmap.strict_yaml.lines import Lines, lines_of
from enhancement_roadmap.strict_yaml.problem import ProblemError
from enhancement_roadmap.strict_yaml.reader import compose


class Scalar(NamedTuple):
    """A text in a file.

    Attributes:
        value: as it is read.
        written: as it stands there, with quotes, indentation and the ends of its lines.
        line: line of its first character, counted from 1.
        column: column of its first character, counted from 1.
    """

    value: str
    written: str
    line: int
    column: int

    def place(self, file: str, offset: int = 0) -> Place:
        """Where a character of `written` is.

        Args:
            file: how messages name the file.
            offset: of the character, from the first one on.
        """
        before = self.written[:offset]
        _, ended, last = before.rpartition("\n")
        return Place(file, self.line + before.count("\n"), len(last) + 1 if ended else self.column + offset)


def scalars(data: bytes) -> Iterator[Scalar]:
    """Every text of a file, keys included, in their order; none of a file that is no YAML."""
    try:
        root = compose(data)
    except ProblemError:
        return
    lines = lines_of(data)
    for node in _scalar_nodes(root):
        yield scalar_at(node, lines)


def scalar_at(node: yaml.ScalarNode, lines: Lines) -> Scalar:
    """A text with where it stands, in the lines of its file."""
    (line, column), (last, end) = lines.of(node.start_mark), lines.of(node.end_mark)
    if line == last:
        return Scalar(node.value, lines.texts[line - 1][column - 1 : end - 1], line, column)
    first, *between = lines.texts[line - 1 : last - 1]
    ending = lines.texts[last - 1][: end - 1] if last <= len(lines.texts) else ""
    return Scalar(node.value, "\n".join([first[column - 1 :], *between, ending]), line, column)


def _scalar_nodes(root: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Nodes of texts; one that several aliases name once."""
    seen: set[int] = set()
    pending = [root] if root is not None else []
    while pending:
        node = pending.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            pending += [part for pair in reversed(node.value) for part in reversed(pair)]
        elif isinstance(node, yaml.SequenceNode):
            pending += reversed(node.value)
