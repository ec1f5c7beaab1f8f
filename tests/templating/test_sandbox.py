"""A site's template can not take all of the time, or all of the memory."""

from __future__ import annotations

import json
import textwrap

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from enhancement_roadmap.templating.budget import LimitError
from enhancement_roadmap.templating.sandbox import Sandbox
from support.used import Used, python_used

LONG = "a" * 300
DOUBLED = "{% set ns = namespace(x='a' * 1000) %}{% for i in range(60) %}{% set ns.x = ns.x OP ns.x %}{% endfor %}"
LARGE = "{% set x = 'ab' * 4000000 %}"
KEPT = "{% set ns = namespace(l=[]) %}{% for i in range(9999) %}{% set ns.l = ns.l + [WHAT] %}{% endfor %}"
RUNAWAY = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "ranges": "{% set a = range(99999) | list %}" * 200,
    "doubling by ~": DOUBLED.replace("OP", "~"),
    "doubling by +": DOUBLED.replace("OP", "+"),
    "doubling a list": DOUBLED.replace("OP", "+").replace("'a' * 1000", "[1]"),
    "squaring a number": DOUBLED.replace("OP", "*").replace("'a' * 1000", "10"),
    "a power": "{{ 10 ** 99999999 }}",
    "a product": "{{ 'a' * 9999999999 }}",
    "ljust": "{{ 'a'.ljust(9999999999) }}",
    "a method that replaces": "{{ ('a' * 1000000).replace('a', 'b' * 100000) }}",
    "indent": "{{ 'a\n\nb' | indent(999999999) }}",
    "center": "{{ 'a' | center(9999999999) }}",
    "wordwrap": "{{ ('a ' * 100000) | wordwrap(1, wrapstring='b' * 100000) }}",
    "join": "{{ range(99999) | join('a' * 1000000) }}",
    "replace": "{{ ('a' * 1000000) | replace('a', 'b' * 100000) }}",
    "a wide form": "{{ '%999999999d' | format(1) }}",
    "a width as an argument": "{{ '%*d' % (99999999999, 1) }}",
    "sorting": "{% set a = range(99999) | list %}" + "{% set b = a | sort(reverse=true) %}" * 300,
    "a block": f"{{% set x %}}{{% for i in range(99999) %}}{LONG}{{% endfor %}}{{% endset %}}{{{{ x * 20 }}}}",
    "parts of a text": LARGE + KEPT.replace("WHAT", "x[1:]"),
    "a text as a list": LARGE + KEPT.replace("WHAT", "x | list"),
    "pieces of a text": LARGE + KEPT.replace("WHAT", "x.split('a')"),
    "capitals": LARGE + KEPT.replace("WHAT", "x | upper"),
    "a form with many places": LARGE + "{% set y = ('%s' * 1000) % ((x,) * 1000) %}",
    "a form with many names": LARGE + "{% set y = ('%(a)s' * 1000) % {'a': x} %}",
    "a row of ~": LARGE + "{% set y = " + " ~ ".join(["x"] * 1000) + " %}",
    "a list as JSON": LARGE + "{% set y = ([x] * 1000) | tojson %}",
    "a list as text": LARGE + "{% set y = ([x] * 1000) | string %}",
    "a list put out": LARGE + "{{ [x] * 1000 }}",
    "lists in lists put out": "{% set ns = namespace(x=[1]) %}{% for i in range(40) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}",
    "lists in lists compared": (
        "{% set ns = namespace(x=[1], y=[1]) %}{% for i in range(40) %}{% set ns.x = [ns.x, ns.x] %}{% set ns.y = [ns.y, ns.y] %}"
        "{% endfor %}{{ ns.x == ns.y }}"
    ),
    "a sum of lists": "{% set l = range(99999) | list %}{% set y = ([l] * 1000) | sum(start=[]) %}",
    "sorting long texts": "{{ (['a' * 1000000] * 5000) | sort | length }}",
    "joining long texts": LARGE + "{{ ','.join([x] * 1000) | length }}",
    "tabs": "{{ ('\t' * 100000).expandtabs(1000000) | length }}",
    "a number of many digits": "{% set n = ('f' * 4000000) | int(base=16) %}",
    "output": f"{{% for i in range(99999) %}}{{% for j in range(40) %}}{LONG}{{% endfor %}}{{% endfor %}}",
}
DEEP = {
    "brackets": "\n\n{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "lists": "\n\n{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "blocks": "\n\n{% if 1 %}" + "{% if 1 %}" * 2000 + "{% endif %}" * 2001,
    "loops": "\n\n" + "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
}


def filled(template: str) -> str:
    environment = Sandbox(loader=DictLoader({"page": template}), undefined=StrictUndefined)
    with environment.fresh_budget():
        return environment.get_template("page").render()


@pytest.fixture(scope="module")
def ran_away() -> Used:
    """All of them, one after the other in a process that has a gigabyte; it prints which of them were stopped."""
    script = """
        import gc, json, resource, sys
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        from enhancement_roadmap.templating.budget import LimitError
        from enhancement_roadmap.templating.sandbox import Sandbox
        from jinja2 import DictLoader
        for name, template in json.load(sys.stdin).items():
            environment = Sandbox(loader=DictLoader({"page": template}))
            try:
                with environment.fresh_budget():
                    environment.get_template("page").render()
            except LimitError:
                print(name)
            gc.collect()  # what an error holds is no part of the next render
    """
    return python_used(textwrap.dedent(script), told=json.dumps(RUNAWAY))


@pytest.mark.parametrize("name", RUNAWAY)
def test_what_runs_away_is_stopped(ran_away: Used, name: str) -> None:
    assert name in ran_away.output.splitlines(), ran_away.output


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_too_deeply_is_a_mistake_at_its_line(name: str) -> None:
    with pytest.raises(TemplateSyntaxError) as error:
        filled(DEEP[name])
    assert error.value.lineno == 3


TIMELESS = {
    "comparing": LARGE + "{% set y = 'ab' * 4000000 %}{% for i in range(99999) %}{% if x == y %}{% endif %}{% endfor %}",
    "looking up": "{% set l = range(99999) | list %}{% for i in range(99999) %}{% if -1 in l %}{% endif %}{% endfor %}",
    "calling itself": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(30) }}",
}


