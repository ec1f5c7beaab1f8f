"""Every link and anchor of a built site, followed on disk."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_ORIGIN = "http://site.invalid"
_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "iframe": "src", "image": "href", "use": "href"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identity := values.get("id"):
            self.ids.append(identity)
        if tag == "a" and (name := values.get("name")):
            self.ids.append(name)
        if (key := _LINKS.get(tag)) and (target := values.get(key)) is not None:
            self.targets.append(target)


def broken_links(folder: Path, prefix: str = "/") -> list[str]:
    """What is wrong with the links of a built site.

    Args:
        folder: the built site.
        prefix: path under which it is published, such as ``/docs/``.

    Returns:
        A line for each internal link that leads to no file or to no anchor, and for each id that a page has twice.
    """
    pages = {file: _read(file) for file in sorted(folder.rglob("*.html"))}
    problems = []
    for file, page in pages.items():
        name = file.relative_to(folder).as_posix()
        problems += [f"{name}: the id ‘{one}’ is there twice" for one in sorted(set(page.ids)) if page.ids.count(one) > 1]
        here = _ORIGIN + prefix + name
        # 404.html is served at any address, so its links start at the root.
        problems += [f"{name}: {problem}" for target in page.targets if (problem := _problem(target, here, folder, prefix, pages))]
    return problems


def count_links(folder: Path) -> int:
    """How many links a built site has, so that a test knows that there was something to check."""
    return sum(len(_read(file).targets) for file in folder.rglob("*.html"))


def _read(file: Path) -> _Page:
    return _parsed(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def _parsed(html: str) -> _Page:
    page = _Page()
    page.feed(html)
    page.close()
    return page


def _problem(target: str, here: str, folder: Path, prefix: str, pages: dict[Path, _Page]) -> str:
    address = urlsplit(urljoin(here, target))
    if f"{address.scheme}://{address.netloc}" != _ORIGIN:
        return ""
    path = unquote(address.path)
    if not path.startswith(prefix):
        return f"‘{target}’ leads out of the site"
    file = folder / path.removeprefix(prefix)
    if path.endswith("/"):
        file /= "index.html"
    if not file.is_file():
        return f"‘{target}’ leads to no file"
    anchor = unquote(address.fragment)
    if anchor and file in pages and anchor not in pages[file].ids:
        return f"‘{target}’ leads to no anchor"
    return ""
