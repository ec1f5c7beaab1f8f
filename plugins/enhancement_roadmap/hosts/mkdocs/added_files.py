"""The roadmap's files among those of a site, so that other plugins find in them what they expect of any file.

That is a path on the disk to read, a copy that is as good as the file, and no place that somebody else has taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.hosts.mkdocs.copies import Copies
from enhancement_roadmap.hosts.mkdocs.neighbours import takes_only_sources
from enhancement_roadmap.hosts.mkdocs.site_files import clashes


class AddedFiles:
    """The files that are added to a site in one build: in memory for MkDocs, and in a folder for other plugins.

    Args:
        made: for each roadmap, by its folder in the site, the pages and what stands beside them, by their path in the folder.
        assets: the style sheet and the script.
        shown: gives the path of a file as the site's author knows it.
        copies: the folder.
        are_read: whether there is anybody to read pages in the folder.

    Attributes:
        shown: the same as the argument.
    """

    def __init__(
        self,
        made: Mapping[str, Mapping[str, File]],
        assets: Iterable[File],
        shown: Callable[[File], str],
        copies: Copies,
        *,
        are_read: bool = True,
    ) -> None:
        self.shown = shown
        self._copies = copies
        self._are_read = are_read
        self._made = made
        self._assets = list(assets)

    def add(self, files: Files, config: MkDocsConfig) -> list[Finding]:
        """Add them to a site.

        Returns:
            A finding for each whose place is taken; then none is added.

        Raises:
            OSError: there is no room for them on the disk, or no temporary folder.
        """
        if taken := clashes(files, self._all, self.shown):
            return taken
        self._copies.write(filter(self._is_copied, self._all))
        if takes_only_sources(config):
            for file in self._all:
                file.abs_src_path = str(Path(config.docs_dir, file.src_uri))
        else:
            self._made = {folder: {path: self._on_disk(file, config) for path, file in made.items()} for folder, made in self._made.items()}
            self._assets = [self._on_disk(file, config) for file in self._assets]
        for file in self._all:
            files.append(file)
        return []

    def settle(self, files: Files) -> list[Finding]:
        """Let them be what they were made as, after other plugins have had them.

        A plugin may have put a copy in the place of a file, made by its path alone, as static-i18n does for each language; the
        copy gets what is not in the path.

        Returns:
            A finding for each whose place another plugin has taken since.
        """
        kept = list(self._kept(files))
        for file, now in kept:
            if now is not file:
                now.content_bytes = file.content_bytes
                now.generated_by = file.generated_by
                now.edit_uri = file.edit_uri
            now.abs_src_path = self._copies.path(now) if self._is_copied(now) else None
        own = {now.src_uri for _, now in kept}
        return clashes((file for file in files if file.src_uri not in own), self._all, self.shown)

    def pages(self, folder: str, files: Files) -> dict[str, File]:
        """The pages of a roadmap, and what stands beside them, that the site still has, by their path in the roadmap's folder.

        Args:
            folder: the roadmap's folder in the site.
            files: all files of the site.
        """
        made = self._made[folder].items()
        return {path: files.src_uris[file.src_uri] for path, file in made if file.src_uri in files.src_uris}

    @property
    def _all(self) -> list[File]:
        return [*(file for files in self._made.values() for file in files.values()), *self._assets]

    def _on_disk(self, file: File, config: MkDocsConfig) -> File:
        """A page with its path; any other file as one that is there only, since nobody needs its content but to copy it."""
        if not self._is_copied(file):
            return file
        file.abs_src_path = self._copies.path(file)
        if file.is_documentation_page():
            return file
        return File.generated(config, file.src_uri, abs_src_path=file.abs_src_path, inclusion=file.inclusion)

    def _is_copied(self, file: File) -> bool:
        return self._are_read or not file.is_documentation_page()

    def _kept(self, files: Files) -> Iterator[tuple[File, File]]:
        """Each file with what stands in its place: itself, or a copy of it."""
        for file in self._all:
            now = files.src_uris.get(file.src_uri)
            if now is file or (now is not None and now.generated_by is None):
                yield file, now
