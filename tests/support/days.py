"""Every day that the data may name."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from enhancement_roadmap.model.dates import YEARS

DAYS = st.dates(min_value=date(YEARS[0], 1, 1), max_value=date(YEARS[-1], 12, 31))
