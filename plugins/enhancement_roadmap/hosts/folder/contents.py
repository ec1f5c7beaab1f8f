"""Everything that the folder holds, worked out before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from enhancement_roadmap.fences import PageFences, Roadmaps, lapses, split_page
from enhancement_roadmap.findings import Finding, Place
from enhancement_roadmap.hosts.folder.links import FolderIndex
from enhancement_roadmap.hosts.site import Site, assets
from enhancement_roadmap.links import FileName
from enhancement_roadmap.pages import Page
from enhancement_roadmap.records import dataclass
from enhancement_roadmap.text import raw_block

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


def folder_contents(site: Site, beside: Mapping[FileName, bytes], index: FolderIndex, shown: str) -> Contents:
    """Render every page, and add the files beside them, the style sheet and the script.

    Args:
        site: the site, with its pages.
        beside: content of the files beside the pages.
        index: gives the addresses.
        shown: how messages name the folder.
    """
    made = Contents()
    for page in site.pages:
        place = f"{shown}/{page.path}"
        roadmaps = Roadmaps.only(site.render_context(index.links_from(page.path)))
        text, findings = _rendered(page, PageFences(roadmaps, place, page.markdown), place)
        made.files[page.path] = text.encode()
        made.findings += findings
    made.files.update(beside)
    made.files.update({f"{ASSETS}/{name}": content for name, content in assets().items()})
    return made


def _rendered(page: Page, fences: PageFences, shown: str) -> tuple[str, list[Finding]]:
    if missed := [lapse.finding(shown) for lapse in lapses(page.markdown, exact=False)]:
        return "", missed
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
