"""A roadmap without mistakes, small enough to know by heart; and folders made of texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SCALES = """\
scoring:
  risk:
    title: Risk
    levels: [{value: 4, title: Severe, meaning: Harm}, {value: 1, title: Slight, meaning: Little harm}]
  impact:
    title: Impact
    levels: [{value: 2, title: Large, meaning: Gain}, {value: 1, title: Small, meaning: Little gain}]
"""
PLAN: Mapping[str, str] = {
    "roadmap.yml": f"""\
title: Security roadmap
priorities:
  - {{id: high, title: High, meaning: Now}}
  - {{id: medium, title: Medium, meaning: Soon}}
  - {{id: low, title: Low, meaning: Some day}}
{SCALES}readiness_criteria:
  - {{id: team, text: The team knows how}}
""",
    "metrics.yml": """\
metrics:
  - {id: api-calls-per-day, title: API calls, unit: calls/day}
events:
  - {id: launch, title: The launch}
""",
    "enhancements/01-database-security.yml": """\
id: database-security
number: 1
title: Database Security
priority: high
trigger: {summary: When there is a database, kind: immediate}
requirements:
  - {id: encryption, text: Encrypt the connections}
""",
}
"""Texts by path. Golden cases and the examples of the finding codes add to it, or put others in place of these."""


def make_folder(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, each with exactly this content."""
    contents = {folder / name: content for name, content in files.items()}
    for parent in {folder, *(path.parent for path in contents)}:
        parent.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
