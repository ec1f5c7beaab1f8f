"""Long texts of the data: Markdown of several blocks, in every form that a reader may meet it in."""

from __future__ import annotations

from enhancement_roadmap.text.long.blocks import only_paragraph, parts
from enhancement_roadmap.text.long.document import document_blocks, document_entry, document_opening, typed_lines
from enhancement_roadmap.text.long.html import flat_html, long_html, long_html_lines
from enhancement_roadmap.text.long.plain import flat, plain_lines

__all__ = [
    "document_blocks",
    "document_entry",
    "document_opening",
    "flat",
    "flat_html",
    "long_html",
    "long_html_lines",
    "only_paragraph",
    "parts",
    "plain_lines",
    "typed_lines",
]
