"""What one file says by itself, and a store of it for files that are read again and again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from typing import Any

from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading.boxes import boxes_in_texts, boxes_named
from enhancement_roadmap.loading.commas import CODES, without_keys_in_values
from enhancement_roadmap.loading.folder import DataFile
from enhancement_roadmap.loading.lost_words import lost_words
from enhancement_roadmap.loading.names import check_name, named, named_values
from enhancement_roadmap.loading.source import Source, compared
from enhancement_roadmap.loading.validation import validate
from enhancement_roadmap.model import Enhancement, Node
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.strict_yaml.positions import Positions
from enhancement_roadmap.strict_yaml.values import as_finding, read_values

MOST_BYTES = 8 * 1024 * 1024
"""Bytes of YAML that are remembered, unless the caller says otherwise: some thousands of files."""


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """One data file, understood without the others.

    Attributes:
        source: its plain values, for the checks that hold files against each other.
        node: what it says; None where there is an error.
        findings: every mistake in it.
    """

    source: Source
    node: Node | None
    findings: tuple[Finding, ...]


class ParsedFiles:
    """Files that were understood before, by the identity of their content; those used last are kept.

    Args:
        most_bytes: most bytes of YAML that are kept.
    """

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def content(self, identity: str) -> bytes | None:
        """The bytes with this identity, if they are kept."""
        known = self._known.get(identity)
        return known.content if known else None

    def parse(self, file: DataFile) -> ParsedFile:
        """What a file says: understood now, or before under the same name with the same content."""
        identity = file.identity or sha256(file.content).hexdigest()
        known = self._known.get(identity) or self._keep(identity, file.content)
        self._known.move_to_end(identity)
        as_what = (file.kind.name, file.name, file.shown)
        if as_what not in known.parsed:
            known.parsed[as_what] = parse(file)
        found = known.parsed[as_what]
        while self._bytes > self._most and len(self._known) > 1:
            _, oldest = self._known.popitem(last=False)
            self._bytes -= len(oldest.content)
        return found

    def _keep(self, identity: str, content: bytes) -> _Known:
        self._bytes += len(content)
        self._known[identity] = _Known(content)
        return self._known[identity]


@dataclass(slots=True)
class _Known:
    content: bytes
    parsed: dict[tuple[str, str, str], ParsedFile] = field(default_factory=dict)


def parse(file: DataFile) -> ParsedFile:
    """Read and validate one file."""
    findings: list[Finding] = []
    positions = Positions(file.shown, file.content)
    values = read_values(file.content, positions, findings)
    node = None
    if values is None:
        findings = boxes_named(findings, file.kind.model, positions)
    if values is not None or not findings:
        values, node = _validated(file, {} if values is None else values, positions, findings)
    return ParsedFile(Source(file.kind.name, file.name, values, positions), node, tuple(findings))


def _validated(file: DataFile, values: Any, positions: Positions, findings: list[Finding]) -> tuple[Any, Node | None]:
    """The values to compare, and the object that they make; mistakes are added to `findings`."""
    if values == {} and _must_say_something(file.kind.model.model_fields):
        findings.append(Finding(Place(file.shown), "RM108", "the file is empty", "Fill it in, or remove the file."))
        return None, None
    findings += (as_finding(problem, positions) for problem in lost_words(file.kind.model, positions))
    node, mistakes = validate(file.kind.model, values, positions)
    if cut := [mistake.place for mistake in mistakes if mistake.code in CODES]:
        findings[:] = without_keys_in_values(findings, cut, positions)
    known = {finding.place for finding in findings}
    findings += (mistake for mistake in mistakes if mistake.place not in known)
    if file.kind.model is not Enhancement:
        return values, node
    findings += check_name(values, file.name, positions)
    findings += boxes_in_texts(values, positions)
    values = named_values(values, file.name)
    if not isinstance(node, Enhancement):
        return values, node
    return compared(values), named(node, file.name)


def _must_say_something(fields: Mapping[str, Any]) -> bool:
    return any(field.is_required() for field in fields.values())
