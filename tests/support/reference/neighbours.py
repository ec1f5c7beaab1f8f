"""The page on what the product is tried beside, from the tests that try it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from support.neighbours import BACKSTAGE, HOSTS, MIKE, NEIGHBOURS, TOGETHER, Neighbour
from support.reference.markdown import code, page, table

INTRO = """\
Each of these is tried by building a real site with it: `mkdocs build --strict` has to end without a warning, every link has to
lead somewhere, and no file may hold a path of the machine that built it. Other versions may work too."""

TECHDOCS = "It pins an old pymdown-extensions, which is served. List both plugins: `techdocs-core` and `enhancement-roadmap`."
ZENSICAL = "It runs no plugins: `roadmap build` writes the pages, see [other generators](../how-to/other-generators.md#zensical)."
PROPERDOCS = "It takes `properdocs.yml` before `mkdocs.yml`, and so do the commands."
SAME = "Under MkDocs, ProperDocs and Zensical each page says the same: all words and links of its views are compared."
MIKE_NOTE = "Each version has its own roadmap."
BOUNDS = "The lowest version of each package that is declared, all at once, and the newest are tried in the same way."


def neighbours_page() -> str:
    """Every host and every other plugin, with the version that is tried and what came of it."""
    together = ", ".join(code(key) for key in ("search", *TOGETHER))
    return page(
        "Neighbours",
        INTRO,
        [
            "## Plugins",
            table(("Plugin", "Version tried", "Result", "To know"), _plugins()),
            f"The most common ones are tried all at once too: {together}.",
            "## Hosts",
            table(("Host", "Version tried", "Result", "To know"), _hosts()),
            SAME,
            BOUNDS,
        ],
    )


def _plugins() -> Iterator[tuple[str, str, str, str]]:
    for one in sorted(NEIGHBOURS, key=_name):
        yield _name(one), one.version or "9.8", "clean", one.note
    yield MIKE[0], MIKE[1], "clean", MIKE_NOTE


def _name(one: Neighbour) -> str:
    return one.package or f"Material’s {' and '.join(one.key.split())}"


def _hosts() -> Iterator[tuple[str, str, str, str]]:
    notes = {"properdocs": PROPERDOCS}
    for host in HOSTS:
        yield (
            host.name,
            ", ".join(need.partition("==")[2].removesuffix(".*") for need in host.requirements),
            "clean",
            notes.get(host.program, ""),
        )
    yield "Backstage’s mkdocs-techdocs-core", BACKSTAGE[1], "clean", TECHDOCS
    yield "Zensical", version("zensical"), "clean", ZENSICAL
