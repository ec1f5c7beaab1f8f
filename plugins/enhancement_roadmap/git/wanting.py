"""What is left out where git has no history, or not all of it, and how to get it: said in one place."""

from __future__ import annotations

SHALLOW_HINT = (
    "Fetch the whole history: ‘git fetch --unshallow’; "
    "on GitHub ‘fetch-depth: 0’ for actions/checkout, on GitLab the variable ‘GIT_DEPTH: 0’."
)
"""How a shallow clone becomes a full one."""
