"""The templates of a site's theme are compiled at the first build only, and a site's own at each."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from support.site import Site
from support.theme import LISTING_ALL

OVERRIDE = '{% extends "base.html" %}{% block htmltitle %}<title>Ours</title>{% endblock %}'


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_sites_are_tried_with_all_files_of_their_theme(site: Site, theme: str) -> None:
    site.settings["theme"] = {"name": theme}
    config = load_config(str(site.configure()))
    listed, all_listed = Files([]), Files([])
    listed.add_files_from_theme(config.theme.get_env(), config)
    all_listed.add_files_from_theme(LISTING_ALL(config.theme), config)
    assert len(listed.src_uris) > 20
    assert [*listed.src_uris] == [*all_listed.src_uris]


def test_the_theme_is_compiled_once(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enhancement_roadmap.templating.compiled.platformdirs.user_cache_path", lambda name: tmp_path / "cache" / name)
    site.settings |= {"theme": {"name": "material", "font": False, "custom_dir": "overrides"}}
    (site.root / "overrides").mkdir()
    (site.root / "overrides" / "main.html").write_text(OVERRIDE, encoding="utf-8")
    made: list[str] = []
    compile_it = Environment.compile
    monkeypatch.setattr(
        Environment,
        "compile",
        lambda self, source, name=None, *rest, **named: made.append(name) or compile_it(self, source, name, *rest, **named),
    )
    pages = []
    for _ in range(2):
        made.clear()
        pages.append({path.name: path.read_bytes() for path in site.build().pages()})
    # The search asks for words of its own, with templates that no plugin can reach.
    assert [name for name in made if not name.startswith("partials/language")] == ["main.html"]
    assert pages[0] == pages[1]
    assert b"<title>Ours</title>" in pages[0]["index.html"]
