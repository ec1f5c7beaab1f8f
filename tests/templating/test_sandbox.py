"""A site's template can not take all of the time, or all of the memory."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from enhancement_roadmap.templating.sandbox import LimitError, Sandbox

LONG = "a" * 300
DOUBLED = "{% set ns = namespace(x='a' * 1000) %}{% for i in range(60) %}{% set ns.x = ns.x OP ns.x %}{% endfor %}"
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


@pytest.mark.parametrize("name", RUNAWAY)
def test_what_runs_away_is_stopped(name: str) -> None:
    with pytest.raises(LimitError):
        filled(RUNAWAY[name])


@pytest.mark.parametrize("name", DEEP)
def test_what_is_nested_too_deeply_is_a_mistake_at_its_line(name: str) -> None:
    with pytest.raises(TemplateSyntaxError) as error:
        filled(DEEP[name])
    assert error.value.lineno == 3


@pytest.mark.parametrize("template", ["{{ '{:>99}'.format(1) }}", "{{ '{a}'.format_map({'a': 1}) }}"])
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
    {{- [3, 1] | sort | first }}{{ {"b": 1} | dictsort }}{{ "a\nb" | indent(2) }}"""
    assert filled(template) == "1 0 3 %2.02 1 3 %2.03 2 3 %2.01, 2a1bA B1024xxx1[('b', 1)]a\n  b"


def test_each_render_has_a_budget_of_its_own() -> None:
    environment = Sandbox(loader=DictLoader({"page": "{% for i in range(90000) %}{% endfor %}"}))
    for _ in range(60):
        with environment.fresh_budget():
            assert environment.get_template("page").render() == ""


def test_all_of_it_stays_within_memory_and_time() -> None:
    script = """
        import json, resource, sys
        resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        from enhancement_roadmap.templating.sandbox import LimitError, Sandbox
        from jinja2 import DictLoader
        for template in json.load(sys.stdin):
            environment = Sandbox(loader=DictLoader({"page": template}))
            try:
                with environment.fresh_budget():
                    environment.get_template("page").render()
            except LimitError:
                print("stopped")
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    """
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        input=json.dumps([*RUNAWAY.values()]),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    *stopped, peak = ran.stdout.split()
    assert stopped == ["stopped"] * len(RUNAWAY)
    assert int(peak) < 500
