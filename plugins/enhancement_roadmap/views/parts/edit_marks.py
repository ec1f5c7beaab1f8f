"""Marks that tell the script of a served site what can be edited where; in every other site they are nothing."""

from __future__ import annotations

import json

from markupsafe import Markup


class EditMarks:
    """Gives a template the mark of what it is about to show.

    Args:
        roadmap: name of the roadmap in the site; empty where nothing can be edited.
    """

    def __init__(self, roadmap: str) -> None:
        self._roadmap = roadmap

    def __call__(self, kind: str, **about: str | int) -> Markup:
        """An element without words and without a look, for the end of what can be edited.

        Args:
            kind: what it is, as the script knows it.
            about: ids and words of what it is.
        """
        if not self._roadmap:
            return Markup()
        said = json.dumps({"kind": kind, "roadmap": self._roadmap, **about}, ensure_ascii=False)
        return Markup('<span hidden data-roadmap-edit="{}"></span>').format(said)
