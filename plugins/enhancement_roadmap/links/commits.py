"""Where a code host shows a commit."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_FORM = re.compile(r"https?://[^\s\"'<>`\\]+")
_MARK = "{commit}"
_MIDDLES = {
    "github": "/commit/",
    "gitlab": "/-/commit/",
    "bitbucket": "/commits/",
    "gitea": "/commit/",
    "forgejo": "/commit/",
    "codeberg": "/commit/",
}
"""What stands between the address of a repository and a commit, by a part of the name of the host."""
_ID = re.compile(r"[0-9a-f]{40,64}")


def commit_template(repository: str) -> str:
    """The form of a commit's address, by that of its repository.

    Args:
        repository: such as ``https://github.com/team/plan``.

    Returns:
        ``https://github.com/team/plan/commit/{commit}``; empty for a host of which nobody knows where it shows commits.
    """
    host = urlsplit(repository).hostname or ""
    base = repository.rstrip("/").removesuffix(".git")
    middle = next((middle for name, middle in _MIDDLES.items() if name in host.split(".")), "")
    return f"{base}{middle}{_MARK}" if middle and _is_form(f"{base}{middle}{_MARK}") else ""


def checked_commit_template(text: str) -> str:
    """The form of a commit's address as somebody has written it into an option; empty for none.

    Raises:
        ValueError: it is no address of the web with ``{commit}`` in it; the message says what would be right.
    """
    if text and not _is_form(text):
        raise ValueError(f"‘{text}’ is not the address of a commit: write https://… with {{commit}} where its id belongs")
    return text


def commit_address(template: str, commit: str) -> str | None:
    """Address of a commit.

    Args:
        template: the form of such addresses; empty where there are none.
        commit: full id.
    """
    return template.replace(_MARK, commit) if template and _ID.fullmatch(commit) else None


def _is_form(text: str) -> bool:
    return _MARK in text and _FORM.fullmatch(text) is not None
