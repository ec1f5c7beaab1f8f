"""``roadmap schema`` gives the JSON Schemas, one on the screen or all in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from enhancement_roadmap.loading import schema_files
from enhancement_roadmap.model import FILE_KINDS
from support.command import roadmap, roadmap_process


@pytest.mark.parametrize("kind", [kind.name for kind in FILE_KINDS])
def test_one_kind_is_printed(kind: str) -> None:
    ran = roadmap("schema", kind)
    assert (ran.returncode, ran.stdout) == (0, schema_files()[f"{kind}.schema.json"])


def test_all_are_written_into_a_folder_that_is_made_if_need_be(tmp_path: Path) -> None:
    for _ in range(2):
        ran = roadmap_process("schema", "--out", tmp_path / "a" / "schema")
        assert ran.returncode == 0, ran.stderr
        written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "a" / "schema").iterdir()}
        assert written == schema_files()


@pytest.mark.parametrize("arguments", [[], ["plan", "--out", "x"], ["plans"]])
def test_neither_or_both_is_a_mistake_of_the_call(arguments: list[str], tmp_path: Path) -> None:
    ran = roadmap("schema", *arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert not list(tmp_path.iterdir())


def test_a_folder_that_can_not_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    tmp_path.joinpath("file").touch()
    ran = roadmap("schema", "--out", tmp_path / "file" / "schema")
    assert ran.returncode == 2
    assert ran.stderr.startswith("roadmap: could not run: ")
    assert len(ran.stderr.splitlines()) == 1
