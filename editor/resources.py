"""Finds Galley's resources, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path


def resource(name: str) -> Path:
    """Path of `resources/<name>`, for example `resource("preview/page.html")`."""
    return _folder(__file__) / name


@cache
def _folder(module: str) -> Path:
    here = Path(module).resolve().parent
    installed = here / "_resources"
    return installed if installed.is_dir() else here.parent / "resources"
