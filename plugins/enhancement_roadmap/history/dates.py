"""Version and date of a document that does not say them itself, from git."""

from __future__ import annotations

from enhancement_roadmap.history.history import History
from enhancement_roadmap.model import PartialDate, Roadmap


def with_dates(roadmap: Roadmap, history: History) -> Roadmap:
    """A roadmap whose document has a version and a date of its last change.

    What the data say stays. Else the version is the last tag, and the date that of the last commit that changed something
    that a reader sees; without a history nothing is added.
    """
    last = history.last_commit
    if last is None:
        return roadmap
    about = roadmap.about
    version, updated = about.version or history.version or None, about.updated or PartialDate.of(last.on)
    return roadmap.model_copy(update={"about": about.model_copy(update={"version": version, "updated": updated})})
