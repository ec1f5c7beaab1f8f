"""Whatever data, git, names and options say: no command prints a character that steers a terminal, or that deceives its reader."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from enhancement_roadmap.cli import main
from enhancement_roadmap.cli.output import write
from enhancement_roadmap.sentences import WORD_JOINER, readable_text
from support.calls import ISSUES_FILE, PLAN_FILE, PRINTING, READINGS, Call, commands, variations
from support.command import roadmap
from support.hostile import hostile_roadmap
from support.plain_plan import make_folder
from support.repository import ScratchRepository, Version, make_repository
from support.site import WORKING_PANDA

DAY = "2026-11-24"
INVISIBLE = "a\u202eb\u2066c\u200bd\u2060e\u200ff\u061cg\ufeffh\xadi\u200dj\u2028k"
"""What a text of the data may hold."""
STEERING = f"\x1b]0;title\x07 \x1b[31m\x9b2J \x08\r{INVISIBLE}"
"""What a commit, a file's name or an option may hold too."""
TYPED = f"x{STEERING}\nroadmap: all is well"
NAME = STEERING.replace("\r", "")

_SEEN = re.compile("[^\n\x20-\x7e\xa0-\U0010ffff]|[\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2061-\u206f\ufeff\ud800-\udfff]")


def mischief(printed: str) -> list[str]:
    """What is in a text that steers or deceives, with what stands around it."""
    return [printed[max(0, found.start() - 30) : found.end() + 10] for found in _SEEN.finditer(printed)]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> ScratchRepository:
    """Hostile words in every field, on a branch, with a past of hostile commits."""
    made = make_repository(tmp_path_factory.mktemp("hostile") / f"work {NAME}", folder=f"data {NAME}")
    before, after = (dict(hostile_roadmap(WORKING_PANDA, f"{when} {INVISIBLE}")) for when in ("Before", "After"))
    author = f"Ada{STEERING}Planner <ada@example.org>"
    made.commit(Version(before, f"First {STEERING}", author, tag="v1\u202e\u200b\x9b"))
    made.branch("topic\u2066\u200b")
    made.commit(Version(after, f"Second {STEERING}", author))
    make_folder(made.path, {"readings.csv": READINGS, "plan.md": PLAN_FILE, "issues.json": ISSUES_FILE})
    made.path.joinpath(TYPED).mkdir()  # so that no call writes a file of this name, without a word
    return made


def called(call: Call, repository: ScratchRepository, data: Path | None = None) -> CompletedProcess[str]:
    """Call it on the day, where it knows of days."""
    knows = any(parameter.name == "today" for parameter in commands()[call.command].params)
    dated = Call(call.command, call.arguments, (*([f"--today={DAY}"] if knows else []), *call.options))
    return roadmap(*dated.words(data or repository.data, f"{call.command} {NAME}"), cwd=repository.path)


def test_every_command_is_tried() -> None:
    assert {call.command for call in PRINTING} == set(commands())


@pytest.mark.parametrize("call", PRINTING, ids=str)
def test_of_hostile_data_and_a_hostile_history_nothing_steers(call: Call, repository: ScratchRepository) -> None:
    ran = called(call, repository)
    assert ran.returncode in {0, 1}, ran.stderr
    assert ran.stdout
    assert mischief(ran.stdout + ran.stderr) == []


@pytest.mark.parametrize("call", PRINTING, ids=str)
def test_of_mistakes_in_files_of_hostile_names_nothing_steers(call: Call, tmp_path: Path) -> None:
    bad = {f"enhancements/{NAME}.yml": f'"{INVISIBLE}": "\\e[31m\\u202e"\n', f"plan{NAME}.yml": "", "roadmap.yml": f"{INVISIBLE}: [\n"}
    made = make_repository(tmp_path / NAME, [bad])
    hostile = {"readings.csv": f"metric,on,value\n{STEERING},{STEERING},{STEERING}\n", "plan.md": f"# {STEERING}\n\n- [ ] {STEERING}\n"}
    make_folder(made.path, hostile)
    ran = called(call, made)
    assert ran.stdout + ran.stderr
    assert mischief(ran.stdout + ran.stderr) == []


@pytest.mark.parametrize("call", PRINTING, ids=str)
def test_of_hostile_options_nothing_steers_and_nothing_adds_a_line(call: Call, repository: ScratchRepository) -> None:
    for hostile in variations(call, TYPED):
        ran = called(hostile, repository)
        assert ran.stdout + ran.stderr, hostile
        assert mischief(ran.stdout + ran.stderr) == [], hostile
        assert "\nroadmap: all is well" not in ran.stdout + ran.stderr, hostile


@pytest.mark.parametrize("words", [[TYPED], [f"--{TYPED}"], ["metric", TYPED], ["check", f"-{TYPED}"], ["explain", "--format", TYPED]])
def test_of_what_is_no_command_and_no_option_nothing_steers(words: list[str]) -> None:
    ran = roadmap(*words)
    assert ran.returncode == 2
    assert mischief(ran.stdout + ran.stderr) == []
    assert len(ran.stderr.splitlines()) == 4


@pytest.mark.parametrize("name", ["reviews.ics", "changes.atom", "roadmap.md", "changelog.md", "decisions.json"])
def test_a_file_is_the_same_whether_it_is_printed_or_written(name: str, repository: ScratchRepository, tmp_path: Path) -> None:
    words = ["export", "--today", DAY, name, str(repository.data)]
    printed = CliRunner().invoke(main, words).stdout_bytes
    assert roadmap(*words, "--out", tmp_path / name).returncode == 0
    assert tmp_path.joinpath(name).read_bytes() == printed


def test_a_message_is_as_many_lines_as_were_written(capsys: pytest.CaptureFixture[str]) -> None:
    write("one\ntwo", "three\x1b[1m\u202e\udcff", error=True)
    assert capsys.readouterr().err == "one\\ntwo\nthree\\x1b[1m\\u202e\\udcff\n"


def test_of_a_text_only_what_is_ours_has_an_effect() -> None:
    text = f"one\x1b[1m\r\ntwo{WORD_JOINER}\x1b[0m\x1b]0;title\x07\x1b[2J\rthree"
    assert readable_text(text) == f"one\\x1b[1m\r\ntwo{WORD_JOINER}\\x1b[0m\\x1b]0;title\\x07\\x1b[2J\\rthree"
    assert readable_text(text, styled=True) == f"one\x1b[1m\r\ntwo{WORD_JOINER}\x1b[0m\\x1b]0;title\\x07\\x1b[2J\\rthree"


def test_the_search_for_mischief_knows_every_control_character_and_every_turn_of_direction() -> None:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    hostile = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in {"Cc", "Cs"} or unicodedata.bidirectional(char) in turning
    ]
    assert [char for char in hostile if char != "\n" and not mischief(char)] == []
