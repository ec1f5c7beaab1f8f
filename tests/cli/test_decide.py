"""``roadmap decide``: what to do now, for people and programs, and what would change it."""

from __future__ import annotations

import json
from pathlib import Path

from support.command import roadmap
from support.site import WORKING_PANDA

DAY = ("--today", "2026-11-24")


def test_it_lists_what_to_start_prepare_watch_and_leave() -> None:
    ran = roadmap("decide", WORKING_PANDA, *DAY)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("Start now (0)\n  Nothing is both triggered and ready.\n\n")
    assert "  1. Database Security [database-security], high, score 20\n" in ran.stdout
    assert "     Waits for: Database integration begins" in ran.stdout
    assert all(len(line) <= 100 for line in ran.stdout.splitlines())


def test_json_has_the_same_decisions_with_their_facts() -> None:
    result = json.loads(roadmap("decide", WORKING_PANDA, "--format", "json", *DAY).stdout)
    assert (result["schema_version"], result["today"]) == (1, "2026-11-24")
    decisions = {decision["id"]: decision for decision in result["decisions"]}
    assert len(decisions) == 9
    database = decisions["database-security"]
    assert (database["action"], database["score"], database["trigger"]["state"]) == ("watch", {"low": 20, "high": 20}, "waiting")
    assert len(database["missing"]) == 7
    assert database["reasons"][0]["fact"] == "trigger"
    assert "supposed" not in result


def test_a_supposed_fact_says_what_would_change_and_touches_nothing() -> None:
    before = {path: path.read_bytes() for path in WORKING_PANDA.rglob("*.yml")}
    ran = roadmap("decide", WORKING_PANDA, "--set", "daily_active_users=1200", "--set", "risk.api-security=5", *DAY)
    assert ran.stdout.startswith("Would change (1)\n  4. Security Monitoring: watch → prepare\n")
    assert "5. API Security [api-security], medium, score 20" in ran.stdout
    result = json.loads(roadmap("decide", WORKING_PANDA, "--set", "daily_active_users=1200", "--format", "json", *DAY).stdout)
    assert result["supposed"] == ["daily_active_users=1200"]
    assert result["changes"] == [{"id": "security-monitoring", "before": "watch", "after": "prepare"}]
    assert {path: path.read_bytes() for path in WORKING_PANDA.rglob("*.yml")} == before


def test_a_start_is_reached_by_supposing_what_is_missing() -> None:
    ran = roadmap("decide", WORKING_PANDA, "--set", "database-integration=yes", "--set", "readiness.database-security=yes", *DAY)
    assert "  1. Database Security: watch → start now\n" in ran.stdout
    assert "\nStart now (1)\n  1. Database Security [database-security], high, score 20\n" in ran.stdout


def test_what_changes_no_decision_says_so() -> None:
    assert "  No decision would be another.\n" in roadmap("decide", WORKING_PANDA, "--set", "developers=2", *DAY).stdout


def test_a_setting_that_does_not_fit_is_named_with_what_would() -> None:
    ran = roadmap("decide", WORKING_PANDA, "--set", "daily_activ_users=3")
    assert ran.returncode == 2
    assert ran.stderr.startswith(
        "roadmap: could not run: there is no metric or event ‘daily-activ-users’. Did you mean ‘daily-active-users’?"
    )
    assert ran.stdout == ""


def test_data_with_mistakes_are_named_and_decide_nothing(tmp_path: Path) -> None:
    (tmp_path / "roadmap.yml").write_text("version: 1\n", encoding="utf-8")
    ran = roadmap("decide", tmp_path)
    assert ran.returncode == 1
    assert "RM302" in ran.stderr
    assert ran.stdout == ""
