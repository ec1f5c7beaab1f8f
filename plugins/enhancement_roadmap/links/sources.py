"""Where a code host shows a line of a file at a commit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

_REPOSITORY = re.compile(r"https?://[\w.-]+(?::\d+)?(?:/[\w.~-]+)+", re.ASCII)
_ID = re.compile(r"[0-9a-f]{40,64}")
_MARKS = ("{commit}", "{path}", "{line}")


def source_template(environ: Mapping[str, str]) -> str:
    """The form of such addresses, by what a code host tells the jobs that it runs.

    Args:
        environ: the environment of a job of GitHub or GitLab.

    Returns:
        ``https://github.com/team/plan/blob/{commit}/{path}#L{line}``; empty elsewhere.
    """
    repository, middle = "", ""
    if environ.get("GITHUB_ACTIONS"):
        repository, middle = f"{environ.get('GITHUB_SERVER_URL', '')}/{environ.get('GITHUB_REPOSITORY', '')}", "/blob/"
    elif environ.get("GITLAB_CI"):
        repository, middle = environ.get("CI_PROJECT_URL", ""), "/-/blob/"
    return f"{repository}{middle}{{commit}}/{{path}}#L{{line}}" if _REPOSITORY.fullmatch(repository) else ""


def source_address(template: str, commit: str, path: str, line: int) -> str | None:
    """Address of a line of a file.

    Args:
        template: the form of such addresses; empty where there are none.
        commit: full id.
        path: of the file in the repository, with forward slashes.
        line: counted from 1; 0 where none is meant, and then the file may not be there.
    """
    if not template or not line or not _ID.fullmatch(commit):
        return None
    address = template
    for mark, value in zip(_MARKS, (commit, quote(path), str(line)), strict=True):
        address = address.replace(mark, value)
    return address
