"""What a program uses of the processor and of memory, in a process of its own: a new one, or one that is split off (`forked`)."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import NamedTemporaryFile

from support.command import ENVIRONMENT
from support.forked import forked

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


def forked_used(*arguments: str | Path) -> Used:
    """Run ``roadmap`` to its end in a process that need not start Python nor import what every command needs.

    The memory is that of a whole process; the seconds are those of the command alone.
    """
    with NamedTemporaryFile("r") as answer:
        ran = forked([os.fspath(argument) for argument in arguments], Path.cwd(), partial(_tell_at_the_end, answer.name))
        seconds, megabytes = answer.read().split()
    return Used(float(seconds), float(megabytes), ran.returncode, ran.stdout + ran.stderr)


def _tell_at_the_end(place: str) -> None:
    Finalize(None, _tell, [Path(place)], exitpriority=0)


def _tell(place: Path) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    (peak,) = (line.split()[1] for line in Path("/proc/self/status").read_text("utf-8").splitlines() if line.startswith("VmHWM"))
    place.write_text(f"{used.ru_utime + used.ru_stime} {int(peak) / 1024}", encoding="utf-8")


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
