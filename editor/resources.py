"""Finds Galley's resources, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path


def resource(name: str) -> Path:
    """Path of `resources/<name>`, for example `resource("preview/page.html")`."""
    here = Path(__file__).resolve().parent
    installed = here / "_resources"
    return (installed if installed.is_dir() else here.parent / "resources") / name
