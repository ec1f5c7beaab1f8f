"""What the data say against each other, what is overdue, and what issues say otherwise, on a day: findings with their places."""

from __future__ import annotations

from enhancement_roadmap.checks.check import check
from enhancement_roadmap.checks.dates import check_dates
from enhancement_roadmap.checks.drift import drift

__all__ = ["check", "check_dates", "drift"]
