"""The folder host: the roadmap's pages and assets as files, for any generator that reads Markdown."""

from __future__ import annotations

from enhancement_roadmap.hosts.folder.build import BuildOptions, BuildResult, build_folder
from enhancement_roadmap.hosts.folder.links import LINK_FORMS, LinkForm
from enhancement_roadmap.hosts.folder.manifest import ManifestError
from enhancement_roadmap.hosts.folder.zensical import zensical_lack
from enhancement_roadmap.hosts.nav_files import NAV_FORMS, NavForm

__all__ = [
    "LINK_FORMS",
    "NAV_FORMS",
    "BuildOptions",
    "BuildResult",
    "LinkForm",
    "ManifestError",
    "NavForm",
    "build_folder",
    "zensical_lack",
]
