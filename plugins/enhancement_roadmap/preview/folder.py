"""A whole preview of a change in one folder: what it does, as a comment and as data, and the site as it would be."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from enhancement_roadmap.analysis.today import VARIABLE
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder
from enhancement_roadmap.generators import SiteConfig
from enhancement_roadmap.history import Compared
from enhancement_roadmap.hosts.folder import BuildOptions, build_folder
from enhancement_roadmap.hosts.site import COMPARE, SiteOptions
from enhancement_roadmap.outputs.difference import as_json, finding_changes
from enhancement_roadmap.preview.comment import comment
from enhancement_roadmap.preview.links import PreviewLinks, roadmap_folders
from enhancement_roadmap.records import dataclass

COMMENT, SITE = "comment.md", "site"
_OURS = re.compile(r"comment\.md|changes(-\d+)?\.json|site")
_SHOWN_BYTES = 4000
"""How much is shown of what a failed build printed last."""


class PreviewError(Exception):
    """The preview can not be made; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What to preview, and where.

    Attributes:
        base: a branch, a tag or a commit to hold it against.
        out: the folder to write.
        config: the configuration of the site to build, which a program here can; None for pages in Markdown, which need none.
        today: the day to judge by.
        address: where ``site`` will be read, with a slash at its end; empty where nobody knows.
        built: the site, where it has been built of the change already; None where it has not.
    """

    base: str
    out: Path
    config: SiteConfig | None
    today: date
    address: str = ""
    built: Path | None = None


def changes_names(roadmaps: int) -> list[str]:
    """Names of the files with the changes as data, one for each roadmap.

    Args:
        roadmaps: how many there are.
    """
    return ["changes.json"] if roadmaps == 1 else [f"changes-{place}.json" for place in range(1, roadmaps + 1)]


def write_preview(options: PreviewOptions, compared: Mapping[Path, Compared]) -> None:
    """Write the folder as a whole: what was there of an earlier preview is replaced once all of the new one is made.

    Args:
        options: what and where.
        compared: for each roadmap folder what it says, held against the base.

    Raises:
        PreviewError: the folder is somebody else's, or the site can not be built.
        LeadsAwayError: the folder is behind a link out of another.
        OSError: something can not be written.
    """
    with _beside(target_of(options.out), options.out, compared) as made:
        site = made / SITE
        if options.built is not None:
            shutil.copytree(options.built, site, symlinks=True)
            folders = _found(site, compared, "write its pages with ‘roadmap build --compare’ before you build the site")
        elif options.config is not None:
            _build_site(options.config, site, options)
            folders = _found(site, compared, f"add the plugin ‘enhancement-roadmap’ to {options.config.file.as_posix()}")
        else:
            folders = _write_pages(site, [*compared], options)
        links = [PreviewLinks(site, options.address, folder) for folder in folders]
        (made / COMMENT).write_text(comment([*compared.values()], links, os.environ), encoding="utf-8", newline="\n")
        for name, one in zip(changes_names(len(compared)), compared.values(), strict=True):
            text = as_json(one.comparison.difference, one.comparison.base, "", options.today, finding_changes(one))
            (made / name).write_text(f"{text}\n", encoding="utf-8", newline="\n")


@contextmanager
def _beside(out: Path, shown: Path, roadmaps: Iterable[Path]) -> Iterator[Path]:
    """A folder that takes the place of another at the end of the block, unless it fails."""
    for folder in roadmaps:
        data = Path(os.path.realpath(folder))
        if out == data or data in out.parents:
            raise PreviewError(f"{shown} is in the roadmap folder: name another one with --out")
    if out.exists() and not (out.is_dir() and all(_OURS.fullmatch(entry.name) for entry in out.iterdir())):
        raise PreviewError(f"{shown} holds something else than an earlier preview: name another folder with --out")
    make_folder(out.parent)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as beside:
        made, former = Path(beside) / "made", Path(beside) / "former"
        made.mkdir()
        yield made
        if out.exists():
            out.rename(former)
        made.rename(out)


def _write_pages(site: Path, roadmaps: Sequence[Path], options: PreviewOptions) -> list[Path]:
    """Write the pages as Markdown, those of each of several roadmaps into a folder of their own, and give the folders."""
    folders = [site] if len(roadmaps) == 1 else [site / str(place) for place in range(1, len(roadmaps) + 1)]
    for data, folder in zip(roadmaps, folders, strict=True):
        build_folder(BuildOptions(SiteOptions(data, options.today, compare=options.base), folder, site))
    return folders


def _found(site: Path, compared: Mapping[Path, Compared], hint: str) -> list[Path]:
    """The folder of the site that shows each roadmap.

    Raises:
        PreviewError: it does not show one of them.
    """
    found = roadmap_folders(site, [one.after.roadmap.roadmap for one in compared.values()])
    for place, data in enumerate(compared):
        if place not in found:
            lack = "has no roadmap" if len(compared) == 1 else f"does not show the roadmap in {data.as_posix()}"
            raise PreviewError(f"the site {lack}: {hint}")
    return [found[place] for place in range(len(compared))]


def _build_site(config: SiteConfig, target: Path, options: PreviewOptions) -> None:
    """Run the site's program in a process of its own, as the site's author does; only the comparison and the day are ours."""
    seconds = int(datetime.combine(options.today, time(), UTC).timestamp())
    environment = {**os.environ, COMPARE: options.base, VARIABLE: str(seconds)}
    program = config.program or config.generator
    # `-P`: as with the command ``mkdocs``, a module that lies in the current folder is not taken for it.
    command = [sys.executable, "-P", "-m", program, "build", "--config-file", str(config.file), "--site-dir", str(target)]
    with tempfile.TemporaryFile() as printed:
        ran = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT, check=False)  # noqa: S603 - a list without a shell
        if ran.returncode != 0:
            printed.seek(max(0, printed.tell() - _SHOWN_BYTES))
            raise PreviewError(
                f"the site can not be built: {program} ended with {ran.returncode}\n{printed.read().decode('utf-8', 'replace')}"
            )
