"""Decisions: what to do now about each enhancement, and why."""
