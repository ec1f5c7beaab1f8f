"""Bytes to text, whatever programs have done to it on the way."""

from __future__ import annotations

import codecs
import re

_LOST_SELECTOR = re.compile("ï¸(?!\x8f)")
"""What follows an emoji that is to be coloured, read as Windows-1252, which has nothing for its last byte."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotTextError(Exception):
    """The bytes are no text. The message says why."""


def decoded(content: bytes) -> tuple[str, list[str]]:
    """The text that bytes hold, with plain line ends and without control characters.

    Returns:
        The text, and what had to be done to read it, in words.

    Raises:
        NotTextError: they are no text.
    """
    text, remarks = _read(content)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")
    repaired = _repaired(text)
    if repaired != text:
        lines = sum(one != other for one, other in zip(text.split("\n"), repaired.split("\n"), strict=False))
        remarks.append(f"text that was decoded wrongly before was restored on {lines} lines")
    cleaned = _NO_TEXT.sub(" ", repaired)
    if cleaned != repaired:
        remarks.append("control characters were taken out")
    return cleaned, remarks


def _read(content: bytes) -> tuple[str, list[str]]:
    if content.startswith(_UTF_16):
        return content.decode("utf-16", "replace"), ["the file is UTF-16"]
    if b"\x00" in content:
        raise NotTextError("it is no text: it has bytes of zero")
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), ["the file is not UTF-8, and was read as Windows-1252"]


def _repaired(text: str) -> str:
    """A text in which lines that were UTF-8, read as something else, are as they were; others stay as they are."""
    if text.isascii():
        return text
    from ftfy import TextFixerConfig, fix_encoding  # noqa: PLC0415  (few files need it, and it takes time to import)

    config = TextFixerConfig(unescape_html=False)
    lines = (line if line.isascii() else fix_encoding(_LOST_SELECTOR.sub("ï¸\x8f", line), config) for line in text.split("\n"))
    return "\n".join(lines)
