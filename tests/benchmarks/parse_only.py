"""Parse every YAML file of a folder with PyYAML's C loader, and nothing else: the yardstick for ``roadmap check``.

Run as ``python -m benchmarks.parse_only FOLDER``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
