"""The table of views: a page, a fence in any page and the command line get a new view by one line here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

from enhancement_roadmap.views.view import View

_NAMES = (
    "preview",
    "as-of",
    "about",
    "notes",
    "summary",
    "notices",
    "urgency",
    "priorities",
    "table",
    "facts",
    "description",
    "scope",
    "analysis",
    "sign-off",
    "neighbours",
    "pager",
    "details",
    "removed",
    "matrix",
    "ranking",
    "scales",
    "checklist",
    "statuses",
    "readiness",
    "decisions",
    "triggers",
    "metrics",
    "schedule",
    "load",
    "graph",
    "timeline",
    "quarters",
    "phases",
    "resources",
    "reviews",
    "agreements",
    "controls",
    "contacts",
    "changelog",
    "burn-up",
    "net-value",
    "costs",
    "cost-benefit",
    "changes",
)
"""In their order in the reference and in the style sheet; `sign-off` stands in the folder `sign_off`."""


class _Views(Mapping[str, View]):
    """The views by their names, each imported when it is asked for: no page shows all of them, and few sites have a page for each."""

    def __getitem__(self, name: str) -> View:
        if name not in _NAMES:
            raise KeyError(name)
        view: View = import_module(f"enhancement_roadmap.views.{name.replace('-', '_')}").VIEW
        return view

    def __iter__(self) -> Iterator[str]:
        return iter(_NAMES)

    def __len__(self) -> int:
        return len(_NAMES)


VIEWS: Mapping[str, View] = _Views()


def find_view(name: str) -> View | None:
    """The view with this name."""
    return VIEWS.get(name)
