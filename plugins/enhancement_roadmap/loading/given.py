"""Files and folders that stand nowhere, or not yet: what they hold is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from enhancement_roadmap.loading.entries import FolderEntry
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file.

    Attributes:
        name: its name in the folder around it.
        given: its bytes.
        identity: none, since nothing else has the same content for sure.
    """

    name: str
    given: bytes
    identity: str | None = None

    def is_folder(self) -> bool:
        """It is none."""
        return False

    def entries(self) -> Sequence[FolderEntry]:
        """Nothing stands in it."""
        return ()

    def content(self) -> bytes:
        """Its bytes."""
        return self.given


@dataclass(frozen=True, slots=True)
class GivenFolder:
    """A folder.

    Attributes:
        name: its name in the folder around it.
        inside: gives what stands in it, once somebody asks; it may refuse as any folder may.
        identity: none, as with a file.
    """

    name: str
    inside: Callable[[], Sequence[FolderEntry]]
    identity: str | None = None

    def is_folder(self) -> bool:
        """It is one."""
        return True

    def entries(self) -> Sequence[FolderEntry]:
        """What stands in it."""
        return self.inside()

    def content(self) -> bytes:
        """A folder has none."""
        return b""
