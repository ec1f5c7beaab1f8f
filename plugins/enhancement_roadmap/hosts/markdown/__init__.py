"""The Markdown extension: fences as views, in any page that Python-Markdown reads."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from enhancement_roadmap.hosts.markdown.missed import Missed
from enhancement_roadmap.hosts.markdown.superfence import NOTHING, Render, RoadmapFence

if TYPE_CHECKING:
    from enhancement_roadmap.hosts.markdown.extension import RoadmapExtension

__all__ = ["NOTHING", "Missed", "Render", "RoadmapExtension", "RoadmapFence"]


def __getattr__(name: str) -> Any:
    """The extension itself, which MkDocs does without, and with it all that makes a folder of pages."""
    if name == "RoadmapExtension":
        return import_module(f"{__name__}.extension").RoadmapExtension
    raise AttributeError(name)
