"""Reading git: commits, folders and files at any commit, with no checkout, no shell and no writing."""

from __future__ import annotations

from enhancement_roadmap.git.commit import Commit
from enhancement_roadmap.git.errors import SHALLOW_AND_PARTIAL_HINT, SHALLOW_HINT, GitError, NoCommitError
from enhancement_roadmap.git.log import LoggedCommit
from enhancement_roadmap.git.raw import PathChange
from enhancement_roadmap.git.refs import printable
from enhancement_roadmap.git.repository import Repository
from enhancement_roadmap.git.tree import TreeEntry

__all__ = [
    "SHALLOW_AND_PARTIAL_HINT",
    "SHALLOW_HINT",
    "Commit",
    "GitError",
    "LoggedCommit",
    "NoCommitError",
    "PathChange",
    "Repository",
    "TreeEntry",
    "printable",
]
