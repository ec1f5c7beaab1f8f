"""The page on the data files, from the model."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator

from enhancement_roadmap.model import FILE_KINDS, FileKind, Node
from support.reference.docstrings import field_docstrings
from support.reference.markdown import code, page, table
from support.reference.types import default_of, hints_of, models_in, title, words

INTRO = """\
A roadmap folder (by default `roadmap-data`) holds these files. Only `roadmap.yml` is required.

Files are YAML, in UTF-8. Text needs no quotes: `no`, `1.10`, `22:22` and dates are read as they stand there. Keys that
are not listed here, keys that appear twice, and values of another type are [findings](findings.md). An *id* is made of
lower-case letters, digits and single hyphens, such as `database-security`. Texts may use `**bold**`, `*emphasis*`,
`` `code` `` and links; all else is shown as typed. A [long text](#long-texts) may also have paragraphs, lists, tables, quotes
and code."""

LONG_TEXTS = """\
## Long texts

What stands on one line is shown as any text is, whatever it begins with: `> 5 incidents a year` is no quote. A text of several
lines, best behind a `|`, is Markdown:

````yaml
description: |
  Keys are changed by hand, which takes a day.

  - [x] a list of all keys, see [the inventory](guides/keys.md#inventory)
  - [ ] a job that changes them, see [what is left](#requirement-job)

  | Key | Changed every |
  | --- | --- |
  | database | 90 days |

  > Nobody has ever practised a leak.

  ```sh
  rotate --all
  ```
````

- **What it may have**: paragraphs, with a blank line between them; lists, with numbers or without, in each other; boxes of tasks;
  tables; quotes; code between fences or indented by four spaces; a line `***` between two parts.
- **Headings** become lines of bold words: a text adds none to the page it stands on, nor to the document.
- **Shown as typed**: HTML, images, footnotes and definitions of links. To show a picture, link to it. A backslash at the start of a
  line keeps it from beginning anything: `\\# 1`, `1\\. May`.
- **Links** start at the root of the site's sources, whichever page shows the text: `[limits](guides/limits.md#per-user)`. In the file
  of an enhancement, `#…` alone means its own page: `[see below](#scope)`, or a requirement, `[the job](#requirement-job)`. A page
  or an anchor that is not there is a [finding](findings.md#rm602).
- **Where there is no room**, as in a cell of a table or a sentence, a table becomes a list, and a list words on a line. Nothing is
  left out."""


def data_page() -> str:
    """Every file, every model in it, every key."""
    files = table(["File", "What it holds"], [[f"[`{kind.path}`](#{_file_anchor(kind)})", _summary(kind.model)] for kind in FILE_KINDS])
    blocks = [files, LONG_TEXTS]
    shown: set[type[Node]] = set()
    for kind in FILE_KINDS:
        blocks += _model(kind.model, f"## {code(kind.path)} {{ #{_file_anchor(kind)} }}")
        inner = [model for model in models_inside(kind.model) if model not in shown]
        shown.update(inner)
        for model in inner:
            blocks += _model(model, f"### {title(model)}")
    return page("Data", INTRO, blocks)


def rows_of(model: type[Node]) -> Iterator[tuple[str, str, str, str]]:
    """Key, type, default and meaning of each field of a model."""
    for name, hint in hints_of(model).items():
        field = model.model_fields[name]
        yield code(field.alias or name), words(hint), default_of(field), meaning_of(model, name)


def meaning_of(model: type[Node], name: str) -> str:
    """What a field means; empty where nobody says it."""
    return field_docstrings(model).get(name) or model.model_fields[name].description or ""


def _model(model: type[Node], heading: str) -> Iterable[str]:
    yield heading
    yield inspect.getdoc(model) or ""
    yield table(["Key", "Value", "Default", "Meaning"], rows_of(model))


def models_inside(model: type[Node]) -> list[type[Node]]:
    """Models inside a model, each once, each before those inside it."""
    return list(_inside(model, {}))


def _inside(model: type[Node], found: dict[type[Node], None]) -> dict[type[Node], None]:
    """Add the models inside a model; one may be inside itself."""
    for hint in hints_of(model).values():
        for inner in models_in(hint):
            if inner not in found:
                found[inner] = None
                _inside(inner, found)
    return found


def _summary(model: type[Node]) -> str:
    first = (inspect.getdoc(model) or "").partition("\n")[0]
    _, separator, after = first.partition(": ")
    return f"{after[0].upper()}{after[1:]}" if separator else first


def _file_anchor(kind: FileKind) -> str:
    return f"{kind.name}-file"
