"""The data as they lie there are held against the commit at which their branch left another."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.diff import Comparison
from enhancement_roadmap.findings import ComparisonError
from enhancement_roadmap.history import Versions, compare
from enhancement_roadmap.loading import load
from support.plain_plan import make_folder
from support.previews import BEFORE, branch
from support.render_contexts import TODAY
from support.repository import ScratchRepository, make_repository
from support.roadmaps import enhancement, small


def _compared(repository: ScratchRepository, ref: str = "main") -> Comparison:
    return compare(Versions(ref), repository.data, load(repository.data), TODAY).comparison


def _marks(comparison: Comparison) -> dict[str, list[str]]:
    found = comparison.difference
    return {"new": list(found.added), "changed": list(found.changed), "removed": list(found.removed)}


def test_what_happened_on_the_other_branch_since_then_is_none_of_the_change(tmp_path: Path) -> None:
    comparison = _compared(branch(tmp_path))
    assert _marks(comparison) == {"new": ["fifth"], "changed": ["fourth"], "removed": ["third"]}


def test_what_is_not_committed_counts(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [BEFORE])
    made.write({"enhancements/fifth.yml": enhancement("fifth", 5, "Fifth thing")})
    assert _marks(_compared(made)) == {"new": ["fifth"], "changed": [], "removed": []}


def test_it_says_against_which_commit_of_which_day(tmp_path: Path) -> None:
    made = branch(tmp_path)
    short = made.git("merge-base", "main", "topic")[:8]
    assert _compared(made).base == f"main ({short}, 6 January 2025)"


def test_a_commit_named_by_its_id_is_not_named_twice(tmp_path: Path) -> None:
    made = branch(tmp_path)
    identity = made.git("merge-base", "main", "topic")
    assert _compared(made, identity).base == f"{identity[:8]} (6 January 2025)"


def test_a_branch_that_only_the_remote_has_is_found(tmp_path: Path) -> None:
    clone = branch(tmp_path / "origin").clone(tmp_path / "clone")
    assert clone.git("branch", "--list", "main") == ""
    assert _marks(_compared(clone))["new"] == ["fifth"]


def test_an_enhancement_with_another_id_is_known_by_what_it_was(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    moved = enhancement("other", 2, "Second thing", "scope: {depends_on: [first]}\nlabels: [alpha, Beta one]")
    made.write({"enhancements/second.yml": moved})
    comparison = _compared(made)
    was = comparison.was("other")
    assert was is not None
    assert was.id == "second"
    assert comparison.mark("other") == "changed"


def test_where_the_other_branch_has_no_roadmap_yet_everything_is_new(tmp_path: Path) -> None:
    made = make_repository(tmp_path)
    (tmp_path / "README").write_text("Nothing yet", encoding="utf-8")
    made.record()
    made.branch("topic")
    made.commit(small())
    comparison = _compared(made)
    assert _marks(comparison) == {"new": ["first", "second"], "changed": [], "removed": []}
    assert comparison.base.endswith("which has no roadmap yet")


def test_a_data_folder_that_was_moved_is_the_same_roadmap(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()], folder="old/plan")
    made.branch("topic")
    made.move("old/plan", "roadmap-data")
    made.record()
    made.folder = "roadmap-data"
    assert _marks(_compared(made)) == {"new": [], "changed": [], "removed": []}


def _message(data: Path, ref: str) -> str:
    with pytest.raises(ComparisonError) as raised:
        compare(Versions(ref), data, load(data), TODAY)
    return str(raised.value)


def test_a_shallow_clone_says_how_to_fetch_the_rest(tmp_path: Path) -> None:
    clone = branch(tmp_path / "origin").clone(tmp_path / "clone", depth=1)
    assert "fetch-depth: 0" in _message(clone.data, "main")


def test_a_shallow_clone_of_both_branches_does_not_know_where_they_parted(tmp_path: Path) -> None:
    clone = branch(tmp_path / "origin").clone(tmp_path / "clone", depth=1)
    clone.git("fetch", "--quiet", "--depth=1", "origin", "main:main")
    message = _message(clone.data, "main")
    assert "does not tell where the branch left ‘main’" in message
    assert "fetch-depth: 0" in message


def test_without_a_repository_it_says_what_is_needed(tmp_path: Path) -> None:
    assert "is in no git repository" in _message(make_folder(tmp_path / "data", small()), "main")


@pytest.mark.parametrize("ref", ["--output=/tmp/x", "", "a..b", "main:secret", "no-such-branch", "x\ny"])
def test_what_is_no_name_of_a_commit_never_reaches_git_as_more(ref: str, tmp_path: Path) -> None:
    message = _message(branch(tmp_path).data, ref)
    assert "\n" not in message


BROKEN = "id: [\n"
THIRD = "enhancements/third.yml"


def test_a_file_with_mistakes_counts_as_it_was(tmp_path: Path) -> None:
    made = branch(tmp_path)
    made.write({"enhancements/fourth.yml": BROKEN})
    comparison = _compared(made)
    assert _marks(comparison) == {"new": ["fifth"], "changed": [], "removed": ["third"]}
    assert {finding.place.file.removeprefix(f"{made.data.as_posix()}/") for finding in comparison.mistakes} == {"enhancements/fourth.yml"}
    assert not comparison.mistakes_before


def test_a_file_with_mistakes_in_the_older_version_counts_as_it_is_now(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [{**small(), "enhancements/first.yml": BROKEN, "metrics.yml": "metrics: 7\n"}])
    made.write({**small(), THIRD: enhancement("third", 3, "Third thing"), "metrics.yml": None})
    comparison = _compared(made)
    assert _marks(comparison) == {"new": ["third"], "changed": [], "removed": []}
    assert not comparison.mistakes
    assert len({finding.place.file for finding in comparison.mistakes_before}) == 2


def test_a_new_file_with_mistakes_counts_as_missing_and_what_refers_to_it_is_compared_without_that(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    refers = enhancement("first", 1, "Renamed", "scope: {depends_on: [third]}")
    plan = "phases: [{id: one, number: 1, title: Start, summary: First, enhancements: [third, first]}]\n"
    made.write({THIRD: BROKEN, "enhancements/first.yml": refers, "plan.yml": plan})
    comparison = _compared(made)
    assert _marks(comparison) == {"new": [], "changed": ["first"], "removed": []}
    assert [change.subject for change in comparison.difference.changes if change.enhancement is None and not change.is_derived] == [
        "phases Start"
    ]
    assert {finding.place.file.rpartition("/")[2] for finding in comparison.mistakes} == {"third.yml"}


def test_a_file_that_counts_as_it_was_may_name_what_is_removed(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    made.write({"enhancements/first.yml": None, "enhancements/second.yml": BROKEN})
    assert _marks(_compared(made)) == {"new": [], "changed": ["second"], "removed": ["first"]}


def test_a_long_chain_behind_a_mistake_is_compared_all_the_same(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    chain = {f"c{place}": enhancement(f"c{place}", place, "Link", f"scope: {{depends_on: [c{place - 1}]}}") for place in range(101, 141)}
    made.write({"enhancements/c100.yml": BROKEN, **{f"enhancements/{name}.yml": text for name, text in chain.items()}})
    assert _marks(_compared(made))["new"] == list(chain)


def test_a_mistake_amid_many_that_are_renumbered_leaves_all_as_they_were(tmp_path: Path) -> None:
    names = [f"c{place}" for place in range(100, 150)]
    before = {f"enhancements/{name}.yml": enhancement(name, place, "Thing") for place, name in enumerate(names, 10)}
    made = make_repository(tmp_path, [{**small(), **before}])
    after = {f"enhancements/{name}.yml": enhancement(name, place, "Thing") for place, name in enumerate(names, 11)}
    made.write({**after, "enhancements/c100.yml": BROKEN})
    comparison = _compared(made)
    assert not comparison.difference.removed
    assert {finding.place.file.rpartition("/")[2] for finding in comparison.mistakes} == {"c100.yml"}


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    made = branch(tmp_path)
    with pytest.raises(ComparisonError, match="‘plans’ can not be read as a roadmap folder"):
        compare(Versions("main"), made.path / "nowhere", None, TODAY, "plans")


def test_a_description_of_the_roadmap_that_is_broken_or_gone_counts_as_it_was(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [small()])
    for change in ({"roadmap.yml": "title: [\n"}, {"roadmap.yml": None}):
        made.write({**change, THIRD: enhancement("third", 3, "Third thing")})
        comparison = _compared(made)
        assert _marks(comparison)["new"] == ["third"]
        assert comparison.mistakes


def test_of_the_same_file_broken_in_both_nothing_is_said(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [{**small(), THIRD: BROKEN}])
    made.write({THIRD: "id: {\n", "enhancements/second.yml": None})
    comparison = _compared(made)
    assert _marks(comparison) == {"new": [], "changed": [], "removed": ["second"]}
    assert comparison.mistakes
    assert comparison.mistakes_before


def test_a_version_of_which_nothing_can_be_read_is_refused_with_its_mistakes(tmp_path: Path) -> None:
    made = make_repository(tmp_path, [{**small(), "roadmap.yml": "title: [\n"}])
    made.write({"roadmap.yml": "title: {\n"})
    with pytest.raises(ComparisonError, match="nothing of the roadmap can be read in main ") as raised:
        _compared(made)
    assert [finding.place.file.rpartition("/")[2] for finding in raised.value.findings] == ["roadmap.yml"]
