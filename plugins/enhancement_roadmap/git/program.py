"""The ``git`` program: found on the path, called without a shell, deaf to what a repository could make it run.

No call goes to the network, asks for a password, writes into the repository or runs a program that its configuration
names. Arguments are lists; those that come from outside are checked before (`refs`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import IO

from enhancement_roadmap.git.errors import git_error, killed, no_start, too_slow
from enhancement_roadmap.git.memory_file import memory_file

TIMEOUT = 300.0
"""Seconds after which a call is ended: a long history on a slow disk takes its time, and nothing is waited for for ever."""

_SETTINGS = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
    *("-c", "color.ui=false"),
    *("-c", "diff.relative=false"),
    *("-c", "diff.renameLimit=1000"),
    *("-c", "log.follow=false"),
    *("-c", "log.mailmap=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.showSignature=false"),
    *("-c", "mailmap.file="),
    *("-c", "mailmap.blob="),
)
_OF_A_REPOSITORY = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_EXTERNAL_DIFF",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
)
"""Variables that a hook of another repository leaves behind: the path decides which repository is meant (see `quarantine`)."""


def find_git() -> str | None:
    """The full path of the program; None where there is none, or only one that depends on the current folder."""
    found = shutil.which("git")
    return found if found is not None and Path(found).is_absolute() else None


class Git:
    """Calls git in one folder.

    Args:
        program: full path of the program.
        folder: where it runs.
        settings: options of git besides, for this repository.
        variables: variables of the environment besides, for this repository.
    """

    def __init__(self, program: str, folder: Path, settings: Sequence[str] = (), variables: Mapping[str, str] | None = None) -> None:
        self._program = program
        self._settings = settings
        self._variables = variables or {}
        self.folder = folder

    def command(self, *arguments: str) -> list[str]:
        """The whole argument list of a call."""
        return [self._program, "-C", str(self.folder), *_SETTINGS, *self._settings, *arguments]

    def answer(self, *arguments: str, said: bytes = b"") -> tuple[int, bytes, str]:
        """Run it to its end: exit code, standard output, and standard error in words.

        Args:
            arguments: the command and what belongs to it.
            said: its standard input.

        Raises:
            GitError: it does not start, does not end in time, or is killed.
        """
        try:
            with memory_file() or nullcontext() as shelf:
                ran = subprocess.run(  # noqa: S603 - a list without a shell; what comes from outside is checked by `refs`
                    self.command(*arguments),
                    env={**_environment(), **self._variables},
                    input=said,
                    stdout=subprocess.PIPE if shelf is None else shelf,
                    stderr=subprocess.PIPE,
                    timeout=TIMEOUT,
                    check=False,
                )
                output = ran.stdout if shelf is None else _all_of(shelf)
        except subprocess.TimeoutExpired as error:
            raise too_slow(arguments[0], TIMEOUT) from error
        except OSError as error:
            raise no_start(error) from error
        if ran.returncode < 0:
            raise killed(arguments[0], -ran.returncode)
        return ran.returncode, output, ran.stderr.decode("utf-8", "replace")

    def run(self, *arguments: str, said: bytes = b"") -> bytes:
        """Run it to its end, and give what it prints.

        Args:
            arguments: the command and what belongs to it.
            said: its standard input.

        Raises:
            GitError: it failed.
        """
        code, printed, told = self.answer(*arguments, said=said)
        if code != 0:
            raise git_error(arguments[0], told)
        return printed


def _all_of(shelf: IO[bytes]) -> bytes:
    shelf.seek(0)
    return shelf.read()


def _environment() -> Mapping[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in _OF_A_REPOSITORY and not key.startswith("GIT_TRACE")}
    return {
        **kept,
        "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks, by a program that its configuration names
        "GIT_FLUSH": "0",  # all is read at the end: no need to hand over each commit by itself
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LANGUAGE": "C",
        "LC_ALL": "C",
    }
