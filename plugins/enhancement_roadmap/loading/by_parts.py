"""Enhancements that are read in many versions: only the parts that a version has not in common with others are read.

A part is a key at the left margin with everything below it. Where a file can not be read so, it is read as a whole: what
comes out is the same.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.folder import DataFile
from enhancement_roadmap.loading.parsed import parse
from enhancement_roadmap.loading.positions import Positions
from enhancement_roadmap.loading.values import read_values
from enhancement_roadmap.loading.yaml_reader import may_have_aliases
from enhancement_roadmap.model import Enhancement, Node

MOST_PARTS = 20_000
"""Parts that are remembered: those of the versions read last of more than a thousand enhancements."""

_MARGIN = re.compile(rb"\n(?=[a-z_])")
_DOCUMENT_MARKS = (b"\n---", b"\n...", b"\n%", b"\xef\xbb\xbf")
_REQUIRED = frozenset(name for name, field in Enhancement.model_fields.items() if field.is_required())

_Part = tuple[str, Any]
"""Name of a field, and its value in the model."""


class PartReader:
    """Reads files as `loading.parse` does, and remembers the parts of enhancements.

    Args:
        most: most parts that are remembered.
    """

    def __init__(self, most: int = MOST_PARTS) -> None:
        self._most = most
        self._known: OrderedDict[bytes, _Part] = OrderedDict()

    def node(self, file: DataFile) -> Node | None:
        """What a file says; None where it has a mistake."""
        if file.kind.model is Enhancement and (fields := self._fields(file.content)) is not None:
            return Enhancement.model_construct(_fields_set=set(fields), **fields)
        parsed = parse(file)
        return None if any(finding.severity == "error" for finding in parsed.findings) else parsed.node

    def _fields(self, content: bytes) -> dict[str, Any] | None:
        """Values of the fields; None where the file has to be read as a whole."""
        text = b"\n" + content.removesuffix(b"\n")
        if may_have_aliases(content) or any(mark in text for mark in _DOCUMENT_MARKS):
            return None
        above, *parts = _MARGIN.split(text)
        if any(line.strip() and not line.startswith(b"#") for line in above.split(b"\n")):
            return None
        fields: dict[str, Any] = {}
        for part in parts:
            known = self._known.get(part)
            if known is None:
                known = _read(part)
                if known is None:
                    return None
                self._known[part] = known
                if len(self._known) > self._most:
                    self._known.popitem(last=False)
            name, value = known
            if name in fields:
                return None
            fields[name] = value
        return fields if fields.keys() >= _REQUIRED else None


def _read(part: bytes) -> _Part | None:
    """A part by itself; None where it can not be read, or has a mistake."""
    findings: list[Finding] = []
    values = read_values(part + b"\n", Positions("", part), findings)
    if findings or not isinstance(values, dict) or len(values) != 1:
        return None
    ((name, value),) = values.items()
    if name not in Enhancement.model_fields:
        return None
    try:
        return name, _form(name).validate_python(value)
    except ValidationError:
        return None


@cache
def _form(name: str) -> TypeAdapter[Any]:
    """What a field of an enhancement may be."""
    field = Enhancement.model_fields[name]
    form: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(form)
