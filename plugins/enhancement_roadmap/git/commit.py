"""A commit: who, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

FORMAT = "%H%x00%aN%x00%at%x00%s%x00%P"
"""What `git log` is asked for; five fields, and none of them can have a NUL. Names are those of ``.mailmap``."""

FIELDS = 5
_LAST_SECOND = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())


class Commit(NamedTuple):
    """One commit. Its words come from outside, as those of the data do.

    Attributes:
        id: its full id, in hexadecimal.
        author: name of who made the change, as ``.mailmap`` has it.
        at: when it was made, in UTC.
        subject: first paragraph of its message, in one line.
        tags: tags that name it, in their order.
    """

    id: str
    author: str
    at: datetime
    subject: str
    tags: tuple[str, ...] = ()

    @property
    def on(self) -> date:
        """The day of the change, in UTC."""
        return self.at.date()

    @property
    def short(self) -> str:
        """The first characters of the id, for people."""
        return self.id[:8]


def commit_of(fields: Sequence[str], tags: Mapping[str, tuple[str, ...]]) -> Commit:
    """A commit from the fields of `FORMAT`."""
    identity, author, seconds, subject, _ = fields
    return Commit(identity, author, _moment(seconds), subject, tags.get(identity, ()))


def has_parent(fields: Sequence[str]) -> bool:
    """Whether the commit with the fields of `FORMAT` builds on one that this clone has."""
    return bool(fields[-1].strip())


def _moment(seconds: str) -> datetime:
    """A moment from seconds since 1970; what is no date, or out of reach, is brought to the nearest end."""
    try:
        number = int(seconds[:20])
    except ValueError:
        number = 0
    return datetime.fromtimestamp(min(max(number, 0), _LAST_SECOND), UTC)
