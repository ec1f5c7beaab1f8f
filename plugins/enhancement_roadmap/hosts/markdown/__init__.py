"""The Markdown extension: fences as views, in any page that Python-Markdown reads."""

from __future__ import annotations

from enhancement_roadmap.hosts.markdown.extension import RoadmapExtension
from enhancement_roadmap.hosts.markdown.missed import Missed
from enhancement_roadmap.hosts.markdown.superfence import Render, RoadmapFence

__all__ = ["Missed", "Render", "RoadmapExtension", "RoadmapFence"]
