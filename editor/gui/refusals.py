"""Edits that cannot be written into the front matter: why, what was typed, and the way to the line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.errors import FrontMatterError, InvalidValue
from editor.gui.banner import Button
from editor.gui.form.field_edit import FieldEdit
from editor.gui.messages import words
from editor.gui.window import MainWindow
from editor.site.front_matter import FrontMatter
from editor.site.key_path import as_path
from editor.site.scalars import write_value

BANNER = "front-matter"
TYPING_REST = 600  # milliseconds without a key: what one still types must not land in the YAML view
_SHOWN = 60  # characters of a value


class Refusals(QObject):
    """Tells of the last refused edit, and opens the YAML view at its line once the writer rests.

    Who has gone on to another place meanwhile is not called back: the banner then has a button for the way.
    """

    def __init__(self, window: MainWindow, *, show_again: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._show_again = show_again
        self._line = 1  # of the front matter
        self._typed = self._told = ""
        self._place: QWidget | None = None  # where the writer was
        self._is_leading = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rest)

    def tell(self, error: FrontMatterError, edit: FieldEdit, front_matter: FrontMatter) -> None:
        """Nothing was written: say why, keep what was typed, and lead to the line."""
        if self._is_leading:  # a field that is left says again what it has said before
            return
        self._typed, self._told = _typed(edit), _told(error, edit, _typed(edit))
        self._show_banner()
        self._line, self._place = _line(error, edit, front_matter), self._window.focusWidget()
        is_typing = edit.source is not None or isinstance(edit.value, str)
        self._rest.start(TYPING_REST if is_typing else 0)

    def _on_rest(self) -> None:
        place = self._window.focusWidget()
        if place is self._place or place is None or self._window.form.isAncestorOf(place):
            self._lead()
        else:
            self._show_banner((self.tr("Go to line"), self._lead))

    def _lead(self) -> None:
        """Open the YAML view at the line."""
        self._is_leading = True
        try:
            self._show_again()
            self._window.go_to_yaml(self._line)
        finally:
            self._is_leading = False

    def forget(self) -> None:
        """The edit was taken after all, or another post comes."""
        self._rest.stop()
        self._window.banners.hide(BANNER)

    def _show_banner(self, *ways: Button) -> None:
        typed = self._typed
        copy = (self.tr("Copy what you typed"), lambda: QGuiApplication.clipboard().setText(typed))
        buttons = [*ways, *([copy] if typed != _short(typed) else [])]
        self._window.banners.show_banner(BANNER, kind="error", text=self._told, buttons=buttons)


def _line(error: FrontMatterError, edit: FieldEdit, front_matter: FrontMatter) -> int:
    """The line to go to, in the front matter."""
    if error.line is not None and not isinstance(error, InvalidValue):
        return error.line
    entry = front_matter.entry(edit.key) or front_matter.entry(as_path(edit.key)[:1])
    return 1 if entry is None else entry.line


def _typed(edit: FieldEdit) -> str:
    if edit.removed or (edit.value is None and edit.source is None):
        return ""
    if edit.source is not None:
        return edit.source
    return edit.value if isinstance(edit.value, str) else write_value(edit.value)


def _told(error: FrontMatterError, edit: FieldEdit, typed: str) -> str:
    if edit.removed:
        return f"{words(error)} Nothing was removed."
    return f"{words(error)} Not taken: “{_short(typed)}”." if typed else f"{words(error)} Nothing was changed."


def _short(text: str) -> str:
    text_on_one_line = " ".join(text.split())
    return text_on_one_line if len(text_on_one_line) <= _SHOWN else text_on_one_line[: _SHOWN - 1].rstrip() + "…"
