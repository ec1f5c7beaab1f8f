"""A change of the past as a sentence."""

from __future__ import annotations

from enhancement_roadmap.history.changelog.descriptions import happening
from enhancement_roadmap.history.changelog.entry import PastChange
from enhancement_roadmap.text import plain


def sentence(change: PastChange) -> str:
    """A change in a line of plain words: "Priority raised: Database Security, priority, from medium to high"."""
    told = details(change)
    return f"{happening(change)}: {', '.join(told)}" if told else happening(change)


def details(change: PastChange) -> list[str]:
    """What a change happened to, and how, in plain words: "Database Security", "priority", "from medium to high"."""
    told = [plain(part) for part in (change.title, change.subject) if part]
    if change.before and change.after:
        told.append(f"from {change.before} to {change.after}")
    elif change.after:
        told.append(f"now {change.after}")
    elif change.before:
        told.append(f"no longer {change.before}")
    return told
