"""The enhancements as issues: one for each, however often the script runs, and nothing in them that acts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from enhancement_roadmap.outputs.issues import HOSTS, SCRIPT, Host, issue_files
from support.command import roadmap
from support.fake_code_host import FakeCodeHost
from support.hostile import MARKED_UP, SEEN_BY_FEW, SHOWN_AS_TYPED, hostile_roadmap
from support.plain_plan import make_folder
from support.render_contexts import insight_of
from support.renderers import rendered
from support.roadmaps import enhancement, small
from support.site import WORKING_PANDA
from support.tools import JQ

DAY = ("--today", "2026-11-24")


def exported(data: Path, out: Path, host: str = "github", *options: str) -> Path:
    ran = roadmap("export", "--format", "issues", "--host", host, "--repo", "team/plan", "--out", out, *options, *DAY, data)
    assert ran.returncode == 0, ran.stderr
    return out / SCRIPT


@pytest.mark.parametrize("host", HOSTS)
def test_run_twice_there_is_one_issue_each_with_the_newest_text(host: str, tmp_path: Path) -> None:
    JQ.need()
    data = make_folder(tmp_path / "data", small())
    code_host, script = FakeCodeHost(tmp_path / "host"), exported(data, tmp_path / "out", host)
    first = code_host.run(script, "--apply")
    assert (first.returncode, first.stderr) == (0, "")
    made = code_host.issues
    assert [one["title"] for one in made] == ["First thing", "Second thing"]
    assert all(one["body"] == (tmp_path / "out" / "issues" / f"{_id(one['body'])}.md").read_text(encoding="utf-8") for one in made)
    code_host.have([{**one, "title": "Other", "body": f"{one['body']}\r\nsomebody's words"} for one in made])
    second = code_host.run(script, "--apply")
    assert second.stdout.splitlines() == [f"update #{one['number']}: {one['title']}" for one in made]
    assert code_host.issues == made


@pytest.mark.parametrize("host", HOSTS)
def test_it_says_what_it_would_do_until_it_is_told_to(host: str, tmp_path: Path) -> None:
    JQ.need()
    code_host, script = FakeCodeHost(tmp_path / "host"), exported(WORKING_PANDA, tmp_path / "out", host)
    ran = code_host.run(script)
    assert ran.stdout.count("create: ") == 9
    assert ran.stdout.endswith("Nothing was changed: add --apply to do it.\n")
    assert code_host.issues == []


@pytest.mark.parametrize("host", HOSTS)
def test_where_the_host_does_not_answer_nothing_is_made_twice(host: str, tmp_path: Path) -> None:
    code_host, script = FakeCodeHost(tmp_path / "host", broken=True), exported(WORKING_PANDA, tmp_path / "out", host)
    ran = code_host.run(script, "--apply")
    assert (ran.returncode != 0, ran.stdout, ran.stderr) == (True, "", "not logged in\n")


def test_what_is_done_and_what_somebody_has_written_an_issue_for_is_left_alone(tmp_path: Path) -> None:
    JQ.need()
    files = small(
        first=enhancement("first", 1, "First thing", "status: done").replace("text: The one", "status: done, text: The one"),
        second=enhancement("second", 2, "Second thing", "issue: team/plan#7"),
        third=enhancement("third", 3, "Third thing"),
    )
    code_host = FakeCodeHost(tmp_path / "host")
    code_host.have([{"number": 7, "state": "open", "title": "Mine", "body": "Mine, on <!-- roadmap: third -->"}])
    ran = code_host.run(exported(make_folder(tmp_path / "data", files), tmp_path / "out"), "--apply")
    assert ran.stdout.splitlines() == [
        "leave, finished: First thing",
        "leave, it has team/plan#7: Second thing",
        "create: Third thing",
    ]
    assert [one["title"] for one in code_host.issues] == ["Mine", "Third thing"]


def test_filters_choose_which(tmp_path: Path) -> None:
    exported(WORKING_PANDA, tmp_path / "out", "github", "--where", "priority=low")
    low = [item.id for item in insight_of(WORKING_PANDA).roadmap.enhancements if item.priority == "low"]
    assert sorted(path.stem for path in (tmp_path / "out" / "issues").iterdir()) == sorted(low)


def test_the_text_is_a_task_list(tmp_path: Path) -> None:
    tasks = """\
requirements:
  - {text: Outer, parts: [{text: Inner, done: 2026-05-01}, {text: Late, due: 2026-12-24, issue: team/plan#8}]}
  - {text: Gone, status: waived, why: Not here}
"""
    first = enhancement("first", 1, "First thing").replace("requirements:\n  - {id: one, text: The one requirement}\n", tasks)
    insight = insight_of(make_folder(tmp_path, small(first=first)))
    body = issue_files(insight, insight.roadmap.enhancements[:1], "github")["issues/first.md"]
    assert body.split("### Requirements\n\n")[1].split("\n\n")[0].splitlines() == [
        "- [ ] Outer",
        "  - [x] Inner",
        "  - [ ] Late (due 24 December 2026; team/plan#8)",
        "- Not needed: Gone (Not here)",
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_whatever_words_there_are_they_call_nobody_and_run_nothing(host: Host, tmp_path: Path) -> None:
    JQ.need()
    base = make_folder(tmp_path / "base", small(first=enhancement("first", 1, "First thing", "description: Said\nowner: [Ada]")))
    words = " ".join(
        [*SHOWN_AS_TYPED[:40], *MARKED_UP[:20], *SEEN_BY_FEW[:10], "$(touch pwned) `touch pwned` '; touch pwned; '", "@team #12"]
    )
    data = make_folder(tmp_path / "data", dict(hostile_roadmap(base, words)))
    bodies, harmless = (
        bodies_of(folder, host) for folder in (data, make_folder(tmp_path / "same", dict(hostile_roadmap(base, "Harmless!"))))
    )
    for body, same in zip(bodies, harmless, strict=True):
        page = rendered(body, "cmark-gfm")
        assert page.skeleton == rendered(same, "cmark-gfm").skeleton
        assert [alive.startswith("<!-- roadmap:") for alive in page.alive] == [True]
        assert not re.search(r"[@#](?=[\w])(?<!&#)", body.replace("### ", ""))
    code_host = FakeCodeHost(tmp_path / "host")
    assert code_host.run(exported(data, tmp_path / "out", host), "--apply").returncode == 0
    assert len(code_host.issues) == len(bodies)
    assert list(tmp_path.rglob("pwned*")) == []


def bodies_of(data: Path, host: Host) -> list[str]:
    insight = insight_of(data)
    return [text for name, text in issue_files(insight, insight.roadmap.enhancements, host).items() if name != SCRIPT]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "issues"), "name a folder for them with --out"),
        (("--format", "issues", "--repo", "$(x)", "--out", "x"), "write it as OWNER/NAME"),
        (("--format", "issues", "--host", "bitbucket", "--out", "x"), "'bitbucket' is not one of"),
    ],
)
def test_a_call_that_can_not_be_is_answered(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ran = roadmap("export", *arguments, WORKING_PANDA, cwd=tmp_path)
    assert ran.returncode == 2
    assert said in " ".join(ran.stderr.split())
    assert list(tmp_path.iterdir()) == []


def _id(body: str) -> str:
    return body.removeprefix("<!-- roadmap: ").partition(" ")[0]


def test_the_same_roadmap_gives_the_same_files() -> None:
    insight = insight_of(WORKING_PANDA)
    made = [json.dumps(dict(issue_files(insight, insight.roadmap.enhancements, "github"))) for _ in range(2)]
    assert made[0] == made[1]
