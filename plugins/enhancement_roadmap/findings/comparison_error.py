"""That two versions of a roadmap can not be held against each other."""

from __future__ import annotations

from collections.abc import Sequence

from enhancement_roadmap.findings.finding import Finding


class ComparisonError(Exception):
    """There is nothing that the data could be held against.

    Args:
        message: what is wrong; one line.
        hint: what would be right; one line.
        findings: the mistakes, where one of the two versions has so many that nothing of it can be read.
    """

    def __init__(self, message: str, hint: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(f"{message}. {hint}")
        self.message = message
        self.hint = hint
        self.findings = findings
