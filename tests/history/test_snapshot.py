"""The roadmap at a commit is what the same files say in a folder, mistakes included."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.git import GitError, Repository
from enhancement_roadmap.history import load_at
from enhancement_roadmap.loading import Loaded, ParsedFiles, load, parsed
from support.plain_plan import PLAN, make_folder
from support.repository import ScratchRepository, Version, make_repository

SECOND = "enhancements/02-api-security.yml"
WRONG = "id: api-security\nnumber: 1\ntitel: x\n"


def at(scratch: ScratchRepository, ref: str = "HEAD", store: ParsedFiles | None = None, shown: str | None = None) -> Loaded:
    repository = Repository.around(scratch.path)
    return load_at(repository, ref, scratch.folder, shown, parsed=store)


def codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(finding.place.file, finding.code) for finding in loaded.findings]


@pytest.mark.parametrize("folder", ["roadmap-data", "", "plans/of the team"])
@pytest.mark.parametrize(
    "files",
    [
        {},
        {SECOND: WRONG},
        {"roadmaps.yml": "x", "enhancements/x.yaml": "x", "enhancements/deeper/y.yml": "x", ".hidden.yml": "x"},
        {"plan.yml": "x" * (1024 * 1024 + 1)},
        {"plan.yml": b"title: Caf\xe9\n", "governance.yml": "# nothing\n", SECOND: "\r\n"},
        {"plan.yml/x": "a folder"},
    ],
)
def test_it_reads_as_the_folder_does(tmp_path: Path, folder: str, files: dict[str, str | bytes]) -> None:
    scratch = make_repository(tmp_path, [{**PLAN, **files}], folder=folder)
    past, now = at(scratch, shown="data"), load(scratch.data, shown="data")
    assert (past.roadmap, past.findings, past.files, past.count) == (now.roadmap, now.findings, now.files, now.count)


def test_the_work_tree_and_its_line_ends_do_not_matter(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN])
    scratch.git("config", "core.autocrlf", "true")
    make_folder(scratch.data, {"roadmap.yml": "not: committed"})
    assert at(scratch).findings == ()


def test_positions_lead_into_the_old_file(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN, {"enhancements/01-database-security.yml": None}])
    old = at(scratch, "HEAD~1")
    name = old.files["database-security"]
    assert str(old.positions[name].of_value(("requirements", 0, "text"))) == "roadmap-data/enhancements/01-database-security.yml:7:28"
    assert at(scratch).files == {}


def test_links_are_not_followed_not_even_inside_the_folder(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [{**PLAN, "drafts/plan.yml": "sprint_weeks: 3"}])
    scratch.data.joinpath("plan.yml").symlink_to("drafts/plan.yml")
    scratch.data.joinpath("governance.yml").symlink_to("/etc/passwd")
    scratch.record()
    assert codes(at(scratch)) == [("roadmap-data/governance.yml", "RM103"), ("roadmap-data/plan.yml", "RM103")]


def test_a_folder_of_enhancements_that_is_a_link_or_a_submodule_is_not_entered(tmp_path: Path) -> None:
    other = make_repository(tmp_path / "other", [{"x.yml": "x"}])
    scratch = make_repository(tmp_path / "it", [{"roadmap.yml": PLAN["roadmap.yml"]}])
    scratch.data.joinpath("enhancements").symlink_to("../elsewhere")
    scratch.record()
    scratch.data.joinpath("enhancements").unlink()
    scratch.record()
    scratch.git(
        "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.path.resolve().as_uri(), "roadmap-data/enhancements"
    )
    scratch.record()
    assert codes(at(scratch, "HEAD~2")) == [("roadmap-data/enhancements", "RM103")]
    assert codes(at(scratch)) == [("roadmap-data/enhancements", "RM102")]


def test_a_folder_with_another_name_at_that_time_is_found(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN], folder="first")
    for before, after in (("first", "second"), ("second", "third/name")):
        scratch.move(before, after)
        scratch.folder = after
        scratch.record()
    scratch.commit({name: None for name in PLAN if name != "roadmap.yml"} | {"roadmap.yml": "title: All is new\n"})
    found = {ref: set(at(scratch, ref).files) for ref in ("HEAD~3", "HEAD~2", "HEAD~1", "HEAD")}
    assert found == {"HEAD~3": {"database-security"}, "HEAD~2": {"database-security"}, "HEAD~1": {"database-security"}, "HEAD": set()}
    assert at(scratch, "HEAD~3").positions["roadmap.yml"].file == "first/roadmap.yml"


def test_a_commit_without_the_folder_says_so(tmp_path: Path) -> None:
    scratch = make_repository(tmp_path, [PLAN])
    make_folder(tmp_path / "later", PLAN)
    scratch.folder = "later"
    with pytest.raises(GitError, match="has no folder ‘later’") as caught:
        at(scratch)
    assert caught.value.hint.startswith("Commit the folder first")


def test_a_file_that_did_not_change_is_understood_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = make_repository(tmp_path, [PLAN, {"plan.yml": "sprint_weeks: 3\n"}, {"plan.yml": "sprint_weeks: 4\n"}, {SECOND: WRONG}])
    understood: list[str] = []
    original = parsed.parse
    monkeypatch.setattr(parsed, "parse", lambda file: (understood.append(file.name), original(file))[1])
    store = ParsedFiles()
    for ref in ("HEAD~3", "HEAD~2", "HEAD~1", "HEAD", "HEAD~3"):
        assert at(scratch, ref, store).count == at(scratch, ref, store).count >= len(PLAN)
    assert sorted(understood) == sorted([*PLAN, "plan.yml", "plan.yml", SECOND])


def test_what_is_remembered_is_bounded_and_forgetting_changes_nothing(tmp_path: Path) -> None:
    plans = [Version({"plan.yml": f"sprint_weeks: {number}\n"}) for number in range(1, 9)]
    scratch = make_repository(tmp_path, [PLAN, *plans])
    store = ParsedFiles(most_bytes=40)
    weeks = [loaded.roadmap.plan.sprint_weeks for back in range(8) if (loaded := at(scratch, f"HEAD~{back}", store)).roadmap]
    assert weeks == [8, 7, 6, 5, 4, 3, 2, 1]
    kept = [identity for back in range(8) if store.content(identity := scratch.git("rev-parse", f"HEAD~{back}:roadmap-data/plan.yml"))]
    assert len(kept) <= 2
