"""``roadmap show`` gives every view in the terminal, with the options that a block in a page has."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.views import VIEWS
from support.command import roadmap
from support.plain_plan import PLAN, make_folder

SECOND = """\
id: api-security
number: 2
title: API *Security*
priority: low
owner: Ann
labels: [api]
trigger: {summary: When the API is public, kind: growth, when: {metric: api-calls-per-day, above: 1000}}
requirements:
  - {id: limits, text: Limit requests, status: done, done_on: 2025-06-03}
  - {id: keys, text: Rotate keys}
assessment: {risk: 4, impact: 2, why: The API is public.}
scope: {depends_on: [database-security], timeline: 1-2 sprints}
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_folder(tmp_path_factory.mktemp("show") / "data", {**PLAN, "enhancements/02-api.yml": SECOND})


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_a_form_for_the_terminal(view: str, data: Path) -> None:
    required = (name for name, field in VIEWS[view].options.model_fields.items() if field.is_required())
    options = [part for name in required for part in ("-o", f"{name}=api-security")]
    ran = roadmap("show", view, data, *options, "--today", "2025-06-30")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert ran.stdout.strip()
    assert "<" not in ran.stdout
    assert "\x1b" not in ran.stdout
    assert all(len(line) <= 100 for line in ran.stdout.splitlines())
    assert not any(line.endswith(" ") for line in ran.stdout.splitlines())


def test_a_table_is_a_table(data: Path) -> None:
    lines = roadmap("show", "table", data).stdout.splitlines()
    (row,) = [line for line in lines if "API" in line]
    assert row.split() == ["2", "API", "Security", "Low", "Proposed", "8", "1", "of", "2", "1-2", "sprints", "Ann"]


def test_options_choose_as_in_a_page(data: Path) -> None:
    def shown(*options: str) -> list[str]:
        output = roadmap("show", "table", data, *options).stdout
        return [name for name in ("Database", "API") if name in output]

    assert shown() == ["Database", "API"]
    assert shown("-o", "priority=low") == ["API"]
    assert shown("-o", "priority=low", "-o", "priority=high") == ["Database", "API"]
    assert shown("--option", "text=api") == ["API"]
    assert shown("-o", "limit=1") == ["Database"]


def test_a_narrow_terminal_gets_one_line_a_value(data: Path) -> None:
    wide, narrow = roadmap("show", "table", data).stdout, roadmap("show", "table", data, COLUMNS="40").stdout
    assert max(map(len, narrow.splitlines())) <= 40
    assert [line.split() for line in narrow.splitlines() if line.startswith("Owner")] == [["Owner", "–"], ["Owner", "Ann"]]
    assert {word for word in wide.split() if word.strip("─")} <= set(narrow.split())


def test_the_views_are_listed() -> None:
    lines = roadmap("show", "--list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(VIEWS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tabel"], "there is no view ‘tabel’. Did you mean ‘table’?"),
        (["table", "-o", "priorty=high"], "‘priorty’ is not a key at the top level. Did you mean ‘priority’?"),
        (["table", "-o", "priority=hihg"], "there is no priority ‘hihg’. Did you mean ‘high’?"),
        (["table", "-o", "limit=many"], "limit is not a whole number: ‘many’"),
        (["table", "-o", "priority"], "‘priority’ is not an option: write it as NAME=VALUE."),
        (["table", "-o", "text="], "text is empty"),
        (["facts"], "the key ‘enhancement’ is missing"),
        (["table", "-o", "view=matrix"], "not an option"),
    ],
)
def test_a_mistake_in_the_call_is_one_line(arguments: list[str], message: str, data: Path) -> None:
    view, *options = arguments
    ran = roadmap("show", view, data, *options)
    assert (ran.returncode, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert line.startswith("roadmap: could not run: ")
    assert message in line


def test_without_a_view_the_call_is_explained() -> None:
    ran = roadmap("show")
    assert ran.returncode == 2
    assert "--list" in ran.stderr


def test_bad_data_is_not_shown_but_named(tmp_path: Path) -> None:
    ran = roadmap("show", "table", make_folder(tmp_path, {**PLAN, "plan.yml": "a: 1\nb: 2\n"}))
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.count("RM301") == 2


def test_text_of_the_data_can_not_steer_the_terminal(tmp_path: Path) -> None:
    hostile = SECOND.replace("Ann", '"A\u202enn\u2028<script>x</script>[bold]:smile:"')
    for view in ("table", "facts"):
        options = ["-o", "enhancement=api-security"]
        ran = roadmap("show", view, make_folder(tmp_path, {**PLAN, "enhancements/02-api.yml": hostile}), *options, COLUMNS="300")
        assert ran.returncode == 0, ran.stderr
        assert r"A\u202enn" in ran.stdout
        assert "<script>x</script>[bold]:smile:" in ran.stdout
        assert all(char.isprintable() or char == "\n" for char in ran.stdout)


def test_the_day_decides_what_is_late(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "roadmap.yml": PLAN["roadmap.yml"] + "next_review: 2025-06-30\n"})
    assert "Overdue" not in roadmap("show", "reviews", folder, "--today", "2025-06-30").stdout
    assert "Overdue" in roadmap("show", "reviews", folder, "--today", "2025-07-01").stdout
    assert "Overdue" in roadmap("show", "reviews", folder, SOURCE_DATE_EPOCH="1767225600").stdout
