"""``roadmap build`` into a folder, and what is in a folder."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from enhancement_roadmap.cli import main

DAY = "2026-11-24"


def build(data: Path, out: Path, *arguments: str | Path) -> Result:
    """Run it in this process."""
    words = ["build", data, "--out", out, "--today", DAY, *arguments]
    return CliRunner().invoke(main, [str(word) for word in words])


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of change of every file, by its path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def contents(folder: Path) -> dict[str, bytes]:
    """Content of every file, by its path."""
    return {path: content for path, (content, _) in snapshot(folder).items()}


def errors(ran: Result) -> list[str]:
    """The first line of each finding that was printed."""
    return [line for line in ran.stderr.splitlines() if ": error " in line or ": warning " in line]
