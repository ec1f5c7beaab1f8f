"""Countries are named by their codes or in English, in any case."""

from __future__ import annotations

from datetime import date

import pytest

from enhancement_roadmap.model.public_holidays import country_code, public_holidays, region_code


@pytest.mark.parametrize(("country", "code"), [("DE", "DE"), ("de", "DE"), ("Germany", "DE"), ("united states", "US"), ("Bavaria", None)])
def test_a_country_has_one_code(country: str, code: str | None) -> None:
    assert country_code(country) == code


@pytest.mark.parametrize(("region", "code"), [("BY", "BY"), ("by", "BY"), ("Q", None)])
def test_a_region_is_one_of_its_country(region: str, code: str | None) -> None:
    assert region_code("DE", region) == code


def test_holidays_are_those_of_the_region() -> None:
    assert date(2027, 1, 6) in public_holidays("germany", "by", [2027])
    assert date(2027, 1, 6) not in public_holidays("DE", None, [2027])
