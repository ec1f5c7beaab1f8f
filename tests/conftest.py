"""Fixtures that every test may use come from small plugins in `support`."""

from __future__ import annotations

pytest_plugins = ["support.browser", "support.caches", "support.properties"]
