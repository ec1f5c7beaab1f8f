"""What is kept between runs is only a shortcut: lost, broken or forged, the result is the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from enhancement_roadmap.git import Repository
from enhancement_roadmap.history import Cache
from enhancement_roadmap.history import cache as module
from enhancement_roadmap.history.cache import MOST_FILES, cache_folder
from support.plain_plan import PLAN
from support.repository import make_repository

NUMBERS = TypeAdapter(list[int])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "caches" / "kind.jsonl"
    with Cache(file) as cache:
        cache.put("a", [1, 2], NUMBERS)
    return file


def test_what_was_put_is_there_in_the_next_run(file: Path) -> None:
    assert Cache(file).get("a", NUMBERS) == [1, 2]
    assert Cache(file).get("b", NUMBERS) is None
    assert [path.name for path in file.parent.iterdir()] == ["kind.jsonl"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"PRODUCT",
        b"PRODUCT\n",
        b'PRODUCT\n"a"\n',
        b'PRODUCT\n"a"\n[1, 2]',
        b"PRODUCT\na\n[1, 2]\n",
        b"PRODUCT\n[]\n[1, 2]\n",
        b'PRODUCT\n"a"\n[1, 2\n',
        b"PRODUCT\n" + b"[" * 100_000 + b"\n[1, 2]\n",
        b'"0.0.0"\n"a"\n[1, 2]\n',
    ],
)
def test_a_broken_file_counts_as_not_there_and_is_written_anew(file: Path, content: bytes) -> None:
    file.write_bytes(content.replace(b"PRODUCT", file.read_bytes().partition(b"\n")[0]))
    with Cache(file) as cache:
        assert cache.get("a", NUMBERS) is None
        cache.put("a", [3], NUMBERS)
    assert Cache(file).get("a", NUMBERS) == [3]


@pytest.mark.parametrize("value", [None, "x", {"a": 1}, ["x"], [[1]]])
def test_a_value_of_another_form_counts_as_not_there(file: Path, value: object) -> None:
    product, key, _ = file.read_text().splitlines()
    file.write_text(f"{product}\n{key}\n{json.dumps(value)}\n")
    assert Cache(file).get("a", NUMBERS) is None


def test_a_file_of_another_version_counts_as_not_there(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_product", lambda: "99.0.0")
    assert Cache(file).get("a", NUMBERS) is None


def test_a_file_that_is_too_large_is_not_read(file: Path) -> None:
    assert Cache(file, most_bytes=file.stat().st_size).get("a", NUMBERS) == [1, 2]
    assert Cache(file, most_bytes=file.stat().st_size - 1).get("a", NUMBERS) is None


def test_the_file_stays_in_its_bounds_and_keeps_what_was_used_last(file: Path) -> None:
    with Cache(file, most_bytes=4000) as cache:
        for number in range(1000):
            cache.put(f"key {number}", [number] * 5, NUMBERS)
            cache.get("a", NUMBERS)
    assert file.stat().st_size <= 4000
    assert Cache(file).get("key 999", NUMBERS) == [999] * 5
    assert Cache(file).get("a", NUMBERS) == [1, 2]
    assert Cache(file).get("key 0", NUMBERS) is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("in the way")
    for file in (None, tmp_path / "file" / "kind.jsonl"):
        with Cache(file) as cache:
            cache.put("a", [1], NUMBERS)
            assert cache.get("a", NUMBERS) == [1]
        assert Cache(file).get("a", NUMBERS) is None


def test_without_news_the_file_is_not_touched(file: Path) -> None:
    before = file.stat().st_mtime_ns
    with Cache(file) as cache:
        cache.get("a", NUMBERS)
    assert file.stat().st_mtime_ns == before


def test_each_repository_has_a_file_of_its_own_and_the_folder_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP_CACHE", str(tmp_path / "caches"))
    for name in ("one", "two"):
        repository = Repository.around(make_repository(tmp_path / name, [PLAN]).path)
        assert repository is not None
        with Cache.of(repository, "changelog") as cache:
            assert cache.get("a", NUMBERS) is None
            cache.put("a", [1], NUMBERS)
    folder = tmp_path / "caches"
    assert len(list(folder.iterdir())) == 2
    for number in range(2 * MOST_FILES):
        folder.joinpath(f"changelog-{number:016x}.jsonl").touch()
    folder.joinpath("of-somebody-else.txt").touch()
    with Cache(folder / "changelog-ffffffffffffffff.jsonl") as cache:
        cache.put("a", [1], NUMBERS)
    assert len(list(folder.iterdir())) == MOST_FILES + 1
    assert folder.joinpath("of-somebody-else.txt").exists()


def test_the_folder_is_the_one_that_was_chosen_or_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROADMAP_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "mkdocs-enhancement-roadmap"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == tmp_path / ".cache" / "mkdocs-enhancement-roadmap"
    monkeypatch.setenv("ROADMAP_CACHE", "")
    assert cache_folder() is None
