"""``metrics.yml`` as a text that is edited in place."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, Literal

import yaml

from enhancement_roadmap.editing.edits import TextEdit, edited, pair_at
from enhancement_roadmap.findings import Finding, suggestion
from enhancement_roadmap.loading import MAX_BYTES, validate
from enhancement_roadmap.model import MetricsFile
from enhancement_roadmap.strict_yaml import Positions, compose, read_values, show

Kind = Literal["metrics", "events"]

_TOO_MANY = "RM210"
"""The code of a file with more values than are read."""


class EditError(Exception):
    """The text can not be edited as asked; nothing has changed. The message says why, and what to do."""


class MetricsText:
    """The text of the file with its values and the places of its nodes.

    Args:
        data: the bytes of a file that has no findings, but may have a list of readings without a value.

    Raises:
        ProblemError: it can not be read at all.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.text = data.decode("utf-8-sig")
        self._mark = data.startswith(codecs.BOM_UTF8)
        self._root = compose(self.text.encode())
        self._values = read_values(data, Positions("", data), [])
        self._indexes: Mapping[str, Mapping[str, int]] = {kind: self._ids(kind) for kind in ("metrics", "events")}

    def ids(self, kind: Kind) -> list[str]:
        """Ids of metrics or events, in their order."""
        return list(self._indexes[kind])

    def values(self) -> Any:
        """A copy of the plain values, to be changed into those that an edited text should have."""
        return deepcopy(self._values)

    def index(self, kind: Kind, name: str) -> int:
        """The place of a metric or an event in its list.

        Raises:
            EditError: there is none of this name.
        """
        known = self._indexes[kind]
        if name in known:
            return known[name]
        raise EditError(self.unknown(kind, name))

    def unknown(self, kind: Kind, name: str) -> str:
        """What to say of a name that no metric or event has."""
        noun, is_other = ("metric", "is an event") if kind == "metrics" else ("event", "is a metric")
        if name in self._indexes["events" if kind == "metrics" else "metrics"]:
            return f"{show(name)} {is_other}, and no {noun}."
        hint = suggestion(name, self._indexes[kind]) or f"Add it to ‘{kind}’ first, with an id and a title."
        return f"there is no {noun} {show(name)}. {hint}"

    def listed(self, kind: Kind) -> tuple[yaml.Node, yaml.SequenceNode]:
        """Key and list of the metrics or the events; there must be one."""
        found = pair_at(self._root, kind) if isinstance(self._root, yaml.MappingNode) else None
        if found is None or not isinstance(found[1], yaml.SequenceNode):
            raise EditError(f"there is no list of {kind}.")
        return found[0], found[1]

    def node(self, kind: Kind, index: int) -> yaml.MappingNode:
        """The entry of a metric or an event."""
        node = self.listed(kind)[1].value[index]
        if not isinstance(node, yaml.MappingNode):
            raise EditError(f"entry {index + 1} of {kind} is no mapping.")
        return node

    def changed(self, edits: Iterable[TextEdit], expected: Any) -> bytes:
        """The file after some edits, which is read again: it must say what is expected, and nothing else.

        Args:
            edits: what to do to the text.
            expected: plain values that the new text should have.

        Raises:
            EditError: it says anything else, or would be too large to be read.
        """
        data = (codecs.BOM_UTF8 if self._mark else b"") + edited(self.text, edits).encode()
        if len(data) > MAX_BYTES:
            raise EditError(f"the file would have {len(data):,} bytes; at most {MAX_BYTES:,} are read. Remove old readings first.")
        findings: list[Finding] = []
        values = read_values(data, Positions("", data), findings)
        if any(finding.code == _TOO_MANY for finding in findings):
            raise EditError(f"{findings[0].message} then. Remove old readings first.")
        says, mistakes = validate(MetricsFile, values, Positions("", data))
        if findings or mistakes or says != validate(MetricsFile, expected, Positions("", data))[0]:
            raise EditError("this can not be added without changing something else in the file (does it use & and *?). Add it by hand.")
        return data

    def _ids(self, kind: str) -> dict[str, int]:
        listed = (self._values or {}).get(kind) or []
        return {entry["id"]: index for index, entry in enumerate(listed)}
