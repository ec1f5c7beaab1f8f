"""Version and date of a document that does not say them itself, from git."""

from __future__ import annotations

from datetime import date

from enhancement_roadmap.model import PartialDate, Roadmap


def with_dates(roadmap: Roadmap, version: str, changed: date) -> Roadmap:
    """A roadmap whose document has a version and a date of its last change; what the data say stays.

    Args:
        roadmap: the roadmap.
        version: the version by the tags; empty where there is none.
        changed: the day of the last commit that changed something that a reader sees.
    """
    about = roadmap.about
    found = {"version": about.version or version or None, "updated": about.updated or PartialDate.of(changed)}
    return roadmap.model_copy(update={"about": about.model_copy(update=found)})
