"""What git can not do for us: each reason in a true sentence, and what to do about it."""

from __future__ import annotations

import errno
import signal

from enhancement_roadmap.sentences import visible

SHALLOW_HINT = (
    "Fetch the whole history: ‘git fetch --unshallow’; "
    "on GitHub ‘fetch-depth: 0’ for actions/checkout, on GitLab the variable ‘GIT_DEPTH: 0’."
)
"""How a shallow clone becomes a full one."""

_PARTIAL_HINT = "Fetch every file of every commit: ‘git fetch --refetch --no-filter’."
"""How a partial clone becomes a full one. Without ‘--no-filter’, git would fetch the same part once more."""

SHALLOW_AND_PARTIAL_HINT = "Fetch the whole history with every file: ‘git fetch --unshallow --refetch --no-filter’."
"""How a clone that is both becomes a full one: by two calls in the wrong order it would stay partial."""

BROKEN_HINT = "Try ‘git fsck’ in the repository, or clone it anew."
"""What to do about a repository that is damaged."""


class GitError(Exception):
    """Git can not tell what was asked.

    Args:
        message: what is wrong; one line.
        hint: what would be right; one line.
        public: the same for those who read a page, who are not at this machine: none of its paths, and nothing in git's own
            words, which may name some; empty where message and hint are fit for it.
    """

    def __init__(self, message: str, hint: str, public: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.public = public or f"{message}. {hint}"


class NoCommitError(GitError):
    """The repository can be read, and has no such commit."""


def git_error(doing: str, told: str) -> GitError:
    """What a failed call means.

    Args:
        doing: git's command.
        told: what it printed to its standard error, in English.
    """
    for sign, message, hint in _SAYINGS:
        if sign in told:
            return GitError(message.format(last_line(told)), _exact(told) or hint, f"{message.removesuffix(': {}')}. {hint}")
    hint = "Try it again; if it stays so, try ‘git fsck’ in the repository, and a newer git."
    return GitError(f"git {doing} failed: {last_line(told)}", hint, f"git {doing} failed. {hint}")


def _exact(told: str) -> str:
    """What to do, where git itself says it with the path that it means; else empty."""
    command = next((line.strip() for line in told.split("\n") if line.strip().startswith(_TRUST)), "")
    return f"If you trust it, tell git so: {visible(command)}" if command else ""


def gone(identity: str) -> GitError:
    """A file that a commit has is not in the repository."""
    return GitError(f"the repository has no file {identity[:8]}", _LACKING_HINT)


def last_line(told: str) -> str:
    """The line that says why git ended: the last that it calls fatal, else an error, else the last; in printable characters.

    Args:
        told: what it printed to its standard error, in English.
    """
    lines = [line.strip() for line in told.split("\n") if line.strip()]
    for begin in ("fatal: ", "error: ", ""):
        found = next((line for line in reversed(lines) if line.startswith(begin)), "")
        if found:
            return visible(found.removeprefix(begin))
    return "it does not say why"


def killed(doing: str, number: int) -> GitError:
    """Git was ended from outside.

    Args:
        doing: git's command.
        number: of the signal.
    """
    name = signal.Signals(number).name if number in {*signal.Signals} else f"signal {number}"
    return GitError(f"git {doing} was ended by {name}", "Perhaps the machine had no memory left; try it again when it is less busy.")


def too_slow(doing: str, seconds: float) -> GitError:
    """Git was ended because it took too long."""
    return GitError(f"git {doing} did not answer within {seconds:.0f} seconds", "Try it again when the machine or its disk is less busy.")


def no_start(error: OSError) -> GitError:
    """The system does not start the program."""
    is_short = error.errno in {errno.ENOMEM, errno.EAGAIN, errno.EMFILE, errno.ENFILE}
    hint = "Try it again when the machine is less busy." if is_short else "Install git, or check its permissions."
    return GitError(f"git can not be started: {visible(error.strerror or str(error))}", hint)


_OWNER = "git does not read this repository, because it belongs to somebody else"
_TRUST = "git config --global --add safe.directory"
_OWNER_HINT = f"If you trust it, tell git so: {_TRUST}, with the path of the repository."
_LACKING = "the clone is partial: it has no copy of a file that is needed"
_LACKING_HINT = f"{_PARTIAL_HINT} Or make a new clone, without ‘--filter’."
_MEMORY = "git has no memory left: {}"
_MEMORY_HINT = "Try it again when the machine is less busy, or give it more memory."
_BROKEN = "the repository can not be read completely: {}"

_SAYINGS = (
    ("dubious ownership", _OWNER, _OWNER_HINT),
    ("unsafe repository", _OWNER, _OWNER_HINT),
    ("ut of memory", _MEMORY, _MEMORY_HINT),
    ("malloc failed", _MEMORY, _MEMORY_HINT),
    ("annot allocate memory", _MEMORY, _MEMORY_HINT),
    ("promisor remote", _LACKING, _LACKING_HINT),
    ("' not allowed", _LACKING, _LACKING_HINT),
    ("missing blob", "the clone has no copy of a file that is needed", _LACKING_HINT),
    ("unable to read", _BROKEN, BROKEN_HINT),
    ("not a tree object", _BROKEN, BROKEN_HINT),
    ("corrupt", _BROKEN, BROKEN_HINT),
    ("cannot simplify commit", _BROKEN, BROKEN_HINT),
    ("traverse parents of commit", _BROKEN, BROKEN_HINT),
    ("bad object", _BROKEN, BROKEN_HINT),
)
"""What git says, what it means, and what to do."""
