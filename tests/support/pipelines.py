"""The jobs of CI files, run on this machine: their shell steps, with what a code host would tell them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.prepared import prepared

BASH = shutil.which("bash") or "bash"

needs_tools = pytest.mark.usefixtures("programs_of_github")

_HIDDEN = ("TOKEN", "SECRET", "PASSWORD", "GITHUB_", "CI_", "GIT_", "ROADMAP_", "PIP_")
_KEPT = {key: value for key, value in os.environ.items() if not any(part in key for part in _HIDDEN)}


def workflow(text: str) -> dict[str, Any]:
    """A CI file, with the key ``on`` as it is written and not as the truth value that YAML 1.1 sees in it."""
    read: dict[Any, Any] = yaml.safe_load(text)
    return {"on" if key is True else key: value for key, value in read.items()}


def shell_steps(job: Mapping[str, Any]) -> dict[str, str]:
    """The scripts of a job on GitHub, by the names of their steps."""
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


@dataclass
class Machine:
    """A machine with the programs that a job finds, and nothing that this one knows of a user.

    Attributes:
        temp: a folder of its own.
        environment: what the job is told.
    """

    temp: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.programs = self.temp / "programs"
        self.programs.mkdir(parents=True)

    def program(self, name: str, text: str) -> None:
        """Put a program on the path."""
        file = self.programs / name
        file.write_text(text, encoding="utf-8")
        file.chmod(0o755)

    def run(self, script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a script as GitHub does, and give what it said."""
        path = os.pathsep.join([str(self.programs), str(prepared()), str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.run(
            [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env={**_KEPT, "SOURCE_DATE_EPOCH": "1795478400", **self.environment, **environment, "PATH": path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=240,
        )
