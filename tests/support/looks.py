"""The sites whose looks are checked: two real roadmaps, one of extremes, one with nothing in it yet, and a large one with its history."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.commits import write_repository
from support.roadmaps import MINIMAL
from support.shared import shared_folder
from support.site import REPOSITORY, WORKING_PANDA, Built, Site

LANTERN = REPOSITORY / "docs" / "examples" / "lantern"

PALETTE = [
    {"scheme": "default", "toggle": {"icon": "material/brightness-7", "name": "Switch to dark mode"}},
    {"scheme": "slate", "toggle": {"icon": "material/brightness-4", "name": "Switch to light mode"}},
]
CROWD = 40
"""Enhancements that share one cell of the matrix."""

MOST_TOLD = 4
"""Enhancements whose pages are opened at every width; what is tried on them is of their kinds."""

WORD_OF_60 = "Incomprehensibilitiesandcounterrevolutionarieswithoutanyrest"
TITLE_OF_120 = "Rotation of every credential that any service of any team has ever been given, in each of the regions, with an audit too"
JAPANESE = "データベースのセキュリティ強化とアクセス権限の監査"
ARABIC = "تعزيز أمان قاعدة البيانات (المرحلة 2)"
ODD_TITLES = (TITLE_OF_120, WORD_OF_60, JAPANESE, ARABIC)


def working_panda(folder: Path) -> Built:
    """The roadmap of this repository."""
    return _built(folder, WORKING_PANDA)


def lantern(folder: Path) -> Built:
    """The made-up roadmap of the documentation, in which much has happened."""
    return _built(folder, LANTERN)


def extremes(folder: Path) -> Built:
    """Forty enhancements in one cell of the matrix, one in many cells, odd titles, every status, contradictions, nothing that is due."""
    files = {name: (WORKING_PANDA / name).read_text(encoding="utf-8") for name in ("roadmap.yml", "governance.yml")}
    items = list(_items())
    names = [item["id"] for item in items]
    files["plan.yml"] = _yaml(
        {
            "rates": {"currency": "currency units", "per_hour": "1-1000", "horizon_years": 30},
            "quarters": [
                {"id": f"q{place}", "title": f"Q{place}", "focus": ODD_TITLES[place], "enhancements": names[place::5]} for place in range(4)
            ],
            "phases": [{"id": "one", "number": 1, "title": WORD_OF_60, "summary": "A long word", "enhancements": names[::2]}],
        }
    )
    return _built(folder, files | {f"enhancements/{item['id']}.yml": _yaml(item) for item in items}, strict=False)


def nothing_yet(folder: Path) -> Built:
    """A roadmap without any enhancement."""
    return _built(folder, {"roadmap.yml": MINIMAL})


def large(folder: Path) -> Built:
    """650 enhancements, with costs, dependencies, a plan and a history; without a search, whose index every page would read."""
    write_repository(folder, 650, 40)
    return _built(folder, None, strict=False, plugins=())


SITES: Mapping[str, Callable[[Path], Built]] = {
    "working-panda": working_panda,
    "lantern": lantern,
    "extremes": extremes,
    "nothing-yet": nothing_yet,
}
LARGE = "large"
LARGE_PAGES = (
    *("", "matrix/", "checklists/", "decisions/", "plan/", "history/", "enhancements/database-recovery-54/"),
    *("lists/value-2/", "lists/checklists-low-5/", "lists/decisions-leave-2/"),
)
"""Pages of the large site that say all that it can say, of each kind one."""


def built_once(factory: pytest.TempPathFactory, name: str) -> Built:
    """One of the sites, or the large one, which all tests of this run read.

    Args:
        factory: pytest's fixture ``tmp_path_factory``.
        name: of the site.
    """
    build = large if name == LARGE else SITES[name]
    return Built(shared_folder(factory, f"site-of-{name}", build) / "site", [])


def addresses(built: Built) -> list[str]:
    """Address of every generated page, from the root of the site; of enhancements in a crowd, whose pages are alike, a few."""
    files = [file.relative_to(built.folder) for file in built.pages() if file.is_relative_to(built.folder / "roadmap")]
    pages = [f"{file.parent.as_posix()}/" for file in files]
    crowd = {f"roadmap/enhancements/item-{number}/" for number in range(2, CROWD + 1)}
    return [page for page in pages if page not in crowd]


def telling(built: Built) -> list[str]:
    """The same, but of all enhancements only the few whose pages say most, and the one that says least."""
    pages = addresses(built)
    items = sorted((page for page in pages if "/enhancements/" in page), key=lambda page: len(built.html(page)))
    return [page for page in pages if page not in items[1:-MOST_TOLD]]


def _built(folder: Path, data: Mapping[str, str] | Path | None, *, strict: bool = True, plugins: Sequence[str] = ("search",)) -> Built:
    site = Site(folder)
    if data is not None:
        site.data(data)
    theme = {"name": "material", "font": False, "palette": PALETTE, "features": ["navigation.indexes"]}
    site.settings |= {
        "site_name": "Working Panda",
        "theme": theme,
        "plugins": [*plugins],
        "nav": [{"Home": "index.md"}],
        "markdown_extensions": [{"toc": {"permalink": True}}],
    }
    return site.build(strict=strict)


def _items() -> Iterator[dict[str, Any]]:
    for number in range(1, CROWD + 1):
        yield _item(number, f"Crowded enhancement {number}")
    for number, title in enumerate(ODD_TITLES, start=CROWD + 1):
        yield _item(number, title) | {"assessment": {"risk": 5, "impact": 5, "why": title}} | _weighed(number)
    for number, status in enumerate(("triggered", "ready", "in-progress", "done", "deferred", "cancelled"), start=CROWD + 5):
        waits = {"scope": {"depends_on": ["item-41"], "timeline": "1-2 sprints"}} if status in {"triggered", "ready"} else {}
        yield _item(number, f"One that is {status}") | {"status": status} | waits
    unsure = {"risk": "1-2", "impact": "1-3", "by": "Security Team", "on": "2020-01", "why": "Nobody has looked at it for years"}
    yield _item(CROWD + 11, "One in many cells") | {"assessment": unsure}
    yield _item(CROWD + 12, "One with parts") | {"requirements": [_nested(4)]}
    yield {"id": "bare", "title": "One without anything"}


def _nested(levels: int) -> dict[str, Any]:
    """A requirement with parts, of which one has parts again, and so on."""
    deeper = [_nested(levels - 1)] if levels > 1 else []
    return (
        {"text": f"{WORD_OF_60} {levels}", "parts": [{"text": f"Done on level {levels}", "done": "2026-10-02"}, *deeper]}
        if deeper
        else {"text": WORD_OF_60}
    )


def _item(number: int, title: str) -> dict[str, Any]:
    tasks = [{"id": f"r{place}", "text": f"{title}: requirement {place}"} for place in range(1, 4)]
    return {
        "id": f"item-{number}",
        "number": number,
        "title": title,
        "priority": ("high", "medium", "low")[number % 3],
        "labels": ["a label"],
        "owner": title,
        "trigger": {"summary": title, "kind": "growth", "condition": title},
        "requirements": [tasks[0] | {"status": "done", "done_on": "2026-05-02"}, *tasks[1:]],
        "assessment": {"risk": 4, "impact": 3, "why": "It is as urgent as all the others."},
        "scope": {"dependencies": title, "files": [{"path": f"server/{WORD_OF_60}/{WORD_OF_60}.ts", "note": title}]},
    }


def _weighed(number: int) -> dict[str, Any]:
    """Cost and benefit of all sizes, from nothing much to more than there is."""
    size = 10 ** (3 * (number - CROWD) - 2)
    costs = {"development": "1-20 years", "people": "1-50", "tools_per_month": f"0-{size}"}
    benefit = {"loss_prevented": f"1-{size}", "yearly_likelihood": "0-12", "reputation": "high"}
    return {"costs": costs, "benefit": benefit, "recommendation": {"verdict": "defer", "why": WORD_OF_60}}


def _yaml(values: Any) -> str:
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False))
