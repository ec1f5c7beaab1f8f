"""What git can not do for us, in words."""

from __future__ import annotations


class GitError(Exception):
    """Git can not tell what was asked.

    Args:
        message: what is wrong; one line.
        hint: what would be right; one line.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def git_error(doing: str, told: str) -> GitError:
    """What a failed call means.

    Args:
        doing: git's command.
        told: what it printed to its standard error, in English.
    """
    for sign, message, hint in _SAYINGS:
        if sign in told:
            return GitError(message, hint)
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    fatal = next((line for line in lines if line.startswith(("fatal:", "error:"))), lines[0] if lines else "it says no more")
    return GitError(f"git {doing} failed: {fatal}", "Try ‘git fsck’ in the repository, and a newer git.")


_OWNER = "git does not read this repository, because it belongs to somebody else"
_OWNER_HINT = "If you trust it, tell git so: git config --global --add safe.directory, with the path of the repository."
_OBJECT_HINT = "The clone lacks a part of its history: fetch all of it, for example with ‘git fetch --refetch’ or by a new, full clone."

_SAYINGS = (
    ("dubious ownership", _OWNER, _OWNER_HINT),
    ("unsafe repository", _OWNER, _OWNER_HINT),
    ("promisor remote", "the clone is partial: it has no copy of a file that is needed", _OBJECT_HINT),
    ("not allowed", "the clone is partial: it has no copy of a file that is needed", _OBJECT_HINT),
    ("missing blob", "the clone has no copy of a file that is needed", _OBJECT_HINT),
    ("unable to read", "the repository can not be read completely", "Try ‘git fsck’ in the repository, or clone it anew."),
)
"""What git says, what it means, and what to do."""
