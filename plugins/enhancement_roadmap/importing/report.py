"""What became of a source, for people: what was found, what stayed words, what should be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.importing.found import Found, Remark
from enhancement_roadmap.importing.naming import doubles
from enhancement_roadmap.sentences import one_or_several, plural, readable

_HEADINGS = {"doubtful": "To be looked at", "prose": "Kept as words", "became": "Understood"}


def report_of(found: Found, done_before: Sequence[str] = ()) -> str:
    """The report on one source; each line is cleaned for a terminal.

    Args:
        found: what a source gives.
        done_before: what had to be done to read the source, in words.
    """
    return "\n".join(_lines(found, done_before))


def report_of_findings(findings: Sequence[Finding]) -> str:
    """What remains to be put right in the data."""
    lines = (f"  {finding.place.file}: {finding.code} {finding.message}. {finding.hint}" for finding in findings)
    return "\n".join(["Remains to be put right:", *map(readable, lines)])


def _lines(found: Found, done_before: Sequence[str]) -> Iterator[str]:
    remarks = [*found.remarks, *_doubts(found)]
    yield readable(f"{found.source}: {_summary(found)}")
    yield from (readable(f"  {words}") for words in done_before)
    for kind, heading in _HEADINGS.items():
        of_kind = sorted((remark for remark in remarks if remark.kind == kind), key=lambda remark: remark.line)
        if of_kind:
            yield ""
            yield f"{heading}:"
            yield from map(_line, of_kind)


def _summary(found: Found) -> str:
    if not found.enhancements:
        return "nothing found: no enhancement is in it."
    requirements = [part for item in found.enhancements for top in item.requirements for part in top.all()]
    boxes = f"; {found.boxes} check {one_or_several(found.boxes, 'box', 'boxes')} in the source" if found.boxes else ""
    return f"{plural(len(found.enhancements), 'enhancement')}, {plural(len(requirements), 'requirement')}{boxes}."


def _line(remark: Remark) -> str:
    return readable(f"  {remark.line or '-':>5}  {remark.shown}  →  {remark.what}")


def _doubts(found: Found) -> Iterator[Remark]:
    """What is doubtful about all of it together."""
    for item in doubles(found.enhancements):
        yield Remark(item.line, "doubtful", item.title, "has a number, a key or a title that an earlier one has")
