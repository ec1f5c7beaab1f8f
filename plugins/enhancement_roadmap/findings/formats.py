"""Findings as text for people, JSON for programs, annotations for GitHub, and a report for GitLab.

Nobody reads thousands of blocks, and a log that is full of them hides the rest: what people look at has the first findings
and a count of the others. What programs read has them all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from heapq import nsmallest

from enhancement_roadmap.findings.catalogue import code_for
from enhancement_roadmap.findings.finding import Finding
from enhancement_roadmap.sentences import number, plural, printable_json, visible

SCHEMA_VERSION = 1
MOST = 300
"""Findings that people are shown, unless they ask for all."""

_ALL = "--all shows them"


def first_of(findings: Sequence[Finding], most: int | None = MOST, remedy: str = "") -> tuple[Sequence[Finding], str]:
    """The findings that people are shown, and what to say of the others.

    A file with thousands buries no other: where there are too many, the files take turns.

    Args:
        findings: any number of them, in their order.
        most: how many are shown; None for all.
        remedy: how to see the others.

    Returns:
        The findings that are shown, in their order, and ``… and 23,706 more: 23,706 errors in 1 file``, empty where none are left out.
    """
    if most is None or len(findings) <= most:
        return findings, ""
    shown = _in_turn(findings, most)
    left_out = [finding for index, finding in enumerate(findings) if index not in shown]
    words = f"… and {number(sum(finding.times for finding in left_out))} more: {_counted(left_out)}"
    return [findings[index] for index in sorted(shown)], f"{words}; {remedy}" if remedy else words


def _in_turn(findings: Sequence[Finding], most: int) -> set[int]:
    """Indexes of so many findings: the first of each file, then the second of each, and so on."""
    by_file: dict[str, list[int]] = {}
    for index, finding in enumerate(findings):
        first = by_file.setdefault(finding.place.file, [])
        if len(first) < most:
            first.append(index)
    turns = ((turn, index) for first in by_file.values() for turn, index in enumerate(first))
    return {index for _, index in nsmallest(most, turns)}


def as_text(findings: Sequence[Finding], most: int | None = MOST, remedy: str = "") -> str:
    """A block a finding (place, severity, code, message; the hint below it) and a line that counts them.

    Args:
        findings: any number of them.
        most: how many blocks there are; None for all.
        remedy: how to see the others.
    """
    shown, rest = first_of(findings, most, remedy)
    return "\n".join([*map(_block, shown), *([rest] if rest else []), count(findings)])


def count(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 warning in 2 files.``"""
    return f"{_counted(findings)}." if findings else "No findings."


def _counted(findings: Sequence[Finding]) -> str:
    errors = sum(finding.times for finding in findings if finding.severity == "error")
    warnings = sum(finding.times for finding in findings if finding.severity == "warning")
    files = len({finding.place.file for finding in findings})
    parts = [plural(number(total), noun) for total, noun in ((errors, "error"), (warnings, "warning")) if total]
    return f"{', '.join(parts)} in {plural(number(files), 'file')}"


def as_json(findings: Sequence[Finding]) -> str:
    """An object with ``schema_version`` and ``findings``, each with code, name, severity, message, hint, file, line, column."""
    rows = [
        {
            "code": finding.code,
            "name": code_for(finding.code).name,
            "severity": finding.severity,
            "message": finding.message,
            "hint": finding.hint,
            "file": finding.place.file,
            "line": finding.place.line,
            "column": finding.place.column,
        }
        for finding in findings
    ]
    return printable_json({"schema_version": SCHEMA_VERSION, "findings": rows})


def as_github(findings: Sequence[Finding], most: int | None = MOST, remedy: str = "") -> str:
    """One workflow command a finding, escaped as GitHub's toolkit does, so that data can not add commands of its own.

    GitHub shows at most ten annotations of each kind for a step; the log has more.

    Args:
        findings: any number of them.
        most: how many commands there are; None for all.
        remedy: how to see the others.
    """
    shown, rest = first_of(findings, most, remedy)
    return "\n".join([*map(_annotation, shown), *([rest] if rest else [])])


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A code quality report as GitLab reads it, which shows each finding at its line in a merge request.

    A finding is known again by its fingerprint, whatever line it has moved to.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for finding in findings:
        place, code = finding.place, code_for(finding.code)
        same = (place.file, finding.code, finding.message)
        seen[same] += 1
        words = finding.message + (f". {finding.hint}" if finding.hint else "")
        rows.append(
            {
                "description": f"{finding.code} {code.name}: {words}",
                "check_name": finding.code,
                "fingerprint": sha256(json.dumps([*same, seen[same]]).encode()).hexdigest(),
                "severity": "major" if finding.severity == "error" else "minor",
                "location": {"path": place.file, "lines": {"begin": place.line or 1}},
            }
        )
    return printable_json(rows)


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": partial(as_text, remedy=_ALL),
    "json": as_json,
    "github": partial(as_github, remedy=_ALL),
    "gitlab": as_gitlab,
}
WHOLE_FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    **FORMATS,
    "text": partial(as_text, most=None),
    "github": partial(as_github, most=None),
}
"""The same with every finding, however many there are."""


def _block(finding: Finding) -> str:
    head = f"{visible(str(finding.place))}: {finding.severity} {finding.code}: {visible(finding.message)}"
    return f"{head}\n    {visible(finding.hint)}" if finding.hint else head


def _annotation(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": visible(place.file),
        "line": place.line,
        "col": place.column,
        "title": f"{finding.code} {code_for(finding.code).name}",
    }
    shown = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items() if value)
    body = visible(f"{finding.message}. {finding.hint}" if finding.hint else finding.message)
    return f"::{finding.severity} {shown}::{_escape_data(body)}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
