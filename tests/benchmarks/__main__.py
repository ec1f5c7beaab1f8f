"""Builds and checks, measured beside what they stand to be compared with: ``python -m benchmarks`` (``make benchmark``)."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.commits import DATA, GIT
from benchmarks.limits import (
    Ratio,
    broken_by_builds,
    broken_by_check,
    broken_by_decide,
    broken_by_history,
    broken_by_reloads,
    broken_by_schedule,
)
from benchmarks.measure import Cost, compare, measure, median, python
from benchmarks.reload import reload_cost
from benchmarks.sites import SHORT, WHOLE, build_command, prepare_environment, write_sites

SIZES = (9, 100, 1000, 5000)
CHECKED = 10_000
DECIDED = 1000
HISTORY = (300, 1000)
"""Enhancements and commits."""
SMOKE = 25
"""More than the number of those of which one has no trigger."""
STORED = ("loose", "packed")
"""How git keeps the objects of a history: each in a file of its own, as after commits, or in one pack, as in a clone."""
MANY = 1000
"""Up to so many enhancements, each command runs three times; past it, twice."""
HEADER = f"{'':24}{'enhancements':>14}{'seconds':>18}{'CPU seconds':>20}{'peak MiB':>18}{'ratio: time':>14}{'wall':>8}{'memory':>8}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table, and say which limits are broken.

    Returns:
        0, or 1 where a limit is broken.
    """
    options = _parser().parse_args(arguments)
    prepare_environment()
    sizes = (SMOKE,) if options.smoke else options.sizes
    checked = SMOKE if options.smoke else options.checked
    print(HEADER)
    with tempfile.TemporaryDirectory(prefix="roadmap-benchmark-") as root:
        found = {count: _builds(Path(root, str(count)), count, _runs(count, smoke=options.smoke)) for count in sizes}
        check = _check(Path(root, "check"), checked, _runs(checked, smoke=options.smoke)) if checked else None
        decided = SMOKE if options.smoke else DECIDED
        decide = _decide(Path(root, "decide"), decided, _runs(decided, smoke=options.smoke))
        schedule = _schedule(Path(root, "schedule"), decided, _runs(decided, smoke=options.smoke))
        size = (SMOKE, SMOKE) if options.smoke else HISTORY
        histories = {kind: _history(Path(root, kind), *size, _runs(size[0], smoke=options.smoke), kind) for kind in STORED}
    ready, plain, first, theirs = ({count: ratios[place] for count, ratios in found.items()} for place in range(4))
    broken = [
        *broken_by_builds(ready, plain),
        *broken_by_reloads(first, theirs),
        *(broken_by_check(checked, check) if check else ()),
        *broken_by_decide(decided, decide),
        *broken_by_schedule(decided, schedule),
    ]
    broken += [line for kind, ratios in histories.items() for line in broken_by_history(kind, *ratios)]
    if options.smoke:
        print("Everything ran. So few enhancements say nothing about the limits.")
        return 0
    print("\n".join(["", *broken] if broken else ["", "All limits hold."]))
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make benchmark", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=SIZES, help="numbers of enhancements to build sites of, such as 9,100")
    parser.add_argument("--checked", type=int, default=CHECKED, help="number of enhancements to check; 0 leaves it out")
    parser.add_argument("--smoke", action="store_true", help="only see that everything runs")
    return parser


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


def _runs(count: int, *, smoke: bool) -> int:
    """How often each command runs, in turn with its yardstick: fewer times where it takes minutes."""
    return 1 if smoke else 3 if count <= MANY else 2


