"""What a command has read stays until it ends."""

from __future__ import annotations

import gc
from pathlib import Path

from enhancement_roadmap.cli.data import read
from support.plain_plan import PLAN, make_folder


def test_the_garbage_collector_never_looks_at_what_a_command_has_read(tmp_path: Path) -> None:
    loaded = read(make_folder(tmp_path, PLAN))
    try:
        assert gc.isenabled()
        assert not any(known is loaded.roadmap for known in gc.get_objects())
    finally:
        gc.unfreeze()
    assert any(known is loaded.roadmap for known in gc.get_objects())
