"""The only place where an error of the core becomes words for the writer, in the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from editor.errors import AlreadyExists, CannotRead, CannotWrite, FileMissing, GalleyError
from editor.gui.home_path import home_short

# Where the window should say more, or other things, than one line on a terminal.
_WORDS: dict[type[GalleyError], object] = {
    AlreadyExists: QT_TRANSLATE_NOOP(
        "Errors", "There is a file {path} already; it was left alone. Choose another name."
    ),
    CannotRead: QT_TRANSLATE_NOOP("Errors", "Could not read {path}: {reason}."),
    CannotWrite: QT_TRANSLATE_NOOP(
        "Errors", "Could not save {path}: {reason}. The file on disk is unchanged; your text is still here."
    ),
    FileMissing: QT_TRANSLATE_NOOP("Errors", "{path} is not there any more. It was moved, renamed or deleted."),
}


def words(error: GalleyError) -> str:
    """What happened, what is safe and what to do next: plain text, never markup."""
    template = str(_WORDS.get(type(error), error.template))
    facts = {name: _readable(fact) for name, fact in error.facts.items()}
    return QCoreApplication.translate("Errors", template).format(**facts)


def _readable(fact: object) -> object:
    return home_short(fact) if isinstance(fact, Path) else fact
