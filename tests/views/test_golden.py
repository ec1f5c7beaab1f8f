"""Each view says exactly this, on a small roadmap and on one that has only what it must have.

A case is one file in ``golden``: the roadmap's name, a fence as an author writes it, and the HTML that it becomes.
``UPDATE_GOLDEN=1 pytest tests/views`` writes the HTML anew, to be reviewed as a diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from enhancement_roadmap.fences import Roadmaps, parse_fence, render_fence
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.views import VIEWS
from support.fragments import Fragment
from support.render_contexts import render_context_of, roadmap_folder

CASES = sorted((Path(__file__).parent / "golden").glob("*.md"))
FORM = re.compile(r"Roadmap: (?P<roadmap>\w+)\n\n```roadmap\n(?P<fence>.*?)```\n\n```html\n(?P<html>.*?)```\n", re.DOTALL)
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


def _read(case: Path) -> re.Match[str]:
    found = FORM.fullmatch(case.read_text(encoding="utf-8"))
    assert found, f"{case.name} does not have the form of a case"
    return found


def _render(roadmap: str, body: str) -> str:
    render_context = render_context_of(roadmap_folder(roadmap))
    fence, findings, _ = parse_fence(body, Positions("case", body.encode()), Roadmaps.only(render_context))
    assert fence is not None, findings
    return render_fence(fence, render_context)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_a_fence_becomes_this_html(case: Path) -> None:
    found = _read(case)
    html = _render(found["roadmap"], found["fence"])
    if UPDATE:
        case.write_text(f"Roadmap: {found['roadmap']}\n\n```roadmap\n{found['fence']}```\n\n```html\n{html}\n```\n", encoding="utf-8")
    else:
        assert html + "\n" == found["html"]


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_html_is_well_formed(case: Path) -> None:
    html = _read(case)["html"]
    assert Fragment(html).problems == []
    assert not [line for line in html.rstrip("\n").splitlines() if not line.strip()], "a line with nothing in it"


@pytest.mark.parametrize("roadmap", ["small", "minimal"])
def test_every_view_has_a_case(roadmap: str) -> None:
    shown = set()
    for found in map(_read, CASES):
        if found["roadmap"] == roadmap:
            shown |= set(re.findall(r"^view: (.+)$", found["fence"], re.MULTILINE))
    of_one_enhancement = {name for name, view in VIEWS.items() if any(field.is_required() for field in view.options.model_fields.values())}
    assert shown == (set(VIEWS) if roadmap == "small" else set(VIEWS) - of_one_enhancement)
