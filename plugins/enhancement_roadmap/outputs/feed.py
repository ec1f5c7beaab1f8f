"""A changelog as a feed to subscribe to (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from enhancement_roadmap import __version__
from enhancement_roadmap.history.changelog import ChangelogEntry, ChangelogRow, sentence
from enhancement_roadmap.links import commit_address
from enhancement_roadmap.sentences import plural
from enhancement_roadmap.text import one_line, plain

MOST_ENTRIES = 50
MOST_CHANGES = 40
"""Changes of an entry that are told one by one."""

_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(title: str, rows: Sequence[ChangelogRow], *, address: str = "", commit_url: str = "") -> bytes:
    """A feed with an entry for each of the newest commits. The same history gives the same bytes, and the same ids for ever.

    Two roadmaps in one repository have other ids for one commit, so that a reader who follows both feeds sees it in both.

    Args:
        title: name of the roadmap.
        rows: the newest first; at least one.
        address: where the feed will be; empty where nobody knows.
        commit_url: form of the address of a commit; empty for none.
    """
    feed = Element("feed", xmlns=_NAMESPACE)
    _text(feed, "id", _urn(rows[-1].entry, "feed"))
    _text(feed, "title", f"{plain(title)}: changes")
    _text(feed, "updated", _moment(max(row.entry.commit.at for row in rows)))
    _text(feed, "generator", "mkdocs-enhancement-roadmap", version=__version__)
    if address:
        SubElement(feed, "link", rel="self", type="application/atom+xml", href=address)
    for row in rows[:MOST_ENTRIES]:
        _entry(feed, row, commit_url)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(feed: Element, row: ChangelogRow, commit_url: str) -> None:
    commit = row.entry.commit
    entry = SubElement(feed, "entry")
    _text(entry, "id", _urn(row.entry, "entry"))
    _text(entry, "title", commit.subject.strip() or commit.short)
    _text(entry, "updated", _moment(commit.at))
    _text(SubElement(entry, "author"), "name", commit.author.strip() or "unknown")
    if address := commit_address(commit_url, commit.id):
        SubElement(entry, "link", rel="alternate", href=address)
    if row.entry.version:
        SubElement(entry, "category", term=one_line(row.entry.version), label=one_line(f"Version {plain(row.entry.version)}"))
    _text(entry, "content", _content(row), type="html")


def _content(row: ChangelogRow) -> str:
    lines = [sentence(change) for change in row.changes[:MOST_CHANGES]]
    if len(row.changes) > MOST_CHANGES:
        lines.append(f"and {plural(len(row.changes) - MOST_CHANGES, 'more change')}")
    return Markup("<ul>{}</ul>").format(Markup("").join(Markup("<li>{}</li>").format(line) for line in lines))


def _text(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = one_line(words)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ") if at.year > 999 else at.isoformat()  # noqa: PLR2004


def _urn(entry: ChangelogEntry, what: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'enhancement-roadmap:{what}/{entry.commit.id}/{entry.folder}')}"
