"""What is moved, renamed or removed is so wherever the plan or another enhancement names it; reviews that were held are noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.editing.data_folder import edit_folder
from support.command import roadmap
from support.folder import contents
from support.plain_plan import PLAN as PLAIN
from support.plain_plan import make_folder

PLAN = """\
# the plan
order: [b, a]   # b is asked for
phases:
  - title: First
    enhancements:
      - a   # soon
  - {title: Later, enhancements: [b, c]}
quarters:
  - title: Q1
"""
GOVERNANCE = "reviews:\n  - id: monthly\n    title: Monthly\n    cadence: monthly\n    task: Look   # at all\n"
FILES = {
    "roadmap.yml": PLAIN["roadmap.yml"],
    "plan.yml": PLAN,
    "governance.yml": GOVERNANCE,
    "enhancements/01-a.yml": "title: A\n",
    "enhancements/02-b.yml": "title: B\nscope:\n  depends_on:\n    - a\n",
    "enhancements/see.yml": "id: c   # short\nnumber: 3\ntitle: The third thing\nscope: {depends_on: [b, a]}\n",
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_folder(tmp_path / "roadmap-data", FILES)


def said(*words: str) -> tuple[int, str, str]:
    ran = roadmap(*words, SOURCE_DATE_EPOCH="1795737600")
    return ran.returncode, ran.stdout, ran.stderr


def changed(data: Path) -> dict[str, str | None]:
    """The files that are otherwise than they were; None for one that has gone."""
    there = {name: content.decode() for name, content in contents(data).items()}
    return {name: there.get(name) for name in {**FILES, **there} if there.get(name) != FILES.get(name)}


CASES = [
    (["move", "c", "--before", "a"], {"plan.yml": PLAN.replace("[b, a]", "[b, c, a]")}, "Order changed"),
    (["move", "b", "--after", "a"], {"plan.yml": PLAN.replace("[b, a]", "[a, b]")}, "Order changed"),
    (["move", "a", "--after", "c"], {"plan.yml": PLAN.replace("[b, a]", "[b, c, a]")}, "Order changed"),
    (
        ["move", "b", "--to", "first"],
        {"plan.yml": PLAN.replace("- a   # soon\n", "- a   # soon\n      - b\n").replace("[b, c]", "[c]")},
        "In a phase",
    ),
    (["move", "a", "--to", "Q1"], {"plan.yml": f"{PLAN}    enhancements:\n      - a\n"}, "In a quarter"),
    (
        ["rename", "a", "first-of-all"],
        {
            "plan.yml": PLAN.replace("[b, a]", "[b, first-of-all]").replace("- a   # soon", "- first-of-all   # soon"),
            "enhancements/01-a.yml": None,
            "enhancements/01-first-of-all.yml": "title: A\n",
            "enhancements/02-b.yml": FILES["enhancements/02-b.yml"].replace("- a", "- first-of-all"),
            "enhancements/see.yml": FILES["enhancements/see.yml"].replace("[b, a]", "[b, first-of-all]"),
        },
        "New id",
    ),
    (
        ["rename", "c", "d"],
        {"plan.yml": PLAN.replace("[b, c]", "[b, d]"), "enhancements/see.yml": FILES["enhancements/see.yml"].replace("id: c", "id: d")},
        "New id",
    ),
    (
        ["remove", "a", "--force"],
        {
            "plan.yml": PLAN.replace("[b, a]", "[b]").replace("    enhancements:\n      - a   # soon\n", "    # soon\n"),
            "enhancements/01-a.yml": None,
            "enhancements/02-b.yml": "title: B\n",
            "enhancements/see.yml": FILES["enhancements/see.yml"].replace("[b, a]", "[b]"),
        },
        "Removed",
    ),
    (
        ["review", "held", "Monthly", "--by", "Ada", "--verdict", "agreed"],
        {"governance.yml": f"{GOVERNANCE}    held:\n      - on: 2026-11-27\n        by: Ada\n        verdict: agreed\n"},
        "Added: reviews Monthly: held 27 November 2026",
    ),
]


@pytest.mark.parametrize(("words", "files", "meaning"), CASES, ids=[" ".join(case[0]) for case in CASES])
def test_it_is_so_wherever_it_is_named_and_what_it_means_is_said(
    words: list[str], files: dict[str, str | None], meaning: str, data: Path
) -> None:
    code, _, error = said(*words, "--dry-run")
    assert (code, error, changed(data)) == (0, "", {})
    code, out, error = said(*words)
    assert (code, error, changed(data)) == (0, "", files)
    assert meaning in out
    assert "\nTo go back to what git has: git restore -- roadmap-data/" in out
    assert roadmap("check").returncode == 0


def test_a_name_there_and_back_leaves_the_same_bytes(data: Path) -> None:
    for old, new in (("a", "x"), ("x", "a"), ("c", "y"), ("y", "c")):
        assert said("rename", old, new)[0] == 0
    assert changed(data) == {}


def test_without_an_order_only_what_comes_first_is_written(data: Path) -> None:
    data.joinpath("plan.yml").unlink()
    said("move", "c", "--before", "b")
    assert changed(data)["plan.yml"] == "order:\n  - a\n  - c\n  - b\n"


def test_what_stands_so_already_is_left_alone() -> None:
    for words in (["move", "b", "--before", "a"], ["move", "a", "--to", "First"]):
        assert said(*words) == (0, "Nothing to change: it is so already.\n", "")
    said("review", "held", "monthly")
    assert said("review", "held", "monthly")[1] == "Nothing to change: it is so already.\n"


MISTAKES = [
    (["move", "a", "--before", "a"], "‘a’ can not stand before itself"),
    (["move", "a", "--before", "cc"], "there is no enhancement ‘cc’."),
    (["remove", "Enhancement c"], "there is no enhancement ‘Enhancement c’. Valid: b, a, c\n"),
    (["rename", "the  third", "d"], "there is no enhancement ‘the third’. Did you mean ‘c’?"),
    (["rename", "Third thing", "d"], "there is no enhancement ‘Third thing’. Did you mean ‘c’? Valid: b, a, c\n"),
    (["rename", "THIRD", "d"], "there is no enhancement ‘THIRD’. Did you mean ‘c’? Valid: b, a, c\n"),
    (["rename", "the third thinq", "d"], "there is no enhancement ‘the third thinq’. Did you mean ‘c’? Valid: b, a, c\n"),
    (["move", "a"], "Say where to: --before, --after, --to or --out-of, one of them."),
    (["move", "a", "--to", "latter"], "there is no phase or quarter ‘latter’. Did you mean ‘later’? Valid: first, later, q1"),
    (["rename", "a", "b"], "there is an enhancement ‘b’ already, in enhancements/02-b.yml"),
    (["rename", "a", "A b"], "‘A b’ is no id: write ‘a-b’"),
    (["rename", "a", "../a"], "‘../a’ is no id"),
    (
        ["remove", "a"],
        "‘a’ is named elsewhere: enhancements/02-b.yml:4: scope.depends_on; enhancements/see.yml:4: scope.depends_on; plan.yml:2: order; ",
    ),
    (["review", "held", "montly"], "there is no review ‘montly’. Did you mean ‘monthly’?"),
    (["review", "held", "monthly", "--verdict", "fine"], "'fine' is not one of 'agreed', 'agreed-with-remarks', 'not-agreed'"),
]


@pytest.mark.parametrize(("words", "message"), MISTAKES, ids=[" ".join(case[0]) for case in MISTAKES])
def test_a_mistake_has_a_clear_answer_and_changes_nothing(words: list[str], message: str, data: Path) -> None:
    code, out, error = said(*words)
    assert (code, out, changed(data)) == (2, "", {})
    assert message in error


def test_whatever_moves_is_there_twice_before_it_is_gone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_: Path, **_options: bool) -> None:
        raise PermissionError("no")

    monkeypatch.setattr(Path, "unlink", fails)
    with pytest.raises(PermissionError):
        edit_folder(data, lambda _: {"enhancements/01-a.yml": None, "enhancements/01-x.yml": b"title: A\n"})
    assert data.joinpath("enhancements/01-x.yml").read_bytes() == data.joinpath("enhancements/01-a.yml").read_bytes()


def test_of_a_file_that_is_a_link_only_the_link_goes(data: Path) -> None:
    shared = data / "enhancements" / "shared"
    data.joinpath("enhancements/04-d.yml").symlink_to("shared")
    shared.write_text("title: D\n", encoding="utf-8")
    assert said("remove", "d")[0] == 0
    assert not data.joinpath("enhancements/04-d.yml").is_symlink()
    assert shared.read_text(encoding="utf-8") == "title: D\n"
