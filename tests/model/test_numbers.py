"""A number has one reading, whatever sets its thousands apart, or it is refused with both."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from enhancement_roadmap.model import Amount, Condition, Estimate, Reading
from enhancement_roadmap.model.numbers import plain_number

READ = {
    "1200": "1200",
    "1 200": "1200",
    "1'200": "1200",
    "1’200": "1200",
    "1_200": "1200",
    "1\u00a0200": "1200",
    "1\u202f200": "1200",
    "-12 345": "-12345",
    "1 200.5": "1200.5",
    "1'200.125": "1200.125",
    "1,200,000": "1200000",
    "1.200.000": "1200000",
    "1,200.50": "1200.50",
    "0.125": "0.125",
    "1200.125": "1200.125",
    "1.25": "1.25",
    "1.2500": "1.2500",
    "1e3": "1e3",
    "soon": "soon",
    "1 20": "1 20",
    "1,00,000": "1,00,000",
}
TWO = {
    "1,200": ("1200", "1.2"),
    "1.200": ("1200", "1.2"),
    "-1.250": ("-1250", "-1.25"),
    "12.345": ("12345", "12.3450"),
    "3,000": ("3000", "3"),
    "999.999": ("999999", "999.9990"),
}
COMMA = {"1,5": "1.5", "0,125": "0.125", "1.200,50": "1200.50", "1 200,5": "1200.5", ",5": "0.5", "1200,125": "1200.125"}


def what_is_wrong(text: str) -> tuple[str, dict[str, str]]:
    with pytest.raises(PydanticCustomError) as caught:
        plain_number(text)
    return caught.value.type, dict(caught.value.context or {})


@pytest.mark.parametrize("text", READ)
def test_what_has_one_reading_is_read(text: str) -> None:
    assert plain_number(text) == READ[text]


@pytest.mark.parametrize("text", TWO)
def test_what_has_two_readings_is_refused_with_both(text: str) -> None:
    thousands, decimals = TWO[text]
    assert what_is_wrong(text) == ("two_readings", {"thousands": thousands, "decimals": decimals})


@pytest.mark.parametrize("text", COMMA)
def test_a_comma_before_decimals_is_refused_with_the_point(text: str) -> None:
    assert what_is_wrong(text) == ("decimal_comma", {"meant": COMMA[text]})


SEPARATORS = st.sampled_from([" ", "'", "’", "_", "\u00a0", "\u202f", ",", "."])


@given(number=st.integers(-(10**9), 10**9), apart=SEPARATORS)
def test_a_whole_number_with_its_thousands_apart_is_itself_or_one_of_two_readings(number: int, apart: str) -> None:
    text = f"{number:,}".replace(",", apart)
    try:
        assert int(plain_number(text)) == number
    except PydanticCustomError as error:
        assert error.type == "two_readings"  # noqa: PT017  (either outcome is right)
        assert apart in ",."
        assert int((error.context or {})["thousands"]) == number  # noqa: PT017


@given(number=st.decimals(-(10**6), 10**6, places=2), point=st.sampled_from([".", ","]), apart=st.sampled_from([" ", "'", ",", ".", ""]))
def test_a_number_with_decimals_is_itself_or_told_as_itself(number: object, point: str, apart: str) -> None:
    text = f"{number:,}".translate({ord(","): apart, ord("."): point})
    try:
        read = plain_number(text)
    except PydanticCustomError as error:
        assert error.type == "decimal_comma"  # noqa: PT017  (either outcome is right)
        read = (error.context or {})["meant"]
    if apart != point:
        assert float(read) == float(str(number))


@given(st.text("0123456789.,' -+eE\u00a0", max_size=14))
@example("1,200")
def test_both_readings_that_a_message_names_have_one_reading_themselves(text: str) -> None:
    try:
        named = [plain_number(text)]
    except PydanticCustomError as error:
        named = [value for value in (error.context or {}).values() if isinstance(value, str)]
        assert named
        assert all(plain_number(value) == value for value in named)


@pytest.mark.parametrize("text", ["1 200", "1'200", "1,200,000", "1_200"])
def test_metrics_thresholds_money_and_estimates_are_read_alike(text: str) -> None:
    number = float(READ[text]) if text in READ else 0
    assert Reading.model_validate({"on": "2025-06", "value": text}).value == number
    assert Condition.model_validate({"metric": "m", "above": text}).above == number
    assert Amount.parse(f"{text}-{text}") == Amount(number, number)
    if number < 1e6:
        assert Estimate.parse(f"{text} hours").low == number


@pytest.mark.parametrize("text", ["1.200", "1,200", "1,5"])
def test_what_can_be_misread_is_refused_everywhere(text: str) -> None:
    for refused in (
        lambda: Reading.model_validate({"on": "2025-06", "value": text}),
        lambda: Condition.model_validate({"metric": "m", "below": "1", "near": text}),
        lambda: Amount.parse(f"1-{text}"),
        lambda: Estimate.parse(f"{text}-2 hours"),
    ):
        with pytest.raises((PydanticCustomError, ValidationError)):
            refused()
