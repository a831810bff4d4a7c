"""The posts of the open site as the list shows them: each with what only the whole site tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor.gui.sidebar import Sidebar
from editor.site.document import Document
from editor.site.problem import Problem
from editor.site.same_url import same_url_problem, writes_page


class ListedPosts:
    """Keeps the documents by path and the sidebar in step with them. `documents` are as `Site.describe` made them."""

    def __init__(self, sidebar: Sidebar) -> None:
        self.documents: dict[str, Document] = {}
        self._sidebar = sidebar
        self._writers: dict[str, set[str]] = {}  # by page: the paths of the posts that write it

    def clear(self) -> None:
        """Another site is opened, or none."""
        self.documents = {}
        self._writers = {}

    def add(self, batch: list[Document]) -> None:
        """Show posts while the others are still read."""
        self._sidebar.add_documents(batch)

    def replace(self, documents: Iterable[Document]) -> None:
        """Show exactly these."""
        self.clear()
        self.documents = {document.path: document for document in documents}
        for document in self.documents.values():
            self._note(document)
        self._sidebar.set_documents([self._with_clash(document) for document in self.documents.values()])

    def update(self, old_path: str | None, document: Document) -> None:
        """Replace the post at `old_path` (None: it is new). Posts whose page it shares, or did, are shown anew too."""
        old = self.documents.pop(old_path, None) if old_path is not None else None
        touched = {*self._forget(old), *self.same_url(document)} if old else set(self.same_url(document))
        self.documents[document.path] = document
        self._note(document)
        self._sidebar.update_document(old_path if old else None, self._with_clash(document))
        for path in sorted(touched - {document.path, old_path}):
            self._sidebar.update_document(path, self._with_clash(self.documents[path]))

    def same_url(self, document: Document) -> tuple[str, ...]:
        """The paths of the other posts that write the same page."""
        if not _page(document):
            return ()
        return tuple(sorted(self._writers.get(_page(document), set()) - {document.path}))

    def clash(self, document: Document) -> tuple[Problem, ...]:
        """The problem of a post that shares its page with others, none without."""
        others = [self.documents[path] for path in self.same_url(document)]
        return (same_url_problem(document, others),) if others else ()

    def _with_clash(self, document: Document) -> Document:
        clash = self.clash(document)
        return replace(document, problems=(*document.problems, *clash)) if clash else document

    def _note(self, document: Document) -> None:
        if _page(document):
            self._writers.setdefault(_page(document), set()).add(document.path)

    def _forget(self, document: Document) -> tuple[str, ...]:
        """Take a post out; returns those that shared its page."""
        others = self.same_url(document)
        self._writers.get(_page(document), set()).discard(document.path)
        return others


def _page(document: Document) -> str:
    return document.output if writes_page(document) else ""
