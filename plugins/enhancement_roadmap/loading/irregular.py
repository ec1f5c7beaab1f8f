"""A closer look at YAML that is well formed but not what a data file may say."""

from __future__ import annotations

from typing import Any

import yaml

from enhancement_roadmap.loading.yaml_reader import MAX_DEPTH, MAX_VALUES, Trouble, TroubleError, plain


def values_and_irregularities(root: yaml.Node) -> tuple[Any, list[Trouble]]:
    """Read the values as well as they can be read, and say what was wrong.

    Args:
        root: the node that `plain` refused.

    Returns:
        The values (of a duplicate key, the first), and every irregularity.

    Raises:
        TroubleError: once aliases are expanded there are too many values, or a value contains itself.
    """
    reader = _Reader()
    return reader.read(root, 0), reader.troubles


class _Reader:
    def __init__(self) -> None:
        self.troubles: list[Trouble] = []
        self._values = 0
        self._seen: set[tuple[int, int]] = set()

    def read(self, node: yaml.Node, depth: int) -> Any:
        self._values += 1
        if self._values > MAX_VALUES or depth > MAX_DEPTH:
            raise TroubleError(
                _trouble(
                    "RM205", node, "grows without bounds once its aliases are expanded", "Write the values out instead of using & and *."
                )
            )
        if node.tag:
            self._note(_trouble("RM208", node, f"the tag ‘{node.tag}’ is not allowed", "Remove it: values need no tags."))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, depth + 1) for item in node.value]
        return plain(yaml.ScalarNode("", node.value, node.start_mark, node.end_mark, node.style))

    def _mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._note(_trouble("RM209", key, "a key must be text", "Quote text that starts with [ or {."))
                continue
            if key.value in mapping:
                message = f"the key ‘{key.value}’ is there already, on line {lines[key.value]}"
                self._note(_trouble("RM204", key, message, "Keep one of the two."))
                continue
            lines[key.value] = key.start_mark.line + 1
            mapping[key.value] = self.read(value, depth + 1)
        return mapping

    def _note(self, trouble: Trouble) -> None:
        if (trouble.line, trouble.column) not in self._seen:
            self._seen.add((trouble.line, trouble.column))
            self.troubles.append(trouble)


def _trouble(code: str, node: yaml.Node, message: str, hint: str) -> Trouble:
    return Trouble(code, message, hint, node.start_mark.line + 1, node.start_mark.column + 1)
