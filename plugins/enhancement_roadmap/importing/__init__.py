"""From a plan that somebody has to data: what a document says is found, written in the short forms, and reported.

A source (`markdown`) gives what it found in one common form (`found`); `writing` makes files of that, and `report` says what
became of every line. What nobody understands stays as words at its place.
"""

from __future__ import annotations

from enhancement_roadmap.importing.checked import loaded_from
from enhancement_roadmap.importing.decoding import NotTextError, decoded
from enhancement_roadmap.importing.found import Found, FoundEnhancement, FoundRequirement, Remark
from enhancement_roadmap.importing.markdown import from_markdown
from enhancement_roadmap.importing.merging import ImportPlan, merged
from enhancement_roadmap.importing.report import report_of
from enhancement_roadmap.importing.vocabulary import TableError, Words
from enhancement_roadmap.importing.writing import files_of

__all__ = [
    "Found",
    "FoundEnhancement",
    "FoundRequirement",
    "ImportPlan",
    "NotTextError",
    "Remark",
    "TableError",
    "Words",
    "decoded",
    "files_of",
    "from_markdown",
    "loaded_from",
    "merged",
    "report_of",
]
