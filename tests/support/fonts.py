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
from playwright.sync_api import Page

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
_WRITE = """async ([family, weights, sentence, size]) => {
  document.body.style.setProperty("--md-text-font", `"${family}"`);
  const faces = await Promise.all(weights.map((weight) => document.fonts.load(`${weight} 1em "${family}"`)));
  const shown = document.createElement("span");
  shown.textContent = sentence;
  shown.style = `position: absolute; top: 0; left: 0; font-size: ${size}px; white-space: nowrap`;
  document.querySelector("article").append(shown);
  const { width } = shown.getBoundingClientRect();
  shown.remove();
  return [faces.flat().map((face) => face.status), width];
}"""


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


@contextmanager
def bring_fonts(page: Page) -> Iterator[None]:
    """From now on, whatever the page opens can be written in each of the fonts."""
    with ExitStack() as served:
        faces = []
        for font in FONTS:
            root = served.enter_context(serve(font.place(), {"Access-Control-Allow-Origin": "*"}))
            faces += [(font.family, str(weight), root + file) for weight, file in font.files.items()]
        page.add_init_script(f"({_FACES})({json.dumps(faces)})")
        yield


def write_in(page: Page, font: Font) -> None:
    """Write the open page of a site with Material in a font.

    Raises:
        AssertionError: it is written in another one, which the machine has in its place.
    """
    faces, width = page.evaluate(_WRITE, [font.family, list(font.files), SENTENCE, SIZE])
    assert faces == ["loaded"] * len(font.files), f"{page.url}: the font {font.name} could not be loaded"
    assert width == pytest.approx(font.width(), rel=0.01), f"{page.url} is not written in {font.name}"
