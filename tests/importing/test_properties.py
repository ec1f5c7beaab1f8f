"""Whatever the Markdown: it comes in without a crash, every word of it is found again, and no box is lost."""

from __future__ import annotations

import re
from importlib.metadata import distributions
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from enhancement_roadmap.importing import decoded, files_of, from_markdown, loaded_from, report_of

REPOSITORY = Path(__file__).resolve().parents[2]
_WORD = re.compile(r"\w+")
_LIST_MARK = re.compile(r"^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(?:\[[xX]\](?=\s|$))?", re.MULTILINE)

WORDS = st.sampled_from(
    [
        *(
            "Sign-in",
            "keys",
            "**bold**",
            "`code`",
            "[link](a.md)",
            "<b>",
            "1.",
            "AUTH-12",
            "#3",
            "✅",
            "🔴",
            "~~x~~",
            "High priority",
            "P1",
            "Q2",
        ),
        *(
            "Phase 1: Base",
            "Trigger: when",
            "**Status**: done",
            "Priority: whenever",
            "Depends on: 1",
            "Estimate: 2 weeks",
            "a | b",
            "暗号化",
        ),
        *(
            "Roadmap",
            "Done",
            "Requirements",
            "Overview",
            "Triggers",
            "Owner:",
            "Files:",
            "- x",
            "\\",
            ":",
            "|",
            "---",
            "```",
            "\u200b",
            "\u00a0",
            "'",
            '"',
        ),
    ]
)
STARTS = st.sampled_from(
    [
        "",
        "# ",
        "## ",
        "### ",
        "#### ",
        "- ",
        "- [ ] ",
        "- [x] ",
        "  - [ ] ",
        "    - [~] ",
        "1. ",
        "> ",
        "    ",
        "| ",
        "```",
        "---",
        "|--|--|",
    ]
)
LINES = st.builds(lambda start, words: start + " ".join(words), STARTS, st.lists(WORDS, max_size=4))
PLANS = st.lists(LINES, max_size=25).map("\n".join)


def words_of(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def texts_of(values: object) -> str:
    if isinstance(values, dict):
        return "\n".join(map(texts_of, values.values()))
    return "\n".join(map(texts_of, values)) if isinstance(values, list) else str(values)


def holds(text: str) -> None:
    """Import a text; whatever it says is in the data or in the report."""
    found = from_markdown(text, "plan.md")
    files = files_of(found)
    values = "\n".join(texts_of(yaml.safe_load(content)) for content in files.values())
    kept = words_of("\n".join([values, *files, report_of(found)]))
    assert words_of(_LIST_MARK.sub("", text)) - kept == set()
    if found.enhancements:
        syntax = [finding for finding in loaded_from(files, "x").findings if finding.code in {"RM201", "RM301", "RM302", "RM110"}]
        assert syntax == []


@settings(max_examples=300, deadline=None)
@given(PLANS)
def test_any_plan_keeps_its_words(text: str) -> None:
    holds(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_keeps_its_words(text: str) -> None:
    holds(decoded(text.replace("\x00", "").encode("utf-8", "replace"))[0])


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300).filter(lambda content: b"\x00" not in content))
def test_any_bytes_are_read(content: bytes) -> None:
    holds(decoded(content)[0])


def documents() -> dict[str, str]:
    """Markdown that people have written: the pages of this project, and what each installed package says of itself."""
    found = {path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in sorted(REPOSITORY.glob("**/*.md"))}
    found = {name: text for name, text in found.items() if not name.startswith((".", "site/"))}
    for each in distributions():
        if "markdown" in str(each.metadata.get("Description-Content-Type")):
            found[each.metadata["Name"]] = str(each.metadata.get_payload() or each.metadata["Description"] or "")
    return found


def test_what_people_have_written_keeps_its_words() -> None:
    known = documents()
    assert len(known) > 50
    for text in known.values():
        holds(decoded(text[:20_000].encode())[0])
