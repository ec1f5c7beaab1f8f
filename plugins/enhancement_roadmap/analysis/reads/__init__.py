"""What was read of the answers about a roadmap, so that it can be asked later whether they are still the same.

Whoever makes something of a roadmap is given a `RecordedInsight`, which answers as the real one does and notes each answer:
an attribute, the entry of a mapping, what a method said of its arguments. What was made is still right of another roadmap
where each of these answers is the same there; nothing has to be known of how it was made.
"""

from __future__ import annotations

from enhancement_roadmap.analysis.reads.answers import Answers, Reads
from enhancement_roadmap.analysis.reads.recorded import RecordedInsight, Recorder
from enhancement_roadmap.analysis.reads.same import SameAnswers

__all__ = ["Answers", "Reads", "RecordedInsight", "Recorder", "SameAnswers"]
