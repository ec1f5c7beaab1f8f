"""Copies of a site's generated files on the disk, for other plugins that read them there."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.structure.files import File

_State = tuple[int, int]
"""When a file was written, in nanoseconds, and how many bytes it has."""


class Copies:
    """A folder with a copy of each generated file, build after build: what is there already is not written again."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._written: dict[str, tuple[bytes, _State | None]] = {}

    def write(self, files: Iterable[File]) -> None:
        """Have the folder hold these files, and no others.

        Raises:
            OSError: the machine has no temporary folder, or no room for them.
        """
        if self._folder is None or not Path(self._folder.name).is_dir():
            self.remove()
            self._folder = TemporaryDirectory(prefix="roadmap-", ignore_cleanup_errors=True)
        before, self._written = self._written, {}
        for file in files:
            path, content = Path(self.path(file)), file.content_bytes
            digest = sha256(content).digest()
            known = before.pop(file.src_uri, None)
            if known is None or known[0] != digest or known[1] != _state(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            self._written[file.src_uri] = digest, _state(path)
        for name in before:
            Path(self._folder.name, name).unlink(missing_ok=True)

    def path(self, file: File) -> str:
        """Where the copy of a file is.

        Raises:
            ValueError: nothing was written.
        """
        if self._folder is None:
            raise ValueError(file.src_uri)
        return str(Path(self._folder.name, file.src_uri))

    def remove(self) -> None:
        """Leave nothing on the disk."""
        if self._folder is not None:
            self._folder.cleanup()
        self._folder, self._written = None, {}


def _state(path: Path) -> _State | None:
    """None where there is no such file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