def _builds(folder: Path, count: int, runs: int) -> tuple[Ratio, Ratio, Ratio, Ratio]:
    """A build held against the site that a user would write and the same pages as files; a save against the first one's build and save."""
    folder.mkdir()
    log = folder / "log"
    sites = write_sites(folder, count, log)
    ready = _built("build : ready-written", sites.plugin, sites.ready, WHOLE, count, runs, log)
    plain = _built("  same pages as files", sites.plugin, sites.plain, WHOLE, count, runs, log)
    measure(python("-m", "benchmarks.fairness", sites.data, sites.plugin / "site", sites.plain / "site"), log)
    _built("  without the document", sites.plugin, sites.plain, SHORT, count, runs, log)
    measure(python("-m", "benchmarks.fairness", sites.data, sites.plugin / "site", sites.plain / "site"), log)
    item = sorted((sites.data / "enhancements").glob("*.yml"))[count // 2]
    name = item.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("id: ")
    page = f"roadmap/enhancements/{name}/"
    ours = reload_cost(sites.plugin, WHOLE, item, page, runs, log)
    theirs = reload_cost(sites.ready, WHOLE, sites.ready / "docs" / "roadmap" / "enhancements" / f"{name}.md", page, runs, log)
    first, again = Ratio(ours, ready.theirs), Ratio(ours, theirs)
    _print("save : first build", count, first)
    _print("  a save of theirs", count, again)
    return ready, plain, first, again


def _built(name: str, ours: Path, theirs: Path, config: str, count: int, runs: int, log: Path) -> Ratio:
    costs = compare({"ours": build_command(ours, config), "theirs": build_command(theirs, config)}, runs, log)
    ratio = Ratio(costs["ours"], costs["theirs"])
    _print(name, count, ratio)
    return ratio


def _check(folder: Path, count: int, runs: int) -> Ratio:
    data, log = _roadmap(folder, count)
    costs = compare({"check": [_PROGRAM, "check", data], "parse": python("-m", "benchmarks.parse_only", data)}, runs, log)
    ratio = Ratio(costs["check"], costs["parse"])
    _print("check : parsing alone", count, ratio)
    return ratio


def _decide(folder: Path, count: int, runs: int) -> Ratio:
    data, log = _roadmap(folder, count)
    costs = compare({"decide": [_PROGRAM, "decide", data], "check": [_PROGRAM, "check", data]}, runs, log)
    ratio = Ratio(costs["decide"], costs["check"])
    _print("decide : check", count, ratio)
    return ratio


def _schedule(folder: Path, count: int, runs: int) -> Ratio:
    """Dates of everything, where eight teams do the work, held against the check, which needs none of them here."""
    data, log = _roadmap(folder, count, "benchmarks.teams")
    costs = compare({"schedule": [_PROGRAM, "schedule", data], "check": [_PROGRAM, "check", data]}, runs, log)
    ratio = Ratio(costs["schedule"], costs["check"])
    _print("schedule : check", count, ratio)
    return ratio


def _history(folder: Path, count: int, commits: int, runs: int, kind: str) -> tuple[Ratio, Ratio]:
    """Reading the history for the first time, held against ``git log -p``; and in the same process again, held against the first."""
    folder.mkdir()
    repository, log = folder / "repository", folder / "log"
    measure(python("-m", "benchmarks.commits", repository, str(count), str(commits), *(["loose"] if kind == "loose" else [])), log)
    costs: dict[str, list[Cost]] = {"git": [], "first": [], "again": []}
    for _ in range(runs):
        costs["git"].append(measure([GIT, "-C", str(repository), "log", "-p", "--", DATA], log))
        for name, cost in zip(("first", "again"), _readings(repository / DATA, log), strict=True):
            costs[name].append(cost)
    found = {name: median(taken) for name, taken in costs.items()}
    first, again = Ratio(found["first"], found["git"]), Ratio(found["again"], found["first"])
    _print(f"history : log -p, {kind}", count, first)
    _print("  again : first", count, again)
    return first, again


def _readings(data: Path, log: Path) -> list[Cost]:
    """What reading a history took for the first time and again, without the start of Python, and the memory with it."""
    whole = measure(python("-m", "benchmarks.read_history", data), log)
    return [Cost(facts["wall"], facts["cpu"], whole.memory) for facts in json.loads(log.read_text())]


_PROGRAM = str(Path(sys.executable).with_name("roadmap"))


def _roadmap(folder: Path, count: int, writer: str = "benchmarks.generate") -> tuple[str, Path]:
    """A roadmap folder of a size, and a file for what commands print."""
    folder.mkdir()
    data, log = folder / "data", folder / "log"
    measure(python("-m", writer, data, str(count)), log)
    return str(data), log


def _print(name: str, count: int, ratio: Ratio) -> None:
    ours, theirs = ratio.ours, ratio.theirs
    wall, cpu, memory = (
        f"{ours.wall:.2f} : {theirs.wall:.2f}",
        f"{ours.cpu:.2f} : {theirs.cpu:.2f}",
        f"{ours.memory:.0f} : {theirs.memory:.0f}",
    )
    print(f"{name:24}{count:>14,}{wall:>18}{cpu:>20}{memory:>18}{ratio.time:>14.2f}{ratio.wall:>8.2f}{ratio.memory:>8.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
