"""Ids made of words: people can read them, a page can hold them, and nothing but the words decides what they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.model.base import MAX_SLUG, SLUG_PATTERN
from enhancement_roadmap.model.slugs import slug_from

IS_SLUG = re.compile(SLUG_PATTERN)
WORDS = st.text(min_size=1, max_size=80) | st.lists(
    st.sampled_from(["Prüfe", "die", "Bücher", "C++", "C#", "Ärger", "図書館", "проверить", "—", "(yes)", "don't"]), min_size=1
).map(" ".join)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Encrypt all data at rest", "encrypt-all-data-at-rest"),
        ("  TLS 1.3, everywhere!  ", "tls-1-3-everywhere"),
        ("Bücher für alle verlängern (Größe ≤ 5)", "buecher-fuer-alle-verlaengern-groesse-5"),
        ("Ça coûte un œuf", "ca-coute-un-oeuf"),
        ("Żółta łódź, İstanbul, smørrebrød, Þór", "zolta-lodz-istanbul-smoerrebroed-thor"),
        ("Don’t store `passwords`", "dont-store-passwords"),
        ("Read [the guide](https://example.org/guide?x=1#y) **twice**", "read-the-guide-twice"),
    ],
)
def test_latin_words_can_be_read(words: str, slug: str) -> None:
    assert slug_from(words) == slug


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("図書館", r"r-[0-9a-f]{8}"),
        ("Проверить TLS 1.3", r"tls-1-3-[0-9a-f]{8}"),
        ("🎉", r"r-[0-9a-f]{8}"),
        ("हिन्दी", r"r-[0-9a-f]{8}"),
        ("Encrypt " * 20, r"(encrypt-){7}[0-9a-f]{8}"),
        ("x" * 200, r"x{60}-[0-9a-f]{8}"),
    ],
)
def test_what_can_not_be_read_from_an_id_is_told_apart_by_digits(words: str, form: str) -> None:
    assert re.fullmatch(form, slug_from(words))


def test_different_words_of_other_scripts_and_of_any_length_have_different_ids() -> None:
    words = ["図書館", "図書", "Проверить", "проверка", "Encrypt " * 20 + "A", "Encrypt " * 20 + "B"]
    assert len({slug_from(each) for each in words}) == len(words)


def test_an_id_that_is_taken_is_told_apart_by_the_words_and_then_by_a_number() -> None:
    first = slug_from("Support C", {"support-c"})
    assert first == slug_from("Support C", {"support-c", "something-else"})
    assert re.fullmatch("support-c-[0-9a-f]{8}", first)
    assert slug_from("Support C++", {"support-c"}) not in {first, "support-c"}
    assert slug_from("Support C", {"support-c", first}) == f"{first}-2"


@given(WORDS, st.lists(WORDS, max_size=4))
def test_any_words_have_an_id_that_is_one_and_is_nobody_elses(words: str, others: list[str]) -> None:
    taken: set[str] = set()
    for each in [*others, words, words]:
        slug = slug_from(each, taken)
        assert IS_SLUG.fullmatch(slug)
        assert len(slug) <= MAX_SLUG
        assert slug not in taken
        taken.add(slug)


@given(WORDS)
def test_spaces_around_words_make_no_other_id(words: str) -> None:
    assert slug_from(words) == slug_from(f"  {words}\n")
