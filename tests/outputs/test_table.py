"""The table of files that are no pages: what asks for a file by its name gets one."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from enhancement_roadmap.fences import Roadmaps, parse_fence, render_fence
from enhancement_roadmap.history import History
from enhancement_roadmap.outputs.table import OUTPUTS, Output, OutputSource
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.views import VIEWS, RenderContext
from support.render_contexts import EveryLink, insight_of, roadmap_folder
from support.repository import make_repository
from support.roadmaps import small


class AskedFor(EveryLink):
    """Every link, and the names of the files that were asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def file(self, name: str) -> str | None:
        self.names.add(name)
        return name


def test_views_link_only_to_files_that_stand_beside_a_site(tmp_path: Path) -> None:
    links = AskedFor()
    insight = insight_of(roadmap_folder("small"))
    history = History(make_repository(tmp_path, [small(), {"enhancements/first.yml": None}]).data)
    for view in VIEWS:
        body = f"view: {view}".encode()
        render_context = RenderContext(insight, links, history=history)
        fence = parse_fence(body.decode(), Positions("", body), Roadmaps.only(render_context)).fence
        if fence is not None:
            render_fence(fence, render_context)
    assert {"reviews.ics", "changes.atom"} <= links.names
    assert [name for name in links.names if name not in OUTPUTS or not OUTPUTS[name].is_beside] == []


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=lambda output: output.name)
def test_a_record_says_what_a_file_is(output: Output) -> None:
    assert re.fullmatch(r"[a-z]+(/[a-z]+)*(\.[a-z]+)+", output.name)
    assert re.fullmatch(r"[a-z]+/[a-z.+-]+", output.media_type)
    assert output.title
    assert OUTPUTS[output.name] is output


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=lambda output: output.name)
def test_a_file_has_a_content_or_the_record_says_what_to_add(output: Output) -> None:
    source = OutputSource(insight_of(roadmap_folder("minimal")))
    content = output.make(source)
    assert output.lack if content is None else output.is_exact or content.endswith(b"\n")
    assert output.make(source) == content


def test_only_what_makes_a_file_that_is_asked_for_is_imported() -> None:
    code = "import sys; import enhancement_roadmap.outputs.table; print(*sys.modules)"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "enhancement_roadmap.outputs.table" in imported
    needless = {"icalendar", "enhancement_roadmap.history", "enhancement_roadmap.diff", "enhancement_roadmap.outputs.document"}
    assert not needless & set(imported)
