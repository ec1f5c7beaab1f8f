"""Property-based tests: the same examples every time, and no stopwatch, since the machine may be busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")
