"""The rows of the posts list: documents under their month, searched and filtered, 50,000 without effort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from unicodedata import combining, normalize

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from editor.gui.plain import tool_tip
from editor.gui.post_words import date_words, row_state, shown_title, told_at_length
from editor.site.document import Document, State

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole  # Heading or Document
UNSAVED_ROLE = Qt.ItemDataRole.UserRole + 1  # bool


class Filter(Enum):
    """The tabs above the list."""

    ALL = "all"
    DRAFTS = "drafts"
    SCHEDULED = "scheduled"


@dataclass(frozen=True)
class Heading:
    """The line above the posts of a month."""

    text: str


@dataclass(frozen=True)
class Entry:
    """A document with what sorting and searching need of it, worked out once."""

    document: Document
    folded: str
    order: tuple[int, float, str]  # group, newest first, path
    group: tuple[int, int]  # year and month, or one of the two below


# A portion of added documents is shown once it is a quarter of what the list holds.
PORTION = 4

_DRAFTS = (9999, 1)
_UNDATED = (9999, 0)


def folded(text: str) -> str:
    """Text as searching sees it: without case and accents ("Ölçü" is found by "olcu")."""
    if text.isascii():
        return text.lower()
    plain = normalize("NFKD", normalize("NFKD", text).casefold())
    return "".join(sign for sign in plain if not combining(sign))


def entry_of(document: Document) -> Entry:
    """A document as the list keeps it."""
    date = document.date
    if document.is_draft:
        group = _DRAFTS
    elif date is None:
        group = _UNDATED
    else:
        group = (date.year, date.month)
    rank = {_DRAFTS: 0, _UNDATED: 1}.get(group, 2)
    newest_first = -date.timestamp() if date else 0.0
    return Entry(document, folded(shown_title(document)), (rank, newest_first, document.path), group)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """As the list shows them: drafts, undated ones, then the newest first."""
    return sorted(entries, key=attrgetter("order"))


class PostsModel(QAbstractListModel):
    """Rows of the posts list. Changing one document repaints one row unless it moves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, Entry] = {}  # by path, in the order of the list
        self._waiting: dict[str, Entry] = {}  # added, but not in the list yet
        self._states: Counter[State] = Counter()
        self._rows: list[Heading | Document] = []
        self._row_of: dict[str, int] = {}
        self._unsaved: frozenset[str] = frozenset()
        self._words: tuple[str, ...] = ()
        self._filter = Filter.ALL

    # -- what is shown --------------------------------------------------------------------------------------
    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Show exactly these; it is quickest where they are in order."""
        self._entries = {}
        self._waiting = {entry.document.path: entry for entry in entries}
        self.show_waiting()

    def set_documents(self, documents: Iterable[Document]) -> None:
        """Show exactly these."""
        self.set_entries(map(entry_of, documents))

    def add_documents(self, documents: Sequence[Document]) -> None:
        """Add documents as they are read; shown in growing portions, or a long list would be sorted again and again."""
        self._waiting |= {document.path: entry_of(document) for document in documents}
        self._states.update(document.state for document in documents)
        if len(self._waiting) * PORTION >= len(self._entries):
            self.show_waiting()

    def show_waiting(self) -> None:
        """Take what was added and not shown yet into the list."""
        if self._waiting or not self._entries:  # an empty list is arranged too: the rows of the last one must go
            self._arrange([*self._entries.values(), *self._waiting.values()])

    def update_document(self, old_path: str | None, document: Document | None) -> None:
        """Replace the document at `old_path` (None: it is new) by `document` (None: it is gone)."""
        self.show_waiting()
        old = self._entries.get(old_path) if old_path is not None else None
        new = None if document is None else entry_of(document)
        if old and new and old.order == new.order and self._shows(old) == self._shows(new):
            self._entries[new.document.path] = new
            self._states.subtract([old.document.state])
            self._states.update([new.document.state])
            self._replace_row(new.document)
            return
        self._arrange([*(entry for entry in self._entries.values() if entry is not old), *([new] if new else [])])

    def set_search(self, text: str) -> None:
        self._words = tuple(folded(text).split())
        self._rebuild()

    def set_filter(self, chosen: Filter) -> None:
        self._filter = chosen
        self._rebuild()

    def set_unsaved(self, paths: frozenset[str]) -> None:
        changed = self._unsaved ^ paths
        self._unsaved = paths
        for path in changed:
            index = self.index_of(path)
            if index.isValid():
                self.dataChanged.emit(index, index)

    # -- questions ------------------------------------------------------------------------------------------
    def count(self, chosen: Filter) -> int:
        """How many documents a tab holds, whatever is searched for."""
        states = {Filter.DRAFTS: State.DRAFT, Filter.SCHEDULED: State.SCHEDULED}
        return self._states.total() if chosen is Filter.ALL else self._states[states[chosen]]

    def heading_rows(self) -> list[int]:
        """The rows that are headings; the view gives them another height."""
        return [number for number, row in enumerate(self._rows) if isinstance(row, Heading)]

    def index_of(self, path: str) -> QModelIndex:
        row = self._row_of.get(path)
        return QModelIndex() if row is None else self.index(row)

    def document(self, index: Index) -> Document | None:
        """The document of a row; None for headings and for no row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Document) else None

    def first_document(self) -> Document | None:
        return next((row for row in self._rows if isinstance(row, Document)), None)

    # -- Qt's side ------------------------------------------------------------------------------------------
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, Heading):
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if role in spoken else None
        if role == UNSAVED_ROLE:
            return row.path in self._unsaved
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_title(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(told_at_length(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.document(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    # -- inside ---------------------------------------------------------------------------------------------
    def _shows(self, entry: Entry) -> bool:
        return _belongs(entry.document, self._filter) and all(word in entry.folded for word in self._words)

    def _arrange(self, entries: list[Entry]) -> None:
        self._entries = {entry.document.path: entry for entry in in_order(entries)}
        self._waiting = {}
        self._states = Counter(entry.document.state for entry in entries)
        self._rebuild()

    def _rebuild(self) -> None:
        rows = self._wanted_rows()
        if rows and list(map(_name, rows)) == list(map(_name, self._rows)):
            self._rows = rows  # where every row stays, Qt need not count and measure them all again
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._row_of = {row.path: number for number, row in enumerate(rows) if isinstance(row, Document)}
        self.endResetModel()

    def _wanted_rows(self) -> list[Heading | Document]:
        rows: list[Heading | Document] = []
        group = None
        everything = self._filter is Filter.ALL and not self._words
        for entry in self._entries.values():
            if not (everything or self._shows(entry)):
                continue
            if entry.group != group:
                group = entry.group
                rows.append(Heading(_group_name(group)))
            rows.append(entry.document)
        return rows

    def _replace_row(self, document: Document) -> None:
        row = self._row_of.get(document.path)
        if row is not None:
            self._rows[row] = document
            self.dataChanged.emit(self.index(row), self.index(row))

    def _spoken(self, document: Document) -> str:
        facts = [shown_title(document), row_state(document), date_words(document, year=True)]
        facts += [*document.categories[:1], _tr("edited") if document.path in self._unsaved else ""]
        facts += [problem.message for problem in document.problems[:1]]
        return ", ".join(fact for fact in facts if fact)


def _name(row: Heading | Document) -> str | Heading:
    return row.path if isinstance(row, Document) else row


def _belongs(document: Document, chosen: Filter) -> bool:
    if chosen is Filter.DRAFTS:
        return document.is_draft
    return chosen is Filter.ALL or document.state is State.SCHEDULED


def _group_name(group: tuple[int, int]) -> str:
    if group == _DRAFTS:
        return _tr("Drafts")
    if group == _UNDATED:
        return _tr("Without a date")
    year, month = group
    return f"{QLocale().standaloneMonthName(month)} {year}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("PostsModel", text)
