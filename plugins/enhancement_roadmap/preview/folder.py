"""A whole preview of a change in one folder: what it does, as a comment and as data, and the site as it would be."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.util import find_spec
from pathlib import Path

from enhancement_roadmap.analysis.today import VARIABLE
from enhancement_roadmap.editing.targets import target_of
from enhancement_roadmap.editing.writing import make_folder
from enhancement_roadmap.history import Compared
from enhancement_roadmap.hosts.folder import BuildOptions, build_folder
from enhancement_roadmap.hosts.site import COMPARE, SiteOptions
from enhancement_roadmap.outputs.difference import Sources, as_json, as_markdown, finding_changes
from enhancement_roadmap.preview.links import PreviewLinks

COMMENT, CHANGES, SITE = "comment.md", "changes.json", "site"
_SHOWN_BYTES = 4000
"""How much is shown of what a failed build printed last."""


class PreviewError(Exception):
    """The preview can not be made; the message says what would be right."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What to preview, and where.

    Attributes:
        data: the roadmap folder.
        base: a branch, a tag or a commit to hold it against.
        out: the folder to write.
        config: the site's ``mkdocs.yml``; None for pages in Markdown, which need no MkDocs.
        today: the day to judge by.
        address: where ``site`` will be read, with a slash at its end; empty where nobody knows.
    """

    data: Path
    base: str
    out: Path
    config: Path | None
    today: date
    address: str = ""


def has_mkdocs() -> bool:
    """Whether a site can be built here."""
    return find_spec("mkdocs") is not None


def write_preview(options: PreviewOptions, compared: Compared) -> None:
    """Write the folder as a whole: what was there of an earlier preview is replaced once all of the new one is made.

    Args:
        options: what and where.
        compared: the roadmap held against the base.

    Raises:
        PreviewError: the folder is somebody else's, or the site can not be built.
        LeadsAwayError: the folder is behind a link out of another.
        OSError: something can not be written.
    """
    with _beside(target_of(options.out), options) as made:
        if options.config is None:
            site = SiteOptions(options.data, options.today, compare=options.base)
            build_folder(BuildOptions(site, made / SITE, made / SITE))
        else:
            _build_site(options.config, made / SITE, options)
        found, base, findings = compared.comparison.difference, compared.comparison.base, finding_changes(compared)
        after = compared.after.roadmap.roadmap
        links = PreviewLinks(made / SITE, options.address, [item.id for item in after.enhancements] if after else ())
        if options.config is not None and not links.has_roadmap:
            raise PreviewError(f"the site has no roadmap: add the plugin ‘enhancement-roadmap’ to {options.config.as_posix()}")
        comment = as_markdown(found, base, findings=findings, preview=links, sources=Sources.of(compared, os.environ))
        (made / COMMENT).write_text(comment, encoding="utf-8", newline="\n")
        (made / CHANGES).write_text(f"{as_json(found, base, '', options.today, findings)}\n", encoding="utf-8", newline="\n")


@contextmanager
def _beside(out: Path, options: PreviewOptions) -> Iterator[Path]:
    """A folder that takes the place of another at the end of the block, unless it fails."""
    data = Path(os.path.realpath(options.data))
    if out == data or data in out.parents:
        raise PreviewError(f"{options.out} is in the roadmap folder: name another one with --out")
    if out.exists() and not (out.is_dir() and {entry.name for entry in out.iterdir()} <= {COMMENT, CHANGES, SITE}):
        raise PreviewError(f"{options.out} holds something else than an earlier preview: name another folder with --out")
    make_folder(out.parent)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.", dir=out.parent) as beside:
        made, former = Path(beside) / "made", Path(beside) / "former"
        made.mkdir()
        yield made
        if out.exists():
            out.rename(former)
        made.rename(out)


def _build_site(config: Path, target: Path, options: PreviewOptions) -> None:
    """Run MkDocs in a process of its own, as the site's author does; only the comparison and the day are ours."""
    seconds = int(datetime.combine(options.today, time(), UTC).timestamp())
    environment = {**os.environ, COMPARE: options.base, VARIABLE: str(seconds)}
    # `-P`: as with the command ``mkdocs``, a module that lies in the current folder is not taken for it.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--config-file", str(config), "--site-dir", str(target)]
    with tempfile.TemporaryFile() as printed:
        ran = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=subprocess.STDOUT, check=False)  # noqa: S603 - a list without a shell
        if ran.returncode != 0:
            printed.seek(max(0, printed.tell() - _SHOWN_BYTES))
            raise PreviewError(
                f"the site can not be built: mkdocs ended with {ran.returncode}\n{printed.read().decode('utf-8', 'replace')}"
            )
