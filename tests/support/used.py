"""What a program uses of the processor and of memory, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from support.command import ENVIRONMENT

_TELL = """
import atexit, os, resource
def tell():
    used = resource.getrusage(resource.RUSAGE_SELF)
    # The peak that getrusage tells starts with that of the process that ran this one; the kernel's own mark does not.
    peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
    with os.fdopen(int(os.environ["USED_TO"]), "w") as told:
        print(used.ru_utime + used.ru_stime, int(peak[0]) / 1024, file=told)
atexit.register(tell)
"""


@dataclass(frozen=True)
class Used:
    """One call.

    Attributes:
        seconds: of the processor.
        megabytes: of memory at the most, in MiB.
        exit_code: of the process.
        output: what it printed; standard error follows standard output.
    """

    seconds: float
    megabytes: float
    exit_code: int
    output: str


def roadmap_used(*arguments: str | Path) -> Used:
    """Run ``roadmap`` to its end."""
    return python_used("from enhancement_roadmap.cli import main; main(prog_name='roadmap')", *arguments)


def python_used(program: str, *arguments: str | Path, told: str = "") -> Used:
    """Run a program of Python to its end.

    Args:
        program: its text.
        arguments: what it is called with.
        told: its standard input.
    """
    read, write = os.pipe()
    with os.fdopen(read) as answer:
        ran = subprocess.run(
            [sys.executable, "-c", _TELL + program, *arguments],
            input=told,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**ENVIRONMENT, "USED_TO": str(write)},
            pass_fds=[write],
            timeout=120,
            check=False,
        )
        os.close(write)
        seconds, megabytes = answer.read().split()
    return Used(float(seconds), float(megabytes), ran.returncode, ran.stdout + ran.stderr)
