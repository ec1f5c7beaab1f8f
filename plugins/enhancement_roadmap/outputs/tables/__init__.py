"""The roadmap as rows, for spreadsheets: one mapping from facts to columns, which CSV and workbooks share."""

from __future__ import annotations

from enhancement_roadmap.outputs.tables.columns import (
    Column,
    FactsTable,
    Value,
    enhancements_table,
    metrics_table,
    requirements_table,
    reviews_table,
    schedule_table,
)

__all__ = ["Column", "FactsTable", "Value", "enhancements_table", "metrics_table", "requirements_table", "reviews_table", "schedule_table"]
