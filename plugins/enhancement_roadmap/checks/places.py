"""Where a value of the model stands in its file. Only a finding asks, so that a roadmap without any pays nothing."""

from __future__ import annotations

from enhancement_roadmap.findings import Place
from enhancement_roadmap.loading import Loaded
from enhancement_roadmap.model import Enhancement


def place_of(loaded: Loaded, item: Enhancement, *loc: str | int) -> Place:
    """The place of a value of an enhancement, or of the nearest value around it.

    Args:
        loaded: what the folder says.
        item: the enhancement.
        loc: keys and indexes to the value: ``"scope", "depends_on", 0``.
    """
    return loaded.positions[loaded.files[item.id]].of_value(loc)
