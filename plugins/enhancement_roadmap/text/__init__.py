"""The one door through which words from the data become HTML or Markdown."""

from __future__ import annotations

from enhancement_roadmap.text.document import document_bold, document_text, fenced, one_line
from enhancement_roadmap.text.inline import Resolve, plain, to_html
from enhancement_roadmap.text.markdown import literal

__all__ = ["Resolve", "document_bold", "document_text", "fenced", "literal", "one_line", "plain", "to_html"]
