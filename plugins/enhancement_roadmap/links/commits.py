"""Where a code host shows a commit."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_FORM = re.compile(r"https?://[^\s\"'<>`\\]+")
_MARK = "{commit}"
_ID = re.compile(r"[0-9a-f]{40,64}")


def commit_template(repository: str) -> str:
    """The form of a commit's address, by that of its repository.

    Args:
        repository: such as ``https://github.com/team/plan``.

    Returns:
        ``https://github.com/team/plan/commit/{commit}``; empty for a host that is neither GitHub nor GitLab.
    """
    host = urlsplit(repository).hostname or ""
    base = repository.rstrip("/").removesuffix(".git")
    name = next((name for name in ("github", "gitlab") if name in host.split(".")), "")
    middle = {"github": "/commit/", "gitlab": "/-/commit/"}.get(name)
    return f"{base}{middle}{_MARK}" if middle and is_commit_template(f"{base}{middle}{_MARK}") else ""


def is_commit_template(template: str) -> bool:
    """Whether a text is the form of a commit's address: one of the web, with ``{commit}`` in it."""
    return _MARK in template and _FORM.fullmatch(template) is not None


def commit_address(template: str, commit: str) -> str | None:
    """Address of a commit.

    Args:
        template: the form of such addresses; empty where there are none.
        commit: full id.
    """
    return template.replace(_MARK, commit) if template and _ID.fullmatch(commit) else None
