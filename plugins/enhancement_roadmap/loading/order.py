"""The order of findings: causes before their consequences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.folder import ITEMS

_CONFLICT = "RM109"
_UNREAD = ("RM10", "RM201", "RM202", "RM203", "RM205", "RM207", "RM210", "RM211")
"""How codes start that say that a file, or the rest of it, could not be read."""
_FILES = ("roadmap.yml", "metrics.yml", "governance.yml")
"""Files that others name things of; enhancements follow, and the plan, which names them."""


def cause_first(findings: Iterable[Finding]) -> list[Finding]:
    """Files with conflicts, then those that could not be read, then the others; in each file line by line.

    A file whose entries others name stands before those that name them.
    """
    found = list(findings)
    first: dict[str, int] = {}
    for finding in found:
        rank = _rank_of_code(finding.code)
        first[finding.place.file] = min(rank, first.get(finding.place.file, rank))

    in_turn = {name: turn for turn, name in enumerate(sorted(first, key=lambda name: (first[name], _rank_of_file(name), name)))}

    def order(finding: Finding) -> tuple[int, int, int, str, str]:
        place = finding.place
        return in_turn[place.file], place.line, place.column, finding.code, finding.message

    return sorted(found, key=order)


def _rank_of_code(code: str) -> int:
    if code == _CONFLICT:
        return 0
    return 1 if code.startswith(_UNREAD) else 2


@lru_cache(maxsize=1024)
def _rank_of_file(name: str) -> int:
    file = PurePosixPath(name)
    if file.parent.name == ITEMS:
        return len(_FILES)
    return _FILES.index(file.name) if file.name in _FILES else len(_FILES) + 1
