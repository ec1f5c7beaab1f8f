from __future__ import annotations

from pathlib import Path

import pytest

from support.plain_plan import make_folder
from support.roadmaps import small


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The roadmap folder of two enhancements."""
    return make_folder(tmp_path / "roadmap-data", small())
