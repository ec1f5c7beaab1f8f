"""YAML with places, limits and messages; it knows no roadmap."""

from __future__ import annotations

from enhancement_roadmap.strict_yaml.positions import Loc, Positions
from enhancement_roadmap.strict_yaml.quoting import named, scalar_text, short, show, slug_of
from enhancement_roadmap.strict_yaml.reader import compose
from enhancement_roadmap.strict_yaml.values import read_values

__all__ = ["Loc", "Positions", "compose", "named", "read_values", "scalar_text", "short", "show", "slug_of"]
