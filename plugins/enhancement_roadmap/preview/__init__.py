"""A preview of a change in one folder: the comment, the data, the site; and where the site will be."""

from __future__ import annotations

from enhancement_roadmap.preview.address import AddressError, preview_address
from enhancement_roadmap.preview.folder import COMMENT, SITE, PreviewError, PreviewOptions, changes_names, write_preview

__all__ = [
    "COMMENT",
    "SITE",
    "AddressError",
    "PreviewError",
    "PreviewOptions",
    "changes_names",
    "preview_address",
    "write_preview",
]
