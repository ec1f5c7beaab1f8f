"""One run of the folder host: everything is made and checked first, and only then written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.history import History, compare_with
from enhancement_roadmap.hosts.dead_links import dead_link_findings
from enhancement_roadmap.hosts.folder.changes import Changes, compare
from enhancement_roadmap.hosts.folder.contents import folder_contents
from enhancement_roadmap.hosts.folder.links import FolderIndex, LinkForm
from enhancement_roadmap.hosts.folder.manifest import Manifest, digest_of, read_manifest
from enhancement_roadmap.hosts.folder.writing import write_changes
from enhancement_roadmap.hosts.reading import read
from enhancement_roadmap.loading import load
from enhancement_roadmap.pages import Page, site_pages
from enhancement_roadmap.templating import TemplateMistakeError


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build.

    Attributes:
        data: the roadmap folder.
        out: the folder to write to.
        root: root of the generator's sources, `out` or above it: relative links in the data start there.
        today: the day to judge by.
        links: how pages link to each other.
        templates: folder of templates in place of the product's own.
        force: whether files that somebody else has written or edited may be lost.
        history: whether to show what was changed over time, from git.
        commit_url: form of the address of a commit; empty for none.
        dates_from_git: whether a document without a version or a date has those of git.
        compare: a branch, a tag or a commit to hold the roadmap against, which makes the pages a preview; empty for none.
    """

    data: Path
    out: Path
    root: Path
    today: date
    links: LinkForm = "md"
    templates: Path | None = None
    force: bool = False
    history: bool = True
    commit_url: str = ""
    dates_from_git: bool = False
    compare: str = ""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What became of it.

    Attributes:
        findings: every mistake; with an error among them nothing was written.
        count: number of files that the roadmap has in the folder.
        changes: which of them were written, and which others removed.
        left_out: a line that says what of the history is left out; empty where nothing is.
    """

    findings: list[Finding]
    count: int = 0
    changes: Changes = field(default_factory=Changes)
    left_out: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the folder is as ordered."""
        return not any(finding.severity == "error" for finding in self.findings)


def build_folder(options: BuildOptions) -> BuildResult:
    """Write the roadmap's pages and assets into a folder.

    Raises:
        ComparisonError: there is nothing to hold the roadmap against.
        FolderError: there is no roadmap folder.
        ManifestError: the list of what an earlier run wrote can not be used.
        ValueError: `out` is the roadmap folder or in it, or is not in `root`.
        OSError: the folder can not be read or written.
    """
    out, data, root = (Path(os.path.realpath(path)) for path in (options.out, options.data, options.root))
    if out == data or data in out.parents:
        raise ValueError(f"{options.out} is in the roadmap folder: name another one")
    if out != root and root not in out.parents:
        raise ValueError(f"{options.out} is not in {options.root}")
    templates_shown = options.templates.as_posix() if options.templates else ""
    history = History(options.data) if options.history else None
    loaded = load(options.data)
    reading = read(loaded, options.templates, templates_shown, options.today, history=history, dates_from_git=options.dates_from_git)
    if reading.is_broken:
        return BuildResult(reading.findings)
    if options.compare:
        reading = reading.compared(compare_with(options.compare, options.data, loaded, options.today))
    before = read_manifest(out)
    try:
        pages = list(site_pages(reading.insight, reading.files, reading.pages, reading.comparison, has_history=reading.has_history))
        index = FolderIndex(
            options.links, out.relative_to(root).as_posix().removeprefix("."), _files_there(out, root, pages, before), options.commit_url
        )
        made = folder_contents(pages, reading, index, options.out.as_posix())
    except TemplateMistakeError as error:
        return BuildResult([error.finding])
    if made.findings:
        return BuildResult(made.findings)
    dead_links = dead_link_findings(index.missing, options.data, options.data.as_posix())
    result = _written(options, out, made.files, before, [*reading.findings, *dead_links])
    return replace(result, left_out=history.lack if history else "")


def _files_there(out: Path, root: Path, pages: Iterable[Page], before: Manifest) -> Callable[[str], bool]:
    """Answers whether a path from the root leads to a file once the run is over, so that a second run finds the same."""
    made = {out / page.path for page in pages}
    left_over = {out / path for path in before.paths()} - made

    def exists(path: str) -> bool:
        file = root / path
        return file in made or (file not in left_over and file.is_file())

    return exists


def _written(options: BuildOptions, out: Path, files: Mapping[str, bytes], before: Manifest, warnings: list[Finding]) -> BuildResult:
    after = Manifest({path: digest_of(content) for path, content in files.items()})
    changes = compare(out, options.out.as_posix(), after.files, before, force=options.force)
    result = BuildResult([*changes.findings, *warnings], len(files), changes)
    if result.is_written:
        write_changes(out, files, changes, before, after)
    return result
