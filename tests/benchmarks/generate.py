"""Made-up roadmaps of any size, with texts as long as those of a real one; the same for the same size.

Run as ``python -m benchmarks.generate FOLDER COUNT``.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

AREAS = ("Database", "Authentication", "Input validation", "Monitoring", "API", "Infrastructure", "Compliance", "Performance", "Automation")
GOALS = ("hardening", "access control", "audit trail", "key rotation", "alerting", "isolation", "recovery", "review")
TASKS = (
    "Encrypt every connection of {area} (TLS 1.3, no fallback to older versions)",
    "Role-based permissions for {area}, reviewed by the owner each quarter",
    "Automated rotation of the credentials that {area} uses (`rotate.sh`, weekly)",
    "Failed attempts in {area} are counted, limited and reported",
    "Backups of {area} are encrypted and restored once a month",
    "Log records of {area} are aggregated and kept for 90 days",
)
FILES = (
    ("server/src/{slug}/*", "new"),
    ("server/src/middleware/{slug}.ts", "middleware, validation and error handling"),
    ("docs/security-checklist.md", "section about {area}"),
)
OPTIONS = ("Prometheus + Grafana", "ELK Stack (Elasticsearch, Logstash, Kibana)", "Monitoring of the hosting provider")
ANALYSIS = {
    "benefits": "Prevents data breaches in {area}, ensures compliance, protects user data",
    "reasoning": "{area} is critical for any application that handles data of its users, and gets harder to change later",
    "demerits": "Adds complexity to the setup and the maintenance of {area}",
    "maintainability": "Essential for long-term protection; one engineer can keep it up",
}
CRITERIA = {
    "business-trigger": "Clear business trigger identified",
    "dependencies": "Dependencies understood and available",
    "expertise": "Team expertise available or training planned",
    "budget": "Budget allocation approved",
    "timeline": "Timeline realistic given other priorities",
    "success-criteria": "Success criteria defined",
    "rollback": "Rollback plan established",
}
LEVELS = (
    (5, "Critical", "Data breach potential"),
    (4, "High", "Service disruption potential"),
    (3, "Medium", "Compliance or reputation impact"),
    (2, "Low", "Operational efficiency"),
    (1, "Minimal", "Nice-to-have features"),
)
TRIGGERS: tuple[dict[str, Any], ...] = (
    {"kind": "immediate", "condition": "Integration begins", "when": {"event": "integration"}},
    {"kind": "growth", "condition": ">1000 daily active users", "when": {"metric": "daily-active-users", "above": 1000}},
    {"kind": "business", "condition": "Enterprise sales or regulated markets"},
)

STATUSES = ("proposed", "in-progress", "triggered", "done")


def enhancement(number: int) -> dict[str, Any]:
    """The data of one enhancement."""
    area, goal = AREAS[number % len(AREAS)], GOALS[number // len(AREAS) % len(GOALS)]
    slug = f"{area} {goal} {number}".lower().replace(" ", "-")
    title = f"{area} {goal} {number}"
    risk, impact = 1 + number % 5, 1 + number // 5 % 5
    status = STATUSES[number % len(STATUSES)]
    states = ("yes",) if status in {"in-progress", "done"} else ("yes", "partly", "no")
    item: dict[str, Any] = {
        "id": slug,
        "number": number,
        "title": title,
        "priority": "high" if risk * impact > 12 else "medium" if risk * impact > 5 else "low",
        "status": status,
        "labels": [area.lower(), goal],
        "trigger": {"summary": f"When {area.lower()} functionality is added or scaled", **TRIGGERS[number % 3]},
        "requirements": [_requirement(place, task.format(area=title), number) for place, task in enumerate(TASKS)],
        "scope": {
            "timeline": f"{1 + number % 3}-{3 + number % 4} sprints after the integration",
            "dependencies": f"Selection and integration of {area.lower()}",
            "files": [{"path": path.format(slug=slug), "note": note.format(area=title)} for path, note in FILES],
            "technologies": list(OPTIONS),
            "impact": "Enables enterprise sales and entry into regulated markets",
        },
        "assessment": {"risk": risk, "impact": impact, "by": "Security Team", "on": "2025-06", "why": f"Faults in {title} go unseen."},
        "analysis": {key: text.format(area=title) for key, text in ANALYSIS.items()},
        "readiness": {criterion: states[(number + place) % len(states)] for place, criterion in enumerate(CRITERIA)},
    }
    if number % 3:
        item["owner"] = "Security Team"
    if number % 3 == 0:
        item["packages"] = {"commands": ["bun add bcrypt jsonwebtoken passport", "bun add -D @types/bcrypt @types/jsonwebtoken"]}
    if number > len(AREAS) and number % 2 == 0:  # neither done nor in progress
        item["scope"]["depends_on"] = [enhancement_id(number - len(AREAS))]
    return item


def enhancement_id(number: int) -> str:
    """Id of the enhancement with this number."""
    return f"{AREAS[number % len(AREAS)]} {GOALS[number // len(AREAS) % len(GOALS)]} {number}".lower().replace(" ", "-")


def write_roadmap(folder: Path, count: int) -> None:
    """Write a whole roadmap folder.

    Args:
        folder: made where it is missing.
        count: number of enhancements.
    """
    (folder / "enhancements").mkdir(parents=True)
    for number in range(1, count + 1):
        _write(folder / "enhancements" / f"{number:05}.yml", enhancement(number))
    _write(folder / "roadmap.yml", _about())
    _write(folder / "plan.yml", _plan(count))
    _write(folder / "governance.yml", _governance())
    _write(folder / "metrics.yml", _metrics())


def _requirement(place: int, text: str, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {"id": f"requirement-{place + 1}", "text": text}
    if (number + place) % 4 == 0 or STATUSES[number % len(STATUSES)] == "done":
        row |= {"status": "done", "done_on": "2025-08-14"}
    return row


def _about() -> dict[str, Any]:
    levels = [{"value": value, "title": title, "meaning": meaning} for value, title, meaning in LEVELS]
    return {
        "title": "Future Security Enhancements",
        "status": "Production ready",
        "purpose": "Planning reference for future security improvements",
        "maintainer": "Security Team",
        "version": "1.0",
        "updated": "2025-06",
        "last_review": "2025-06",
        "next_review": "2025-09",
        "overview": "This document outlines optional security enhancements for future planning cycles.",
        "priorities": [
            {"id": "high", "title": "High Priority", "meaning": "Security-critical for scaling beyond basic production", "from_score": 13},
            {"id": "medium", "title": "Medium Priority", "meaning": "Operational improvements and advanced security", "from_score": 6},
            {"id": "low", "title": "Low Priority", "meaning": "Nice-to-have features and optimizations"},
        ],
        "scoring": {"risk": {"title": "Risk Level", "levels": levels}, "impact": {"title": "Business Impact", "levels": levels}},
        "readiness_criteria": [{"id": key, "text": text} for key, text in CRITERIA.items()],
    }


def _plan(count: int) -> dict[str, Any]:
    quarters = [[enhancement_id(number) for number in range(1, count + 1) if number % 4 == part] for part in range(4)]
    return {
        "quarters": [
            {"id": f"q{place}", "title": f"Q{place}", "focus": "Implement what is due", "enhancements": ids}
            for place, ids in enumerate(quarters, 1)
        ],
        "phases": [
            {"id": f"phase-{place}", "number": place, "title": f"Step {place}", "summary": "What belongs together", "enhancements": ids}
            for place, ids in enumerate(quarters, 1)
        ],
    }


def _governance() -> dict[str, Any]:
    return {
        "reviews": [{"id": "monthly", "title": "Monthly", "cadence": "monthly", "task": "Review triggered enhancements"}],
        "stakeholders": [{"id": "security", "name": "Security Team", "concern": "Technical feasibility and priority"}],
        "contacts": [{"role": "Security Lead"}],
    }


def _metrics() -> dict[str, Any]:
    readings = [{"on": "2025-06-01", "value": 640}]
    return {
        "metrics": [{"id": "daily-active-users", "title": "daily active users", "readings": readings}],
        "events": [{"id": "integration", "title": "Integration begins"}],
    }


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(as_yaml(values), encoding="utf-8")


def as_yaml(values: dict[str, Any]) -> str:
    """The text of a data file."""
    return yaml.dump(values, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=140)


class _Dumper(yaml.CSafeDumper):
    """Writes shared values twice: files written by hand have no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def main(arguments: Sequence[str]) -> None:
    """Write the roadmap that the arguments name."""
    folder, count = arguments
    write_roadmap(Path(folder), int(count))


if __name__ == "__main__":
    main(sys.argv[1:])
