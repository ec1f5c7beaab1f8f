"""A change of the past as a sentence."""

from __future__ import annotations

from enhancement_roadmap.history.changelog.entry import PastChange
from enhancement_roadmap.history.changelog.words import happening
from enhancement_roadmap.text import plain


def sentence(change: PastChange) -> str:
    """A change in a line of plain words: "Priority raised: Database Security, priority, from medium to high"."""
    about = [plain(part) for part in (change.title, change.subject) if part]
    if change.before and change.after:
        about.append(f"from {change.before} to {change.after}")
    elif change.after:
        about.append(f"now {change.after}")
    elif change.before:
        about.append(f"no longer {change.before}")
    return f"{happening(change)}: {', '.join(about)}" if about else happening(change)
