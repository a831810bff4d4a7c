"""Preflight: everything in a site that Jekyll would stumble over or that readers would miss, one family a file."""

from __future__ import annotations

from collections.abc import Sequence

from editor.site.problem import Problem
from editor.site.site import Document, Site


def check_site(site: Site, documents: Sequence[Document]) -> tuple[Problem, ...]:
    """All findings of a site, by path and line."""
    raise NotImplementedError
