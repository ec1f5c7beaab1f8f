"""The whole roadmap for other programs: what its files say, and what is worked out of it, as JSON with a published schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib.resources import files

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.model import Enhancement, ItemTexts
from enhancement_roadmap.outputs.facts import (
    FACTS,
    Data,
    compact,
    metrics_data,
    plain_data,
    progress_data,
    reviews_data,
    schedule_data,
    worked_out,
)
from enhancement_roadmap.sentences import printable_json

SCHEMA_VERSION = 1
"""Rises with a change that programs notice: a key that goes, or means something else. A further key is none."""

SCHEMA_NAME = "roadmap.schema.json"
"""Where the schema is, seen from the JSON: both stand beside the pages of a site."""

_HEADINGS = frozenset(("wording",))
"""What only the pages say."""

_END = "\n}"


def roadmap_json(insight: Insight, items: Sequence[Enhancement], texts: ItemTexts | None = None) -> str:
    """The whole roadmap as a JSON object, by the JSON Schema that `roadmap_schema` gives; each enhancement is a line.

    Args:
        insight: the roadmap on the day.
        items: the enhancements to tell. The rest of the roadmap is there in any case.
        texts: what an earlier build of a server has made of enhancements.
    """
    roadmap = insight.roadmap
    above = printable_json(
        {
            "$schema": SCHEMA_NAME,
            "schema_version": SCHEMA_VERSION,
            "today": insight.today.isoformat(),
            "is_whole": len(items) == len(roadmap.enhancements),
            "about": plain_data(roadmap.about, _HEADINGS),
            "plan": plain_data(roadmap.plan),
            "governance": plain_data(roadmap.governance),
            "metrics": plain_data(roadmap.metrics),
            "facts": _facts(insight),
        }
    )
    lines = ",\n    ".join(
        # What a file says is the same as long as the file is; what is worked out of it may be another each time.
        f'{_said(item, texts).removesuffix("}")}, "{FACTS}": {printable_json(facts, indent=None)}}}'
        for item, facts in worked_out(items, insight)
    )
    return f'{above.removesuffix(_END)},\n  "enhancements": [\n    {lines}\n  ]{_END}'


def roadmap_schema() -> str:
    """The JSON Schema of `roadmap_json`, as the text of a file."""
    return (files("enhancement_roadmap.outputs.roadmap_json") / SCHEMA_NAME).read_text(encoding="utf-8")


def _said(item: Enhancement, texts: ItemTexts | None) -> str:
    make = partial(_written, item)
    return make() if texts is None else texts.of(item, SCHEMA_NAME, make)


def _written(item: Enhancement) -> str:
    return printable_json(plain_data(item), indent=None)


def _facts(insight: Insight) -> Data:
    """What is worked out of the roadmap as a whole."""
    found: Data = compact(
        {
            "progress": progress_data(insight.total),
            "next": insight.next_up.item.id if insight.next_up else None,
            "metrics": metrics_data(insight),
            "reviews": reviews_data(insight),
            "schedule": schedule_data(insight.schedule) if insight.schedule else None,
        }
    )
    return {"metrics": [], "reviews": [], **found}
