"""Files for the continuous integration of code hosts: check, preview and publish."""

from __future__ import annotations

from enhancement_roadmap.ci.files import CodeHost, Project, ci_files

__all__ = ["CodeHost", "Project", "ci_files"]
