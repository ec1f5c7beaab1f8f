"""A sandbox for the templates of a site: they see the facts of the roadmap, and have no way to files, code, or all of the memory.

Jinja2's own sandbox keeps templates from code. It sets no limit to what they make, so each render has a `Budget` here:
what loops go through, and what strings and lists are made, is counted. Python itself can not be stopped in the middle of
one operation, so each that can multiply its operands is asked first how large its result would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from enhancement_roadmap.sentences import number

MAX_STEPS = 5_000_000
"""What all loops and filters of one render may go through: a thousand times what a roadmap of 1,000 enhancements takes."""
MAX_CHARACTERS = 256 * 1024 * 1024
"""Characters that one render may make, all in all."""
MAX_SIZE = 8 * 1024 * 1024
"""Characters of one text, and entries of one list."""
MAX_DEPTH = 100
"""Levels of brackets, or of blocks, in a template."""
MAX_BITS = 4096
"""Binary digits of a number."""

_WIDTH = re.compile(r"[0-9*]{5,}|\*")
_MULTIPLYING = frozenset({"batch", "center", "format", "indent", "join", "replace", "slice", "wordwrap", "xmlattr"})
"""Filters whose result may be as large as their operands multiplied."""
_COMPARING = frozenset({"dictsort", "groupby", "sort", "unique"})
"""Filters that look at each entry more than once."""
_COMPARISONS = 20
_UNSAFE_OF_TEXT = frozenset({"format", "format_map"})
_COUNTED, _MEASURED = "_counted", "_measured"


class LimitError(SecurityError):
    """A template wants more than it may have."""


@dataclass(slots=True)
class Budget:
    """What one render may still do.

    Attributes:
        steps: entries that loops and filters may go through.
        characters: characters that may be made.
    """

    steps: int = MAX_STEPS
    characters: int = MAX_CHARACTERS

    def step(self, count: int = 1) -> None:
        """Go through some entries.

        Raises:
            LimitError: there were too many.
        """
        self.steps -= count
        if self.steps < 0:
            raise LimitError(f"it goes through more than {number(MAX_STEPS)} entries")

    def make(self, size: int) -> None:
        """Make a text or a list of a size.

        Raises:
            LimitError: it is too large, or all are too large together.
        """
        self.characters -= size
        if size > MAX_SIZE or self.characters < 0:
            raise LimitError(f"it makes a text of more than {number(MAX_SIZE if size > MAX_SIZE else MAX_CHARACTERS)} characters")


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that nobody has vetted; its options are those of Jinja2's."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._budget = Budget()
        self.globals.pop("lipsum", None)
        self.globals["range"] = self._range
        self.filters = {name: self._guarded(name, made) for name, made in self.filters.items()}
        self.filters |= {_COUNTED: self._count, _MEASURED: self._measure}

    @contextmanager
    def fresh_budget(self) -> Iterator[None]:
        """A budget of its own for one render."""
        before, self._budget = self._budget, Budget()
        try:
            yield
        finally:
            self._budget = before

    def compile(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Any:
        """Compile a template in which each loop counts what it goes through.

        Raises:
            TemplateSyntaxError: it is no template, or is nested too deeply.
        """
        try:
            tree = self.parse(source, *args[:2]) if isinstance(source, str) else source
            _watch_loops(tree)
            return super().compile(tree, *args, **kwargs)
        except (RecursionError, MemoryError, SyntaxError) as error:
            line = _deepest_line(source) if isinstance(source, str) else 1
            raise TemplateSyntaxError(f"it is nested more than {MAX_DEPTH} levels deep", line, *args[:2]) from error

    def concat(self, parts: Iterable[str]) -> str:
        """Join what a template puts out."""
        made = []
        for part in parts:
            self._budget.make(len(part))
            made.append(part)
        return "".join(made)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out a product, a power, a sum or a filled form that is not too large."""
        self._budget.step()
        if operator == "**":
            _refuse_if(_bits(left) * max(_whole(right), 1) > MAX_BITS, f"a number has more than {number(MAX_BITS)} binary digits")
        elif operator == "*" and isinstance(left, int) and isinstance(right, int):
            _refuse_if(_bits(left) + _bits(right) > MAX_BITS, f"a number has more than {number(MAX_BITS)} binary digits")
        elif operator == "*":
            self._budget.make(_size(left) * max(_whole(right), 0) + _size(right) * max(_whole(left), 0))
        elif operator == "+":
            self._budget.make(_size(left) + _size(right))
        elif isinstance(left, str):
            _refuse_width(left)
            self._budget.make(_size(left) + _size(right))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something; a method of a text only where its result is not too large."""
        self._budget.step()
        owner = getattr(called, "__self__", None)
        if isinstance(owner, str):
            _refuse_if(called.__name__ in _UNSAFE_OF_TEXT, f"the method ‘{called.__name__}’ of a text can not be called")
            self._refuse_product(owner, args, kwargs)
        return super().call(context, called, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see an attribute: of the model, the facts; of a text, no method that makes forms."""
        if isinstance(obj, BaseModel) or (isinstance(obj, type) and issubclass(obj, BaseModel)):
            # Pydantic's own methods construct, validate and even read files.
            kind = type(obj)
            return attr in getattr(kind, "model_fields", ()) or isinstance(getattr(kind, attr, None), (property, cached_property))
        if isinstance(obj, str) and attr in _UNSAFE_OF_TEXT:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Give no way to the method `format` of a text: how wide its result is, nobody can tell before."""
        return

    def _guarded(self, name: str, made: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that counts what it is given, and is asked first where it multiplies."""
        first = 1 if hasattr(made, "jinja_pass_arg") else 0

        @wraps(made)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            value = args[first] if len(args) > first else None
            self._budget.step(1 + (0 if isinstance(value, str) else _size(value)) * (_COMPARISONS if name in _COMPARING else 1))
            if name in _MULTIPLYING:
                if name == "join" and isinstance(value, Iterable) and not isinstance(value, str):
                    value = list(value)
                    args = (*args[:first], value, *args[first + 1 :])
                self._refuse_product(value, args[first + 1 :], kwargs)
            return made(*args, **kwargs)

        return guarded

    def _refuse_product(self, value: Any, args: Iterable[Any], kwargs: Mapping[str, Any]) -> None:
        widths = [_size(arg) if not isinstance(arg, int) else abs(arg) for arg in (*args, *kwargs.values())]
        if isinstance(value, str):
            _refuse_width(value)
        self._budget.make(_whole_size(value) * max([1, *widths]))

    def _range(self, *args: int) -> range:
        numbers = range(*args)
        self._budget.step(len(numbers))
        return numbers

    def _count(self, entries: Iterable[Any]) -> Iterator[Any]:
        for entry in entries:
            self._budget.step()
            yield entry

    def _measure(self, text: str) -> str:
        self._budget.make(len(text))
        return text


