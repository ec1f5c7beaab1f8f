"""A sandbox for the templates of a site: they see the facts of the roadmap, and have no way to files, code, or all of the memory.

Jinja2's own sandbox keeps templates from code. It sets no limit to what they make, so each render has a `Budget` here:
what loops go through, and what strings and lists are made, is counted. Python itself can not be stopped in the middle of
one operation, so each that can multiply its operands is asked first how large its result would be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, wraps
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from enhancement_roadmap.templating.budget import Budget, LimitError, bits, length, refuse_large, weight, whole
from enhancement_roadmap.templating.watching import COUNTED, MEASURED, WRITTEN_OUT, watch

MAX_DEPTH = 100
"""Levels of brackets, or of blocks, in a template."""

_WIDTH = re.compile(r"[0-9*]{5,}|\*")
_MULTIPLYING = frozenset({"batch", "center", "format", "indent", "join", "replace", "slice", "wordwrap", "xmlattr"})
"""Filters whose result may be as large as their operands multiplied."""
_COMPARING = frozenset({"dictsort", "groupby", "sort", "unique"})
"""Filters that look at each entry more than once."""
_COMPARISONS = 20
_TAKING_APART = frozenset({"attr", "batch", "count", "d", "default", "first", "items", "last", "length", "list", "map", "random"})
_TAKING_APART |= frozenset({"reject", "rejectattr", "reverse", "select", "selectattr", "slice"})
"""Filters that take lists as they are; the others make texts of what is in them, or compare it."""
_UNSAFE = frozenset({"encode", "format", "format_map", "maketrans", "to_bytes", "translate"})
"""Methods of texts and numbers whose results may have any size."""


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that nobody has vetted; its options are those of Jinja2's."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._budget = Budget()
        self.globals.pop("lipsum", None)
        self.globals["range"] = self._range
        self.filters = {name: self._guarded(name, made) for name, made in self.filters.items()}
        self.filters |= {
            COUNTED: self._count,
            MEASURED: self._measure,
            WRITTEN_OUT: self._write_out,
        }

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
            watch(tree)
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
            refuse_large(bits(left) * max(whole(right), 1))
        elif operator == "*":
            refuse_large(bits(left) + bits(right))
            self._budget.make(length(left) * max(whole(right), 0) + length(right) * max(whole(left), 0))
        elif operator == "+":
            self._budget.make(length(left) + length(right))
        elif isinstance(left, str):
            _refuse_width(left)
            self._budget.make(length(left) + left.count("%") * weight(right))
        return self._budget.have_made(super().call_binop(context, operator, left, right))

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something; a method of a text only where its result is not too large."""
        self._budget.step()
        owner = getattr(called, "__self__", None)
        if isinstance(owner, (str, int)) and called.__name__ in _UNSAFE:
            raise LimitError(f"the method ‘{called.__name__}’ can not be called")
        if isinstance(owner, str):
            self._refuse_product(owner, args, kwargs)
            return self._budget.have_made(super().call(context, called, *args, **kwargs))
        return super().call(context, called, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see an attribute: of the model, the facts; of texts and numbers, no method that can make any size."""
        if isinstance(obj, BaseModel) or (isinstance(obj, type) and issubclass(obj, BaseModel)):
            # Pydantic's own methods construct, validate and even read files.
            kind = type(obj)
            return attr in getattr(kind, "model_fields", ()) or isinstance(getattr(kind, attr, None), (property, cached_property))
        if isinstance(obj, (str, int)) and attr in _UNSAFE:
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
            self._budget.step(1 + (0 if isinstance(value, str) else length(value)) * (_COMPARISONS if name in _COMPARING else 1))
            if name == "join" and isinstance(value, Iterable) and not isinstance(value, str):
                value = list(value)
                args = (*args[:first], value, *args[first + 1 :])
            if name not in _TAKING_APART:
                self._budget.write_out(value)
            if name in _MULTIPLYING:
                self._refuse_product(value, args[first + 1 :], kwargs)
            return self._budget.have_made(made(*args, **kwargs))

        return guarded

    def _refuse_product(self, value: Any, args: Iterable[Any], kwargs: Mapping[str, Any]) -> None:
        operands = [*args, *kwargs.values()]
        if isinstance(value, str):
            _refuse_width(value)
        widths = [abs(operand) if isinstance(operand, int) else length(operand) for operand in operands]
        self._budget.make(weight(value) * max([1, *widths]))
        for operand in operands:
            self._budget.write_out(operand)

    def _range(self, *args: int) -> range:
        numbers = range(*args)
        self._budget.step(len(numbers))
        return numbers

    def _write_out(self, value: Any) -> Any:
        return self._budget.write_out(value)

    def _measure(self, value: Any) -> Any:
        return self._budget.have_made(self._budget.write_out(value))

    def _count(self, entries: Iterable[Any]) -> Iterator[Any]:
        for entry in entries:
            self._budget.step()
            yield entry


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


def _refuse_width(form: str) -> None:
    """A width in a form such as ``%99999d`` makes a text as long.

    Raises:
        LimitError: there is one of five digits, or one that is an argument.
    """
    if "%" in form and any(_WIDTH.search(part.split(maxsplit=1)[0][:20]) for part in form.split("%")[1:] if part.strip()):
        raise LimitError("a form is too wide")
