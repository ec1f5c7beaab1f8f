"""What stands on a page in place of a fence that has a mistake."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from enhancement_roadmap.findings import Finding

_FRAME = Markup('<div class="er-problem" role="note"><p>{}</p>{}{}</div>')
_LIST = Markup("<ul>{}</ul>")
_ROW = Markup("<li><code>{}</code> {}: {} <em>{}</em></li>")
_SKIP = Markup('<p><a href="#{0}">Show the last good state</a></p></div><div id="{0}">')


def problem_html(findings: Sequence[Finding], message: str = "This view has a mistake:", anchor: str = "") -> str:
    """A message and the findings as an HTML fragment.

    Args:
        findings: what is wrong.
        message: says so.
        anchor: gives what follows this anchor, and links to it.
    """
    rows = [_ROW.format(str(finding.place), finding.code, finding.message, finding.hint) for finding in findings]
    listed = _LIST.format(Markup("").join(rows)) if rows else ""
    return str(_FRAME.format(message, listed, _SKIP.format(anchor) if anchor else ""))