def _watch_loops(tree: nodes.Template) -> None:
    """Let each loop count, and each text that is joined be measured."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
    for parent in list(tree.find_all(nodes.Node)):
        for name, child in list(parent.iter_fields()):
            if isinstance(child, nodes.Concat):
                setattr(parent, name, nodes.Filter(child, _MEASURED, [], [], None, None, lineno=child.lineno))
            elif isinstance(child, list):
                child[:] = [
                    nodes.Filter(one, _MEASURED, [], [], None, None, lineno=one.lineno) if isinstance(one, nodes.Concat) else one
                    for one in child
                ]


def _deepest_line(source: str) -> int:
    """The line on which brackets are nested deepest, or else blocks."""
    deepest, line_of_deepest, brackets, blocks = 0, 1, 0, 0
    for line_number, line in enumerate(source.splitlines(), start=1):
        for found in re.finditer(r"[(\[{]|[)\]}]|%\s*-?\s*(?=end)|(?<=\{%)\s*(?:if|for|call|filter|macro|block)\b", line):
            mark = found[0].strip()
            brackets += (mark in "([{" and mark != "") - (mark in ")]}" and mark != "")
            blocks += (mark not in "([{)]}%") - mark.startswith("%")
            if brackets + blocks > deepest:
                deepest, line_of_deepest = brackets + blocks, line_number
    return line_of_deepest


def _refuse_if(excess: bool, why: str) -> None:
    if excess:
        raise LimitError(why)


def _refuse_width(form: str) -> None:
    """A width in a form such as ``%99999d`` makes a text as long."""
    _refuse_if(
        "%" in form and any(_WIDTH.search(part.split(maxsplit=1)[0][:20]) for part in form.split("%")[1:] if part.strip()),
        "a form is too wide",
    )


def _size(value: Any) -> int:
    try:
        return len(value)
    except TypeError:
        return 0


def _whole_size(value: Any) -> int:
    """Characters of a text, or of all entries of a list, and one for each."""
    return sum(_size(entry) + 1 for entry in value) if isinstance(value, list) else _size(value)


def _whole(value: Any) -> int:
    return int(value) if isinstance(value, (int, float)) and abs(value) < 1e18 else 0  # noqa: PLR2004 - past it, nothing is made


def _bits(value: Any) -> int:
    return value.bit_length() if isinstance(value, int) else 0
