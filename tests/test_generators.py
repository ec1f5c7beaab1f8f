"""Which program makes a site is known by the file that configures it, and each program's own choice is followed."""

from __future__ import annotations

from pathlib import Path

import pytest
from properdocs.config import load_config

from enhancement_roadmap import generators
from enhancement_roadmap.generators import CONFIGS, SiteConfig, named_config, site_config


def configured(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text("site_name: Plan\ntheme: material\nplugins: []\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("names", "file", "generator"),
    [
        (["mkdocs.yml"], "mkdocs.yml", "mkdocs"),
        (["mkdocs.yaml"], "mkdocs.yaml", "mkdocs"),
        (["properdocs.yml", "mkdocs.yml"], "properdocs.yml", "properdocs"),
        (["zensical.toml", "mkdocs.yml"], "zensical.toml", "zensical"),
        (["zensical.toml", "properdocs.yaml"], "properdocs.yaml", "properdocs"),
    ],
)
def test_of_several_files_the_one_counts_that_its_program_takes(tmp_path: Path, names: list[str], file: str, generator: str) -> None:
    found = site_config(configured(tmp_path, *names))
    assert found is not None
    assert (found.file, found.generator) == (tmp_path / file, generator)


def test_properdocs_itself_takes_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = [name for name, generator in CONFIGS.items() if generator != "zensical"]
    monkeypatch.chdir(configured(tmp_path, *known))
    (tmp_path / "docs").mkdir()
    for name in known:
        assert Path(str(load_config().config_file_path)).name == name
        (tmp_path / name).unlink()


def test_without_any_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    assert site_config(tmp_path) is None


@pytest.mark.parametrize(
    ("name", "generator"),
    [("other.yml", "mkdocs"), ("a/properdocs.yaml", "properdocs"), ("docs.toml", "zensical"), ("mkdocs.yml", "mkdocs")],
)
def test_a_file_of_any_name_has_a_program(name: str, generator: str) -> None:
    assert named_config(Path(name)).generator == generator


@pytest.mark.parametrize(
    ("generator", "installed", "program"),
    [
        ("mkdocs", {"mkdocs", "properdocs"}, "mkdocs"),
        ("mkdocs", {"properdocs", "zensical"}, "properdocs"),
        ("properdocs", {"mkdocs"}, None),
        ("zensical", {"mkdocs", "properdocs", "zensical"}, None),
    ],
)
def test_only_what_runs_the_plugin_builds_a_site(
    generator: generators.Generator, installed: set[str], program: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generators, "find_spec", lambda name: name if name in installed else None)
    assert SiteConfig(Path("any"), generator).program == program
