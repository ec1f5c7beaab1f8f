"""No word of a text is lost without a finding: not behind a ``#``, not with the quotes around it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enhancement_roadmap.loading import Loaded, load
from support.plain_plan import PLAN, make_folder

NAME = "enhancements/01-database-security.yml"
WORDS = st.text(st.sampled_from("ab #'\"“”‘’:,"), min_size=1, max_size=14).map(str.strip).filter(bool)


def loaded_with(title: str) -> Loaded:
    text = PLAN[NAME].replace("title: Database Security", f"title: {title}")
    with tempfile.TemporaryDirectory() as folder:
        return load(make_folder(Path(folder), {**PLAN, NAME: text}))


@settings(max_examples=300, deadline=None)
@given(typed=WORDS)
@example(typed="Catalogue #2")
@example(typed="a # b")
@example(typed="“a”")
def test_what_is_typed_is_the_title_but_for_a_comment_and_straight_quotes(typed: str) -> None:
    loaded = loaded_with(typed)
    if loaded.roadmap is None:
        return
    title = loaded.roadmap.enhancements[0].title
    if typed[0] in "'\"":
        assert title in typed.replace("''", "'")
    else:
        assert title == re.split(r" #(?=[ #]|$)", typed)[0].rstrip()


@pytest.mark.parametrize("comment", ["# why", "#", "## why", "#  #1"])
def test_a_comment_with_a_space_behind_its_sign_is_one(comment: str) -> None:
    loaded = loaded_with(f"Database Security {comment}")
    assert loaded.findings == ()


@pytest.mark.parametrize("quotes", ["“{}”", "„{}“", "«{}»", "‘{}’", "”{}”", "»{}«"])
def test_quotes_of_any_language_around_a_title_are_a_finding_and_within_it_they_are_not(quotes: str) -> None:
    (finding,) = loaded_with(quotes.format("Database")).findings
    assert (finding.code, finding.place.line, finding.place.column) == ("RM213", 3, 8)
    for title in (f"The {quotes.format('Database')}", f"{quotes.format('Database')} and more", f"'{quotes.format('Database')}'"):
        assert loaded_with(title).findings == ()
