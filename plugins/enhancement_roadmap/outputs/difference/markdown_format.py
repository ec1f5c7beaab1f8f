"""A difference as Markdown for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from enhancement_roadmap.diff import Change, Difference, counted, totals
from enhancement_roadmap.diff.descriptions import describe, place_words
from enhancement_roadmap.findings import Finding
from enhancement_roadmap.links import Links, NoLinks, PageName
from enhancement_roadmap.outputs.difference.finding_changes import FindingChanges
from enhancement_roadmap.outputs.difference.sources import Sources
from enhancement_roadmap.sentences import plural
from enhancement_roadmap.text import comment_text

LIMIT = 64_000
"""Of the 65,536 characters that GitHub takes in a comment: the others are for what the one who posts it writes above."""
LEAST_LIMIT = 4_000
"""What the parts that are never cut need."""

_FIRST = 10
"""Changes that are shown at once; all others are folded."""
_NOTABLE = 50
"""Importance from which on a change may be among them."""
_LONGEST = 200
"""Characters of a value."""
_SHORT = 60
"""Characters of a name of a branch."""
_TOTALS, _TOTAL = 6, 30
"""Totals that are shown, and characters of the name of one."""
_FINDINGS = 10
"""Findings of each kind that are shown."""
_PAGES: Mapping[PageName, str] = {"changes": "what this change does", "matrix": "priority matrix", "overview": "overview"}
"""Pages of a preview that every comment names."""
_Groups = Sequence[tuple[str, Sequence[Change]]]
"""Headings, each with the changes below it."""
_NO_FINDINGS = FindingChanges()
_NO_PREVIEW = NoLinks()
_NO_SOURCES = Sources()
_END = "\n</details>\n"
_RESERVE = 600
"""Bytes kept for the end and for the note on what is left out."""


def as_markdown(
    found: Difference,
    base: str,
    limit: int = LIMIT,
    *,
    roadmap: str = "",
    findings: FindingChanges = _NO_FINDINGS,
    preview: Links = _NO_PREVIEW,
    sources: Sources = _NO_SOURCES,
) -> str:
    """Counts first, then mistakes and findings, then the most important changes, then all of them, folded, by enhancement.

    Words from the data are shown as typed: they call nobody, link nothing, fetch nothing and end no block.

    Args:
        found: the difference.
        base: how people call the old version.
        limit: the most that the text may have, in bytes as UTF-8, and so at most as many characters; at least `LEAST_LIMIT`.
            The less important changes are left out, and a note says how many. Marks are written as references of five or six
            bytes, so that fewer changes fit where words are full of them.
        roadmap: title of the roadmap, where there are several; empty where it goes without saying which is meant.
        findings: what is wrong with either version.
        preview: addresses of the pages of the site as it would be, for names to link to.
        sources: addresses of the lines that findings are about.
    """
    name = comment_text(base, _SHORT)
    what = comment_text(roadmap, _LONGEST) if roadmap else "the roadmap"
    lines = [f"### What this change does to {what}", "", *_pages(preview)]
    if not found.changes:
        nothing = "Nothing that can be read" if findings.mistakes or findings.mistakes_before else "Nothing"
        lines += [f"{nothing}: the roadmap is the same as in {name}.", ""]
        return "\n".join([*lines, *_findings(findings, sources, limit - _RESERVE - _size(lines))])
    lines += _counts(found)
    lines += _findings(findings, sources, (limit - _RESERVE - _size(lines)) // 2)
    notable = [change for change in found.changes if change.importance >= _NOTABLE][:_FIRST]
    room = limit - _RESERVE - _size(lines)
    first, room = _fitting([_line(change, preview, with_title=True) for change in notable], room)
    lines += [*first, ""] if first else []
    return "\n".join([*lines, *_by_enhancement(_groups(found, preview), name, preview, room)]) + "\n" + _END


def _by_enhancement(groups: _Groups, base: str, preview: Links, room: int) -> Iterator[str]:
    """All changes, folded: as many as there is room for, and how many others there are."""
    total = sum(len(changes) for _, changes in groups)
    yield from (f"<details><summary>{plural(total, 'change')} by enhancement, compared with {base}</summary>", "")
    shown = 0
    for title, changes in groups:
        head = ["", f"**{title}**", ""]
        entries, left = _fitting([_line(change, preview) for change in changes], room - _size(head))
        if entries:
            yield from (*head, *entries)
            room, shown = left, shown + len(entries)
        if len(entries) < len(changes):
            break
    if shown < total:
        yield from ("", f"{plural(total - shown, 'change')} of less importance left out here; `roadmap diff` names all.")


def _counts(found: Difference) -> Iterator[str]:
    parts = [f"{title}: **{number}**" for title, number in counted(found)]
    if parts:
        yield from (" · ".join(parts), "")
    moved = [f"{comment_text(subject, _TOTAL)}: {old} → {new}" for subject, old, new in islice(totals(found), _TOTALS)]
    if moved:
        yield from (" · ".join(moved), "")


def _pages(preview: Links) -> Iterator[str]:
    """Where to look, if there is a preview."""
    known = [(title, preview.page(name)) for name, title in _PAGES.items()]
    there = [f"[{title}](<{address}>)" for title, address in known if address is not None]
    if there:
        yield from (f"Preview: {' · '.join(there)}", "")


def _findings(found: FindingChanges, sources: Sources, room: int) -> Iterator[str]:
    """What is wrong with either version: as much of each list as there is room for."""
    kept, kept_before = set(found.mistakes), set(found.mistakes_before)
    lists = {
        "Mistakes: these files count as they were": (found.mistakes, False),
        "Mistakes before this change: these files count as they are now": (found.mistakes_before, True),
        "Findings that this change brings": ([finding for finding in found.brought if finding not in kept], False),
        "Findings that it mends": ([finding for finding in found.mended if finding not in kept_before], True),
    }
    there = {title: part for title, part in lists.items() if part[0]}
    for title, (findings, is_before) in there.items():
        lines = [_finding(finding, sources.address(finding.place, is_before=is_before)) for finding in findings[:_FINDINGS]]
        entries, _ = _fitting(lines, room // len(there))
        left_out = len(findings) - len(entries)
        yield from (f"**{title}**", "", *entries, *([f"- {left_out} more"] if left_out else []), "")


def _finding(finding: Finding, address: str | None) -> str:
    """A list item; a message of the product's own ends without a full stop, and a hint with one."""
    place, message, hint = (comment_text(words, _LONGEST) for words in (str(finding.place), finding.message, finding.hint))
    shown = place if address is None else f"[{place}](<{address}>)"
    return f"- **{finding.code}** {shown}: {message}.{f' {hint}' if hint else ''}"


