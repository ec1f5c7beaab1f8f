"""What the data say against each other on a day. One file a subject; each finds contradictions and says where they stand."""

from __future__ import annotations

from enhancement_roadmap.checks.check import check
from enhancement_roadmap.checks.dates import check_dates

__all__ = ["check", "check_dates"]
