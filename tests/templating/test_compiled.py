"""Compiled templates are kept, and never used where somebody else may have put them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import Environment

from enhancement_roadmap.templating import NO_OVERRIDES, Overrides, make_environment
from enhancement_roadmap.templating.compiled import compiled_templates

PACKAGE = "enhancement_roadmap.pages"
NAME = "removed.md.j2"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of a user who has never used the product."""
    monkeypatch.setattr("enhancement_roadmap.templating.compiled.platformdirs.user_cache_path", lambda name: tmp_path / name)
    return tmp_path / "mkdocs-enhancement-roadmap" / "templates"


def compiles(monkeypatch: pytest.MonkeyPatch, overrides: Overrides = NO_OVERRIDES) -> int:
    """How many templates are compiled where one is asked for in a new process, as it were."""
    environment = make_environment(PACKAGE, overrides)
    made: list[str] = []
    compile_it = type(environment).compile
    with monkeypatch.context() as patch:
        patch.setattr(type(environment), "compile", lambda *given, **named: made.append("one") or compile_it(*given, **named))
        environment.get_template(NAME)
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
    assert compiled_templates() is None


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
    assert not folder.exists()


def test_a_kept_template_says_the_same(folder: Path) -> None:
    texts = [_filled(make_environment(PACKAGE, NO_OVERRIDES)) for _ in range(2)]
    assert texts[0] == texts[1]
    assert len(list(folder.iterdir())) == 1


def _filled(environment: Environment) -> str:
    return environment.get_template(NAME).render(item={"id": "a", "number": 1, "title": "A"})
