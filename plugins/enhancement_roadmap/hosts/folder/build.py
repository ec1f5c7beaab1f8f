"""One run of the folder host: everything is made and checked first, and only then written."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.folder.anchors import dead_anchors
from enhancement_roadmap.hosts.folder.changes import Changes, compare
from enhancement_roadmap.hosts.folder.contents import folder_contents
from enhancement_roadmap.hosts.folder.links import FolderIndex, LinkForm
from enhancement_roadmap.hosts.folder.manifest import Manifest, digest_of, read_manifest
from enhancement_roadmap.hosts.folder.writing import write_changes
from enhancement_roadmap.hosts.nav_files import NavForm, nav_file
from enhancement_roadmap.hosts.site import SiteOptions, assemble
from enhancement_roadmap.loading import load
from enhancement_roadmap.records import dataclass

if TYPE_CHECKING:
    from enhancement_roadmap.diff import Comparison


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What to build, and where.

    Attributes:
        site: what the site is to be.
        out: the folder to write to.
        root: root of the generator's sources, `out` or above it: relative links in the data start there.
        links: how pages link to each other.
        nav: the plugin for navigation that is to find its file in the folder; None for no such file.
        force: whether files that somebody else has written or edited may be lost.
    """

    site: SiteOptions
    out: Path
    root: Path
    links: LinkForm = "md"
    nav: NavForm | None = None
    force: bool = False


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What became of it.

    Attributes:
        findings: every mistake; with an error among them nothing was written.
        count: number of files that the roadmap has in the folder.
        changes: which of them were written, and which others removed.
        left_out: a line that says what of the history is left out; empty where nothing is.
        comparison: what a preview is held against, with the mistakes of either version; None where it is no preview.
    """

    findings: list[Finding]
    count: int = 0
    changes: Changes = field(default_factory=Changes)
    left_out: str = ""
    comparison: Comparison | None = None

    @property
    def is_written(self) -> bool:
        """Whether the folder is as the options say."""
        return not any(finding.severity == "error" for finding in self.findings)

    @property
    def is_changed(self) -> bool:
        """Whether anything in it is other than before."""
        return self.is_written and any((self.changes.new, self.changes.changed, self.changes.removed))


def build_folder(options: BuildOptions) -> BuildResult:
    """Write the roadmap's pages, and the files that stand beside them, into a folder.

    Raises:
        ComparisonError: there is nothing to hold the roadmap against.
        FolderError: there is no roadmap folder.
        ManifestError: the list of what an earlier run wrote can not be used.
        ValueError: `out` is the roadmap folder or in it, or is not in `root`.
        OSError: the folder can not be read or written, or is behind a link that leads away.
    """
    out, root = _checked_places(options)
    site = assemble(options.site, load(options.site.data, shown=options.site.named))
    if not site.is_broken:
        site = site.with_pages()
    if site.is_broken:
        return BuildResult(list(site.findings))
    before = read_manifest(out)
    beside = site.files_beside()
    paths = {*beside, *(page.path for page in site.pages)}
    exists = _files_there(out, root, paths, before)
    prefix = out.relative_to(root).as_posix().removeprefix(".")
    index = FolderIndex(options.links, prefix, exists, options.site.commit_url, paths)
    made = folder_contents(site, beside, index, options.out.as_posix())
    if made.findings:
        return BuildResult([*site.findings, *made.findings])
    if options.nav is not None:
        made.files.update([nav_file(site.pages, options.nav)])
    anchors = dead_anchors(index.asked, _content_of(out, root, made.files))
    result = _written(options, out, made.files, before, [*site.findings, *site.dead_links(index.missing, anchors)])
    return replace(result, left_out=site.left_out, comparison=site.comparison)


def _checked_places(options: BuildOptions) -> tuple[Path, Path]:
    """The real paths of the folder to write to and of the root.

    Raises:
        LeadsAwayError: the folder is behind a link out of another.
        ValueError: the folder is where it must not be.
    """
    out = target_of(options.out)
    data, root = (Path(os.path.realpath(path)) for path in (options.site.data, options.root))
    if out == data or data in out.parents:
        raise ValueError(f"{options.out} is in the roadmap folder: name another one")
    if out != root and root not in out.parents:
        raise ValueError(f"{options.out} is not in {options.root}")
    return out, root


def _files_there(out: Path, root: Path, paths: Iterable[str], before: Manifest) -> Callable[[str], bool]:
    """Answers whether a path from the root leads to a file once the run is over, so that a second run finds the same."""
    made = {out / path for path in paths}
    left_over = {out / path for path in before.paths()} - made

    def exists(path: str) -> bool:
        file = root / path
        return file in made or (file not in left_over and file.is_file())

    return exists


def _content_of(out: Path, root: Path, files: Mapping[str, bytes]) -> Callable[[str], str | None]:
    """Gives the text of a file by its path from the root, as it will be once the run is over; None for one that can not be read."""
    made = {out / path: content for path, content in files.items()}

    def content(path: str) -> str | None:
        file = root / path
        try:
            return (made[file] if file in made else file.read_bytes()).decode("utf-8", "replace")
        except OSError:
            return None

    return content


def _written(options: BuildOptions, out: Path, files: Mapping[str, bytes], before: Manifest, warnings: list[Finding]) -> BuildResult:
    after = Manifest({path: digest_of(content) for path, content in files.items()})
    changes = compare(out, options.out.as_posix(), after.files, before, force=options.force)
    result = BuildResult([*changes.findings, *warnings], len(files), changes)
    if result.is_written:
        write_changes(out, files, changes, before, after)
    return result
