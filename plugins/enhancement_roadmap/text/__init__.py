"""The one door through which words from the data become HTML or Markdown."""

from __future__ import annotations

from enhancement_roadmap.text.comment import comment_text
from enhancement_roadmap.text.document import document_bold, document_text, fenced, one_line
from enhancement_roadmap.text.inline import Resolve, is_web, linked, plain, to_html
from enhancement_roadmap.text.markdown import literal, raw_block
from enhancement_roadmap.text.whole import whole_numbers

__all__ = [
    "Resolve",
    "comment_text",
    "document_bold",
    "document_text",
    "fenced",
    "is_web",
    "linked",
    "literal",
    "one_line",
    "plain",
    "raw_block",
    "to_html",
    "whole_numbers",
]
