"""Real pictures of every kind, made by Pillow, and a site to put them in."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow

from editor.site.site import Site


@pytest.fixture
def picture() -> Callable[..., bytes]:
    def make(kind: str = "PNG", size: tuple[int, int] = (30, 20), color: str = "navy", **options: object) -> bytes:
        out = BytesIO()
        Pillow.new("RGB", size, color).save(out, kind, **options)
        return out.getvalue()

    return make


@pytest.fixture
def open_site(site_folder: Path) -> Callable[..., Site]:
    """The site after its files were written: path to text or bytes."""

    def write(files: dict[str, str | bytes] | None = None) -> Site:
        for path, content in (files or {}).items():
            file = site_folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return Site.open(site_folder)

    return write
