"""Bytes that should be UTF-8, and text that once was not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from enhancement_roadmap.strict_yaml.problem import Problem, ProblemError, first_lines

_MOJIBAKE = re.compile("ðŸ|â(?:€|œ|š|†|ž|­)|Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï¸")
_MARKS = (b"\xc3\x83", b"\xc3\xa2", b"\xc3\xb0\xc5\xb8", b"\xc3\xaf\xc2\xb8")
"""UTF-8 of the characters that `_MOJIBAKE` starts with: a fast look before the slow one."""


def checked(data: bytes) -> tuple[bytes, list[Problem]]:
    """Bytes without a byte order mark, known to be UTF-8, and the lines that were decoded wrongly before.

    Raises:
        ProblemError: they are not UTF-8.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (len(data) > 1 and (data[0] == 0) != (data[1] == 0)):
        raise ProblemError(Problem("RM105", "the file is UTF-16", "Save it as UTF-8.", 1, 1))
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.isascii():
        return data, []
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8"
        raise ProblemError(Problem("RM105", message, _guess(data, error.start), line, column)) from error
    return data, first_lines(_mojibake(data)) if any(mark in data for mark in _MARKS) else []


def _guess(data: bytes, offset: int) -> str:
    character = data[offset : offset + 1].decode("cp1252", "replace")
    return f"Save the file as UTF-8; in Windows-1252 this byte would be ‘{character}’."


def _mojibake(data: bytes) -> Iterator[Problem]:
    for number, line in enumerate(data.decode("utf-8").split("\n"), start=1):
        if found := _MOJIBAKE.search(line):
            message = f"‘{line[found.start() : found.start() + 12].strip()}’ looks like text that was decoded wrongly"
            hint = "It was UTF-8, read as Windows-1252 and saved again: restore the original characters."
            yield Problem("RM107", message, hint, number, found.start() + 1)
