"""Text reaches terminals, pipes and files of every kind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from support.command import ENVIRONMENT, roadmap_process
from support.plain_plan import PLAN, make_folder

PROGRAM = "from enhancement_roadmap.cli import main; main(prog_name='roadmap')"


@pytest.mark.parametrize(("command", "code"), [("explain", 0), ("check", 1)])
def test_a_reader_that_goes_away_is_no_error(command: str, code: int, tmp_path: Path) -> None:
    bad = {f"enhancements/{number:04}.yml": "titel: x\n" for number in range(2000)}
    folder = make_folder(tmp_path, {**PLAN, **bad})
    arguments = [sys.executable, "-c", PROGRAM, command, *([str(folder)] if command == "check" else [])]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == code


def test_characters_that_an_encoding_lacks_are_written_as_escapes(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "plan.yml": "zurich: 🔐\n"})
    ran = roadmap_process("check", folder, PYTHONIOENCODING="iso8859-1")
    assert ran.returncode == 1
    assert r"\u2018zurich\u2019 is not a key" in ran.stdout


def test_names_of_files_can_not_steer_a_terminal(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "enhancements/\x1b[31m\n.yml": "titel: x\n"})
    for form in ("text", "json", "github"):
        ran = roadmap_process("check", folder, "--format", form)
        assert ran.returncode == 1
        assert "\x1b" not in ran.stdout


def test_names_of_files_may_be_no_text_at_all(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "enhancements/\udcff.yml": "titel: x\n"})
    for form in ("text", "json", "github"):
        ran = roadmap_process("check", folder, "--format", form)
        assert ran.returncode == 1
        assert r"\udcff.yml" in ran.stdout
