"""Editing in the page while a site is served: a small interface in front of the server's application, and what it answers."""

from __future__ import annotations

from enhancement_roadmap.hosts.live.application import EDIT_PATH, GuardedEditor, LiveApplication
from enhancement_roadmap.hosts.live.editor import Editor
from enhancement_roadmap.hosts.live.gate import Gate, is_this_machine
from enhancement_roadmap.hosts.live.page_note import PageNote
from enhancement_roadmap.hosts.live.page_states import PageStates

__all__ = ["EDIT_PATH", "Editor", "Gate", "GuardedEditor", "LiveApplication", "PageNote", "PageStates", "is_this_machine"]
