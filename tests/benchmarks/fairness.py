"""Whether two built sites tell the same: as many pages at the same addresses, and the same words about each enhancement.

Run as ``python -m benchmarks.fairness DATA SITE SITE``; prints what one has and the other has not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from pathlib import Path

from enhancement_roadmap.loading import load
from enhancement_roadmap.model import Enhancement
from enhancement_roadmap.text import plain

SAMPLE = 40
"""Enhancements whose words are looked up."""


def differences(data: Path, one: Path, other: Path) -> list[str]:
    """What is not the same, a line each."""
    roadmap = load(data).roadmap
    if roadmap is None:
        return [f"{data} has mistakes"]
    document = [page for page in ("roadmap/document/index.html",) if (one / page).is_file()]
    found = [f"only in one site: {page}" for page in sorted(_pages(one) ^ _pages(other))]
    step = max(1, len(roadmap.enhancements) // SAMPLE)
    for item in roadmap.enhancements[::step]:
        for site in (one, other):
            for page in (f"roadmap/enhancements/{item.id}/index.html", *document):
                words = _words(site / page)
                found += [f"{site.parent.name}: {page} does not say “{text}”" for text in _facts(item) if text not in words]
    return found


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


@lru_cache(maxsize=4)
def _words(path: Path) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8"))).split())


def _facts(item: Enhancement) -> Iterator[str]:
    yield plain(item.title)
    yield plain(item.trigger.summary)
    yield from (plain(requirement.text) for requirement in item.requirements)
    yield from (plain(text) for text in (item.scope.dependencies, item.scope.impact) if text)
    yield from (file.path for file in item.scope.files if file.path)
    yield from (plain(option) for option in (item.scope.technologies.options if item.scope.technologies else ()))
    if item.assessment:
        yield plain(item.assessment.why)
    if item.analysis:
        analysis = item.analysis
        yield from (plain(text) for text in (analysis.benefits, analysis.reasoning, analysis.demerits, analysis.maintainability) if text)
    if item.packages:
        yield from item.packages.commands


def main(arguments: Sequence[str]) -> int:
    """Compare the sites that the arguments name."""
    data, one, other = map(Path, arguments)
    found = differences(data, one, other)
    print("\n".join(found[:20]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
