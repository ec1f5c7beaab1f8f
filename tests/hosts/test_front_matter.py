"""A label in the front matter of a page is the label, whoever reads it."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.utils.meta import get_data
from pydantic import TypeAdapter, ValidationError

from enhancement_roadmap.model import Label, Text
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.templating import NO_OVERRIDES, Overrides
from support.hostile import SHOWN_AS_TYPED
from support.plans import enhancement, insight

OWN = Overrides({"enhancement.md.j2": "---\ntags: {{ [item.title] | json }}\n---\n# {{ item.title }}\n"}, {"enhancement.md.j2": "own"})
"""A site's own template, which may put any text there."""


def _by_yaml(loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> Callable[[str], Any]:
    # The Python loader takes lines apart at more characters than the C loader does.
    return lambda page: yaml.load(page.split("\n---\n")[0].removeprefix("---\n"), Loader=loader)["tags"]  # noqa: S506  (safe ones)


def _by_python_markdown(page: str) -> Any:
    """Its extension knows no lists: it has what stands behind the key."""
    converter: Any = Markdown(extensions=["meta"])
    converter.convert(page)
    (line,) = converter.Meta["tags"]
    return json.loads(line)


READERS: Mapping[str, Callable[[str], Any]] = {
    "mkdocs": lambda page: get_data(page)[1]["tags"],
    "PyYAML": _by_yaml(yaml.SafeLoader),
    "libyaml": _by_yaml(yaml.CSafeLoader),
    "python-markdown": _by_python_markdown,
}


def _takes(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


def _page(overrides: Overrides = NO_OVERRIDES, **values: Any) -> str:
    item = enhancement(1, **values)
    *_, page = site_pages(insight([item]), {item.id: "enhancements/01.yml"}, page_templates(overrides))
    return page.markdown


def _is_word(char: str) -> bool:
    return char in " .+-_" or unicodedata.category(char)[0] in "LMN"


LABELS = st.text(st.characters(codec="utf-8").filter(_is_word), min_size=1, max_size=20).filter(lambda text: _takes(Label, text))
TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from(" \u2028\u2029\ufeff\U000e0041\"'\\:#-\n"), min_size=1, max_size=20)


def reads_as(page: str, wanted: list[str]) -> None:
    assert {name: read(page) for name, read in READERS.items()} == dict.fromkeys(READERS, wanted)


@pytest.mark.parametrize("label", ["no", "1.0", "2026-01-01", "_", "a - b", "Straße", "𝒳 𠀋", "क्ष", "\u0915\u094d\u200d\u0937", "a+b..."])
def test_a_label_is_read_as_typed(label: str) -> None:
    reads_as(_page(labels=[label, "other"]), [label, "other"])


@settings(max_examples=25)
@given(labels=st.lists(LABELS, min_size=1, max_size=3, unique=True))
def test_any_label_is_read_as_typed(labels: list[str]) -> None:
    reads_as(_page(labels=labels), [label.strip() for label in labels])


@pytest.mark.parametrize("text", [*SHOWN_AS_TYPED, "a \u2028 b\u2029\u2029 c \ufeff d", "a\n---\nb", '"\\u0041', "🔒\U000e0041"])
def test_a_template_of_the_site_may_put_any_text_there(text: str) -> None:
    reads_as(_page(OWN, title=text), [text])


@settings(max_examples=25)
@given(text=TEXTS.filter(lambda text: _takes(Text, text)))
def test_all_text_is_read_as_typed(text: str) -> None:
    reads_as(_page(OWN, title=text), [enhancement(1, title=text).title])
