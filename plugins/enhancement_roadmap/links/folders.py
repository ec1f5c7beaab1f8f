"""The address of a folder of a site, as somebody says it, for links that stand in Markdown."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_PLAIN = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
"""What an address is made of (https://www.rfc-editor.org/rfc/rfc3986#section-2)."""
_MARKS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in "!$&'()*;@[]"})
"""What the path of an address may have, and Markdown, references in HTML or formulas have a use for."""
_LONGEST = 300
"""Characters of an address: each link of a comment has it."""


def folder_address(text: str) -> str:
    """A checked address, with a slash at its end, that no Markdown takes for more than the target of a link.

    Raises:
        ValueError: it is none of a folder in the web; the message says what would be right.
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"‘{text}’ is no address of a folder of a site: write it as https://preview.example.org/")
    if not _PLAIN.fullmatch(text):
        raise ValueError(f"‘{text}’ has characters that no address has: write them as %20 and the like")
    if len(text) > _LONGEST:
        raise ValueError(f"an address of {len(text)} characters is too long: at most {_LONGEST} are taken")
    return f"{text.rstrip('/')}/".translate(_MARKS)
