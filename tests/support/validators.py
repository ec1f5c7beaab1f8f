"""What a process does once, so that none of those that are split off it has to: the validators of the data are built."""

from __future__ import annotations

import gc

from enhancement_roadmap.model import FILE_KINDS

for _kind in FILE_KINDS:
    _kind.model.model_rebuild()

# Nothing of this is garbage: whoever is split off need not look through it, and so need not copy it.
gc.freeze()
