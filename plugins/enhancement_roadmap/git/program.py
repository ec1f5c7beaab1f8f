"""The ``git`` program: found on the path, called without a shell, deaf to what a repository could make it run.

No call goes to the network, asks for a password, writes into the repository or runs a program that its configuration
names. Arguments are lists; those that come from outside are checked before (`refs`).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from io import BufferedReader, FileIO
from pathlib import Path
from typing import IO

from enhancement_roadmap.git.errors import GitError, git_error
from enhancement_roadmap.git.patience import Patience

PATIENCE = 60.0
"""Seconds to wait for an answer of git, or for its next part, before it is ended."""

_PART = 1 << 16
"""Bytes that are read at once."""

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
"""Variables that a hook of another repository leaves behind: the path decides which repository is meant."""


def find_git() -> str | None:
    """The full path of the program; None where there is none, or only one that depends on the current folder."""
    found = shutil.which("git")
    return found if found is not None and Path(found).is_absolute() else None


class Git:
    """Calls git in one folder.

    Args:
        program: full path of the program.
        folder: where it runs.
    """

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self.folder = folder

    def command(self, *arguments: str) -> list[str]:
        """The whole argument list of a call."""
        return [self._program, "-C", str(self.folder), *_SETTINGS, *arguments]

    def answer(self, *arguments: str) -> tuple[int, bytes, str]:
        """Run it to its end: exit code, standard output, and standard error in words.

        Raises:
            GitError: it does not end, or does not start.
        """
        try:
            ran = subprocess.run(  # noqa: S603 - a list without a shell; what comes from outside is checked by `refs`
                self.command(*arguments), env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise _too_slow(arguments[0]) from error
        except OSError as error:
            raise _no_start(error) from error
        return ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "replace")

    def run(self, *arguments: str) -> bytes:
        """Run it to its end, and give what it prints.

        Raises:
            GitError: it failed.
        """
        code, printed, told = self.answer(*arguments)
        if code != 0:
            raise git_error(arguments[0], told)
        return printed

    @contextmanager
    def started(self, *arguments: str) -> Iterator[Conversation]:
        """Talk with it while it runs; it is ended when the block is left, however that happens.

        Raises:
            GitError: it does not start.
        """
        with tempfile.TemporaryFile() as told:
            try:
                process = subprocess.Popen(  # noqa: S603 - a list without a shell; what comes from outside is checked by `refs`
                    self.command(*arguments), env=_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told, bufsize=0
                )
            except OSError as error:
                raise _no_start(error) from error
            with process:
                try:
                    with closing(Conversation(arguments[0], process, told)) as conversation:
                        yield conversation
                finally:
                    process.kill()


class Conversation:
    """What is said to a running git, and what it answers; every wait has an end."""

    def __init__(self, doing: str, process: subprocess.Popen[bytes], told: IO[bytes]) -> None:
        if process.stdin is None or process.stdout is None:  # pragma: no cover - both are pipes
            raise TypeError
        self._too_slow = False
        self._doing = doing
        self._process = process
        self._told = told
        self._to = process.stdin
        self._from = BufferedReader(FileIO(process.stdout.fileno(), closefd=False), _PART)
        self._patience = Patience(PATIENCE, self._give_up)

    @contextmanager
    def patience(self) -> Iterator[None]:
        """Git is ended when the block takes too long, so that reading from it comes to an end.

        Raises:
            GitError: it took too long.
        """
        try:
            with self._patience:
                yield
        except (EOFError, OSError) as error:
            raise self._failure() from error

    def say(self, data: bytes) -> None:
        """Write to its standard input; not more at once than a pipe holds."""
        self._to.write(data)
        self._to.flush()

    def line(self) -> bytes:
        """The next line of its output.

        Raises:
            EOFError: there is none.
        """
        line = self._from.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        return line[:-1]

    def read(self, count: int) -> bytes:
        """So many bytes of its output.

        Raises:
            EOFError: it ends before.
        """
        data = self._from.read(count)
        if len(data) < count:
            raise EOFError
        return data

    def chunks(self) -> Iterator[bytes]:
        """All of its output, as it comes.

        Raises:
            GitError: it failed, or took too long.
        """
        self._to.close()
        while True:
            with self.patience():
                chunk = self._from.read1(_PART)
            if not chunk:
                break
            yield chunk
        with self.patience():
            code = self._process.wait()
        if code != 0:
            raise self._failure()

    def close(self) -> None:
        """Nothing is waited for any more."""
        self._patience.close()

    def _give_up(self) -> None:
        self._too_slow = True
        self._process.kill()

    def _failure(self) -> GitError:
        """Why it ended early."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        if self._too_slow:
            return _too_slow(self._doing)
        self._told.seek(0)
        return git_error(self._doing, self._told.read(10_000).decode("utf-8", "replace"))


def _environment() -> Mapping[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in _OF_A_REPOSITORY and not key.startswith("GIT_TRACE")}
    return {
        **kept,
        "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks, by a program that its configuration names
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LANGUAGE": "C",
        "LC_ALL": "C",
    }


def _too_slow(doing: str) -> GitError:
    return GitError(f"git {doing} did not answer within {PATIENCE:.0f} seconds", "Try it again when the machine or its disk is less busy.")


def _no_start(error: OSError) -> GitError:
    return GitError(f"git can not be started: {error.strerror or error}", "Install git, or check its permissions.")
