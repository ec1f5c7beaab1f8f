from __future__ import annotations

from pathlib import Path

import pytest

from support.roadmaps import small
from support.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a roadmap of two enhancements."""
    site = Site(tmp_path)
    site.data(small())
    return site
