"""The MkDocs plugin (ProperDocs loads it too).

While the modules are loaded, the cyclic garbage collector rests, and it leaves alone what is there then: nothing of it ever goes,
and looking at it again and again costs a small build a tenth of its time.
"""

from __future__ import annotations

import gc

_was_enabled = gc.isenabled()
gc.disable()
try:
    from enhancement_roadmap.hosts.mkdocs.options import EnhancementRoadmapConfig
    from enhancement_roadmap.hosts.mkdocs.plugin import EnhancementRoadmapPlugin
finally:
    gc.freeze()
    if _was_enabled:
        gc.enable()

__all__ = ["EnhancementRoadmapConfig", "EnhancementRoadmapPlugin"]
