"""From a plan that somebody has to data: what a document says is found, written in the short forms, and reported.

Each source (`markdown`, `rows` of `sheets`, `records` of `issues`, `needs` and `mkdocs_roadmap`) gives what it found in one common
form (`found`); `writing` makes files of that, and `report` says what became of every line. What nobody understands stays words.
"""

from __future__ import annotations

from enhancement_roadmap.importing.checked import loaded_from
from enhancement_roadmap.importing.decoding import NotTextError, decoded
from enhancement_roadmap.importing.found import Found, FoundEnhancement, FoundRequirement, Remark
from enhancement_roadmap.importing.issues import issue_states
from enhancement_roadmap.importing.joining import joined
from enhancement_roadmap.importing.markdown import from_markdown
from enhancement_roadmap.importing.merging import ImportPlan, merged
from enhancement_roadmap.importing.report import report_of, report_of_findings
from enhancement_roadmap.importing.rows import MappingError, meanings_of_columns
from enhancement_roadmap.importing.sources import KINDS, ReadSource, SourceKind, read_source
from enhancement_roadmap.importing.vocabulary import TableError, Words
from enhancement_roadmap.importing.writing import files_of

__all__ = [
    "KINDS",
    "Found",
    "FoundEnhancement",
    "FoundRequirement",
    "ImportPlan",
    "MappingError",
    "NotTextError",
    "ReadSource",
    "Remark",
    "SourceKind",
    "TableError",
    "Words",
    "decoded",
    "files_of",
    "from_markdown",
    "issue_states",
    "joined",
    "loaded_from",
    "meanings_of_columns",
    "merged",
    "read_source",
    "report_of",
    "report_of_findings",
]
