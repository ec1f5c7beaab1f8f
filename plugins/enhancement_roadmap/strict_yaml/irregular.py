"""A closer look at YAML that is well formed but not what a data file may say."""

from __future__ import annotations

from typing import Any

import yaml

from enhancement_roadmap.strict_yaml.limits import MAX_VALUES
from enhancement_roadmap.strict_yaml.lines import Lines, lines_of
from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError, once
from enhancement_roadmap.strict_yaml.reader import scalar

_MAX_DEPTH = 200
"""Levels of nesting that only aliases can reach: `limits` refuses the others."""


def values_and_irregularities(root: yaml.Node, data: bytes) -> tuple[Any, list[Problem]]:
    """Read the values as well as they can be read, and say what was wrong.

    Args:
        root: a document that has aliases, or that `plain` refused.
        data: its text.

    Returns:
        The values (of a duplicate key, the first), and every irregularity.

    Raises:
        ProblemError: once aliases are expanded there are too many values, or a value contains itself.
    """
    reader = _Reader(lines_of(data))
    return reader.read(root, 0), once(reader.problems)


class _Reader:
    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self.problems: list[Problem] = []
        self._values = 0
        self._around: set[int] = set()

    def read(self, node: yaml.Node, depth: int) -> Any:
        self._bound(node, depth)
        if node.tag:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")[:60]
            self._note("RM208", node, f"the tag ‘{tag}’ is not allowed", "Remove it, or put text that starts with ! in quotes.")
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        self._around.add(id(node))
        if isinstance(node, yaml.MappingNode):
            values: Any = self._mapping(node, depth)
        else:
            values = [self.read(item, depth + 1) for item in node.value]
        self._around.discard(id(node))
        return values

    def _bound(self, node: yaml.Node, depth: int) -> None:
        self._values += 1
        if id(node) in self._around:
            raise ProblemError(self._problem("RM205", node, "this value contains itself", "Write the values out instead of using & and *."))
        if self._values > MAX_VALUES or depth > _MAX_DEPTH:
            message = f"the file grows beyond {MAX_VALUES:,} values once its aliases are expanded"
            raise ProblemError(self._problem("RM205", node, message, "Write the values out instead of using & and *."))

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                braces = node.flow_style and len(node.value) == 1
                self._note("RM209", node if braces else key, "a key must be text", "Put text that starts with [ or { in quotes.")
                continue
            name = key.value
            if name == "<<" and not key.style:
                self._note("RM206", key, "merge keys (‘<<’) are not read", "Write the keys out.")
                mapping = {**_merged(self.read(value, depth + 1)), **mapping}
            elif name in lines:
                self._note("RM204", key, f"the key ‘{name[:60]}’ is there already, on line {lines[name]}", "Keep one of the two.")
            else:
                lines[name] = self._lines.of(key.start_mark)[0]
                mapping[name] = self.read(value, depth + 1)
        return mapping

    def _note(self, code: str, node: yaml.Node, message: str, hint: str) -> None:
        self.problems.append(self._problem(code, node, message, hint))

    def _problem(self, code: str, node: yaml.Node, message: str, hint: str) -> Problem:
        return Problem(code, message, hint, *self._lines.of(node.start_mark))


def _merged(values: Any) -> dict[str, Any]:
    """What a merge key would have brought, so that nothing else seems to be missing."""
    parts = values if isinstance(values, list) else [values]
    return {key: value for part in reversed(parts) if isinstance(part, dict) for key, value in part.items()}
