"""Findings as text for people, JSON for programs, annotations for GitHub, and a report for GitLab."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from enhancement_roadmap.findings.catalogue import code_for
from enhancement_roadmap.findings.finding import Finding
from enhancement_roadmap.sentences import plural, printable_json, visible

SCHEMA_VERSION = 1


def as_text(findings: Sequence[Finding]) -> str:
    """A block a finding (place, severity, code, message; the hint below it) and a line that counts them."""
    blocks = [_block(finding) for finding in findings]
    return "\n".join([*blocks, count(findings)])


def count(findings: Sequence[Finding]) -> str:
    """``2 errors, 1 warning in 2 files.``"""
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = len(findings) - errors
    files = len({finding.place.file for finding in findings})
    parts = [plural(number, noun) for number, noun in ((errors, "error"), (warnings, "warning")) if number]
    return f"{', '.join(parts)} in {plural(files, 'file')}." if parts else "No findings."


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


def as_github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding, escaped as GitHub's toolkit does, so that data can not add commands of its own.

    GitHub shows at most ten annotations of each kind for a step; the log has all of them.
    """
    return "\n".join(_annotation(finding) for finding in findings)


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
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
}


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
