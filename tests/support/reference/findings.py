"""The page on the findings, from the catalogue."""

from __future__ import annotations

import re

from enhancement_roadmap.findings import Code, catalogue
from support.reference.markdown import page, table

INTRO = """\
Each mistake that is found has a code and a name. `roadmap explain` with one of them prints the same text as this page. A
code never changes its meaning."""


def findings_page() -> str:
    """Every code with its explanation and its example."""
    codes = catalogue().values()
    overview = table(["Code", "Name"], [[f"[{code.code}](#{code.code.lower()})", f"`{code.name}`"] for code in codes])
    return page("Findings", INTRO, [overview, *(_section(code) for code in codes)])


def _section(code: Code) -> str:
    """The explanation one level down, with an anchor that is the code, and without headings that would repeat."""
    text = re.sub(r"(?m)^# (.*)$", rf"## \1 {{ #{code.code.lower()} }}", code.explanation.strip(), count=1)
    return re.sub(r"(?m)^## (Wrong|Right)$", r"**\1**", text)