def _groups(found: Difference, preview: Links) -> _Groups:
    """A heading and changes for each enhancement, and for the roadmap itself."""
    return [
        ("The roadmap" if name is None else _named(describe(changes[0]).name, name, preview), changes)
        for name, changes in found.described_of.items()
    ]


def _named(title: str, enhancement: str, preview: Links) -> str:
    """The title of an enhancement, as a link to its page where there is a preview."""
    address = preview.enhancement(enhancement)
    return comment_text(title, _LONGEST) if address is None else f"[{comment_text(title, _LONGEST)}](<{address}>)"


def _line(change: Change, preview: Links, *, with_title: bool = False) -> str:
    """A list item; its first words are bold, so that none of them can begin a block."""
    words = describe(change)
    owner = f" · {_named(words.name, change.enhancement or '', preview)}" if with_title and words.name else ""
    values = " → ".join(comment_text(value, _LONGEST) for value in words.values)
    what = ", ".join(filter(None, (comment_text(words.subject, _LONGEST), values)))
    place = f" ({comment_text(place_words(change.place), _LONGEST)})" if change.place else ""
    return f"- **{comment_text(words.title, _LONGEST)}**{owner}{': ' if what else ''}{what}{place}"


def _fitting(entries: Sequence[str], room: int) -> tuple[list[str], int]:
    """As many entries as there is room for, and the room that is left."""
    taken: list[str] = []
    for entry in entries:
        if (size := _size([entry])) > room:
            break
        taken.append(entry)
        room -= size
    return taken, room


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)
