"""Keep a roadmap of enhancements as YAML files in git, and read it as a website and a document."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
