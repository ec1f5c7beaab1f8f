"""What stands on a page in place of a fence that has a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import escape

from enhancement_roadmap.findings import Finding


def problem_html(findings: Sequence[Finding]) -> str:
    """The findings as an HTML fragment."""
    rows = "".join(
        f"<li><code>{escape(str(finding.place))}</code> {escape(finding.code)}: {escape(finding.message)} {escape(finding.hint)}</li>"
        for finding in findings
    )
    return f'<div class="er-problem" role="note"><p>This view has a mistake:</p><ul>{rows}</ul></div>'
