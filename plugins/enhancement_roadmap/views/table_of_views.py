"""The table of views: a page, a fence in any page and the command line get a new view by one line here."""

from __future__ import annotations

from collections.abc import Mapping

from enhancement_roadmap.views import table
from enhancement_roadmap.views.view import View

VIEWS: Mapping[str, View] = {view.name: view for view in (table.VIEW,)}


def find_view(name: str) -> View | None:
    """The view with this name."""
    return VIEWS.get(name)
