"""A file never grows beyond what is read."""

from __future__ import annotations

import pytest

from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.editing.new_reading import NewReading
from enhancement_roadmap.editing.readings import add_readings
from enhancement_roadmap.model import PartialDate

BASE = b"metrics:\n  - {id: users, title: users}\n"
DAY = PartialDate(2026, 11, 24)


def test_a_file_has_only_so_many_values() -> None:
    many = [NewReading("users", DAY, str(number)) for number in range(12_000)]
    with pytest.raises(EditError, match=r"the file has more than 50,000 values then\. Remove old readings first\."):
        add_readings(MetricsText(BASE), many)


def test_a_file_has_only_so_many_bytes() -> None:
    with pytest.raises(EditError, match=r"the file would have 1,\d{3},\d{3} bytes; at most 1,048,576 are read\. Remove old readings"):
        add_readings(MetricsText(BASE), [NewReading("users", DAY, "1", "x" * 1024 * 1024)])
