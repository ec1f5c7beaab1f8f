"""Enhancements that are read in many versions: only the parts that a version has not in common with others are read.

A part is a key at the left margin with everything below it; of a list, each entry is a part of its own. A file that is new
for the most part, or can not be read so, is read as a whole: what comes out is the same.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.folder import DataFile
from enhancement_roadmap.loading.load import Loaded
from enhancement_roadmap.loading.parsed import parse
from enhancement_roadmap.loading.positions import Positions
from enhancement_roadmap.loading.values import read_values
from enhancement_roadmap.loading.yaml_reader import may_have_aliases
from enhancement_roadmap.model import Enhancement, Node

MOST_PARTS = 20_000
"""Parts that are remembered: those of the versions read last of more than a thousand enhancements."""

_MARGIN = re.compile(rb"\n(?=[a-z_])")
_LIST = re.compile(rb"([a-z_]+):\n( *)- ")
_NO_PART = re.compile(rb"\n[^\n a-z_#-]")
"""A line at the left margin that no part starts with; an entry of a list may stand there, too."""
_NO_ENTRY = re.compile(rb"\n *-(?:[ \t]*(?:\n|\Z)|\t)")
"""A dash with nothing or a tab beside it: an entry may start so, but is not told apart."""
_MARK = re.compile(rb"\n(?:---|\.\.\.|%)")
_REQUIRED = frozenset(name for name, field in Enhancement.model_fields.items() if field.is_required())
_NOTHING: dict[str, Any] = dict.fromkeys(_REQUIRED)
_BLANK = Enhancement.model_construct(_fields_set=set(), **_NOTHING)

_Part = tuple[str, Any]
"""Name of a field, and its value in the model."""


class _UnreadableError(Exception):
    """A part can not be read by itself, or has a mistake."""


class PartReader:
    """Reads files as `loading.parse` does, and remembers the parts of enhancements.

    Args:
        most: most parts that are remembered.
    """

    def __init__(self, most: int = MOST_PARTS) -> None:
        self._most = most
        self._known: OrderedDict[bytes | tuple[str, bytes], Any] = OrderedDict()

    def node(self, file: DataFile) -> Node | None:
        """What a file says; None where it has a mistake."""
        parts = _parts(file.content) if file.kind.model is Enhancement else []
        known = [self._known.get(part) for part in parts]
        if known.count(None) * 2 < len(known) and (fields := self._fields(parts, known)) is not None:
            return _BLANK.model_copy(update=fields)
        parsed = parse(file)
        if isinstance(parsed.node, Enhancement) and not parsed.findings:
            self._learn(file.content, parts, parsed.node)
        return None if any(finding.severity == "error" for finding in parsed.findings) else parsed.node

    def learn(self, loaded: Loaded) -> None:
        """Remember the parts of a roadmap that was read already.

        Args:
            loaded: the roadmap; nothing of it is known where it has a mistake.
        """
        for item in loaded.roadmap.enhancements if loaded.roadmap else ():
            content = loaded.positions[loaded.files[item.id]].content
            self._learn(content, _parts(content), item)

    def _learn(self, content: bytes, parts: Sequence[bytes], node: Enhancement) -> None:
        names = [part.partition(b":")[0].decode("ascii", "replace") for part in parts]
        # As many parts as keys, and no key that starts no part: so each part is a key, and none is the middle of a text.
        if len(names) != len(node.model_fields_set) or set(names) != node.model_fields_set or _NO_PART.search(content):
            return
        for name, part in zip(names, parts, strict=True):
            value = getattr(node, name)
            self._keep(part, (name, value))
            begin = _LIST.match(part)
            if begin and _entry_form(name) and not _NO_ENTRY.search(part, begin.end(1)):
                self._learn_entries(name, _entries(part, begin), value)

    def _learn_entries(self, name: str, entries: Sequence[bytes], values: Sequence[Node]) -> None:
        if len(entries) == len(values):
            for entry, value in zip(entries, values, strict=True):
                self._keep((name, entry), value)

    def _fields(self, parts: Sequence[bytes], known: Sequence[_Part | None]) -> dict[str, Any] | None:
        """Values of the fields; None where the file has to be read as a whole."""
        try:
            found = [value or self._part(part) for part, value in zip(parts, known, strict=True)]
        except _UnreadableError:
            return None
        fields = dict(found)
        return fields if len(fields) == len(found) and fields.keys() >= _REQUIRED else None

    def _part(self, part: bytes) -> _Part:
        begin = _LIST.match(part)
        form = _entry_form(begin[1].decode("ascii")) if begin else None
        found = self._list(part, begin, form) if begin and form else _read(part)
        self._keep(part, found)
        return found

    def _list(self, part: bytes, begin: re.Match[bytes], form: TypeAdapter[Any]) -> _Part:
        """A list by its entries."""
        name = begin[1].decode("ascii")
        values = [self._known.get((name, entry)) or self._entry(name, entry, form) for entry in _entries(part, begin)]
        return name, _validated(_form(name), values)

    def _entry(self, name: str, entry: bytes, form: TypeAdapter[Any]) -> Any:
        values = _values(entry)
        if not isinstance(values, list) or len(values) != 1:
            raise _UnreadableError
        found = _validated(form, values[0])
        self._keep((name, entry), found)
        return found

    def _keep(self, key: bytes | tuple[str, bytes], value: Any) -> None:
        self._known[key] = value
        if len(self._known) > self._most:
            self._known.popitem(last=False)


def _parts(content: bytes) -> Sequence[bytes]:
    """What a file is made of; nothing where it can not be read by parts."""
    text = b"\n" + content.removesuffix(b"\n")
    if may_have_aliases(content) or _has_marks(text):
        return []
    above, *parts = _MARGIN.split(text)
    is_clear = not above or not any(line.strip() and not line.startswith(b"#") for line in above.split(b"\n"))
    return parts if is_clear else []


def _has_marks(text: bytes) -> bool:
    """Whether a document may begin or end within it, or a directive or a mark of the byte order stands there."""
    return _MARK.search(text) is not None or (b"\xef" in text and b"\xef\xbb\xbf" in text)


def _entries(part: bytes, begin: re.Match[bytes]) -> Sequence[bytes]:
    """The entries of a list: what starts in the column of its first dash. A text that goes on there has not ended before."""
    dash = begin[2] + b"- "
    first, *others = part[begin.end(1) + 2 :].split(b"\n" + dash)
    return [first, *(dash + entry for entry in others)]


def _read(part: bytes) -> _Part:
    """A part by itself."""
    values = _values(part)
    if not isinstance(values, dict) or len(values) != 1:
        raise _UnreadableError
    ((name, value),) = values.items()
    if name not in Enhancement.model_fields:
        raise _UnreadableError
    return name, _validated(_form(name), value)


def _values(text: bytes) -> Any:
    findings: list[Finding] = []
    values = read_values(text + b"\n", Positions("", text), findings)
    if findings:
        raise _UnreadableError
    return values


def _validated(form: TypeAdapter[Any], value: Any) -> Any:
    try:
        return form.validate_python(value)
    except ValidationError as error:
        raise _UnreadableError from error


@cache
def _form(name: str) -> TypeAdapter[Any]:
    """What a field of an enhancement may be."""
    field = Enhancement.model_fields[name]
    form: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(form)


@cache
def _entry_form(name: str) -> TypeAdapter[Any] | None:
    """What an entry of a field may be; None where its value is no list of nodes."""
    field = Enhancement.model_fields.get(name)
    if field is None or get_origin(field.annotation) is not tuple:
        return None
    form, *_ = get_args(field.annotation)
    return TypeAdapter(form) if isinstance(form, type) and issubclass(form, Node) else None
