"""The folded form in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from editor.gui.form.date_field import DateField
from editor.gui.form.field_grid import Row
from editor.gui.form.map_shape import first_text
from editor.gui.form.wording import plain
from editor.site.scalars import Value


def summary(rows: Sequence[Row], values: Mapping[str, Value]) -> tuple[str, ...]:
    """Date, author, categories and the image's name, as far as the post has them."""
    dates = [row.field.shown_text() for row in rows if isinstance(row.field, DateField)]
    image = values.get("image")
    name = PurePosixPath(image).name if isinstance(image, str) else ""
    categories = values.get("categories") or values.get("category")
    author = values.get("author")
    by = first_text(author) if isinstance(author, dict) else plain(author)
    return ((dates or [""])[0], by, plain(categories), name)
