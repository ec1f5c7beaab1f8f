"""The one door through which words from the data become HTML or Markdown."""

from __future__ import annotations

from enhancement_roadmap.text.inline import Resolve, plain, to_html
from enhancement_roadmap.text.markdown import document_text, fenced, literal

__all__ = ["Resolve", "document_text", "fenced", "literal", "plain", "to_html"]
