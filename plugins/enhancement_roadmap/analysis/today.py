"""The day that a build judges by: the one that somebody names, or its own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from enhancement_roadmap.model import PartialDate

VARIABLE = "SOURCE_DATE_EPOCH"


def build_day(environ: Mapping[str, str]) -> date:
    """The day of ``SOURCE_DATE_EPOCH`` where it is set, else today's (UTC).

    See https://reproducible-builds.org/specs/source-date-epoch/.

    Args:
        environ: the environment's variables.

    Raises:
        ValueError: the variable is set, but is no number of seconds since 1970.
    """
    seconds = environ.get(VARIABLE, "").strip()
    if not seconds:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"{VARIABLE} is not a number of seconds since 1970: ‘{seconds}’") from error


def named_day(text: str) -> date:
    """A day as somebody has written it into an option: ``2025-06-30``.

    Raises:
        ValueError: it is no day; the message says how to write one.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"‘{text}’ is not a day: write it as 2025-06-30") from error


def is_ahead(on: PartialDate, today: date) -> bool:
    """Whether a day, or a whole month, is yet to come wherever somebody is: somewhere it is tomorrow already."""
    return on.first > today + timedelta(days=1)
