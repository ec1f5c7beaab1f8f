"""What changed between two roadmaps, in the roadmap's own terms, as data."""

from __future__ import annotations

from enhancement_roadmap.diff.change import Change, Difference, Kind, Step
from enhancement_roadmap.diff.comparison import Comparison, Mark
from enhancement_roadmap.diff.counts import counted, totals
from enhancement_roadmap.diff.descriptions import Described, describe, place_words
from enhancement_roadmap.diff.difference import difference
from enhancement_roadmap.diff.effects import EFFECTS, Effect, Meaning
from enhancement_roadmap.diff.titles import title_of, value_words
from enhancement_roadmap.diff.values import Json, facts_of
from enhancement_roadmap.diff.version import FRAME_FILES, RoadmapFrame, Version

__all__ = [
    "EFFECTS",
    "FRAME_FILES",
    "Change",
    "Comparison",
    "Described",
    "Difference",
    "Effect",
    "Json",
    "Kind",
    "Mark",
    "Meaning",
    "RoadmapFrame",
    "Step",
    "Version",
    "counted",
    "describe",
    "difference",
    "facts_of",
    "place_words",
    "title_of",
    "totals",
    "value_words",
]
