"""One file a subject: how the findings of several come together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded

Subject = Callable[[Loaded, Insight], Iterator[Finding]]
"""Findings about one subject, from what the folder says and the same roadmap, understood on a day."""


def found_by(subjects: Iterable[Subject], loaded: Loaded, insight: Insight) -> tuple[Finding, ...]:
    """Findings of all subjects, each once, in the order of files and lines."""
    return tuple(sorted({finding for findings_of in subjects for finding in findings_of(loaded, insight)}))
