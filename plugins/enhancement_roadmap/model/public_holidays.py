"""Public holidays by country, by the holidays library; it is imported where a plan names a country, which takes its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date


def known_countries() -> Mapping[str, str]:
    """Each country of which holidays are known: its code of ISO 3166 by its English name."""
    from holidays.registry import COUNTRIES

    return {key.replace("_", " ").title(): codes[1] for key, codes in COUNTRIES.items()}


def country_code(country: str) -> str | None:
    """The code of a country that is named by its code or in English, in any case; None where no holidays of it are known.

    Args:
        country: ``DE``, ``DEU``, ``de`` or ``Germany``.
    """
    names = {name.casefold(): code for name, code in known_countries().items()}
    code = names.get(country.strip().casefold(), country.strip().upper())
    return code if code in _regions() else None


def regions_of(code: str) -> Sequence[str]:
    """The codes of the regions of a country that have holidays of their own."""
    return _regions()[code]


def region_code(code: str, region: str) -> str | None:
    """The code of a region of a country, written in any case; None where no holidays of it are known.

    Args:
        code: the country's.
        region: ``BE`` or ``be``.
    """
    return next((known for known in regions_of(code) if known.casefold() == region.strip().casefold()), None)


def public_holidays(country: str, region: str | None, years: Iterable[int]) -> Mapping[date, str]:
    """The public holidays of a country in some years, each with its name.

    Args:
        country: one that `country_code` knows.
        region: one that `region_code` knows; None for what holds in all of them.
        years: any number of them.
    """
    from holidays import country_holidays

    code = country_code(country) or country
    subdivision = region_code(code, region) if region else None
    return dict(country_holidays(code, subdiv=subdivision, years=years, language="en_US").items())


def _regions() -> Mapping[str, Sequence[str]]:
    from holidays import list_supported_countries

    return list_supported_countries()
