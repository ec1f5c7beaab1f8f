"""Names of commits that come from outside: checked before git sees them."""

from __future__ import annotations

import re
import unicodedata

from enhancement_roadmap.git.errors import GitError

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LONGEST = 250
REF_HINT = "Name a branch, a tag or a commit, such as main, v1.2 or HEAD~1."
"""What a name should be."""

_BRACED = re.compile(r"@\{[^{}]*\}")


def is_id(text: str) -> bool:
    """Whether a text is the full id of an object."""
    return _ID.fullmatch(text) is not None


def checked_ref(ref: str) -> str:
    """A ref that git can only take for the name of one object.

    Args:
        ref: what a user, a configuration file or a variable of the environment says.

    Returns:
        The same.

    Raises:
        GitError: it is empty, or could mean an option, several commits, a file or a search.
    """
    if not ref.strip():
        raise GitError("the name of the commit is empty", REF_HINT)
    if reason := _unfit(ref):
        raise GitError(f"‘{printable(ref)}’ is not the name of a commit: {reason}", REF_HINT)
    return ref


def printable(text: str, most: int = 80) -> str:
    """A text from outside as part of a message: one line, without control characters, cut when it is long."""
    shown = "".join(character if not _is_control(character) else "\ufffd" for character in text)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _unfit(ref: str) -> str:
    bare = _BRACED.sub("", ref)
    reasons = (
        (len(ref) > _LONGEST, f"it has more than {_LONGEST} characters"),
        (any(_is_control(character) for character in ref), "it has a control character"),
        (ref.startswith("-"), "it starts with a hyphen"),
        (ref.startswith("^") or ".." in bare, "it means more than one commit"),
        (":" in bare, "it has a colon, and would mean a file or a search"),
        ("^{/" in ref, "it would be a search"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _is_control(character: str) -> bool:
    """Control, format and line characters, halves of characters, and what is no character at all."""
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"}
