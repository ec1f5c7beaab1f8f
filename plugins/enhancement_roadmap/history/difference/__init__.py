"""What changed between two roadmaps, in the roadmap's own terms, as data."""

from __future__ import annotations

from enhancement_roadmap.history.difference.change import Change, Difference, Kind, Step
from enhancement_roadmap.history.difference.comparison import Comparison, Mark
from enhancement_roadmap.history.difference.difference import difference
from enhancement_roadmap.history.difference.effects import EFFECTS, Effect, Meaning
from enhancement_roadmap.history.difference.side import FRAME_FILES, Frame, Side
from enhancement_roadmap.history.difference.values import Json, facts_of
from enhancement_roadmap.history.difference.words import title_of, value_words

__all__ = [
    "EFFECTS",
    "FRAME_FILES",
    "Change",
    "Comparison",
    "Difference",
    "Effect",
    "Frame",
    "Json",
    "Kind",
    "Mark",
    "Meaning",
    "Side",
    "Step",
    "difference",
    "facts_of",
    "title_of",
    "value_words",
]
