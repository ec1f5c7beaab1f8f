"""Small roadmaps to test with."""

from __future__ import annotations

from collections.abc import Mapping

MINIMAL = "title: Plan\npriorities:\n  - {id: high, title: High, meaning: Now}\n  - {id: low, title: Low, meaning: Later}\n"


def small(**files: str) -> Mapping[str, str]:
    """A roadmap with two enhancements, the second of which depends on the first.

    Args:
        files: further files, or others in place of these; ``first`` and ``second`` are the enhancements.
    """
    base = {
        "roadmap": MINIMAL,
        "first": enhancement("first", 1, "First thing"),
        "second": enhancement("second", 2, "Second thing", "scope: {depends_on: [first]}\nlabels: [alpha, Beta one]"),
    }
    return {_path(name): text for name, text in {**base, **files}.items()}


def enhancement(name: str, number: int, title: str, more: str = "") -> str:
    """An enhancement's file with all required keys."""
    return (
        f"id: {name}\nnumber: {number}\ntitle: {title}\npriority: high\n"
        "trigger: {summary: When it is time, kind: growth}\n"
        "requirements:\n  - {id: one, text: The one requirement}\n"
        f"{more}\n"
    )


def _path(name: str) -> str:
    return f"{name}.yml" if name in {"roadmap", "plan", "governance", "metrics"} else f"enhancements/{name}.yml"
