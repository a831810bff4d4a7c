"""Documents that write the same page: Jekyll builds both, and one silently replaces the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from editor.site.document import Document, State
from editor.site.post_name import Place, place_of
from editor.site.problem import Problem

_NO_DATE = datetime.min.replace(tzinfo=UTC)


def writes_page(document: Document) -> bool:
    """Whether Jekyll writes a page for it, now or at its date."""
    is_built = document.state in (State.LIVE, State.SCHEDULED) or document.is_built_draft
    return is_built and bool(document.output)


def last_written(documents: Iterable[Document]) -> Document:
    """The one of these that readers see: Jekyll writes posts by date, then path, and other collections after them
    (`document.rb:369-375`, `site.rb:353-358`)."""
    return max(documents, key=writing_turn)


def writing_turn(document: Document) -> tuple[bool, datetime, bytes]:
    """Sorts documents as Jekyll does: posts by date, then path, and other collections behind them."""
    is_elsewhere = place_of(document.path) is Place.ELSEWHERE
    return is_elsewhere, document.date or _NO_DATE, document.path.encode("utf-8", "surrogateescape")


def same_url_problem(document: Document, others: Sequence[Document]) -> Problem:
    """The problem of a document whose page these others write too."""
    other = others[0].path
    seen = last_written([document, *others])
    which = "this one" if seen is document else "that one" if seen is others[0] else seen.path
    see = "will see" if seen.state is State.SCHEDULED else "see"
    message = (
        f"{other} has the same URL, {document.url}: readers {see} only {which}, which Jekyll writes last. "
        "Rename one, or change its date or permalink."
    )
    return Problem("same-url", message, document.path)
