"""What stands on a page in place of a fence that has a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from enhancement_roadmap.findings import Finding

_FRAME = Markup('<div class="er-problem" role="note"><p>{}</p>{}</div>')
_LIST = Markup("<ul>{}</ul>")
_ROW = Markup("<li><code>{}</code> {}: {} {}</li>")


def problem_html(findings: Sequence[Finding], message: str = "This view has a mistake:") -> str:
    """A message and the findings as an HTML fragment."""
    rows = [_ROW.format(str(finding.place), finding.code, finding.message, finding.hint) for finding in findings]
    return str(_FRAME.format(escape(message), _LIST.format(Markup("").join(rows)) if rows else ""))
