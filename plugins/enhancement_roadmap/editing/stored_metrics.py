"""``metrics.yml`` of a roadmap folder, changed in its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from enhancement_roadmap.editing.data_folder import edit_folder
from enhancement_roadmap.editing.metrics_text import EditError, MetricsText
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading import Loaded

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


def edit_metrics(data: Path, operation: Callable[[MetricsText], bytes]) -> bool:
    """Change the file of a folder. Mistakes in other files of the folder do not matter.

    Args:
        data: the roadmap folder.
        operation: gives the file's new bytes; it is called under the folder's lock, with the text as it is then.

    Returns:
        Whether anything has changed; where nothing has, nothing is written.

    Raises:
        FolderError: there is no such folder.
        NoMetricsError: there is no such file in it.
        BrokenMetricsError: the file has mistakes, and the edit did not mend them.
        EditError: the edit can not be made; the message starts with the file.
        LockedError: another process has been changing the folder for too long.
        ChangedError: the file was changed meanwhile by a program that knows no lock.
        OSError: the file can not be written.
    """
    path = data / METRICS_FILE

    def changed(loaded: Loaded) -> dict[str, bytes]:
        findings = [finding for finding in loaded.findings if finding.place.file == path.as_posix()]
        if any(finding.code != _NO_VALUE for finding in findings):
            raise BrokenMetricsError(findings)
        if METRICS_FILE not in loaded.positions:
            raise NoMetricsError(f"there is no file {path}")
        try:
            return {METRICS_FILE: operation(MetricsText(loaded.positions[METRICS_FILE].content))}
        except EditError as error:
            if findings:
                raise BrokenMetricsError(findings) from error
            raise EditError(f"{path}: {error}") from error

    return bool(edit_folder(data, changed))
