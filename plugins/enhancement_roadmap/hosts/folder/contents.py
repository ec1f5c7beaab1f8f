"""Everything that the folder holds, worked out before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.resources import files as package_files

from enhancement_roadmap.fences import split_page
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.fence_renderer import PageFences
from enhancement_roadmap.hosts.folder.links import FolderIndex
from enhancement_roadmap.hosts.reading import SiteReading
from enhancement_roadmap.loading import schema_files
from enhancement_roadmap.outputs.files import feeds
from enhancement_roadmap.outputs.history_files import history_feeds
from enhancement_roadmap.pages import Page
from enhancement_roadmap.text import raw_block
from enhancement_roadmap.views import RenderContext

ASSETS = "assets"
_PLAIN_PATH = re.compile(r"\w[\w./ ]*(?:-\w[\w./ ]*)*")
_NESTED = "a block in a list, a quote or an admonition can not be written as HTML that every generator reads"


@dataclass(slots=True)
class Contents:
    """What the folder holds.

    Attributes:
        files: bytes of each file, by its path in the folder.
        findings: mistakes in the blocks of the pages.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def folder_contents(pages: Iterable[Page], reading: SiteReading, index: FolderIndex, shown: str) -> Contents:
    """Render every page, and add the files for programs, the style sheets, the script and the schemas.

    Args:
        pages: the roadmap's pages.
        reading: the roadmap, its history and the templates of the views.
        index: gives the addresses.
        shown: how messages name the folder.
    """
    made = Contents()
    for page in pages:
        render_context = RenderContext(
            reading.insight, index.links_from(page.path), reading.views, comparison=reading.comparison, history=reading.history
        )
        text, findings = _rendered(page, render_context, f"{shown}/{page.path}")
        made.files[page.path] = text.encode()
        made.findings += findings
    made.files.update(feeds(reading.insight).items())
    made.files.update(history_feeds(reading.history, reading.insight, commit_url=index.commit_url).items())
    for asset in package_files("enhancement_roadmap.hosts").joinpath(ASSETS).iterdir():
        made.files[f"{ASSETS}/{asset.name}"] = asset.read_bytes()
    for name, schema in schema_files().items():
        made.files[f"{ASSETS}/{name}"] = schema.encode()
    return made


def _rendered(page: Page, render_context: RenderContext, shown: str) -> tuple[str, list[Finding]]:
    fences = PageFences(render_context, shown, page.markdown)
    lines: list[str] = []
    findings: list[Finding] = []
    was_block = False
    for part in split_page(page.markdown):
        if isinstance(part, str):
            lines += ["\n", part] if was_block and part.strip() else [part]
            was_block = False
        elif part.is_nested:
            findings.append(Finding(Place(shown, part.line), "RM505", _NESTED, "Put the block at the start of a line."))
        else:
            rendered = fences.render(part.body, part.header)
            findings += rendered.findings
            if not rendered.html:
                continue
            # HTML starts behind a blank line and ends at one.
            lines += ["\n"] if lines and lines[-1].strip() else []
            lines.append(f"{raw_block(rendered.html)}\n")
            was_block = True
    return f"{''.join(lines).rstrip()}\n\n{_note(page.data_file)}\n", findings


def _note(data_file: str) -> str:
    """Says where the page comes from; a file's name that could end the comment stays out of it."""
    source = f" from {data_file}" if _PLAIN_PATH.fullmatch(data_file) else ""
    return f"<!-- Made by ‘roadmap build’{source}: edit the data, not this page. -->"
