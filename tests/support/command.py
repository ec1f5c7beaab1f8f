"""The command ``roadmap`` as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH"}}


def roadmap(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run it and wait for its end."""
    return subprocess.run(
        [sys.executable, "-c", "from enhancement_roadmap.cli import main; main(prog_name='roadmap')", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**ENVIRONMENT, "COLUMNS": "100", **environment},
        timeout=60,
        check=False,
    )
