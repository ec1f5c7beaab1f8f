"""The files for programs that tell of the history."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.history.history import History
from enhancement_roadmap.links import FileName
from enhancement_roadmap.outputs.feed import atom


def history_feeds(history: History | None, insight: Insight, folder: str = "", commit_url: str = "") -> Mapping[FileName, bytes]:
    """Content of each file, by its name; one that would have nothing to say is left out.

    Args:
        history: the history; None where it is switched off.
        insight: answers about the roadmap.
        folder: address of the folder that the files are published in; empty where nobody knows.
        commit_url: form of the address of a commit; empty for none.
    """
    rows = history.changelog.rows() if history else []
    if not rows:
        return {}
    address = f"{folder.rstrip('/')}/changes.atom" if folder else ""
    return {"changes.atom": atom(insight.roadmap.about.title, rows, address=address, commit_url=commit_url)}
