"""A field with a list of what the site offers, and room for anything else."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QSignalBlocker, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from editor.gui.form.bare_line import BareLine
from editor.gui.form.field_edit import FieldEdit
from editor.gui.form.form_context import FormContext
from editor.gui.form.suggestions import Suggestions, popup_style
from editor.gui.form.text_field import TextField
from editor.gui.form.undo_keys import UndoKeys
from editor.gui.form.wording import is_scalar, plain
from editor.gui.theme import LIGHT, Theme
from editor.site.field_declarations import FieldDeclaration
from editor.site.key_path import Key
from editor.site.scalars import Value

_NO_LAYOUT = ("none", "null", "nil", "")


class ChoiceField(TextField):
    """An editable combo box; emptied, the post has no such key. Declared choices go before the site's."""

    button_inset = 21  # beside the arrow, which stays below those of the other fields
    origin_inset = 28

    def __init__(self, key: Key, label: str, *, source: str = "", empty: str = "") -> None:
        super().__init__(key, label, is_optional=True, empty=empty, line=BareLine())
        self._spared = 0
        self._source = source  # the field of FormContext that holds the choices
        self._values: dict[str, Value] = {}  # of the declared choices, by what they are called
        self._combo = _Combo(self._line)
        self._suggestions = Suggestions(self)
        self._combo.setCompleter(self._suggestions)
        self._combo.setAccessibleName(label)
        self._combo.activated.connect(self._take)
        self._suggestions.activated.connect(self._take_text)
        self._frame.row.setContentsMargins(9, 1, 4, 1)
        self._frame.row.addWidget(self._combo)
        self._frame.watch(self._combo, is_target=False)

    def editor(self) -> QWidget:
        """The combo box: it takes the focus for its line edit."""
        return self._combo

    def keep_room(self, width: int) -> None:
        """Keep text out of the room of a button beside the arrow."""
        self._room = width
        self._spare(self._spared)

    def _spare(self, width: int) -> None:
        self._spared = width
        self._line.setTextMargins(0, 0, width + self._room, 0)

    def set_context(self, context: FormContext) -> None:
        """Offer the site's choices."""
        choices = list(self._values or (getattr(context, self._source) if self._source else ()))
        if choices != self._suggestions.words():
            self._suggestions.set_words(choices)
            self._combo.offer(choices)
        self._tell()

    def set_declaration(self, declared: FieldDeclaration | None) -> None:
        """Take the choices that the site declares."""
        super().set_declaration(declared)
        self._values = dict(zip(declared.choices, declared.choice_values, strict=True)) if declared else {}

    def accepts(self, value: Value) -> bool:
        """A single value on one line: a choice may be a number."""
        return is_scalar(value) and "\n" not in str(value)

    def _text(self) -> str:
        return plain(self._shown.value)

    def _read(self, text: str) -> FieldEdit:
        edit = super()._read(text)
        return replace(edit, value=self._values[text]) if text in self._values else edit

    def set_read_only(self, read_only: bool) -> None:
        """Let the writer look, or edit."""
        super().set_read_only(read_only)
        self._combo.is_locked = read_only
        self._combo.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self._combo.set_theme(theme)
        self._suggestions.set_theme(theme)

    def _take(self, index: int) -> None:
        self._take_text(self._combo.itemText(index))

    def _take_text(self, text: str) -> None:
        """Take a choice. Qt also reports one on leaving, when the text happens to be on the list."""
        if self._line.isReadOnly() or (self._shown.is_present and text == self._text()):
            self._restore()
        else:
            self._line.setText(text)
            self._on_text_edited(text)


class LayoutField(ChoiceField):
    """The layouts of the site; one that is missing is told, since Jekyll then builds the post without any.

    A theme brings layouts that are not known here: then any name may be right.
    """

    def __init__(self, key: Key, label: str) -> None:
        self._has_theme = False
        super().__init__(key, label, source="layouts", empty="no layout")

    def set_context(self, context: FormContext) -> None:
        """Offer the site's layouts."""
        self._has_theme = context.has_theme
        super().set_context(context)

    def _tell(self) -> None:
        name = self._text()
        layouts = self._suggestions.words()
        is_known = name in layouts or name in _NO_LAYOUT or self._has_theme
        is_missing = bool(layouts) and not is_known
        self.note(f"The site has no layout “{name}”." if is_missing else "", is_fault=False)


class _Combo(QComboBox):
    """An editable combo box that scrolling over it never changes."""

    def __init__(self, line: BareLine) -> None:
        super().__init__()
        self.setLineEdit(line)
        self._line = line
        self._theme = LIGHT
        self.is_locked = False
        self.setProperty("bare", True)
        self.installEventFilter(UndoKeys(self))  # it hands keys to its line edit past that one's own filter
        view = QListView()
        view.setUniformItemSizes(True)  # thousands of authors: measure one
        self.setView(view)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, choices: list[str]) -> None:
        """List other choices; the text, its caret and its selection stay."""
        line = self._line
        text, caret = line.text(), line.cursorPosition()
        with QSignalBlocker(self), QSignalBlocker(line):
            self.clear()
            self.addItems(choices)
            self.setCurrentIndex(-1)
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(caret)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.view().setStyleSheet(popup_style(theme))
        self.update()

    def showPopup(self) -> None:
        """Open the list on the present text."""
        if self.is_locked:
            return
        with QSignalBlocker(self):
            text = self.currentText()
            self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchExactly))
            self._line.setText(text)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form's scrolling."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only the arrow: the box around is drawn by the field."""
        if self.is_locked:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.secondary), 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        x, y = self.width() - 12.0, self.height() / 2 - 1.5
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)]))
