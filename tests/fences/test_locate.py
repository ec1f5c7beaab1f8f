from __future__ import annotations

import pytest

from enhancement_roadmap.fences import FencePlace, locate

TEXT = """---
title: x
---
# A

```roadmap
view: table
```

!!! note

    - item

        ~~~~ { .roadmap }
        view: table
        limit: 3
        ~~~~

> ```roadmap
> view: table
> ```

```yaml
view: other
```
"""


@pytest.mark.parametrize(
    ("source", "nth", "expected"),
    [
        ("view: table\n", 1, FencePlace(6, 0)),
        ("view: table\n", 2, FencePlace(19, 2)),
        ("view: table\n", 3, FencePlace(19, 2)),
        ("view: table\nlimit: 3", 1, FencePlace(14, 8)),
        ("view: other", 1, FencePlace(0, 0)),
    ],
    ids=["first", "second with the same body", "more than there are", "nested", "not a roadmap fence"],
)
def test_a_fence_is_found_by_its_body(source: str, nth: int, expected: FencePlace) -> None:
    assert locate(TEXT, source, nth) == expected


def test_a_fence_that_a_page_only_quotes_is_not_meant() -> None:
    quoted = "````markdown\n```roadmap\nview: table\n```\n````\n\n"
    assert locate(f"{quoted}```roadmap\nview: table\n```\n", "view: table") == FencePlace(7, 0)


def test_a_fence_without_an_end_is_found_too() -> None:
    assert locate("```roadmap\nview: table", "view: table") == FencePlace(1, 0)
