"""What changed between two roadmaps, in the roadmap's own terms, as data."""

from __future__ import annotations

from enhancement_roadmap.diff.change import Change
from enhancement_roadmap.diff.comparison import Comparison, Mark
from enhancement_roadmap.diff.descriptions import Described, counted, describe, place_words, totals
from enhancement_roadmap.diff.difference import Difference, difference
from enhancement_roadmap.diff.effects import REASSESSED, REVIEW_HELD, Effect, EffectName
from enhancement_roadmap.diff.kinds import (
    EFFECTS,
    ENHANCEMENT_ADDED,
    ENHANCEMENT_REMOVED,
    FIELD_CHANGED,
    KINDS,
    PARAGRAPH_REWORDED,
    EffectChoice,
    Kind,
    effects_of,
    title_of,
)
from enhancement_roadmap.diff.paragraphs import around
from enhancement_roadmap.diff.values import Json, facts_of, value_words
from enhancement_roadmap.diff.version import FRAME_FILES, RoadmapFrame, Version

__all__ = [
    "EFFECTS",
    "ENHANCEMENT_ADDED",
    "ENHANCEMENT_REMOVED",
    "FIELD_CHANGED",
    "FRAME_FILES",
    "KINDS",
    "PARAGRAPH_REWORDED",
    "REASSESSED",
    "REVIEW_HELD",
    "Change",
    "Comparison",
    "Described",
    "Difference",
    "Effect",
    "EffectChoice",
    "EffectName",
    "Json",
    "Kind",
    "Mark",
    "RoadmapFrame",
    "Version",
    "around",
    "counted",
    "describe",
    "difference",
    "effects_of",
    "facts_of",
    "place_words",
    "title_of",
    "totals",
    "value_words",
]
