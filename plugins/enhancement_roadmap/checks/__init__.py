"""What the data say against each other, and what is overdue, on a day: findings with their places."""

from __future__ import annotations

from enhancement_roadmap.checks.check import check
from enhancement_roadmap.checks.dates import check_dates

__all__ = ["check", "check_dates"]
