"""Enhancements that are read in many versions: only the parts that a version has not in common with others are read.

A part is a key at the left margin with everything below it; of a list, each entry is a part of its own. A file that is new
for the most part, or can not be read so, is read as a whole: what comes out is the same. Of a file whose version before was
read so, only parts that differ are looked at.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.folder import DataFile
from enhancement_roadmap.loading.load import Loaded
from enhancement_roadmap.loading.names import named
from enhancement_roadmap.loading.parsed import parse
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.strict_yaml.positions import Positions
from enhancement_roadmap.strict_yaml.reader import may_have_aliases
from enhancement_roadmap.strict_yaml.values import read_values

MOST_PARTS = 20_000
"""Parts that are remembered: those of the versions read last of more than a thousand enhancements."""

_MARGIN = re.compile(rb"\n(?=[a-z_])")
_LIST = re.compile(rb"([a-z_]+):\n( *)- ")
_NO_PART = re.compile(rb"\n[^\n a-z_#-]")
"""A line at the left margin that no part starts with; an entry of a list may stand there, too."""
_NO_ENTRY = re.compile(rb"\n *-(?:[ \t]*(?:\n|\Z)|\t)")
"""A dash with nothing or a tab beside it: an entry may start so, but is not told apart."""
_MARK = re.compile(rb"\n(?:---|\.\.\.|%)")
_ON_SCALES = frozenset(("assessment", "after"))
"""Fields whose words a roadmap has read by its scales: their parts are not what was made of them."""
_REQUIRED = frozenset(name for name, field in Enhancement.model_fields.items() if field.is_required())
_NOTHING: dict[str, Any] = dict.fromkeys(_REQUIRED)
_BLANK = Enhancement.model_construct(_fields_set=set(), **_NOTHING)

_Part = tuple[str, Any]
"""Name of a field, and its value in the model."""


class _UnreadableError(Exception):
    """A part can not be read by itself, or has a mistake."""


class _FileByParts(NamedTuple):
    """A file as it was read by its parts.

    Attributes:
        above: what stands above them.
        parts: what it is made of.
        names: for each part, the field that it is.
        node: what it says, without what its name says.
    """

    above: bytes
    parts: Sequence[bytes]
    names: Sequence[str]
    node: Enhancement


class PartReader:
    """Reads files as `loading.parse` does, and remembers the parts of enhancements.

    Args:
        most: most parts that are remembered.
    """

    def __init__(self, most: int = MOST_PARTS) -> None:
        self._most = most
        self._known: OrderedDict[bytes | tuple[str, bytes], Any] = OrderedDict()
        self._versions: dict[str, _FileByParts] = {}

    def node(self, file: DataFile) -> Node | None:
        """What a file says; None where it has a mistake."""
        if file.kind.model is Enhancement:
            version = self._version(file)
            if version is not None:
                self._versions[file.name] = version
                return named(version.node, file.name)
        parsed = parse(file)
        if isinstance(parsed.node, Enhancement) and not parsed.findings:
            self._learn(file.content, parsed.node)
        return None if any(finding.severity == "error" for finding in parsed.findings) else parsed.node

    def learn(self, loaded: Loaded) -> None:
        """Remember the parts of a roadmap that was read already.

        Args:
            loaded: the roadmap; nothing of it is known where it has a mistake.
        """
        for item in loaded.roadmap.enhancements if loaded.roadmap else ():
            self._learn(loaded.positions[loaded.files[item.id]].content, item)

    def forget(self, name: str) -> None:
        """A file is gone: no version of it is kept.

        Args:
            name: its path in the folder.
        """
        self._versions.pop(name, None)

    def _version(self, file: DataFile) -> _FileByParts | None:
        """A file by its parts; None where it has to be read as a whole."""
        before = self._versions.pop(file.name, None)
        above, *parts = _split(file.content)
        try:
            return (before and self._changed(before, above, parts)) or self._by_parts(above, parts)
        except _UnreadableError:
            return None

    def _changed(self, before: _FileByParts, above: bytes, parts: Sequence[bytes]) -> _FileByParts | None:
        """The next version of a file: only parts that differ are looked at; None where it has other fields, or in another order."""
        if above != before.above or len(parts) != len(before.parts):
            return None
        changed = [(part, name) for part, old, name in zip(parts, before.parts, before.names, strict=True) if part != old]
        if not all(_is_plain(b"\n" + part) for part, _ in changed):
            return None
        found = [self._known.get(part) or self._part(part) for part, _ in changed]
        if [name for name, _ in found] != [name for _, name in changed]:
            return None
        return _FileByParts(above, parts, before.names, before.node.model_copy(update=dict(found)))

    def _by_parts(self, above: bytes, parts: Sequence[bytes]) -> _FileByParts | None:
        """A file all of whose parts are looked at; None where most of it is new, or its parts do not make an enhancement."""
        known = [self._known.get(part) for part in parts]
        if known.count(None) * 2 >= len(known) or not _is_made_of(above, parts):
            return None
        found = [value or self._part(part) for part, value in zip(parts, known, strict=True)]
        fields = dict(found)
        if len(fields) != len(found) or not fields.keys() >= _REQUIRED:
            return None
        return _FileByParts(above, parts, [*fields], _BLANK.model_copy(update=fields))

    def _learn(self, content: bytes, node: Enhancement) -> None:
        above, *parts = _split(content)
        if not _is_made_of(above, parts):
            return
        names = [part.split(b":", 1)[0].decode("ascii", "replace") for part in parts]
        # As many parts as keys, and no key that starts no part: so each part is a key, and none is the middle of a text.
        if len(names) != len(node.model_fields_set) or set(names) != node.model_fields_set or _NO_PART.search(content):
            return
        for name, part in zip(names, parts, strict=True):
            if name in _ON_SCALES:
                continue
            value = getattr(node, name)
            self._keep(part, (name, value))
            begin = _LIST.match(part) if _entry_form(name) else None
            if begin and not _NO_ENTRY.search(part, begin.end(1)):
                self._learn_entries(name, _entries(part, begin), value)

    def _learn_entries(self, name: str, entries: Sequence[bytes], values: Sequence[Node]) -> None:
        if len(entries) == len(values):
            for entry, value in zip(entries, values, strict=True):
                self._keep((name, entry), value)

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


def _split(content: bytes) -> list[bytes]:
    """What stands above the parts of a file, and its parts."""
    return _MARGIN.split(b"\n" + content.removesuffix(b"\n"))


def _is_made_of(above: bytes, parts: Sequence[bytes]) -> bool:
    """Whether a file can be read by its parts."""
    is_clear = not above or not any(line.strip() and not line.startswith(b"#") for line in above.split(b"\n"))
    return is_clear and _is_plain(b"\n".join([above, *parts]))


def _is_plain(text: bytes) -> bool:
    """Whether no value may stand in two places, and no document begins or ends within the text."""
    has_order_mark = b"\xef" in text and b"\xef\xbb\xbf" in text
    return not (has_order_mark or may_have_aliases(text) or _MARK.search(text))


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
    noun = get_args(form)[0] if get_origin(form) is Annotated else form
    return TypeAdapter(form) if isinstance(noun, type) and issubclass(noun, Node) else None
