"""Builds and checks, measured beside what they stand to be compared with: ``python -m benchmarks`` (``make benchmark``)."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.limits import Ratio, broken_by_builds, broken_by_check, broken_by_decide
from benchmarks.measure import compare, measure, python
from benchmarks.sites import SHORT, WHOLE, build_command, prepare_environment, write_sites

SIZES = (9, 100, 1000, 5000)
CHECKED = 10_000
DECIDED = 1000
SMOKE = 20
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
        builds = {count: _builds(Path(root, str(count)), count, _runs(count, smoke=options.smoke)) for count in sizes}
        check = _check(Path(root, "check"), checked, _runs(checked, smoke=options.smoke)) if checked else None
        decided = SMOKE if options.smoke else DECIDED
        decide = _decide(Path(root, "decide"), decided, _runs(decided, smoke=options.smoke))
    broken = [*broken_by_builds(builds), *(broken_by_check(checked, check) if check else ()), *broken_by_decide(decided, decide)]
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


def _builds(folder: Path, count: int, runs: int) -> Ratio:
    folder.mkdir()
    log = folder / "log"
    sites = write_sites(folder, count, log)
    ratios = {}
    for name, config in (("build : plain build", WHOLE), ("  without the document", SHORT)):
        costs = compare({"plugin": build_command(sites.plugin, config), "plain": build_command(sites.plain, config)}, runs, log)
        measure(python("-m", "benchmarks.fairness", sites.data, sites.plugin / "site", sites.plain / "site"), log)
        ratios[config] = Ratio(costs["plugin"], costs["plain"])
        _print(name, count, ratios[config])
    return ratios[WHOLE]


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


_PROGRAM = str(Path(sys.executable).with_name("roadmap"))


def _roadmap(folder: Path, count: int) -> tuple[str, Path]:
    """A roadmap folder of a size, and a file for what commands print."""
    folder.mkdir()
    data, log = folder / "data", folder / "log"
    measure(python("-m", "benchmarks.generate", data, str(count)), log)
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
