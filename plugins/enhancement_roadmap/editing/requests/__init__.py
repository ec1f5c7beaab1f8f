"""What a page may ask to be changed: a typed operation with ids and words, never a path, and what becomes of it."""

from __future__ import annotations

from enhancement_roadmap.editing.requests.apply import ClashError, apply_request
from enhancement_roadmap.editing.requests.operation import EditOperation, FieldError
from enhancement_roadmap.editing.requests.operations import OPERATIONS, EditRequest, Operation

__all__ = ["OPERATIONS", "ClashError", "EditOperation", "EditRequest", "FieldError", "Operation", "apply_request"]
