"""Public holidays by country, by the holidays library; it is imported where a plan names a country, which takes its time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date


def known_regions() -> Mapping[str, Sequence[str]]:
    """Each country of which holidays are known, by its ISO 3166 code, with the codes of its regions."""
    from holidays import list_supported_countries

    return list_supported_countries()


def public_holidays(country: str, region: str | None, years: Iterable[int]) -> Mapping[date, str]:
    """The public holidays of a country in some years, each with its name.

    Args:
        country: one of `known_regions`.
        region: one of its regions; None for what holds in all of them.
        years: any number of them.
    """
    from holidays import country_holidays

    return dict(country_holidays(country, subdiv=region, years=years, language="en_US").items())
