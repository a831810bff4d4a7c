"""Posts that Jekyll would write to the same page, where one silently replaces the other."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.subject import SiteFacts
from editor.site.problem import Problem
from editor.site.site import Document, State


def check_all(facts: SiteFacts) -> Iterator[Problem]:
    """Each post whose page another post writes too; Jekyll only warns on its console."""
    writers: dict[str, list[Document]] = {}
    for document in facts.documents:
        if document.output and document.state in (State.LIVE, State.SCHEDULED):
            writers.setdefault(document.output, []).append(document)
    for documents in writers.values():
        for document in documents if len(documents) > 1 else ():
            other = next(each for each in documents if each is not document)
            message = (
                f"{other.path} has the same URL, {document.url}: only one of the two will be seen. "
                "Rename one, or change its date or permalink."
            )
            yield Problem("same-url", message, document.path)
