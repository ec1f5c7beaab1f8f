"""Where a code host shows the files of two versions, so that what is said of them leads there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from enhancement_roadmap.findings import Place
from enhancement_roadmap.history import Compared, Kept
from enhancement_roadmap.links import source_address, source_template
from enhancement_roadmap.records import dataclass


@dataclass(frozen=True, slots=True)
class Sources:
    """Addresses of lines of files.

    Attributes:
        template: form of such addresses; empty where there are none.
        after: where git keeps the newer version; None where nobody says.
        before: where it keeps the older one; likewise.
    """

    template: str = ""
    after: Kept | None = None
    before: Kept | None = None

    @classmethod
    def of(cls, compared: Compared, environ: Mapping[str, str]) -> Sources:
        """Those of two versions, by what a job is told by the code host that runs it."""
        return cls(source_template(environ), compared.kept, compared.kept_before)

    def address(self, place: Place, *, is_before: bool = False) -> str | None:
        """Address of a line; None where there is none, or where it may not be there.

        Args:
            place: as messages name it.
            is_before: whether it is one of the older version.
        """
        kept = self.before if is_before else self.after
        file = PurePosixPath(place.file)
        if kept is None or not file.is_relative_to(kept.shown):
            return None
        path = PurePosixPath(kept.folder, file.relative_to(kept.shown)).as_posix()
        return source_address(self.template, kept.commit, path, place.line)
