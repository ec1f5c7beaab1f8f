"""A file is there as a whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from enhancement_roadmap.editing.writing import replace_file, write_whole

WRITERS = [write_whole, replace_file]


@pytest.mark.parametrize("write", WRITERS)
def test_bytes_are_written_as_they_are_and_nothing_is_left_beside_them(write: Callable[[Path, bytes], None], tmp_path: Path) -> None:
    for content in (b"a\r\nb\n", b"\xef\xbb\xbf\x00"):
        write(tmp_path / "plan.yml", content)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.yml": content}


@pytest.mark.parametrize("write", WRITERS)
def test_a_write_that_fails_leaves_the_file_as_it_was(
    write: Callable[[Path, bytes], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "plan.yml"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        write(file, b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.yml": b"old"}


@pytest.mark.parametrize("write", WRITERS)
def test_what_a_run_that_was_cut_short_left_behind_is_in_nobody_s_way(write: Callable[[Path, bytes], None], tmp_path: Path) -> None:
    tmp_path.joinpath(f".plan.yml.{os.getpid()}.tmp").write_bytes(b"ha")
    write(tmp_path / "plan.yml", b"half")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"plan.yml": b"half"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links and permissions")
def test_a_file_that_somebody_has_made_keeps_its_link_and_its_permissions(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "plan.yml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real.name)
    write_whole(link, b"new")
    assert (link.is_symlink(), real.read_bytes(), real.stat().st_mode & 0o777) == (True, b"new", 0o640)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")
def test_a_file_that_can_be_made_again_takes_the_place_of_a_link(tmp_path: Path) -> None:
    victim, file = tmp_path / "victim", tmp_path / "plan.md"
    victim.write_bytes(b"old")
    file.symlink_to(victim.name)
    replace_file(file, b"new")
    assert (file.is_symlink(), file.read_bytes(), victim.read_bytes()) == (False, b"new", b"old")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such file")
def test_what_is_no_file_is_written_to() -> None:
    write_whole(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()
