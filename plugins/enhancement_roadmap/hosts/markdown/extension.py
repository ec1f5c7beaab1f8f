"""The extension for generators that run no plugins: it reads the roadmap folder itself."""

from __future__ import annotations

import logging
import os
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markdown import Extension, Markdown

from enhancement_roadmap.analysis import build_day
from enhancement_roadmap.analysis.today import named_day
from enhancement_roadmap.fences import Lapse, PageFences, Roadmaps, problem_html
from enhancement_roadmap.findings import as_text
from enhancement_roadmap.hosts.folder.links import FolderIndex, FolderPageLinks
from enhancement_roadmap.hosts.links import PathLinks
from enhancement_roadmap.hosts.markdown.rendered_page import rendered_page
from enhancement_roadmap.hosts.markdown.site_links import SiteLinks
from enhancement_roadmap.hosts.markdown.superfence import Render, RoadmapFence
from enhancement_roadmap.hosts.site import SiteOptions, assemble, load_or_finding
from enhancement_roadmap.links import checked_commit_template

_LOG = logging.getLogger(__name__)
_BASE_URL = "The folder of the roadmap's pages in the site's sources, or an address such as /plan/; without it, names are no links."
_NO_PAGE = "The generator does not say which page it makes, so names are no links: write an address as ‘base_url’, such as ‘/%s/’."
_BROKEN = "The roadmap can not be shown:"


class RoadmapExtension(Extension):
    """Python-Markdown's entry point: ``markdown_extensions: [enhancement-roadmap: {data: roadmap-data}]``.

    Args:
        kwargs: the options; each is documented in `config`.
    """

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "data": ["roadmap-data", "The roadmap folder, from the folder in which the generator runs."],
            "base_url": ["", _BASE_URL],
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
        base_url: address of the roadmap's pages, or their folder in the site's sources; empty where names are no links.
    """
    site = assemble(options, load_or_finding(options, "in the extension's option ‘data’"))
    if site.findings:
        _LOG.warning("%s", as_text(site.findings))
    if site.is_broken:
        html = problem_html(site.findings, _BROKEN)
        return lambda _source, _header, _md: html
    addresses = _Addresses(base_url, options.commit_url)

    def render(source: str, header: str, md: Markdown) -> str:
        fences = PageFences(Roadmaps.only(site.render_context(addresses.seen_from(md))), "", "")
        rendered = fences.render(source, header)
        if rendered.findings:
            _LOG.warning("%s", as_text(rendered.findings))
        return rendered.html

    return render


def _missed(lapse: Lapse, _: Markdown) -> str:
    finding = lapse.finding("")
    _LOG.warning("%s", as_text([finding]))
    return problem_html([finding], "This block is no view:")


class _Addresses:
    """Addresses of the roadmap's pages, for whatever page a converter is at.

    Args:
        base_url: as the option says it.
        commit_url: form of the address of a commit; empty for none.
    """

    def __init__(self, base_url: str, commit_url: str) -> None:
        self._base_url = base_url
        self._commit_url = commit_url
        self._is_folder = bool(base_url) and not urlsplit(base_url).scheme and not base_url.startswith("/")
        self._is_said = False

    def seen_from(self, md: Markdown) -> PathLinks:
        """Those of a folder start at the page; where nobody says which page that is, there are none."""
        if not self._is_folder:
            return SiteLinks(self._base_url, self._commit_url)
        page = rendered_page(md)
        if page is not None:
            folder = posixpath.normpath(self._base_url)
            return FolderPageLinks(FolderIndex(page.form, folder.removeprefix("."), page.exists, self._commit_url), page.path)
        if not self._is_said:
            self._is_said = True
            _LOG.warning(_NO_PAGE, self._base_url)
        return SiteLinks("", self._commit_url)


def _refusal(message: str) -> Render:
    _LOG.warning("%s", message)
    return lambda _source, _header, _md: problem_html([], message)
