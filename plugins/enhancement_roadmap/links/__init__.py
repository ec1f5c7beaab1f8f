"""Addresses: a view asks for them, the host answers. No view builds a URL."""

from __future__ import annotations

from enhancement_roadmap.links.addresses import Links, NoLinks, phase_anchor, quarter_anchor, requirement_anchor
from enhancement_roadmap.links.commits import checked_commit_template, commit_address, commit_template
from enhancement_roadmap.links.folders import folder_address
from enhancement_roadmap.links.paths import CHECKLISTS, DECISIONS, DOCUMENT, FileName, PageName, page_path, part_path
from enhancement_roadmap.links.sources import source_address, source_template

__all__ = [
    "CHECKLISTS",
    "DECISIONS",
    "DOCUMENT",
    "FileName",
    "Links",
    "NoLinks",
    "PageName",
    "checked_commit_template",
    "commit_address",
    "commit_template",
    "folder_address",
    "page_path",
    "part_path",
    "phase_anchor",
    "quarter_anchor",
    "requirement_anchor",
    "source_address",
    "source_template",
]
