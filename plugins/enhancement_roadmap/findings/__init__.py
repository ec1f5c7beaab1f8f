"""Findings: mistakes as data. Nobody prints or raises while still collecting."""

from __future__ import annotations

from enhancement_roadmap.findings.catalogue import Code, catalogue, code_for
from enhancement_roadmap.findings.comparison_error import ComparisonError
from enhancement_roadmap.findings.finding import Finding, Place, Severity
from enhancement_roadmap.findings.formats import FORMATS, MOST, WHOLE_FORMATS, as_github, as_gitlab, as_json, as_text, first_of
from enhancement_roadmap.findings.suggestion import MOST_COMPARED, Choices, choices_in_words, closest, suggestion

__all__ = [
    "FORMATS",
    "MOST",
    "MOST_COMPARED",
    "WHOLE_FORMATS",
    "Choices",
    "Code",
    "ComparisonError",
    "Finding",
    "Place",
    "Severity",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_text",
    "catalogue",
    "choices_in_words",
    "closest",
    "code_for",
    "first_of",
    "suggestion",
]
