"""Documents for the tests of the window's parts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from editor.site.document import Document, State
from editor.site.problem import Problem


@pytest.fixture
def make_document() -> Callable[..., Document]:
    """Makes a document: `make_document("Title", day=3, month=11, state=State.LIVE, …)`."""

    def make(
        title: str,
        *,
        year: int = 2025,
        month: int = 11,
        day: int = 21,
        dated: bool = True,
        state: State = State.LIVE,
        categories: tuple[str, ...] = ("News",),
        path: str = "",
        fault: str = "",
    ) -> Document:
        path = path or f"_posts/{title.lower().replace(' ', '-')}.md"
        return Document(
            path=path,
            title=title,
            slug="",
            state=state,
            date=datetime(year, month, day, 18, 21, tzinfo=UTC) if dated else None,
            date_source="2025-11-21 18:21:00",
            categories=categories,
            tags=(),
            layout="",
            author="",
            image="",
            url="/page.html",
            output="page.html",
            defaults={},
            problems=(Problem("invalid-yaml", fault, path),) if fault else (),
        )

    return make
