"""The extension for generators that run no plugins: it reads the roadmap folder itself."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.checks import check
from enhancement_roadmap.fences import problem_html
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.history import History
from enhancement_roadmap.hosts.fence_renderer import PageFences
from enhancement_roadmap.hosts.markdown.site_links import SiteLinks
from enhancement_roadmap.hosts.markdown.superfence import RoadmapFence
from enhancement_roadmap.links import is_commit_template
from enhancement_roadmap.loading import FolderError, load
from enhancement_roadmap.views import RenderContext

_LOG = logging.getLogger(__name__)


class RoadmapExtension(Extension):
    """Python-Markdown's entry point: ``markdown_extensions: [enhancement-roadmap: {data: roadmap-data}]``.

    Args:
        kwargs: the options; each is documented in `config`.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "data": ["roadmap-data", "The roadmap folder, from the folder in which the generator runs."],
            "base_url": ["", "Address of the roadmap's pages, such as /roadmap/; without it, names are no links."],
            "history": [True, "Whether views show what was changed over time, from git."],
            "commit_url": ["", "Form of the address of a commit, such as https://example.org/plan/commit/{commit}."],
            "today": ["", "The day to judge by, as YYYY-MM-DD; default: the day of the build."],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        RoadmapFence(self._render()).extendMarkdown(md)

    def _render(self) -> Any:
        data = str(self.getConfig("data"))
        try:
            loaded = load(Path(data))
        except FolderError as error:
            message = str(error)
            _LOG.warning("%s", message)
            return lambda _source, _header: problem_html([], message)
        if loaded.roadmap is None:
            _LOG.warning("%s", as_text(loaded.findings))
            return lambda _source, _header: problem_html(loaded.findings)
        today = str(self.getConfig("today"))
        day = date.fromisoformat(today) if today else build_day(os.environ)
        history = History(Path(data)) if self.getConfig("history") else None
        insight = history.insight(loaded, day) if history else Insight(loaded.roadmap, day)
        if warnings := [*loaded.findings, *check(loaded, insight)]:
            _LOG.warning("%s", as_text(warnings))
        commit_url = str(self.getConfig("commit_url"))
        links = SiteLinks(str(self.getConfig("base_url")), commit_url if is_commit_template(commit_url) else "")
        fences = PageFences(RenderContext(insight, links, history=history), "", "")

        def render(source: str, header: str) -> str:
            rendered = fences.render(source, header)
            if rendered.findings:
                _LOG.warning("%s", as_text(rendered.findings))
            return rendered.html

        return render
