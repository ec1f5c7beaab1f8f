"""Whatever a file says, reading it takes bounded time, memory and stack."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

import pytest

from enhancement_roadmap.loading import load
from enhancement_roadmap.strict_yaml.reader import compose
from support.plain_plan import PLAN, make_folder
from support.used import Used, forked_used

MANY = 2_000_000
MEGABYTE = 1024 * 1024

REPEATED = {
    "brackets": "[",
    "braces": "{",
    "brackets and braces": "[{a: ",
    "dashes": "- ",
    "dashes with tabs": "-\t",
    "dashes far apart": "-  ",
    "dashes with spaces and tabs": "- \t",
    "question marks": "? ",
    "dashes and question marks": "- ? ",
    "colons": ": ",
    "one bracket a line": "[\n",
}
DEEP = {
    **{name: piece * MANY for name, piece in REPEATED.items()},
    "brackets in a block": "a:\n  - b: " + "[" * MANY,
    "indentation": "".join(f"{' ' * level}a:\n" for level in range(1200)),
    "lists without indentation": "".join(f"{' ' * level}a:\n{' ' * level}- \n" for level in range(1200)),
}


@pytest.mark.parametrize("name", DEEP)
def test_nesting_of_any_depth_is_answered_and_kills_nothing(name: str) -> None:
    # In a process of its own: what this guards against ends the process.
    program = (
        "import sys\n"
        "from enhancement_roadmap.strict_yaml.problem import ProblemError\n"
        "from enhancement_roadmap.strict_yaml.reader import compose\n"
        "try: compose(sys.stdin.buffer.read())\n"
        "except ProblemError as error: print(error.problems[0].code)"
    )
    ran = subprocess.run([sys.executable, "-c", program], input=DEEP[name].encode(), capture_output=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr[-500:]
    assert ran.stdout.decode().strip() in {"RM207", "RM201", "RM202"}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
@pytest.mark.parametrize("depth", [40, 300, 3000])
def test_nesting_that_is_only_somewhat_too_deep_is_answered_alike(piece: str, depth: int, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "enhancements/02-x.yml": "labels: x\nscope:\n  " + piece * depth})
    (finding,) = load(folder).findings
    assert finding.code in {"RM207", "RM201", "RM202"}


def test_nesting_that_a_roadmap_needs_is_read() -> None:
    text = "".join(f"{'  ' * level}a:\n" for level in range(30))
    assert compose(text.encode()) is not None


BOMBS = {
    "lists": "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n" for a, b in pairwise("abcdefghij")),
    "mappings": "a: &a {k: v}\n" + "".join(f"{b}: &{b} {{l: *{a}, r: *{a}}}\n" for a, b in pairwise(ascii_lowercase)),
    "a list in itself": "labels: &a [*a]\n",
    "a mapping in itself": "scope: &a {scope: *a}\n",
    "two that hold each other": "a: &a {b: &b [*a]}\nc: *b\n",
    "a long chain": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 20_000)),
    "merge keys": "a: &a {k: v}\n" + "".join(f"a{n}: &a{n} {{<<: [*a, *a]}}\n" for n in range(1, 20_000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_aliases_that_explode_are_answered_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "enhancements/02-x.yml": BOMBS[name]})
    used, codes = measured(folder)
    assert "RM205" in codes or "RM210" in codes
    assert used.seconds < 4.5
    assert used.megabytes < 200


FULL = {
    "a list of a megabyte": "labels: [" + "a," * (MEGABYTE // 2 - 20) + "]",
    "lines of a megabyte": "labels:\n" + "- a\n" * (MEGABYTE // 4 - 10),
    "keys of a megabyte": "".join(f"{number}:\n" for number in range(130_000)),
    "one text of a megabyte": "short_title: " + "a" * (MEGABYTE - 30),
    "spaces of a megabyte": "short_title: a" + " " * (MEGABYTE - 30),
    "short runs of spaces": ("title: a" + " " * 63 + "x") * 14_000,
    "stars": "short_title: '" + "*a **b** [x](" * 80_000 + "'",
}


@pytest.mark.parametrize("name", FULL)
def test_a_full_megabyte_of_anything_takes_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {**PLAN, "enhancements/02-x.yml": FULL[name]})
    used, codes = measured(folder)
    assert codes
    assert used.seconds < 9.5
    assert used.megabytes < 300


def measured(folder: Path) -> tuple[Used, set[str]]:
    """What checking a folder uses, and the codes of its findings."""
    used = forked_used("check", folder)
    assert used.exit_code == 1, used.output[-500:]
    return used, set(re.findall(r": error (RM\d+): ", used.output))


def test_circles_among_thousands_are_named_in_bounded_time(tmp_path: Path) -> None:
    number = 300
    names = ", ".join(f"x{index}" for index in range(number))
    items = {f"enhancements/{index}.yml": f"id: x{index}\nscope: {{depends_on: [{names}]}}\n" for index in range(number)}
    start = time.process_time()
    circles = [finding for finding in load(make_folder(tmp_path, {**PLAN, **items})).findings if finding.code == "RM404"]
    assert len(circles) == 50
    assert max(len(finding.message) for finding in circles) < 200
    assert time.process_time() - start < 20
