"""What else there is to know of the roadmap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from enhancement_roadmap.views.render_context import RenderContext
from enhancement_roadmap.views.view import view_without_options


def context(_: RenderContext) -> Mapping[str, Any]:
    """Nothing but what every template sees."""
    return {}


VIEW = view_without_options("notes", "What else there is to know of the roadmap, in the words of `roadmap.yml`.", context)
