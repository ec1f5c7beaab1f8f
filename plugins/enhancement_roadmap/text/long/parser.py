"""The rules by which a long text falls into blocks: markdown-it-py's, within bounds and without anything that drops words."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block, table

_BlockRule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST = 10
"""Levels that quotes and lists (two each, one of the list and one of its entry) may be nested in; deeper ones show as typed."""

_LONG_NUMBER = re.compile(r"\d{4}")
"""What is a year, most likely, and no number of an entry."""

_CELL_ENDS = re.compile(r"(?<!\\)\|")


def _bounded(rule: _BlockRule) -> _BlockRule:
    """A rule that nests, as far as people can follow; beyond that the parser itself would leave out what comes."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < DEEPEST and rule(state, start, end, silent)

    return bounded


def _list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A list, unless it would begin with a number such as 2026."""
    return not _LONG_NUMBER.match(_line(state, start)) and list_block(state, start, end, silent)


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table in which cells beyond the columns of the head are not left out, but stay in the last one."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    cells = [token for token in state.tokens[first:] if token.type == "inline" and token.map]
    last_cells = {token.map[0]: token for token in cells if token.map}
    columns = sum(1 for token in cells if token.map and token.map[0] == start)
    for line, last in last_cells.items():
        if left_over := _cells(_line(state, line))[columns:]:
            last.content = " | ".join([last.content, *left_over])
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _cells(line: str) -> list[str]:
    found = [cell.replace("\\|", "|").strip() for cell in _CELL_ENDS.split(line.strip())]
    return found[(not found[0]) : len(found) - (len(found) > 1 and not found[-1])]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": 2 * DEEPEST})
    parser.enable(["blockquote", "code", "fence", "heading", "hr", "lheading", "list", "table"])
    parser.disable(["inline", "text_join"])  # each block's words go through the inline markup of every text (`text.inline`)
    ends_a_paragraph = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("blockquote", _bounded(blockquote), {"alt": ends_a_paragraph})
    parser.block.ruler.at("list", _bounded(_list), {"alt": ends_a_paragraph[:3]})
    parser.block.ruler.at("table", _table, {"alt": ends_a_paragraph[:2]})
    return parser


PARSER = _parser()
"""Gives the tokens of blocks; those of words stay unread."""
