"""Fonts that the tests bring themselves, so that no machine's own decide how wide the words of a page are.

Both come with packages of Python that are installed for development. Bitstream Vera has the widths of DejaVu Sans, which is what
most machines with Linux show; Source Sans is a fifth narrower, and so narrower than Roboto, the font of Material.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import ImageFont
from playwright.sync_api import Frame

from support.server import serve

SENTENCE = "The quick brown fox jumps over the lazy dog, 1,234,567,890 times"
SIZE = 100
"""Pixels of an em at which the sentence is measured."""

_FACES = """faces => {
  const rules = faces.map(([family, weight, address]) =>
    `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${address}"); }`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join(" "));
  document.adoptedStyleSheets.push(sheet);
}"""
_LOAD = """async (families) => {
  const faces = families.flatMap(([family, weights]) => weights.map((weight) => document.fonts.load(`${weight} 1em "${family}"`)));
  return (await Promise.all(faces)).flat().map((face) => face.status);
}"""
WRITE = f"""(family) => {{
  document.body.style.setProperty("--md-text-font", `"${{family}}"`);
  const shown = document.createElement("span");
  shown.textContent = "{SENTENCE}";
  shown.style = "position: absolute; top: 0; left: 0; font-size: {SIZE}px; white-space: nowrap";
  document.querySelector("article").append(shown);
  const {{ width }} = shown.getBoundingClientRect();
  shown.remove();
  return width;
}}"""
"""Writes the open page in a font, and gives the width of the sentence, for `assert_written`."""


@dataclass(frozen=True)
class Font:
    """A font that a package brings.

    Attributes:
        name: what it is called.
        package: the module of the package.
        requirement: what the package is called for pip.
        folder: where its files are, from the module.
        files: the file of each weight.
    """

    name: str
    package: str
    requirement: str
    folder: str
    files: Mapping[int, str]

    @property
    def family(self) -> str:
        """A name that no font of the machine has."""
        return f"Tested {self.name}"

    def place(self) -> Path:
        """The folder of its files.

        Raises:
            AssertionError: it is not installed.
        """
        found = find_spec(self.package)
        folder = Path(found.origin or "").parent / self.folder if found else Path()
        there = found is not None and all((folder / file).is_file() for file in self.files.values())
        assert there, f"the font {self.name} is not there: install the development dependency ‘{self.requirement}’"
        return folder

    def width(self) -> float:
        """Pixels that the sentence takes, by the font's own file."""
        return float(ImageFont.truetype(str(self.place() / self.files[400]), SIZE * 10).getlength(SENTENCE)) / 10


WIDE = Font("Bitstream Vera", "reportlab", "reportlab", "fonts", {400: "Vera.ttf", 700: "VeraBd.ttf"})
NARROW = Font(
    "Source Sans Pro",
    "font_source_sans_pro",
    "font-source-sans-pro",
    "files",
    {400: "SourceSansPro-Regular.ttf", 700: "SourceSansPro-Bold.ttf"},
)
FONTS = (WIDE, NARROW)


@dataclass(frozen=True)
class Brought:
    """The fonts on localhost.

    Attributes:
        roots: addresses of their folders.
        script: makes a page know them.
    """

    roots: list[str]
    script: str


@contextmanager
def brought_fonts() -> Iterator[Brought]:
    """The fonts, for as long as pages are written in them."""
    with ExitStack() as served:
        roots = [served.enter_context(serve(font.place(), {"Access-Control-Allow-Origin": "*"})) for font in FONTS]
        faces = [
            (font.family, str(weight), root + file) for font, root in zip(FONTS, roots, strict=True) for weight, file in font.files.items()
        ]
        yield Brought(roots, f"({_FACES})({json.dumps(faces)})")


def load_fonts(frame: Frame) -> None:
    """Load the fonts into the open page, which is to be written in them.

    Raises:
        AssertionError: one could not be loaded.
    """
    loaded = frame.evaluate(_LOAD, [[font.family, list(font.files)] for font in FONTS])
    assert loaded == ["loaded"] * sum(len(font.files) for font in FONTS), f"{frame.url}: the fonts could not be loaded"


def assert_written(where: str, font: Font, width: float) -> None:
    """Make sure that a page was written in a font, and not in another one that the machine has in its place.

    Args:
        where: what the page is called.
        font: the font.
        width: pixels that the sentence took.

    Raises:
        AssertionError: it was not.
    """
    assert width == pytest.approx(font.width(), rel=0.01), f"{where} is not written in {font.name}"
