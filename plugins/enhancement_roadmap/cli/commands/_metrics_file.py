"""The file ``metrics.yml`` of a folder, as commands read and write it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from enhancement_roadmap.cli.data import read
from enhancement_roadmap.cli.output import CouldNotRunError, write, write_file
from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.findings import Finding, as_text
from enhancement_roadmap.loading import Loaded

NAME = "metrics.yml"
FIRST_LINES = "metrics:\n  - id: daily-active-users\n    title: daily active users\n"
"""What a file without metrics may start with."""

_NO_VALUE = "RM305"
"""The code of a list without a value: adding an entry mends it, so that only the file's new text tells whether it is well."""


class EditedMetrics:
    """Reads the file of a folder, and writes it back after a change. Mistakes in other files of the folder do not matter.

    Args:
        data: the roadmap folder.

    Raises:
        CouldNotRunError: there is no such folder, or no such file in it.
        Exit: the file has findings, which were printed; with 1.
    """

    def __init__(self, data: Path) -> None:
        self.path = data / NAME
        loaded = read(data)
        self._findings = [finding for finding in loaded.findings if finding.place.file == self.path.as_posix()]
        if any(finding.code != _NO_VALUE for finding in self._findings):
            raise _refused(self._findings)
        self.text = MetricsText(self._content(loaded))

    @contextmanager
    def editing(self) -> Iterator[MetricsText]:
        """Give the text to be edited, and say so where that can not be done.

        Raises:
            CouldNotRunError: an edit can not be made.
            Exit: the file has findings that the edit did not mend; with 1.
        """
        try:
            yield self.text
        except EditError as error:
            if self._findings:
                raise _refused(self._findings) from error
            raise CouldNotRunError(f"{self.path}: {error}") from error

    def save(self, content: bytes) -> bool:
        """Write what an edit made of the text.

        Returns:
            Whether anything has changed; where nothing has, nothing is written.

        Raises:
            CouldNotRunError: the file can not be written.
        """
        if content == self.text.data:
            return False
        write_file(self.path, content.decode())
        return True

    def _content(self, loaded: Loaded) -> bytes:
        if NAME not in loaded.positions:
            write(f"{NAME} holds the metrics. It can start like this:\n\n{FIRST_LINES}", error=True)
            raise CouldNotRunError(f"there is no file {self.path}")
        return loaded.positions[NAME].text().encode()


def _refused(findings: list[Finding]) -> click.exceptions.Exit:
    write(as_text(findings), error=True)
    return click.exceptions.Exit(1)
