"""The command ``roadmap``: called in this process, or run as a user runs it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from enhancement_roadmap.cli import main

_NOT_TOLD = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH")
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in _NOT_TOLD}


def roadmap(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Call it with the output in pipes, and wait for its end; what it does not catch is raised.

    A start of Python and of all that is imported takes a second. What depends on it, such as an encoding or a pipe that breaks,
    needs `roadmap_process`.
    """
    words = [str(argument) for argument in arguments]
    told = {**dict.fromkeys(_NOT_TOLD), "COLUMNS": "100", **environment}
    with chdir(cwd or Path.cwd()):
        ran = CliRunner(env=told).invoke(main, words, catch_exceptions=False, prog_name="roadmap")
    return subprocess.CompletedProcess(words, ran.exit_code, ran.stdout, ran.stderr)


def roadmap_process(
    *arguments: str | Path, cwd: Path | None = None, under: Sequence[str] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run it, and wait for its end.

    Args:
        arguments: what it is called with.
        cwd: the folder to run it in.
        under: a program that starts it, with its arguments.
        environment: what it is told besides.
    """
    return subprocess.run(
        [*under, sys.executable, "-c", "from enhancement_roadmap.cli import main; main(prog_name='roadmap')", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**ENVIRONMENT, "COLUMNS": "100", **environment},
        timeout=60,
        check=False,
    )
