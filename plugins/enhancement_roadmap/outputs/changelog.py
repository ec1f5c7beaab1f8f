"""A changelog as Markdown, as people keep one in a file ``CHANGELOG.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from enhancement_roadmap.findings import plural
from enhancement_roadmap.history.changelog import BriefChange, ChangelogRow, details, grouped, happening
from enhancement_roadmap.links import commit_address
from enhancement_roadmap.text import literal, plain

_UNVERSIONED = "Without a version"


def changelog_markdown(title: str, rows: Iterable[ChangelogRow], commit_url: str = "") -> str:
    """A heading for each version and month, an entry for each commit, a line for each change.

    Whatever words there are, they show as typed.

    Args:
        title: name of the roadmap.
        rows: the newest first.
        commit_url: form of the address of a commit; empty for none.
    """
    lines = [f"# Changelog: {literal(plain(title))}", ""]
    for version in grouped(rows):
        lines += [f"## {_version(version.name)}", ""]
        for month in version.months:
            lines += [f"### {month.month}", ""]
            for row in month.rows:
                lines += _entry(row, commit_url)
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _version(name: str) -> str:
    return f"Version {literal(plain(name))}" if name else _UNVERSIONED


def _entry(row: ChangelogRow, commit_url: str) -> Iterator[str]:
    commit = row.entry.commit
    address = commit_address(commit_url, commit.id)
    known = f"[{commit.short}]({address})" if address else commit.short
    tags = "".join(f", {literal(tag)}" for tag in commit.tags)
    yield f"- {commit.on.isoformat()}, {literal(commit.author)}: **{literal(commit.subject) or '(no message)'}** ({known}{tags})"
    if row.entry.is_first:
        yield f"  - The history begins here, with {plural(len(row.changes), 'enhancement')}."
    else:
        yield from (f"  - {_change(change)}" for change in row.changes)
    if row.entry.mended:
        yield f"  - With what was changed in {plural(len(row.entry.mended), 'earlier commit')} whose data had mistakes."


def _change(change: BriefChange) -> str:
    told = ", ".join(map(literal, details(change)))
    return f"**{happening(change)}**: {told}" if told else f"**{happening(change)}**"
