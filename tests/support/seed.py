"""The planning document that the roadmap of Working Panda was made from, to hold against what is generated today."""

from __future__ import annotations

from pathlib import Path

SEED = Path(__file__).parents[1] / "seed" / "future-security-enhancements.md"


def facts_of(markdown: str) -> list[str]:
    """The lines of a document without decoration: blank lines, rules, bold marks, spaces at the end of a line."""
    lines = (line.replace("**", "").rstrip() for line in markdown.splitlines())
    return [line for line in lines if line not in {"", "---"}]


def missing(wanted: list[str], found: list[str]) -> list[str]:
    """The fewest lines of `wanted` without which the rest would all be in `found`, in the same order.

    Returns:
        Each as ``number: line``, the number counted from 1 among the wanted lines.
    """
    # longest[i][j]: how many of wanted[i:] can be found in order in found[j:].
    longest = [[0] * (len(found) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(found))):
            same = wanted[i] == found[j]
            longest[i][j] = longest[i + 1][j + 1] + 1 if same else max(longest[i + 1][j], longest[i][j + 1])
    lost, i, j = [], 0, 0
    while i < len(wanted):
        if j < len(found) and wanted[i] == found[j]:
            i, j = i + 1, j + 1
        elif j < len(found) and longest[i][j + 1] == longest[i][j]:
            j += 1
        else:
            lost.append(f"{i + 1}: {wanted[i]}")
            i += 1
    return lost
