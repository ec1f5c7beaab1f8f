"""A page of a roadmap as a file of a site, which a build may pass over."""

from __future__ import annotations

from mkdocs.structure.files import File


class PageFile(File):
    """A page that may stand as an earlier build has written it.

    MkDocs asks each file whether it is a page before it reads pages, and again before it builds them.

    Attributes:
        is_passed_over: whether it is not to be read or built now.
    """

    is_passed_over = False

    def is_documentation_page(self) -> bool:
        return not self.is_passed_over and super().is_documentation_page()

    def copy_file(self, dirty: bool = False) -> None:
        """A page that is passed over is in its place; its Markdown is nothing to copy."""
        if not self.is_passed_over:
            super().copy_file(dirty)
