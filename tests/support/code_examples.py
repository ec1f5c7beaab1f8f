"""The examples in the explanations of finding codes, as data that can be checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.checks import check, check_dates
from enhancement_roadmap.fences import Block, Roadmaps, lapses, parse_fence, split_page
from enhancement_roadmap.findings import Code, Finding
from enhancement_roadmap.links import NoLinks
from enhancement_roadmap.loading import load
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.views import RenderContext
from support.plain_plan import PLAN, make_folder

_BLOCK = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"^# (\S+\.yml)\n", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """What stands under ``## Wrong`` or ``## Right``: YAML files by their names, or a page."""

    files: dict[str, str]
    page: str


def example_of(code: Code, heading: str) -> Example:
    section = code.explanation.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    found = _BLOCK.search(section)
    assert found is not None, f"{code.code} has no example under {heading}"
    if found[2] == "markdown":
        return Example({}, found[3])
    first, *parts = _FILE.split(found[3])
    assert first == "", f"the example of {code.code} does not name its file"
    return Example(dict(zip(parts[::2], parts[1::2], strict=True)), "")


def found_by(example: Example, folder: Path) -> set[str]:
    """Codes of the findings that an example has."""
    loaded = load(make_folder(folder, {**PLAN, **example.files}))
    findings: list[Finding] = list(loaded.findings)
    if loaded.roadmap is not None:
        insight = Insight(loaded.roadmap, date(2025, 6, 30))
        findings += [*check(loaded, insight), *check_dates(loaded, insight)]
        contexts = dict.fromkeys(("product", "security"), RenderContext(insight, NoLinks()))
        findings += [lapse.finding("page.md") for lapse in lapses(example.page, exact=True)]
        for block in split_page(example.page):
            if isinstance(block, Block):
                parsed = parse_fence(block.body, Positions("page.md", block.body.encode()), Roadmaps(contexts, "product"))
                findings += parsed.findings
    return {finding.code for finding in findings}
