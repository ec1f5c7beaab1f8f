"""A full disk, a reader that has gone, folders that can not be read, odd names: each command ends with one clear line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.calls import ISSUES_FILE, PLAN_FILE, PRINTING, READINGS, WRITING, Call, commands
from support.command import roadmap
from support.forked import as_a_user, forked, fresh, on_a_full_disk, with_a_full_output, with_full_outputs, without_a_reader
from support.plain_plan import make_folder
from support.repository import ScratchRepository, make_repository
from support.site import WORKING_PANDA

ODD = {
    "no text, a line end, spaces": " \udcff one\ntwo ",
    "a hyphen at the start, and marks of shells, git and forms": "--all:(glob)~^@{1}$(x);'\"*?%s%20",
}
DEEP = {
    "brackets": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists": "{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "blocks": "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
    "loops": "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
    "itself": '{% include "table.html.j2" %}',
}
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files, limits and permissions")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> ScratchRepository:
    """The roadmap on ``main``, and a change of it on a branch."""
    files = {path.relative_to(WORKING_PANDA).as_posix(): path.read_text("utf-8") for path in WORKING_PANDA.rglob("*.yml")}
    made = make_repository(tmp_path_factory.mktemp("places") / "work", [files])
    made.branch("topic")
    made.commit({"roadmap.yml": files["roadmap.yml"].replace("title: ", "title: New ", 1)})
    made.git("gc", "--quiet")  # a repository in few files is copied in little time
    make_folder(made.path, {"readings.csv": READINGS, "plan.md": PLAN_FILE, "issues.json": ISSUES_FILE})
    return made


@pytest.fixture
def here(original: ScratchRepository, tmp_path: Path) -> Path:
    """A repository of its own, to be spoilt."""
    return shutil.copytree(original.path, tmp_path / "work")


def is_clear(ran: CompletedProcess[str]) -> bool:
    """Whether it ended well, with findings, or in one line that says why it could not."""
    whys = [line for line in ran.stderr.splitlines() if line.startswith(("roadmap: could not run: ", "Error: "))]
    is_told = len(whys) == 1 and ran.stderr.endswith(f"{whys[0]}\n") if ran.returncode == 2 else not whys
    return ran.returncode in {0, 1, 2} and is_told and "Traceback" not in ran.stdout + ran.stderr


def test_every_command_is_tried() -> None:
    assert {call.command for call in PRINTING} == set(commands())
    with_out = {name for name, command in commands().items() if any("--out" in parameter.opts for parameter in command.params)}
    assert {call.command for call in WRITING} >= with_out


@unix
@pytest.mark.parametrize("call", PRINTING, ids=str)
def test_under_standard_output_is_a_full_disk(call: Call, here: Path) -> None:
    ran = forked(call.words("roadmap-data", "out"), here, with_a_full_output)
    assert ran.stderr == "roadmap: could not run: standard output can not be written: No space left on device\n"
    assert ran.returncode == 2


@unix
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["check", "--help"], []], ids=" ".join)
def test_under_the_help_is_a_full_disk(words: list[str], tmp_path: Path) -> None:
    ran = forked(words, tmp_path, with_a_full_output)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr


@unix
@pytest.mark.parametrize("words", [["check"], ["check", "nowhere"], ["chek"], ["document"]], ids=" ".join)
def test_under_both_outputs_is_a_full_disk(words: list[str], here: Path) -> None:
    assert forked(words, here, with_full_outputs).returncode == 2


@unix
@pytest.mark.parametrize("place", [with_a_full_output, without_a_reader, on_a_full_disk, as_a_user], ids=lambda place: place.__name__)
def test_whatever_a_command_needs_is_imported_in_such_a_place(place: Callable[[], None], here: Path) -> None:
    words = ["show", "schedule", "roadmap-data"]
    new, split_off = fresh(words, here, place), forked(words, here, place)
    assert (new.returncode, new.stdout, new.stderr) == (split_off.returncode, split_off.stdout, split_off.stderr)


@unix
@pytest.mark.parametrize("call", PRINTING, ids=str)
def test_the_reader_has_gone_before_anything_is_printed(call: Call, here: Path) -> None:
    ran = forked(call.words("roadmap-data", "out"), here, without_a_reader)
    assert ran.returncode in {0, 1}, "as with a reader"
    assert ran.stderr == ""


@unix
@pytest.mark.parametrize("call", WRITING, ids=str)
def test_there_is_no_room_for_what_is_to_be_written(call: Call, here: Path) -> None:
    before = contents(here)
    ran = forked(call.words("roadmap-data", "out"), here, on_a_full_disk)
    assert ran.returncode == 2
    assert is_clear(ran), ran.stderr
    assert "File too large" in ran.stderr
    assert contents(here) == before, "what was there is as it was, and nothing is left over"


@unix
@pytest.mark.parametrize("call", WRITING, ids=str)
def test_nothing_can_be_written_where_it_should(call: Call, here: Path) -> None:
    for place in (here, here / "roadmap-data"):
        place.chmod(0o555)
    ran = forked(call.words("roadmap-data", "out"), here, as_a_user)
    assert ran.returncode == 2
    assert is_clear(ran), ran.stderr
    assert "Permission denied" in ran.stderr


@unix
@pytest.mark.parametrize("call", [call for call in PRINTING if "DATA" in str(call)], ids=str)
def test_the_roadmap_can_not_be_read(call: Call, here: Path) -> None:
    here.joinpath("roadmap-data").chmod(0o000)
    ran = forked(call.words("roadmap-data", "out"), here, as_a_user)
    here.joinpath("roadmap-data").chmod(0o755)
    assert ran.returncode == 2
    assert is_clear(ran), ran.stderr
    assert "Permission denied" in ran.stderr or "is not readable" in ran.stderr


@unix
@pytest.mark.parametrize("call", [call for call in PRINTING if "DATA" in str(call)], ids=str)
def test_a_file_of_the_roadmap_can_not_be_read(call: Call, here: Path) -> None:
    here.joinpath("roadmap-data/metrics.yml").chmod(0o000)
    ran = forked(call.words("roadmap-data", "out"), here, as_a_user)
    compares = call.command in {"diff", "preview"} or "--compare=main" in call.options
    assert ran.returncode in ({0} if compares else {1, 2}), "what is compared is read as far as it can be"
    assert is_clear(ran), ran.stderr
    assert "Permission denied" in ran.stdout + ran.stderr


@pytest.fixture
def odd(request: pytest.FixtureRequest, here: Path) -> tuple[Path, str]:
    """A folder with an odd name, in which the roadmap, one of its files and its branch have it too."""
    name: str = ODD[request.param]
    place = here.rename(here.with_name(name))
    place.joinpath("roadmap-data").rename(place / name)
    first = next(place.joinpath(name, "enhancements").glob("*.yml"))
    first.rename(first.with_name(f"{name}.yml"))
    return place, name


@unix
@pytest.mark.parametrize("odd", ODD, indirect=True)
@pytest.mark.parametrize("call", dict.fromkeys([*PRINTING, *WRITING]), ids=str)
def test_names_are_odd(call: Call, odd: tuple[Path, str]) -> None:
    place, name = odd
    ran = roadmap(*call.words(name, f"{name} out"), cwd=place)
    assert is_clear(ran), ran.stderr
    assert "\udcff" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("kind", DEEP)
def test_a_template_is_nested_too_deeply(kind: str, here: Path) -> None:
    make_folder(here, {"templates/table.html.j2": f"\n\n{DEEP[kind]}"})
    ran = roadmap("build", "--out", "out", "--templates", "templates", cwd=here)
    assert ran.returncode == 1
    assert is_clear(ran), ran.stderr
    assert "templates/table.html.j2:3: error RM703: the template can not be filled: " in ran.stderr
    assert not here.joinpath("out").exists()


def contents(folder: Path) -> dict[str, bytes]:
    """The files of the work tree."""
    files = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
