"""The comment on a pull request: what it does to a roadmap, or to each of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from enhancement_roadmap.history import Compared
from enhancement_roadmap.links import Links
from enhancement_roadmap.outputs.difference import LEAST_LIMIT, LIMIT, Sources, as_markdown, finding_changes


def comment(compared: Sequence[Compared], links: Sequence[Links], environ: Mapping[str, str]) -> str:
    """The text, with a part for each roadmap; the room that one leaves the next ones may have.

    Args:
        compared: the roadmaps, each held against the base.
        links: for each the addresses of its pages in the preview.
        environ: the environment, which tells where the code host shows lines of files.
    """
    parts: list[str] = []
    room = LIMIT
    for place, (one, preview) in enumerate(zip(compared, links, strict=True)):
        part = as_markdown(
            one.comparison.difference,
            one.comparison.base,
            max(room // (len(compared) - place), LEAST_LIMIT),
            roadmap=_title(one) if len(compared) > 1 else "",
            findings=finding_changes(one),
            preview=preview,
            sources=Sources.of(one, environ),
        )
        parts.append(part)
        room -= len(part.encode()) + 1
    return "\n".join(parts)


def _title(compared: Compared) -> str:
    roadmap = compared.after.roadmap.roadmap
    return roadmap.about.title if roadmap else compared.kept.shown
