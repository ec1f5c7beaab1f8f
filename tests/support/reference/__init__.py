"""The reference pages, made from the code that they describe."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from support.reference.commands import commands_page
from support.reference.data import data_page
from support.reference.differences import differences_page
from support.reference.findings import findings_page
from support.reference.neighbours import neighbours_page
from support.reference.options import options_page
from support.reference.views import views_page

__all__ = ["PAGES"]

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "data.md": data_page,
    "differences.md": differences_page,
    "findings.md": findings_page,
    "neighbours.md": neighbours_page,
    "options.md": options_page,
    "views.md": views_page,
}
"""What makes each page, by its file's name."""
