"""Posts that have one URL: Jekyll builds both, and one silently replaces the other."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.subject import SiteFacts
from editor.site.document import Document
from editor.site.problem import Problem
from editor.site.same_url import same_url_problem, writes_page


def check_all(facts: SiteFacts) -> Iterator[Problem]:
    """Each post whose page another post writes too; Jekyll only warns on its console."""
    writers: dict[str, list[Document]] = {}
    for document in filter(writes_page, facts.documents):
        writers.setdefault(document.output, []).append(document)
    for documents in writers.values():
        for document in documents if len(documents) > 1 else ():
            yield same_url_problem(document, [each for each in documents if each is not document])
