"""Whether two built sites tell the same: pages at the same addresses, and the same words about each enhancement.

A long page of the plugin goes on on pages of their own, which count as that page.

Run as ``python -m benchmarks.fairness DATA SITE SITE``; prints what one has and the other has not.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from itertools import chain
from pathlib import Path, PurePosixPath

from benchmarks.facts import facts_of_all, facts_of_decisions, facts_of_item, facts_of_page
from enhancement_roadmap.analysis import Insight, build_day
from enhancement_roadmap.loading import load
from enhancement_roadmap.model import Enhancement

DOCUMENT = "roadmap/document/index.html"

MORE = ("roadmap/lists/", "roadmap/document/")
"""Where long pages go on."""

SAMPLE = 40
"""Enhancements whose words are looked up."""


def differences(data: Path, one: Path, other: Path) -> list[str]:
    """What is not the same, a line each."""
    roadmap = load(data).roadmap
    if roadmap is None:
        return [f"{data} has mistakes"]
    insight = Insight(roadmap, build_day(os.environ))
    found = [f"only in one site: {page}" for page in sorted(_pages(one) ^ _pages(other))]
    step = max(1, len(roadmap.enhancements) // SAMPLE)
    sampled = [pair for item in roadmap.enhancements[::step] for pair in _facts(item, insight, has_document=(one / DOCUMENT).is_file())]
    for page, facts in (*sampled, *facts_of_all(insight)):
        path = PurePosixPath("roadmap", page, "index.html")
        wanted = [" ".join(fact.split()) for fact in facts]
        for site in (one, other):
            words = _words(site, path.as_posix())
            found += [f"{site.parent.name}: {path} does not say “{fact}”" for fact in wanted if fact not in words]
    return found


def _facts(item: Enhancement, insight: Insight, *, has_document: bool) -> Iterator[tuple[str, Iterable[str]]]:
    """Pages that show an enhancement, and what each has to say about it."""
    yield f"enhancements/{item.id}", chain(facts_of_item(item, insight), facts_of_page(item, insight))
    yield "decisions", facts_of_decisions(item, insight)
    if has_document:
        yield "document", facts_of_item(item, insight)


def _pages(site: Path) -> set[str]:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    return {page for page in pages if page == DOCUMENT or not page.startswith(MORE)}


def _words(site: Path, page: str) -> str:
    """The words of a page, and of those on which it may go on."""
    more = () if page.startswith("roadmap/enhancements/") else _more(site)
    return "\n".join([_words_of(site / page), *map(_words_of, more)])


@lru_cache(maxsize=2)
def _more(site: Path) -> tuple[Path, ...]:
    return tuple(path for start in MORE for path in sorted(site.glob(f"{start}*/index.html")))


@lru_cache(maxsize=128)
def _words_of(path: Path) -> str:
    if not path.is_file():
        return ""
    words = unescape(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8"))).replace("\N{WORD JOINER}", "")
    return " ".join(words.split())


def main(arguments: Sequence[str]) -> int:
    """Compare the sites that the arguments name."""
    data, one, other = map(Path, arguments)
    found = differences(data, one, other)
    print("\n".join(found[:20]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
