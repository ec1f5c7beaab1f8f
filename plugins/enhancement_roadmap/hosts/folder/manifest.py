"""Which files of a folder are ours: those of earlier runs, with what was written into them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from enhancement_roadmap.records import dataclass

MANIFEST = ".roadmap-manifest.json"
VERSION = 1


class ManifestError(Exception):
    """The list of an earlier run can not be used."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of the last run.

    Attributes:
        files: digest of what was written, by the path in the folder.
        pending: the same of a run that did not come to its end; each of its files may or may not have been written.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    pending: Mapping[str, str] = field(default_factory=dict)

    def paths(self) -> list[str]:
        """All files that may be ours, in their order."""
        return sorted({*self.files, *self.pending})

    def wrote(self, path: str, digest: str | None) -> bool:
        """Whether a run has written a file just so."""
        return digest is not None and digest in (self.files.get(path), self.pending.get(path))

    def text(self) -> str:
        """The manifest as the text of a file."""
        values = {"version": VERSION, "files": dict(sorted(self.files.items()))}
        if self.pending:
            values["pending"] = dict(sorted(self.pending.items()))
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def digest_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Read what the last run wrote; an empty manifest where there was none.

    Raises:
        ManifestError: there is a manifest that can not be used. It is never guessed what it may have meant, since files
            are removed by it.
    """
    path = folder / MANIFEST
    try:
        if path.is_symlink():
            raise ManifestError(f"{path} is a symbolic link")
        if not path.exists():
            return Manifest()
        values = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ManifestError(f"{path} is damaged") from error
    except OSError as error:
        raise ManifestError(f"{path} can not be read: {error.strerror or error}") from error
    if not isinstance(values, dict) or values.get("version") != VERSION:
        raise ManifestError(f"{path} is damaged, or of another version of this program")
    return Manifest(_digests(values.get("files"), path), _digests(values.get("pending", {}), path))


def _digests(values: Any, path: Path) -> dict[str, str]:
    if not isinstance(values, dict) or not all(_is_inside(name) and isinstance(digest, str) for name, digest in values.items()):
        raise ManifestError(f"{path} is damaged")
    return values


def _is_inside(name: str) -> bool:
    """Whether a path is a plain one in the folder: a manifest from a pull request must not lead anywhere else."""
    parts = PurePosixPath(name).parts
    return name == "/".join(parts) and bool(parts) and not {"..", "/", "."} & set(parts) and not set("\\:\0") & set(name)
