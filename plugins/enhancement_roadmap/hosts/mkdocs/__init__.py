"""The MkDocs plugin (ProperDocs loads it too)."""

from __future__ import annotations

from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig
from enhancement_roadmap.hosts.mkdocs.plugin import EnhancementRoadmapPlugin

__all__ = ["EnhancementRoadmapConfig", "EnhancementRoadmapPlugin"]
