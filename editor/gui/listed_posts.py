"""The posts of the open site as the list shows them: each with what only the whole site tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from editor.gui.posts_model import Entry, entry_of, in_order
from editor.gui.sidebar import Sidebar
from editor.gui.used_words import UsedWords
from editor.site.document import Document
from editor.site.problem import Problem
from editor.site.same_url import same_url_problem, writes_page


class Listing:
    """The posts of a site by path, with what only all of them tell; the thread that has read them makes it."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self.documents = {document.path: document for document in documents}
        self.words = UsedWords(self.documents.values())
        self._writers: dict[str, set[str]] = {}  # by page: the paths of the posts that write it
        for document in self.documents.values():
            self._note(document)
        self.entries: list[Entry] = in_order(entry_of(self.with_clash(each)) for each in self.documents.values())

    def replace(self, old_path: str | None, new: Document) -> set[str]:
        """Put a post in the place of another; gives the paths of the others whose page it shares, or did."""
        touched: set[str] = set()
        for old in [each for path in {old_path or new.path, new.path} if (each := self.documents.pop(path, None))]:
            touched |= {*self.same_url(old)}
            self._writers.get(_page(old), set()).discard(old.path)
            self.words.remove(old)
        self.documents[new.path] = new
        self.words.add(new)
        self._note(new)
        return (touched | {*self.same_url(new)}) - {old_path, new.path}

    def same_url(self, document: Document) -> tuple[str, ...]:
        """The paths of the other posts that write the same page."""
        if not _page(document):
            return ()
        return tuple(sorted(self._writers.get(_page(document), set()) - {document.path}))

    def clash(self, document: Document) -> tuple[Problem, ...]:
        """The problem of a post that shares its page with others, none without."""
        others = [self.documents[path] for path in self.same_url(document)]
        return (same_url_problem(document, others),) if others else ()

    def with_clash(self, document: Document) -> Document:
        """The post as the list shows it."""
        clash = self.clash(document)
        return replace(document, problems=(*document.problems, *clash)) if clash else document

    def _note(self, document: Document) -> None:
        if page := _page(document):
            self._writers.setdefault(page, set()).add(document.path)


class ListedPosts:
    """Keeps the documents by path and the sidebar in step with them. `documents` are as `Site.describe` made them."""

    def __init__(self, sidebar: Sidebar) -> None:
        self.is_whole = False  # all posts have been read, once at least
        self._sidebar = sidebar
        self._listing = Listing()

    @property
    def documents(self) -> dict[str, Document]:
        return self._listing.documents

    @property
    def words(self) -> UsedWords:
        """What the posts use."""
        return self._listing.words

    def clear(self) -> None:
        """Another site is opened, or none."""
        self.is_whole = False
        self._listing = Listing()
        self._sidebar.set_reading(False)

    def expect(self) -> None:
        """The posts of the site are about to be read."""
        self._sidebar.set_reading(not self.is_whole)

    def give_up(self) -> None:
        """Reading has failed."""
        self._sidebar.set_reading(False)

    def add(self, batch: list[Document]) -> None:
        """Show posts while the others are still read."""
        if not self.is_whole:  # else they are there, and known better
            self._sidebar.add_documents(batch)

    def replace(self, listing: Listing, opened: Document | None = None) -> None:
        """Show exactly these, and the open post as it is in memory. A list in which nothing is new is left alone."""
        found = listing.documents
        mine = {} if opened is None or found.get(opened.path) == opened else {opened.path: opened}
        if self.is_whole and found | mine == self.documents:
            return
        self.is_whole = True
        self._listing = listing
        self._sidebar.set_reading(False)
        self._sidebar.set_entries(listing.entries)
        for path, document in mine.items():
            self.update(path, document)

    def update(self, old_path: str | None, document: Document) -> None:
        """Replace the post at `old_path` (None: it is new). Posts whose page it shares, or did, are shown anew too."""
        known = old_path if old_path in self.documents else None
        touched = self._listing.replace(old_path, document)
        self._sidebar.update_document(known, self._listing.with_clash(document))
        for path in sorted(touched):
            self._sidebar.update_document(path, self._listing.with_clash(self.documents[path]))

    def same_url(self, document: Document) -> tuple[str, ...]:
        """The paths of the other posts that write the same page."""
        return self._listing.same_url(document)

    def clash(self, document: Document) -> tuple[Problem, ...]:
        """The problem of a post that shares its page with others, none without."""
        return self._listing.clash(document)


def _page(document: Document) -> str:
    return document.output if writes_page(document) else ""
