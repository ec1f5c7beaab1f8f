"""In a terminal a wide character takes two columns and a combining one none: lines are laid out by columns."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from enhancement_roadmap.cli.terminal.columns import aligned, wrapped
from enhancement_roadmap.cli.terminal.views import terminal_text

SCRIPTS = {
    "Japanese": "日本語",
    "combining marks": "e\u0301te\u0301",
    "emoji": "✅🔐",
    "emoji with a variation": "⚠\ufe0f",
    "half-width": "ﾊﾟｽ",
    "Hindi": "नमस्ते",
}


@pytest.fixture(autouse=True)
def sixty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
def test_cells_of_a_column_start_below_each_other(word: str) -> None:
    lines = list(aligned([[word, "|"], ["users", "|"], ["", "|"]]))
    assert {cell_len(line.partition("|")[0]) for line in lines} == {max(cell_len(word), 5) + 2}


def test_lines_end_with_their_last_word() -> None:
    assert list(aligned([["a", ""], ["bb", "c"]])) == ["a", "bb  c"]


def test_control_characters_are_written_out_before_they_are_counted() -> None:
    assert list(aligned([["a\x1b", "|"], ["b", "|"]])) == ["a\\x1b  |", "b      |"]


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
def test_a_sentence_takes_no_more_columns_than_there_are(word: str) -> None:
    for sentence in (" ".join([word] * 40), word * 40):
        lines = list(wrapped("     ", sentence))
        assert len(lines) > 1
        assert all(line.startswith("     ") and cell_len(line) <= 60 for line in lines)
        assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")


def test_a_sentence_breaks_at_spaces_and_fills_its_lines() -> None:
    assert list(wrapped("  ", f"{'a' * 29} {'b' * 28} c")) == [f"  {'a' * 29} {'b' * 28}", "  c"]


@pytest.mark.parametrize("word", SCRIPTS.values(), ids=SCRIPTS)
def test_columns_of_a_table_of_a_view_start_below_each_other(word: str) -> None:
    rows = "".join(f"<tr><td>{cell}</td><td>|</td></tr>" for cell in (word, "users"))
    html = f"<table><thead><tr><th>Name</th><th>|</th></tr></thead><tbody>{rows}</tbody></table>"
    lines = [line for line in terminal_text(html).splitlines() if "|" in line]
    assert len(lines) == 3
    assert len({cell_len(line.partition("|")[0]) for line in lines}) == 1
