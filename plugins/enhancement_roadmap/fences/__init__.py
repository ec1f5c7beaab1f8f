"""Fenced blocks: a few lines of YAML in a page that become a view."""

from __future__ import annotations

from enhancement_roadmap.fences.blocks import Block, split_page
from enhancement_roadmap.fences.fence import Fence, parse_fence, render_fence
from enhancement_roadmap.fences.locate import FencePlace, locate
from enhancement_roadmap.fences.problem import problem_html

__all__ = ["Block", "Fence", "FencePlace", "locate", "parse_fence", "problem_html", "render_fence", "split_page"]
