"""Whatever the checks let through can be shown: an extreme value in any place makes no view, page or document fail."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from enhancement_roadmap.analysis import Insight
from enhancement_roadmap.loading import validate
from enhancement_roadmap.model import FILE_KINDS, Enhancement, Node, Roadmap, RoadmapFile
from enhancement_roadmap.outputs.document import document
from enhancement_roadmap.pages import page_templates, site_pages
from enhancement_roadmap.strict_yaml import Positions
from enhancement_roadmap.views import VIEWS, RenderContext
from support.leaves import leaves
from support.render_contexts import TODAY, EveryLink
from support.site import WORKING_PANDA

WORDS = ["0", "\u202ex", "x" * 5000, "[](x)", "**"]
"""For places that take any words."""
EXTREMES = ["-1", "1", "999999999999999999999999", "1e308", "-1e308", "0.000001", "1900-01-01", "2999-12-31", "2999-12", *WORDS]
EXTREMES += ["999999 years", "0 hours", "0.001-999999.999 quarters", "weekly", "yearly", "done", "true"]


def _places(values: Any) -> list[tuple[Any, ...]]:
    """Where the texts are; of a list only those in its first entry, since the others are like it."""
    return [path for path in leaves(values) if not any(isinstance(step, int) and step for step in path)]


def _with(values: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    copy = dict(values) if isinstance(values, dict) else list(values)
    copy[path[0]] = _with(values[path[0]], path[1:], new)
    return copy


def _files() -> dict[str, list[Any]]:
    """The files of a real roadmap, with its first enhancements alone: the others are like them."""
    kinds = {kind.name: sorted(WORKING_PANDA.glob(kind.path)) for kind in FILE_KINDS}
    found = {name: [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) for file in files] for name, files in kinds.items()}  # noqa: S506
    found["enhancement"] = found["enhancement"][:3]
    for values, file in zip(found["enhancement"], kinds["enhancement"], strict=False):
        number, _, values["id"] = file.stem.partition("-")
        values["number"] = str(int(number))
    kept = {values["id"] for values in found["enhancement"]}
    for part in (*found["plan"][0]["quarters"], *found["plan"][0]["phases"]):
        part["enhancements"] = [name for name in part["enhancements"] if name in kept]
    for values in found["enhancement"]:
        scope = values.get("scope", {})
        scope["depends_on"] = [name for name in scope.get("depends_on", []) if name in kept]
    return found


def _node(name: str, values: Any) -> Node | None:
    model = next(kind.model for kind in FILE_KINDS if kind.name == name)
    return validate(model, values, Positions("", b""))[0]


def _show_everything(parts: dict[str, Node], enhancements: list[Enhancement]) -> int:
    about, plan, governance, metrics = (parts[name] for name in ("roadmap", "plan", "governance", "metrics"))
    on_scales = [item.on_scales(about.scoring) for item in enhancements] if isinstance(about, RoadmapFile) else enhancements
    roadmap = Roadmap.model_construct(about=about, plan=plan, governance=governance, metrics=metrics, enhancements=tuple(on_scales))
    insight = Insight(roadmap, TODAY)
    render_context = RenderContext(insight, EveryLink())
    shown = len(document(insight)) + sum(
        len(page.markdown) for page in site_pages(insight, {item.id: "x.yml" for item in enhancements}, page_templates())
    )
    for view in VIEWS.values():
        required = [name for name, field in view.options.model_fields.items() if field.is_required()]
        shown += len(view.render(render_context, view.options.model_validate(dict.fromkeys(required, enhancements[0].id))))
    return shown


@pytest.mark.parametrize("kind", [kind.name for kind in FILE_KINDS])
def test_an_extreme_value_that_passes_the_checks_can_be_shown(kind: str) -> None:
    files = _files()
    parts = {name: node for name, found in files.items() if name != "enhancement" and (node := _node(name, found[0]))}
    enhancements = [node for values in files["enhancement"] if isinstance(node := _node("enhancement", values), Enhancement)]
    tried = 0
    for path in _places(files[kind][0]):
        takes_words = _node(kind, _with(files[kind][0], path, "any words at all")) is not None
        for extreme in WORDS if takes_words else EXTREMES:
            node = _node(kind, _with(files[kind][0], path, extreme))
            if node is None or _refers(path):
                continue
            tried += 1
            if isinstance(node, Enhancement):
                assert _show_everything(parts, [node, *enhancements[1:]])
            else:
                assert _show_everything({**parts, kind: node}, enhancements)
    assert tried > 20


def _refers(path: tuple[Any, ...]) -> bool:
    """Whether a value names another one: the checks across files see to those."""
    names = {
        "id",
        "priority",
        "depends_on",
        "enhancements",
        "metric",
        "event",
        "risk",
        "impact",
        "status",
        "moves",
        "stakeholders",
        "moves_to",
    }
    return bool(names & set(path[-2:])) or (path[-1:] == ("value",) and "levels" in path)