@pytest.mark.parametrize("name", TIMELESS)
def test_what_can_not_be_counted_is_stopped_by_the_clock(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enhancement_roadmap.templating.budget.MAX_SECONDS", 0.2)
    with pytest.raises(LimitError, match=r"takes more than 0\.2 seconds of the processor"):
        filled(TIMELESS[name])


@pytest.mark.parametrize(
    "template",
    [
        "{{ '{:>99}'.format(1) }}",
        "{{ '{a}'.format_map({'a': 1}) }}",
        "{{ 'a'.encode() }}",
        "{{ 'a'.translate({97: 'b'}) }}",
        "{{ (1).to_bytes(99, 'big') }}",
    ],
)
def test_forms_of_any_width_are_out_of_reach(template: str) -> None:
    with pytest.raises(SecurityError):
        filled(template)


def test_lorem_ipsum_is_gone() -> None:
    with pytest.raises(Exception, match="lipsum"):
        filled("{{ lipsum(n=100000) }}")


def test_what_templates_do_every_day_works() -> None:
    template = """
    {%- for i in range(3) %}{{ loop.index }}{{ i | string | center(3) }}{{ "%d %%" | format(3) }}{{ "%.1f" % 2 }}{% endfor %}
    {{- [1, 2] | join(", ") }}{{ "a" ~ 1 ~ "b" }}{{ "a-b".replace("-", " ").title() }}{{ 2 ** 10 }}{{ "x" * 3 }}
    {{- [3, 1] | sort | first }}{{ {"b": 1} | dictsort }}{{ "a\nb" | indent(2) }}
    {{- nothing | default("-") }}{{ [1, 2, 3][1:] }}{{ [1] == [1] }}{{ 2 in [1, 2] }}{{ [1, 2] | sum }}{{ "AB" | lower }}"""
    assert filled(template) == "1 0 3 %2.02 1 3 %2.03 2 3 %2.01, 2a1bA B1024xxx1[('b', 1)]a\n  b-[2, 3]TrueTrue3ab"


def test_each_render_has_a_budget_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enhancement_roadmap.templating.budget.MAX_STEPS", 300_000)
    environment = Sandbox(loader=DictLoader({"page": "{% for i in range(90000) %}{% endfor %}"}))
    for _ in range(2):
        with environment.fresh_budget():
            assert environment.get_template("page").render() == ""
    with environment.fresh_budget():
        environment.get_template("page").render()
        with pytest.raises(LimitError):
            environment.get_template("page").render()


def test_all_of_it_stays_within_memory_and_time(ran_away: Used) -> None:
    assert ran_away.output.splitlines() == [*RUNAWAY]
    assert ran_away.megabytes < 500
