"""The extension for generators that run no plugins: it reads the roadmap folder itself."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown

from enhancement_roadmap.analysis import build_day
from enhancement_roadmap.analysis.today import named_day
from enhancement_roadmap.fences import Lapse, PageFences, Roadmaps, problem_html
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.hosts.markdown.site_links import SiteLinks
from enhancement_roadmap.hosts.markdown.superfence import Render, RoadmapFence
from enhancement_roadmap.hosts.site import SiteOptions, assemble, load_or_finding
from enhancement_roadmap.links import checked_commit_template

_LOG = logging.getLogger(__name__)
_BROKEN = "The roadmap can not be shown:"


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
        try:
            render = renderer(self._options(), str(self.getConfig("base_url")))
        except ValueError as error:
            render = _refusal(f"{_BROKEN} {error}")
        RoadmapFence(render, _missed).extendMarkdown(md)

    def _options(self) -> SiteOptions:
        """What the site is to be.

        Raises:
            ValueError: an option is none.
        """
        today = str(self.getConfig("today"))
        return SiteOptions(
            Path(str(self.getConfig("data"))),
            named_day(today) if today else build_day(os.environ),
            history=bool(self.getConfig("history")),
            commit_url=checked_commit_template(str(self.getConfig("commit_url"))),
        )


def renderer(options: SiteOptions, base_url: str) -> Render:
    """What makes views of fences; mistakes stand in their place, and in the log.

    Args:
        options: what the site is to be.
        base_url: address of the roadmap's pages; empty where names are no links.
    """
    site = assemble(options, load_or_finding(options, "in the extension's option ‘data’"))
    if site.findings:
        _LOG.warning("%s", as_text(site.findings))
    if site.is_broken:
        html = problem_html(site.findings, _BROKEN)
        return lambda _source, _header, _md: html
    fences = PageFences(Roadmaps.only(site.render_context(SiteLinks(base_url, options.commit_url))), "", "")

    def render(source: str, header: str, _: Markdown) -> str:
        rendered = fences.render(source, header)
        if rendered.findings:
            _LOG.warning("%s", as_text(rendered.findings))
        return rendered.html

    return render


def _missed(lapse: Lapse, _: Markdown) -> str:
    finding = lapse.finding("")
    _LOG.warning("%s", as_text([finding]))
    return problem_html([finding], "This block is no view:")


def _refusal(message: str) -> Render:
    _LOG.warning("%s", message)
    return lambda _source, _header, _md: problem_html([], message)
