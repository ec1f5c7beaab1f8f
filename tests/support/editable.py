"""A roadmap that has something of everything that can be edited, with comments, which stay."""

from __future__ import annotations

from collections.abc import Mapping

from support.plain_plan import SCALES

ABOUT = f"""\
title: Security roadmap
priorities:
  - {{id: high, title: High, meaning: Now}}
  - {{id: low, title: Low, meaning: Some day}}
{SCALES}readiness_criteria:
  - {{id: owner-named, text: Somebody answers for it}}
fields:
  - {{id: supplier, title: Supplier}}
  - {{id: hours, title: Hours, type: number}}
"""
KEYS = """\
# yaml-language-server: $schema=../schema/enhancement.schema.json

title: Keys
priority: high   # for now
trigger: When there are keys
requirements:
  - Rotate them   # weekly
  - {id: store, text: Store them}
  - text: Lose none
    # never
    owner: Grace
assessment: {risk: severe, impact: 2, kind: initial, on: 2026-01}   # a guess
"""
AUDIT = "title: Audit\npriority: low\nscope:\n  depends_on: [keys]   # they come first\n"
LOGS = "title: Logs\nrequirements:\n  - {text: Keep a year, status: waived, why: A month is enough}\n"
PLAN = """\
phases:
  - id: first
    number: 1
    title: First
    enhancements:
      - keys   # soon
  - {id: later, number: 2, title: Later}
quarters:
  - {id: q1, title: Q1, enhancements: [audit]}
"""
METRICS = """\
metrics:
  - id: calls
    title: calls a day
    readings:
      - {on: 2026-01, value: 0.5}   # a remark
"""
GOVERNANCE = """\
stakeholders: [{id: ada, name: Ada, concern: All of it}]
reviews:
  - {id: monthly, title: Monthly, cadence: monthly, task: Look}   # all of us
"""

EDITABLE: Mapping[str, str] = {
    "roadmap.yml": ABOUT,
    "plan.yml": PLAN,
    "metrics.yml": METRICS,
    "governance.yml": GOVERNANCE,
    "enhancements/01-keys.yml": KEYS,
    "enhancements/02-audit.yml": AUDIT,
    "enhancements/03-logs.yml": LOGS,
}
