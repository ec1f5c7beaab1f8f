"""Fenced blocks: a few lines of YAML in a page that become a view."""

from __future__ import annotations

from enhancement_roadmap.fences.blocks import Block, split_page
from enhancement_roadmap.fences.fence import Fence, ParsedFence, parse_fence, render_fence
from enhancement_roadmap.fences.lapses import Lapse, lapses
from enhancement_roadmap.fences.mistakes import FencePlace, locate, problem_html
from enhancement_roadmap.fences.page import PageFences, RenderedFence
from enhancement_roadmap.fences.roadmaps import Roadmaps

__all__ = [
    "Block",
    "Fence",
    "FencePlace",
    "Lapse",
    "PageFences",
    "ParsedFence",
    "RenderedFence",
    "Roadmaps",
    "lapses",
    "locate",
    "parse_fence",
    "problem_html",
    "render_fence",
    "split_page",
]
