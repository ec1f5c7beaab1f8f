"""What every subject of checks needs: where a value stands, and how findings come together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement

Subject = Callable[[Loaded, Insight], Iterator[Finding]]
"""Findings about one subject, from what the folder says and the same roadmap, understood on a day."""


def found_by(subjects: Iterable[Subject], loaded: Loaded, insight: Insight) -> tuple[Finding, ...]:
    """Findings of all subjects, each once, in the order of files and lines."""
    return tuple(sorted({finding for findings_of in subjects for finding in findings_of(loaded, insight)}))


def place_of(loaded: Loaded, item: Enhancement, *loc: str | int) -> Place:
    """The place of a value of an enhancement, or of the nearest value around it.

    Only a finding asks, so that a roadmap without any pays nothing.

    Args:
        loaded: what the folder says.
        item: the enhancement.
        loc: keys and indexes to the value: ``"scope", "depends_on", 0``.
    """
    return loaded.positions[loaded.files[item.id]].of_value(loc)
