"""What made-up roadmaps are made of: texts as long as those of a real one."""

from __future__ import annotations

from typing import Any

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

METRICS: tuple[dict[str, Any], ...] = (
    {"id": "daily-active-users", "title": "daily active users", "values": (120, 32), "thresholds": (500, 800, 1000, 2500)},
    {"id": "api-calls", "title": "API calls", "unit": "calls/day", "values": (900, 260), "thresholds": (5000, 10_000, 50_000)},
    {"id": "stored-data", "title": "stored data", "unit": "GB", "values": (40, 5.5), "thresholds": (100, 150, 250, 500)},
    {"id": "failed-logins", "title": "failed logins", "unit": "logins/day", "values": (85, 0.5), "thresholds": (90, 120, 200)},
    {"id": "support-requests", "title": "support requests", "unit": "requests/week", "values": (14, 0.9), "thresholds": (25, 35, 60)},
    {"id": "developers", "title": "developers in the team", "values": (2, 0.25), "thresholds": (5, 8, 12)},
)
"""Metrics: their readings start at a value and change by so much a month; enhancements wait for the thresholds."""

EVENTS: tuple[dict[str, Any], ...] = (
    {"id": "integration", "title": "Integration begins"},
    {"id": "user-accounts", "title": "User accounts implemented", "happened_on": "2025-03-17"},
    {"id": "external-integrations", "title": "External integrations added", "happened_on": "2025-11"},
    {"id": "multi-service", "title": "Multi-service architecture"},
    {"id": "enterprise-sales", "title": "Enterprise sales", "happened_on": "2025-05-02"},
    {"id": "regulated-markets", "title": "Regulated markets"},
)

REVIEWS: tuple[dict[str, Any], ...] = (
    {"id": "monthly", "title": "Monthly", "cadence": "monthly", "task": "Review triggered enhancements", "covers": ["triggers"]},
    {"id": "quarterly", "title": "Quarterly", "cadence": "quarterly", "task": "Update priority scores", "covers": ["assessments"]},
    {"id": "annually", "title": "Annually", "cadence": "yearly", "task": "Complete review of the roadmap", "covers": ["roadmap"]},
)
STAKEHOLDERS: tuple[dict[str, Any], ...] = (
    {"id": "security", "name": "Security Team", "concern": "Technical feasibility and priority", "last_asked": "2025-06-04"},
    {"id": "product", "name": "Product Team", "concern": "Business alignment and timing"},
    {"id": "engineering", "name": "Engineering Team", "concern": "Implementation complexity and dependencies"},
    {"id": "leadership", "name": "Leadership", "concern": "Budget approval and strategic alignment"},
)
