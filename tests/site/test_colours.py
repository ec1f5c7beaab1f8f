"""The colours of the style sheet can be told apart, in both schemes, on a screen, in grey print, and with any eyes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

import pytest

from enhancement_roadmap.views import style_sheet

PAGE = {"light": "#ffffff", "dark": "#1e2029"}
"""Ground of a page: Material's, and nearly that of MkDocs' own themes."""

WORDS = [
    ("muted", "page"),
    ("muted", "ground"),
    *((colour, f"{colour}-ground") for colour in ("red", "amber", "green", "blue")),
    *((colour, ground) for colour in ("green", "blue") for ground in ("page", "ground")),
    *(("heat-ink", f"heat-{band}") for band in range(4)),
    ("heat-ink-4", "heat-4"),
]
SIGNS = [("edge", "page"), ("edge", "ground")]


def _schemes() -> Mapping[str, Mapping[str, str]]:
    light, dark = (dict(re.findall(r"--er-([\w-]+): (#[0-9a-f]{6});", part)) for part in style_sheet().split("@media screen", 1))
    return {scheme: {**light, **own, "page": PAGE[scheme]} for scheme, own in (("light", {}), ("dark", dark))}


SCHEMES = _schemes()


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2, 0 (black) to 1 (white)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    return _ratio(_luminance(one), _luminance(other))


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_stand_out_from_their_ground(scheme: str, ink: str, ground: str) -> None:
    assert _contrast(SCHEMES[scheme][ink], SCHEMES[scheme][ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), SIGNS)
def test_signs_and_bars_stand_out_from_their_ground(scheme: str, ink: str, ground: str) -> None:
    assert _contrast(SCHEMES[scheme][ink], SCHEMES[scheme][ground]) >= 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_bands_of_the_heat_map_differ_in_grey(scheme: str) -> None:
    # Lightness alone tells them apart, so that neither eyes nor printers need to see the hue.
    ramp = [_luminance(SCHEMES[scheme][f"heat-{band}"]) for band in range(5)]
    assert ramp == sorted(ramp, reverse=scheme == "light")
    assert all(_ratio(one, other) >= 1.15 for one, other in pairwise(ramp))
