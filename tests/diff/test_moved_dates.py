"""Dates that move because of a change are told, with the reason: what alone would have moved them most."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.diff import difference
from enhancement_roadmap.outputs.difference.text_format import as_text
from support.differences import described, versions_of

TODAY_OF_CASES = "2026-07-01"
FILES = {
    "roadmap.yml": "title: Plan\n",
    "plan.yml": f"first_day: {TODAY_OF_CASES}\nteams:\n  - {{title: Platform, people: [Ada]}}\n",
    "enhancements/01-keys.yml": "title: Keys\nscope: {timeline: 2-3 weeks}\n",
    "enhancements/02-search.yml": "title: Search\nscope: {timeline: 4 weeks, depends_on: [keys]}\n",
}


def moved(folder: Path, **after: str) -> list[str]:
    found = difference(*versions_of(folder, FILES, {**FILES, **{name: text for name, text in after.items() if text}}))
    dates = ("finishes-later", "finishes-earlier", "date-lost", "date-gained", "totals-moved")
    return [line for line in described(found, derived=True) if line.startswith(dates) and "85 %" in line]


ADA = "because Ada is away 6 July 2026 to 31 July 2026"
AWAY = FILES["plan.yml"].replace("[Ada]", "[{name: Ada, away: 2026-07-06 to 2026-07-31}]")


def test_somebody_who_is_away_is_the_reason(tmp_path: Path) -> None:
    assert moved(tmp_path, **{"plan.yml": AWAY}) == [
        f"finishes-later [keys] done with 85 % by: '20 July 2026' -> '17 August 2026, {ADA}'",
        f"finishes-later [search] done with 85 % by: '17 August 2026' -> '14 September 2026, {ADA}'",
        "totals-moved [] all done with 85 % by: '17 August 2026' -> '14 September 2026'",
    ]


def test_of_several_changes_the_one_that_moves_it_most_is_the_reason(tmp_path: Path) -> None:
    keys = FILES["enhancements/01-keys.yml"].replace("2-3 weeks", "2-3.2 weeks")
    found = moved(tmp_path, **{"plan.yml": AWAY, "enhancements/01-keys.yml": keys})
    assert all("because Ada is away" in line for line in found[:2])


def test_an_estimate_moves_what_stands_behind_it(tmp_path: Path) -> None:
    found = moved(tmp_path, **{"enhancements/01-keys.yml": FILES["enhancements/01-keys.yml"].replace("2-3", "6-7")})
    assert found[1].endswith("14 September 2026, because Keys takes 6-7 weeks'")


def test_a_person_more_lets_it_end_earlier(tmp_path: Path) -> None:
    files = {"enhancements/02-search.yml": "title: Search\nscope: {timeline: 4 weeks}\n"}
    before = {**FILES, **files}
    after = {**before, "plan.yml": before["plan.yml"].replace("[Ada]", "[Ada, Grace]")}
    found = described(difference(*versions_of(tmp_path, before, after)), derived=True)
    assert any(line.startswith("finishes-earlier [") and "because Grace is in Platform now" in line for line in found)


def test_a_trigger_that_nobody_knows_takes_the_date_away(tmp_path: Path) -> None:
    keys = "title: Keys\ntrigger: Some day\nscope: {timeline: 2-3 weeks}\n"
    lost = [line for line in moved(tmp_path, **{"enhancements/01-keys.yml": keys}) if line.startswith("date-lost")]
    assert lost == [
        "date-lost [keys] done with 85 % by: '20 July 2026' -> None",
        "date-lost [search] done with 85 % by: '17 August 2026' -> None",
    ]


@pytest.mark.parametrize("plan", [FILES["plan.yml"].replace("Platform", "The platform"), FILES["plan.yml"].replace("[Ada]", "[Ada 99 %]")])
def test_what_moves_less_than_a_week_is_no_news(tmp_path: Path, plan: str) -> None:
    assert [line for line in moved(tmp_path, **{"plan.yml": plan}) if line.startswith("finishes")] == []


def test_people_read_what_moves_and_why(tmp_path: Path) -> None:
    text = as_text(difference(*versions_of(tmp_path, FILES, {**FILES, "plan.yml": AWAY})))
    assert "Finishes later" in text
    assert (
        f"  Finishes later: done with 85 % by  roadmap-data/enhancements/01-keys.yml:1\n    - 20 July 2026\n    + 17 August 2026, {ADA}\n"
        in text
    )


def test_days_are_told_as_days(tmp_path: Path) -> None:
    text = as_text(difference(*versions_of(tmp_path, FILES, {**FILES, "plan.yml": AWAY})))
    assert "people Ada: away" in text
    assert "2026-07-06 to 2026-07-31" in text
    assert "from: 2026" not in text
