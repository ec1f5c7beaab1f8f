"""The roadmap as rows, for other programs: one mapping from facts to columns, which JSON, CSV and workbooks share."""

from __future__ import annotations

from enhancement_roadmap.outputs.tables.columns import ENHANCEMENT_COLUMNS, REQUIREMENT_COLUMNS, Column, RequirementRow, requirement_rows

__all__ = ["ENHANCEMENT_COLUMNS", "REQUIREMENT_COLUMNS", "Column", "RequirementRow", "requirement_rows"]
