"""Scores that priority levels start at: they go down along the levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from enhancement_roadmap.findings import Finding
from enhancement_roadmap.loading.source import Source, dig, entries, whole
from enhancement_roadmap.strict_yaml.positions import Loc
from enhancement_roadmap.strict_yaml.quoting import named, short, show


def check_bands(sources: Sequence[Source]) -> Iterator[Finding]:
    """Each level that starts at no lower score than the level above it: no score could ever mean one of the two.

    Reads plain values, so that a mistake elsewhere in the file hides none; what is no number has a finding of its own.
    """
    for source in sources:
        if source.kind == "roadmap":
            yield from _out_of_order(source)


def _out_of_order(source: Source) -> Iterator[Finding]:
    places: list[Loc] = [("priorities", index, "from_score") for index, _ in entries(source.values, ("priorities",))]
    given = [(loc, score) for loc in places if (score := whole(dig(source.values, loc))) is not None]
    for (above_loc, above), (loc, score) in pairwise(given):
        if score >= above:
            message = f"{named(loc)} is not less than {named(above_loc)}: {show(score)}"
            hint = f"Levels stand from the highest to the lowest: write less than {short(above)}, or put the levels in order."
            yield Finding(source.positions.of_value(loc), "RM411", message, hint)
