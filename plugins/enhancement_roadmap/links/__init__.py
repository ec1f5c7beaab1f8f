"""Addresses: a view asks for them, the host answers. No view builds a URL."""

from __future__ import annotations

from enhancement_roadmap.links.addresses import Links, NoLinks, PageName, phase_anchor, quarter_anchor, requirement_anchor

__all__ = ["Links", "NoLinks", "PageName", "phase_anchor", "quarter_anchor", "requirement_anchor"]
