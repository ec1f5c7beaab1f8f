"""Which findings a change brings, and which it mends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.history import Compared
from enhancement_roadmap.loading import Readable
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class FindingChanges:
    """What is wrong with two versions of a roadmap.

    Attributes:
        brought: findings of the new version that the old one does not have.
        mended: findings of the old version that the new one does not have.
        mistakes: findings for which files of the new version count as they were.
        mistakes_before: findings for which files of the old version count as they are now.
    """

    brought: Sequence[Finding] = ()
    mended: Sequence[Finding] = ()
    mistakes: Sequence[Finding] = ()
    mistakes_before: Sequence[Finding] = ()


def finding_changes(compared: Compared) -> FindingChanges:
    """Hold what is wrong with two versions against each other.

    A finding is the same wherever in its file it has moved to.

    Args:
        compared: the two versions.
    """
    today = compared.comparison.before.today
    after, before = (_findings(version, today) if version else [] for version in (compared.after, compared.before))
    mistakes, mistakes_before = compared.comparison.mistakes, compared.comparison.mistakes_before
    return FindingChanges(_without(after, before), _without(before, after), mistakes, mistakes_before)


def _findings(version: Readable, today: date) -> list[Finding]:
    roadmap = version.roadmap.roadmap
    told = check(version.roadmap, Insight(roadmap, today)) if roadmap is not None else ()
    return [*version.findings, *told]


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    left = Counter(map(_key, others))
    return [finding for finding in findings if not _is_there(left, _key(finding))]


def _is_there(left: Counter[tuple[str, str, str]], key: tuple[str, str, str]) -> bool:
    """Whether one more of these is there; it is taken away."""
    left[key] -= 1
    return left[key] >= 0


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.code, finding.message
