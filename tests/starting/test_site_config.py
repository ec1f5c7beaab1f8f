"""The plugin is put into any configuration, and nothing else of it changes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from enhancement_roadmap.starting import PLUGIN, ConfigError, with_plugin

CASES = {
    "empty": ("", "plugins:\n  - search\n  - enhancement-roadmap\n"),
    "no plugins": ("site_name: A # ours\n", "site_name: A # ours\n\nplugins:\n  - search\n  - enhancement-roadmap\n"),
    "no end of line": ("site_name: A", "site_name: A\n\nplugins:\n  - search\n  - enhancement-roadmap\n"),
    "a list": ("plugins:\n  - search # yes\nnav: []\n", "plugins:\n  - search # yes\n  - enhancement-roadmap\nnav: []\n"),
    "a list without room": ("plugins:\n- search\n- tags", "plugins:\n- search\n- tags\n- enhancement-roadmap\n"),
    "a list with options": (
        "plugins:\n  - search\n  - blog:\n      toc: true\n\n# end\nnav: []\n",
        "plugins:\n  - enhancement-roadmap\n  - search\n  - blog:\n      toc: true\n\n# end\nnav: []\n",
    ),
    "on one line": ("plugins: [search, tags] # two\n", "plugins: [search, tags, enhancement-roadmap] # two\n"),
    "an empty list": ("plugins: []\n", "plugins: [search, enhancement-roadmap]\n"),
    "all on one line": ("{site_name: A}\n", "{site_name: A, plugins: [search, enhancement-roadmap]}\n"),
    "nothing": ("plugins:\nnav: []\n", "plugins:\n  - search\n  - enhancement-roadmap\nnav: []\n"),
    "a mapping": ("plugins:\n  search: {}\n", "plugins:\n  enhancement-roadmap: {}\n  search: {}\n"),
    "tags of MkDocs": (
        "site_name: !ENV [NAME, A]\nplugins:\n  - search:\n      pipeline: !!python/name:a.b ''\n",
        "site_name: !ENV [NAME, A]\nplugins:\n  - enhancement-roadmap\n  - search:\n      pipeline: !!python/name:a.b ''\n",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_added_and_everything_else_stays(name: str) -> None:
    before, after = CASES[name]
    assert with_plugin(before) == after
    assert with_plugin(after) is None


@pytest.mark.parametrize("text", ["plugins: [search, enhancement-roadmap]", "plugins:\n  - enhancement-roadmap:\n      path: plan\n"])
def test_it_is_added_once(text: str) -> None:
    assert with_plugin(text) is None


@pytest.mark.parametrize("text", ["- a list\n", "plugins: search\n", "a: [\n", "words"])
def test_what_can_not_get_it_is_refused(text: str) -> None:
    with pytest.raises(ConfigError):
        with_plugin(text)


ENTRIES = st.sampled_from(["search", "tags", {"blog": {"toc": True}}, {"search": {"lang": ["de", "en"]}}, {"social": None}])
CONFIGS = st.fixed_dictionaries(
    {"site_name": st.text(max_size=10)},
    optional={"plugins": st.lists(ENTRIES, max_size=4), "nav": st.lists(st.text(max_size=5), max_size=3), "extra": st.none()},
)


@given(values=CONFIGS, flow=st.sampled_from([None, True, False]), order=st.booleans())
def test_of_any_configuration_only_the_plugins_are_others(values: dict[str, object], flow: bool | None, order: bool) -> None:
    text = yaml.safe_dump(values, default_flow_style=flow, sort_keys=order, allow_unicode=True)
    after = with_plugin(text)
    assert after is not None
    read = yaml.safe_load(after)
    before = values.get("plugins") or ["search"]
    assert isinstance(before, list)
    assert sorted(map(str, read.pop("plugins"))) == sorted(map(str, [*before, PLUGIN]))
    assert read == {key: value for key, value in yaml.safe_load(text).items() if key != "plugins"}
