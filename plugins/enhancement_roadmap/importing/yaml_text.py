"""Values as YAML that people can read and edit: long texts as they are, lists one entry a line, nothing folded."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

import yaml

from enhancement_roadmap.sentences import visible

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class _PlainDumper(yaml.SafeDumper):
    """Indents lists, and shows texts of several lines as such."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    if _DAY.fullmatch(text):
        return dumper.represent_scalar("tag:yaml.org,2002:timestamp", text)
    lines = [line.rstrip().replace("\t", "    ") for line in text.strip("\n").split("\n")]
    return dumper.represent_scalar("tag:yaml.org,2002:str", "\n".join(lines).strip(), style="|" if len(lines) > 1 else None)


def _yes_or_no(dumper: yaml.SafeDumper, value: bool) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")


_PlainDumper.add_representer(str, _text)
_PlainDumper.add_representer(bool, _yes_or_no)


def yaml_text(values: Mapping[str, Any]) -> str:
    """A file that says these values."""
    written: str = yaml.dump(dict(values), Dumper=_PlainDumper, sort_keys=False, allow_unicode=True, width=math.inf)
    return written


def comment(words: str) -> str:
    """A line that says something to people who read the file."""
    return f"# {visible(words)}\n"
