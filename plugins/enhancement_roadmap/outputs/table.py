"""The table of files that are no pages: a site, a folder and the command line get a new one by one record here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.analysis.schedule.milestones import milestones_of
from enhancement_roadmap.links import FileName
from enhancement_roadmap.loading.schema import schema_name, schema_text
from enhancement_roadmap.model import FILE_KINDS, Enhancement, FileKind, ItemTexts
from enhancement_roadmap.records import dataclass

if TYPE_CHECKING:
    from enhancement_roadmap.history import History
    from enhancement_roadmap.history.changelog import ChangelogRow


@dataclass(frozen=True, slots=True)
class OutputSource:
    """What files are made of.

    Attributes:
        insight: answers about the roadmap.
        history: its history; None where it is switched off.
        address: address of the folder that the files are published in; empty where nobody knows.
        commit_url: form of the address of a commit; empty for none.
        selected: the changes to tell, the newest first; None for all that the history has.
        supposed: the roadmap with some facts replaced; None where nothing is supposed.
        settings: these facts, as typed.
        chosen: ids of the enhancements to tell; None for all.
        separator: between the cells of CSV.
        texts: what an earlier build of a server has made of enhancements.
    """

    insight: Insight
    history: History | None = None
    address: str = ""
    commit_url: str = ""
    selected: Sequence[ChangelogRow] | None = None
    supposed: Insight | None = None
    settings: Sequence[str] = ()
    chosen: Collection[str] | None = None
    separator: str = ","
    texts: ItemTexts | None = None

    @property
    def items(self) -> Sequence[Enhancement]:
        """The enhancements to tell, in the roadmap's order."""
        return [item for item in self.insight.roadmap.enhancements if self.chosen is None or item.id in self.chosen]

    @property
    def rows(self) -> Sequence[ChangelogRow]:
        """The changes to tell, the newest first."""
        if self.selected is not None:
            return self.selected
        return self.history.changelog.rows() if self.history else ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file that is no page.

    Attributes:
        name: its path in the roadmap's folder of a site; what people call it who ask for it.
        title: what it is, in a few words.
        media_type: of its content (RFC 6838).
        make: makes the content; None where it would have nothing to say, and is left out.
        lack: what to add where it has nothing to say, for those who ask for it.
        is_beside: whether it stands beside the pages of a site.
        tells_history: whether there is nothing in it without the roadmap's history.
        is_exact: whether it is no text for people, and so is never made readable for a terminal.
        tells_items: whether it tells chosen enhancements.
    """

    name: FileName
    title: str
    media_type: str
    make: Callable[[OutputSource], bytes | None]
    lack: str = ""
    is_beside: bool = True
    tells_history: bool = False
    is_exact: bool = False
    tells_items: bool = False


def files_beside(source: OutputSource) -> Mapping[FileName, bytes]:
    """Content of each file that stands beside the pages of a site; one that would have nothing to say is left out."""
    made = {name: output.make(source) for name, output in OUTPUTS.items() if output.is_beside}
    return {name: content for name, content in made.items() if content is not None}


def _reviews(source: OutputSource) -> bytes | None:
    if not (source.insight.reviews or source.insight.endings or any(milestones_of(source.insight))):
        return None
    from enhancement_roadmap.outputs.calendar import calendar

    return calendar(source.insight)


def _changes(source: OutputSource) -> bytes | None:
    rows = source.rows
    if not rows:
        return None
    from enhancement_roadmap.outputs.feed import atom

    address = f"{source.address.rstrip('/')}/changes.atom" if source.address else ""
    return atom(source.insight.roadmap.about.title, rows, address=address, commit_url=source.commit_url)


def _document(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.document import document

    return document(source.insight).encode()


def _changelog(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.changelog import changelog_markdown

    return changelog_markdown(source.insight.roadmap.about.title, source.rows, source.commit_url).encode()


def _decisions(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.decisions import decisions_json

    return f"{decisions_json(source.insight, source.supposed, source.settings)}\n".encode()


def _schedule(source: OutputSource) -> bytes | None:
    from enhancement_roadmap.outputs.schedule import schedule_json

    written = schedule_json(source.insight, source.items, source.supposed, source.settings)
    return f"{written}\n".encode() if written else None


def _schedule_table(source: OutputSource) -> bytes | None:
    insight = source.supposed or source.insight
    if not insight.roadmap.plan.teams:
        return None
    from enhancement_roadmap.outputs.tables import schedule_table
    from enhancement_roadmap.outputs.tables.csv_table import csv_table

    return csv_table(schedule_table(insight, source.items), source.separator)


def _difference_schema(_: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.difference import json_schema

    return json_schema().encode()


def _roadmap(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.roadmap_json import roadmap_json

    return f"{roadmap_json(source.insight, source.items, source.texts)}\n".encode()


def _roadmap_schema(_: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.roadmap_json import roadmap_schema

    return roadmap_schema().encode()


def _enhancements(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.tables import enhancements_table
    from enhancement_roadmap.outputs.tables.csv_table import csv_table

    return csv_table(enhancements_table(source.insight, source.items), source.separator)


def _requirements(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.tables import requirements_table
    from enhancement_roadmap.outputs.tables.csv_table import csv_table

    return csv_table(requirements_table(source.insight, source.items), source.separator)


def _metrics(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.tables import metrics_table
    from enhancement_roadmap.outputs.tables.csv_table import csv_table

    return csv_table(metrics_table(source.insight), source.separator)


def _review_table(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.tables import reviews_table
    from enhancement_roadmap.outputs.tables.csv_table import csv_table

    return csv_table(reviews_table(source.insight), source.separator)


def _workbook(source: OutputSource) -> bytes:
    from enhancement_roadmap.outputs.tables.workbook import workbook

    return workbook(source.insight, source.items)


def _oscal(source: OutputSource) -> bytes | None:
    from enhancement_roadmap.outputs.oscal import oscal

    written = oscal(source.insight, source.items)
    return f"{written}\n".encode() if written else None


def _schema(kind: FileKind, _: OutputSource) -> bytes:
    return schema_text(kind).encode()


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_REVIEW = "no review is planned. Add ‘reviews’ to governance.yml, or ‘next_review’ to roadmap.yml"
_NO_ENHANCEMENT = "there is no enhancement. Add one: roadmap new"
_NO_TEAM = "plan.yml has no team, and so there are no dates. Add ‘teams’ to it: ‘- Platform, 3 people’"
_NO_CHANGE = "no commit has changed anything that a reader of the roadmap sees"

OUTPUTS: Mapping[FileName, Output] = {
    output.name: output
    for output in (
        Output("reviews.ics", "The reviews as a calendar", "text/calendar", _reviews, _NO_REVIEW),
        Output("changes.atom", "What was changed, as a feed", "application/atom+xml", _changes, _NO_CHANGE, tells_history=True),
        Output("roadmap.json", "The whole roadmap for programs, with what is worked out", "application/json", _roadmap, tells_items=True),
        Output("roadmap.schema.json", "JSON Schema of roadmap.json", "application/schema+json", _roadmap_schema),
        *(
            Output(f"schema/{schema_name(kind)}", f"JSON Schema of {kind.path}", "application/schema+json", partial(_schema, kind))
            for kind in FILE_KINDS
        ),
        Output(
            "enhancements.csv", "The enhancements as a table", "text/csv", _enhancements, is_beside=False, is_exact=True, tells_items=True
        ),
        Output(
            "requirements.csv", "The requirements as a table", "text/csv", _requirements, is_beside=False, is_exact=True, tells_items=True
        ),
        Output("metrics.csv", "The readings of metrics as a table", "text/csv", _metrics, is_beside=False, is_exact=True),
        Output("reviews.csv", "The reviews as a table", "text/csv", _review_table, is_beside=False, is_exact=True),
        Output(
            "schedule.csv",
            "When each enhancement will be done",
            "text/csv",
            _schedule_table,
            _NO_TEAM,
            is_beside=False,
            is_exact=True,
            tells_items=True,
        ),
        Output("roadmap.xlsx", "The roadmap as a workbook", _XLSX, _workbook, is_beside=False, is_exact=True, tells_items=True),
        Output(
            "poam.json",
            "A plan of action and milestones (OSCAL)",
            "application/json",
            _oscal,
            _NO_ENHANCEMENT,
            is_beside=False,
            tells_items=True,
        ),
        Output("roadmap.md", "The whole plan as one document", "text/markdown", _document, is_beside=False),
        Output("changelog.md", "What was changed, as a document", "text/markdown", _changelog, is_beside=False, tells_history=True),
        Output("difference.schema.json", "JSON Schema of a difference", "application/schema+json", _difference_schema, is_beside=False),
        Output(
            "schedule.json",
            "When each enhancement will be done, and what moves it",
            "application/json",
            _schedule,
            _NO_TEAM,
            is_beside=False,
            tells_items=True,
        ),
        Output("decisions.json", "What to do now about each enhancement, and why", "application/json", _decisions, is_beside=False),
    )
}
"""Every such file by its name."""
