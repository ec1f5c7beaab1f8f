"""How views look in a terminal."""

from __future__ import annotations

from enhancement_roadmap.cli.terminal.views import terminal_text

__all__ = ["terminal_text"]
