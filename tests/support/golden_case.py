"""A golden case: files of a roadmap folder, and the findings that they must give.

The file starts with a line that says what it shows. Then come sections, each with a line ``=== …`` above it:
``=== NAME`` is a file; ``=== NAME as bytes`` one with escapes such as ``\\xff`` and without line ends of its own;
``=== findings`` is what must come out. The files are added to `support.plain_plan.PLAN`, but for a case that says
``=== alone``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from support.plain_plan import PLAN

_HEAD = re.compile(r"^=== (.*)\n", re.MULTILINE)
_AS_BYTES = " as bytes"


@dataclass(frozen=True)
class GoldenCase:
    path: Path
    above: str
    files: Mapping[str, str | bytes]
    findings: str

    def update(self, findings: str) -> None:
        self.path.write_text(f"{self.above}=== findings\n{findings}\n", encoding="utf-8", newline="")


def read_case(path: Path) -> GoldenCase:
    text = path.read_bytes().decode()
    above, _, findings = text.partition("=== findings\n")
    _, *parts = _HEAD.split(above)
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    files: dict[str, str | bytes] = {} if "alone" in sections else dict(PLAN)
    for name, content in sections.items():
        if name.endswith(_AS_BYTES):
            files[name.removesuffix(_AS_BYTES)] = ast.literal_eval("b'''" + content.replace("\n", "") + "'''")
        elif name != "alone":
            files[name] = content
    return GoldenCase(path, above, files, findings.rstrip("\n"))
