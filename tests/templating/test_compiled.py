"""Compiled templates are kept, and never used where somebody else may have put them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, make_environment
from enhancement_roadmap.templating.compiled import own_templates, theme_templates
from enhancement_roadmap.templating.watching import WRITTEN_OUT

PACKAGE = "enhancement_roadmap.pages"
NAME = "removed.md.j2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user who has never used the product."""
    monkeypatch.setattr("enhancement_roadmap.templating.compiled.platformdirs.user_cache_path", lambda name: tmp_path / name)
    return tmp_path / "mkdocs-enhancement-roadmap" / "templates"


def compiles(monkeypatch: pytest.MonkeyPatch, overrides: Overrides = NO_OVERRIDES, name: str = NAME) -> int:
    """How many templates are compiled where one is asked for in a new process, as it were."""
    environment = make_environment(PACKAGE, overrides)
    made: list[str] = []
    compile_it = type(environment).compile
    with monkeypatch.context() as patch:
        patch.setattr(type(environment), "compile", lambda *given, **named: made.append("one") or compile_it(*given, **named))
        environment.get_template(name)
    return len(made)


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [compiles(monkeypatch) for _ in range(3)] == [1, 0, 0]
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\x80\x04N."])
def test_a_kept_file_that_is_broken_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    compiles(monkeypatch)
    [file] = folder.iterdir()
    file.write_bytes(content)
    assert [compiles(monkeypatch) for _ in range(2)] == [1, 0]


def test_another_state_of_the_code_compiles_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiles(monkeypatch)
    monkeypatch.setattr("enhancement_roadmap.templating.compiled._state_of_code", lambda: "another")
    assert [compiles(monkeypatch) for _ in range(2)] == [1, 0]
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of each user from the others")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_that_others_can_write_to_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch, mode: int) -> None:
    compiles(monkeypatch)
    folder.chmod(mode)
    assert [compiles(monkeypatch) for _ in range(2)] == [1, 1]


def test_a_folder_of_somebody_else_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiles(monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert own_templates(PACKAGE, sandboxed=False) is None


def test_without_a_folder_all_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.parent.write_text("a file in the way", encoding="utf-8")
    assert [compiles(monkeypatch) for _ in range(2)] == [1, 1]


def test_on_a_full_disk_all_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jinja2.bccache.tempfile.NamedTemporaryFile", full)
    assert [compiles(monkeypatch) for _ in range(2)] == [1, 1]
    assert list(folder.iterdir()) == []


def test_templates_of_a_site_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Overrides({NAME: "# Mine"}, {NAME: NAME})
    assert [compiles(monkeypatch, own) for _ in range(2)] == [1, 1]
    assert list(folder.iterdir()) == []


def test_beside_templates_of_a_site_the_product_s_are_kept_as_the_sandbox_has_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Overrides({"plan.md.j2": "# Mine"}, {"plan.md.j2": "own/plan.md.j2"})
    assert [compiles(monkeypatch), compiles(monkeypatch, own), compiles(monkeypatch, own), compiles(monkeypatch)] == [1, 1, 0, 0]
    assert compiles(monkeypatch, own, "plan.md.j2") == 1
    assert len(list(folder.iterdir())) == 2
    sandbox = make_environment(PACKAGE, own)
    sandbox.filters[WRITTEN_OUT] = lambda _: "measured"
    assert "measured" in _filled(sandbox)


def test_a_kept_template_says_the_same(folder: Path) -> None:
    texts = [_filled(make_environment(PACKAGE, NO_OVERRIDES)) for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(list(folder.iterdir())) == 1


def _filled(environment: Environment) -> str:
    return environment.get_template(NAME).render(item={"id": "a", "number": 1, "title": "A"})


def theme(folder: Path, **filters: object) -> Environment:
    """What a theme in a folder is rendered with in a new process, as it were."""
    environment = Environment(loader=FileSystemLoader(folder), auto_reload=False, autoescape=True)
    environment.filters |= filters
    environment.bytecode_cache = theme_templates(environment, [str(folder / "theme")])
    return environment


def rendered(environment: Environment, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    """What a template says, and how many were compiled for it."""
    made: list[str] = []
    compile_it = Environment.compile
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", lambda *given, **named: made.append("one") or compile_it(*given, **named))
        return environment.get_template(name).render(), len(made)


def shout(words: str) -> str:
    return words.upper()


def whisper(words: str) -> str:
    return words.lower()


def test_the_templates_of_a_theme_are_compiled_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "theme").mkdir()
    page = tmp_path / "theme" / "main.html"
    page.write_text("{{ 'Word' | cried }}", encoding="utf-8")
    assert [rendered(theme(tmp_path, cried=shout), "theme/main.html", monkeypatch) for _ in range(2)] == [("WORD", 1), ("WORD", 0)]
    # A filter of the same name that is another one, and another text: constant parts are worked out anew.
    assert rendered(theme(tmp_path, cried=whisper), "theme/main.html", monkeypatch) == ("word", 1)
    page.write_text("{{ 'Other' | cried }}", encoding="utf-8")
    assert rendered(theme(tmp_path, cried=whisper), "theme/main.html", monkeypatch) == ("other", 1)
    assert len(list(folder.iterdir())) == 1


def test_a_site_s_own_templates_are_not_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "main.html").write_text("Mine", encoding="utf-8")
    assert [rendered(theme(tmp_path), "own/main.html", monkeypatch) for _ in range(2)] == [("Mine", 1), ("Mine", 1)]
    assert list(folder.iterdir()) == []
