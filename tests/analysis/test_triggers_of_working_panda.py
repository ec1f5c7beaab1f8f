"""Each of the nine triggers of Working Panda, in its state for given readings, events and day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import MetricsFile, PartialDate
from support.render_contexts import insight_of

DATA = Path(__file__).parents[2] / "roadmap-data"
TODAY = date(2026, 10, 15)

DATABASE, ACCOUNTS, INPUT = "database-security", "authentication-security", "input-validation"
MONITORING, API, INFRASTRUCTURE = "security-monitoring", "api-security", "infrastructure-security"
COMPLIANCE, PERFORMANCE, AUTOMATION = "compliance", "performance-security", "security-automation"
EXPECTED = {"database-security", "authentication-security", "input-validation", INFRASTRUCTURE, COMPLIANCE}
"""What waits for events whose expected days are made up."""

Known = Mapping[str, Any]
"""Readings (date: value) by the ids of metrics; a date, or whether it happened, by the ids of events."""


def _insight(known: Known) -> Insight:
    """The roadmap with nothing known but this."""
    original = insight_of(DATA).roadmap
    metrics = [
        {"id": metric.id, "title": metric.title, "readings": [{"on": on, "value": value} for on, value in known.get(metric.id, {}).items()]}
        for metric in original.metrics.metrics
    ]
    events = [{"id": event.id, "title": event.title, **known.get(event.id, {})} for event in original.metrics.events]
    assert known.keys() <= {*(metric["id"] for metric in metrics), *(event["id"] for event in events)}
    return Insight(original.model_copy(update={"metrics": MetricsFile.model_validate({"metrics": metrics, "events": events})}), TODAY)


ON_THE_DAY = {"happened_on": "2026-10-15"}
TO_COME = {"happened_on": "2026-10-16"}
LAST_YEAR = {"happened_on": "2025-11"}
SOME_DAY = {"happened": "yes"}
NOT_YET = {"happened": "no"}

EVENTS = [
    (enhancement, event, *facts)
    for enhancement, event in (
        (DATABASE, "database-integration"),
        (ACCOUNTS, "user-accounts"),
        (INPUT, "user-input"),
        (API, "external-integrations"),
        (INFRASTRUCTURE, "multi-service-architecture"),
        (COMPLIANCE, "enterprise-sales"),
        (COMPLIANCE, "regulated-markets"),
        (PERFORMANCE, "high-traffic"),
    )
    for facts in (
        (ON_THE_DAY, "fired", "2026-10-15"),
        (LAST_YEAR, "fired", "2025-11"),
        (SOME_DAY, "fired", None),
        (TO_COME, "unknown" if enhancement == API else "waiting", None),
        (NOT_YET, "unknown" if enhancement == API else "waiting", None),
        ({}, "unknown" if enhancement == API else "waiting", None),
    )
]
"""While no call of the API has been counted, its trigger is unknown as long as no integration has been added."""


@pytest.mark.parametrize(("enhancement", "event", "facts", "state", "since"), EVENTS)
def test_an_event_fires_its_trigger(enhancement: str, event: str, facts: Known, state: str, since: str | None) -> None:
    evaluation = _insight({event: facts}).evaluations[enhancement]
    assert (evaluation.state, str(evaluation.since)) == (state, str(PartialDate.parse(since) if since else None))


METRICS = [
    (enhancement, metric, *facts)
    for enhancement, metric, threshold in (
        (MONITORING, "daily-active-users", 1000),
        (API, "api-calls-per-day", 10_000),
        (AUTOMATION, "developers", 5),
    )
    for facts in (
        ({}, "unknown", None),
        ({"2026-10-01": 0}, "waiting", None),
        ({"2026-10-01": threshold * 0.79}, "waiting", None),
        ({"2026-10-01": threshold * 0.8}, "near", None),
        ({"2026-10-01": threshold}, "near", None),
        ({"2026-10-01": threshold + 1}, "fired", "2026-10-01"),
        ({"2026-07-15": threshold + 1}, "fired", "2026-07-15"),
        ({"2026-07-14": threshold + 1}, "unknown", None),  # 93 days old
        ({"2026-06": threshold + 1}, "unknown", None),
        ({"2026-10-16": threshold + 1}, "unknown", None),  # of tomorrow
        ({"2026-10-01": threshold - 1, "2026-10-16": threshold + 1}, "near", None),
        ({"2026-08": threshold + 1, "2026-09": threshold + 2, "2026-10-01": threshold + 1}, "fired", "2026-08"),
        ({"2026-08": threshold + 1, "2026-09": threshold, "2026-10-01": threshold + 1}, "fired", "2026-10-01"),
        ({"2026-08": threshold + 1, "2026-09": threshold + 2, "2026-10-01": threshold}, "near", None),
        ({"2026-10-01": threshold + 1, "2026-08": 0}, "fired", "2026-10-01"),
    )
]


@pytest.mark.parametrize(("enhancement", "metric", "readings", "state", "since"), METRICS)
def test_a_metric_fires_its_trigger(enhancement: str, metric: str, readings: Known, state: str, since: str | None) -> None:
    evaluation = _insight({metric: readings}).evaluations[enhancement]
    assert (evaluation.state, str(evaluation.since)) == (state, str(PartialDate.parse(since) if since else None))


@pytest.mark.parametrize(
    ("known", "state", "since"),
    [
        ({"api-calls-per-day": {"2026-10-01": 9000}, "external-integrations": NOT_YET}, "near", None),
        ({"api-calls-per-day": {"2026-10-01": 9000}, "external-integrations": {"happened_on": "2026-09-01"}}, "fired", "2026-09-01"),
        ({"api-calls-per-day": {"2026-08-01": 10_001}, "external-integrations": {"happened_on": "2026-09-01"}}, "fired", "2026-08-01"),
        ({"api-calls-per-day": {"2026-01-01": 10_001}, "external-integrations": NOT_YET}, "unknown", None),
    ],
)
def test_the_api_waits_for_calls_or_for_integrations(known: Known, state: str, since: str | None) -> None:
    evaluation = _insight(known).evaluations[API]
    assert (evaluation.state, str(evaluation.since)) == (state, str(PartialDate.parse(since) if since else None))


@pytest.mark.parametrize(
    ("known", "since"),
    [
        ({"enterprise-sales": {"happened_on": "2026-09-01"}, "regulated-markets": {"happened_on": "2026-03"}}, "2026-03"),
        ({"enterprise-sales": {"happened_on": "2026-09-01"}, "regulated-markets": TO_COME}, "2026-09-01"),
    ],
)
def test_compliance_waits_for_the_first_of_two_events(known: Known, since: str) -> None:
    evaluation = _insight(known).evaluations[COMPLIANCE]
    assert (evaluation.state, evaluation.since) == ("fired", PartialDate.parse(since))


def test_each_trigger_has_its_condition_in_data() -> None:
    named = {
        item.id: [
            leaf.condition and (leaf.condition.metric or leaf.condition.event) for leaf in insight_of(DATA).evaluations[item.id].leaves
        ]
        for item in insight_of(DATA).roadmap.enhancements
    }
    assert named == {
        DATABASE: ["database-integration"],
        ACCOUNTS: ["user-accounts"],
        INPUT: ["user-input"],
        MONITORING: ["daily-active-users"],
        API: ["api-calls-per-day", "external-integrations"],
        INFRASTRUCTURE: ["multi-service-architecture"],
        COMPLIANCE: ["enterprise-sales", "regulated-markets"],
        PERFORMANCE: ["high-traffic"],
        AUTOMATION: ["developers"],
    }


def test_as_committed_nothing_has_fired_and_what_the_examples_say_is_marked() -> None:
    evaluations = insight_of(DATA, date(2026, 11, 1)).evaluations
    assert {name: evaluation.state for name, evaluation in evaluations.items()} == dict.fromkeys(evaluations, "waiting")
    assert {name for name, evaluation in evaluations.items() if evaluation.is_example} == {MONITORING, API, AUTOMATION, *EXPECTED}
    assert {name for name, evaluation in evaluations.items() if evaluation.forecast} == {MONITORING, API} | EXPECTED
    assert [leaf.no_forecast for leaf in evaluations[AUTOMATION].leaves] == ["fewer than 5 readings"]
