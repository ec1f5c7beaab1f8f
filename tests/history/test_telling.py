"""What a commit changed is told as a planner would tell it."""

from __future__ import annotations

from datetime import date

import pytest

from enhancement_roadmap.diff import KINDS
from enhancement_roadmap.history import History
from enhancement_roadmap.history.changelog import BriefChange, told
from enhancement_roadmap.history.changelog.wording import told_subject, told_value
from enhancement_roadmap.views.charts.axes import FRAME
from enhancement_roadmap.views.charts.days import day_ticks
from support.repository import ScratchRepository, Version, make_repository
from support.roadmaps import small


def metrics(*values: tuple[str, int]) -> str:
    readings = "".join(f"      - {{on: {day}, value: {value}}}\n" for day, value in values)
    return f"metrics:\n  - id: users\n    title: daily active users\n    readings:\n{readings}"


@pytest.fixture
def repository(tmp_path_factory: pytest.TempPathFactory) -> ScratchRepository:
    months = [(f"2026-{month:02}-28", month) for month in range(1, 6)]
    return make_repository(
        tmp_path_factory.mktemp("told"),
        [
            Version(small(metrics=metrics(("2025-12-31", 1))), "Begin"),
            Version({"metrics.yml": metrics(("2025-12-31", 1), *months)}, "Add"),
            Version({"metrics.yml": metrics(("2025-12-31", 2), *months)}, "Correct"),
            Version({"metrics.yml": metrics(("2025-12-31", 2), *months[:4])}, "Take out"),
        ],
    )


def test_readings_of_a_metric_are_one_sentence(repository: ScratchRepository) -> None:
    rows = History(repository.data).changelog.rows()
    assert [[f"{one.what} {one.words}" for one in told(row.changes)] for row in rows[:3]] == [
        ["Reading of daily active users removed for 28 May 2026"],
        ["Reading of daily active users corrected for 31 December 2025, from 1 to 2"],
        ["Readings of daily active users added for January to May 2026"],
    ]


def changes(kind: str, count: int, subject: str = "", enhancements: int = 1) -> list[BriefChange]:
    found = KINDS[kind]
    return [
        BriefChange(found, f"e{number % enhancements}", f"Thing {number % enhancements}", subject, "", "", found.effect, 50)
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (changes("requirement-completed", 12, enhancements=4), ["Requirement completed 12 times, in 4 enhancements"]),
        (changes("requirement-completed", 5), ["Requirement completed 5 times, in Thing 0"]),
        (changes("enhancement-added", 10, enhancements=10), ["Added 10 enhancements"]),
        (changes("field-changed", 9, "costs", enhancements=9), ["Changed costs, in 9 enhancements"]),
        (changes("requirement-completed", 3), ["Requirement completed "] * 3),
    ],
)
def test_many_changes_of_a_kind_are_one_sentence_with_how_many(made: list[BriefChange], expected: list[str]) -> None:
    assert [f"{one.what} {one.words}" for one in told(made)] == expected
    assert sum(len(one.changes) for one in told(made)) == len(made)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 24), date(2026, 11, 27), ["24 Nov", "27 Nov 2026"]),
        (date(2025, 12, 30), date(2026, 1, 2), ["30 Dec 2025", "2 Jan 2026"]),
        (date(2026, 1, 5), date(2026, 11, 27), ["Jan 2026", "Nov 2026"]),
        (date(2021, 11, 27), date(2026, 11, 27), ["2023", "2024", "2025", "2026"]),
        (date(2000, 3, 1), date(2026, 11, 27), ["2007", "2013", "2019", "2025"]),
    ],
)
def test_an_axis_of_days_has_as_many_words_as_there_is_room_for(first: date, last: date, words: list[str]) -> None:
    ticks = day_ticks(first, last)
    assert [day.tick.label for day in ticks] == words
    assert all(FRAME.left <= day.tick.at <= FRAME.left + FRAME.width for day in ticks)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2027-01-04", "4 January 2027"),
        ({"from": "2027-01", "to": "2027-03"}, "January 2027 to March 2027"),
        ({"from": "2027-03", "to": "2027-03"}, "March 2027"),
        ({"also": [{"from": "2027-12-24", "to": "2028-01-02"}]}, "also 24 December 2027 to 2 January 2028"),
        ({"metric": "api-calls-per-day", "above": 10000, "below": None}, "api calls per day above 10,000"),
        (
            {"any": [{"metric": "users", "below": 5, "any": None}, {"event": "enterprise-sales", "all": None}]},
            "users below 5 or enterprise sales",
        ),
        (
            {"all": [{"any": [{"event": "a"}, {"event": "b"}]}, {"not": {"event": "c"}}]},
            "(a or b) and not c",
        ),
        (
            {"loss_prevented": "60000–200000", "reputation": "high", "example": True},
            "loss prevented 60,000–200,000, reputation high, example",
        ),
        ("1-2 sprints", "1-2 sprints"),
        (["security-team", "leadership"], "security-team, leadership"),
        (None, ""),
    ],
)
def test_values_are_told_as_people_say_them(value: object, words: str) -> None:
    assert told_value(value) == words


def test_an_entry_of_a_list_is_called_by_what_it_is() -> None:
    assert told_subject("reviews Monthly: covers") == "review Monthly: covers"
    assert told_subject("teams") == "teams"
    assert told_subject("costs") == "costs"
