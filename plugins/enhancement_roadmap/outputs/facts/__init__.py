"""The facts as plain data: what the files say, and what is worked out of it. JSON, CSV and workbooks are made of nothing else."""

from __future__ import annotations

from enhancement_roadmap.outputs.facts.enhancements import FACTS, enhancements_data, progress_data, span, trigger_data, worked_out
from enhancement_roadmap.outputs.facts.others import metrics_data, readings_data, reviews_data
from enhancement_roadmap.outputs.facts.plain import Data, compact, plain_data
from enhancement_roadmap.outputs.facts.requirements import requirements_data
from enhancement_roadmap.outputs.facts.schedule import schedule_data, schedule_rows

__all__ = [
    "FACTS",
    "Data",
    "compact",
    "enhancements_data",
    "metrics_data",
    "plain_data",
    "progress_data",
    "readings_data",
    "requirements_data",
    "reviews_data",
    "schedule_data",
    "schedule_rows",
    "span",
    "trigger_data",
    "worked_out",
]
