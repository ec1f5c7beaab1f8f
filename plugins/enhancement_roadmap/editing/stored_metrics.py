"""``metrics.yml`` of a roadmap folder: read, and written back after an edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.editing.writing import write_whole
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import load

METRICS_FILE = "metrics.yml"
FIRST_LINES = "metrics:\n  - id: daily-active-users\n    title: daily active users\n"
"""What a file without metrics may start with."""

_NO_VALUE = "RM305"
"""The code of a list without a value: adding an entry mends it, so that only the file's new text tells whether it is well."""


class NoMetricsError(Exception):
    """The folder has no such file. The message says which one."""


class BrokenMetricsError(Exception):
    """The file has mistakes, so that nothing in it can be changed.

    Args:
        findings: the mistakes.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(*(finding.message for finding in findings))
        self.findings = findings


class StoredMetrics:
    """The file of a folder. Mistakes in other files of the folder do not matter.

    Args:
        data: the roadmap folder.

    Raises:
        FolderError: there is no such folder.
        NoMetricsError: there is no such file in it.
        BrokenMetricsError: the file has mistakes that no edit can mend.
    """

    def __init__(self, data: Path) -> None:
        self.path = data / METRICS_FILE
        loaded = load(data)
        self.findings = [finding for finding in loaded.findings if finding.place.file == self.path.as_posix()]
        if any(finding.code != _NO_VALUE for finding in self.findings):
            raise BrokenMetricsError(self.findings)
        if METRICS_FILE not in loaded.positions:
            raise NoMetricsError(f"there is no file {self.path}")
        self.text = MetricsText(loaded.positions[METRICS_FILE].content)

    def save(self, content: bytes) -> bool:
        """Write what an edit made of the text.

        Returns:
            Whether anything has changed; where nothing has, nothing is written.

        Raises:
            OSError: the file can not be written.
        """
        if content == self.text.data:
            return False
        write_whole(self.path, content)
        return True


@contextmanager
def stored_metrics(data: Path) -> Iterator[StoredMetrics]:
    """The file of a folder, to be edited and saved in the block.

    Raises:
        FolderError: there is no such folder.
        NoMetricsError: there is no such file in it.
        BrokenMetricsError: the file has mistakes, and the edit did not mend them.
        EditError: the edit can not be made; the message starts with the file.
    """
    file = StoredMetrics(data)
    try:
        yield file
    except EditError as error:
        if file.findings:
            raise BrokenMetricsError(file.findings) from error
        raise EditError(f"{file.path}: {error}") from error
