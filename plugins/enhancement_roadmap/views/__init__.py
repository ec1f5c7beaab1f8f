"""Views: a context of facts as an HTML fragment. One file a view, one table of all of them."""

from __future__ import annotations

from enhancement_roadmap.views.parts.filled_form import filled_form
from enhancement_roadmap.views.registry import VIEWS, find_view
from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.rendering import view_names, view_templates
from enhancement_roadmap.views.view import View

__all__ = ["VIEWS", "RenderContext", "View", "filled_form", "find_view", "view_names", "view_templates"]
