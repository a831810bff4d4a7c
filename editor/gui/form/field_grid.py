"""The fields of the form in two columns, or in one where the window is narrow."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QEnterEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from editor.gui.elided_label import ElidedLabel
from editor.gui.form.field import Field
from editor.gui.form.field_frame import HEIGHT
from editor.gui.form.image_field import ImageField
from editor.gui.form.long_text_field import LongTextField
from editor.gui.icons import icon
from editor.gui.plain import in_ink
from editor.gui.theme import LIGHT, Theme

LABEL = 74
GAP = 10
_CROSS, _INSET = 20, 3  # room for a cross, and pixels between it and the box
_CENTRED = (ImageField, LongTextField)


@dataclass(eq=False)
class Row:
    """One field with its label. A field that can be removed comes in a shell with a cross."""

    field: Field
    kind: str
    label: QLabel
    shell: QWidget
    is_wide: bool
    is_read_only: bool = False

    def stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [*self.field.tab_stops(), *self.crosses()]

    def crosses(self) -> list[Cross]:
        """The cross that removes the field, where it can be removed."""
        return [self.shell.cross] if isinstance(self.shell, _Removable) else []

    @property
    def has_label_above(self) -> bool:
        """Whether the label is part of the shell, for a long key."""
        return isinstance(self.shell, _Removable) and self.shell.above is not None

    def delete(self) -> None:
        """Take the row out of the form."""
        for widget in (self.label, self.shell):
            widget.hide()
            widget.deleteLater()


def make_row(field: Field, text: str, *, kind: str, is_wide: bool, is_removable: bool) -> Row:
    """A field with its label (`text`, a mnemonic in it) and, where it may be removed, its cross."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(field.editor())
    in_ink(label, "secondary")
    if not is_removable:
        return Row(field, kind, label, field, is_wide)
    is_long = label.sizeHint().width() > LABEL
    return Row(field, kind, label, _Removable(field, above=_above(field) if is_long else None), is_wide)


def _above(field: Field) -> QLabel:
    """A label that stands above its field, so that a long key is not cut."""
    label = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
    label.setText(field.label)
    return in_ink(label, "secondary")


class FieldGrid(QWidget):
    """Places rows in reading order and keeps Tab in the same order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self._is_narrow = False
        self._place_for_tab = QWidget(self)  # never seen; Qt orders only what could take the focus
        self._place_for_tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place_for_tab.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def show_rows(self, rows: list[Row]) -> None:
        """Show these rows; those shown already stay as they are, the others go."""
        if [row.shell for row in rows] == [row.shell for row in self.rows]:
            return
        for old in self.rows:
            if old not in rows:
                old.delete()
        self.rows = rows
        self._place()

    def stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [stop for row in self.rows for stop in row.stops()]

    def set_width(self, *, is_narrow: bool, left: int, right: int) -> None:
        """One column or two, and the margins beside them."""
        self._grid.setContentsMargins(left, 0, right, 0)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        while self._grid.count():
            self._grid.takeAt(0)
        columns = 1 if self._is_narrow else 2
        for column in range(4):
            is_label, is_used = column % 2 == 0, column < columns * 2
            self._grid.setColumnMinimumWidth(column, LABEL if is_label and is_used else 0)
            self._grid.setColumnStretch(column, 1 if not is_label and is_used else 0)
        line, column = 0, 0
        for row in self.rows:
            if row.is_wide and column:
                line, column = line + 1, 0
            self._put(row, line, column, columns)
            column = 0 if row.is_wide else (column + 1) % columns
            line += 1 if column == 0 else 0
        for unused in range(self._grid.rowCount()):
            self._grid.setRowStretch(unused, 0)
        self._grid.setRowStretch(line + 1, 1)
        self._order()
        self.updateGeometry()

    def _put(self, row: Row, line: int, column: int, columns: int) -> None:
        span = columns * 2 - 1 if row.is_wide else 1
        row.label.setMinimumHeight(0 if isinstance(row.field, _CENTRED) else HEIGHT)
        row.label.setVisible(not row.has_label_above)
        if not row.has_label_above:
            self._grid.addWidget(row.label, line, column * 2, _label_place(row))
        self._grid.addWidget(row.shell, line, column * 2 + 1, 1, span, Qt.AlignmentFlag.AlignTop)
        row.shell.show()

    def _order(self) -> None:
        """Tab goes through the rows where the grid itself stands: Qt puts new widgets behind all of the window."""
        for before, after in pairwise([self._place_for_tab, *self.stops()]):
            QWidget.setTabOrder(before, after)


def _label_place(row: Row) -> Qt.AlignmentFlag:
    right = Qt.AlignmentFlag.AlignRight
    centred = isinstance(row.field, _CENTRED)
    return right | (Qt.AlignmentFlag.AlignVCenter if centred else Qt.AlignmentFlag.AlignTop)


class Cross(QToolButton):
    """Removes an unknown field; seen only where the mouse or the focus is."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._picture = QIcon()
        self._is_near = False
        self.setProperty("glyph", True)
        self.setIconSize(QSize(14, 14))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Remove field {field.label}")
        self.setToolTip("Remove field")
        self.clicked.connect(field.remove)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._picture = icon("x", theme.secondary, size=14)
        self.set_near(self._is_near)

    def set_near(self, is_near: bool) -> None:
        """Show or hide the cross; its place stays."""
        self._is_near = is_near
        self.setIcon(self._picture if is_near or self.hasFocus() else QIcon())


class _Removable(QWidget):
    """A field with a cross inside its right end."""

    def __init__(self, field: Field, *, above: QLabel | None) -> None:
        super().__init__()
        self.above = above
        self.cross = Cross(field)
        self.cross.set_theme(LIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        field.make_room(_CROSS)
        self._field = field
        self.cross.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if above is not None:
            column.addWidget(above)
        column.addWidget(field)
        for stop in (*field.tab_stops(), self.cross):
            stop.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross in its place."""
        super().resizeEvent(event)
        side = HEIGHT - 2 * _INSET
        self.cross.setGeometry(self.width() - side - _INSET, self._field.y() + _INSET, side, side)
        self.cross.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the cross while the focus is here."""
        if event.type() is QEvent.Type.FocusIn:
            self.cross.set_near(True)
        elif event.type() is QEvent.Type.FocusOut:
            self.cross.set_near(self.underMouse())
        return super().eventFilter(watched, event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Show the cross under the mouse."""
        self.cross.set_near(True)

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide it again."""
        focused = self.window().focusWidget()
        self.cross.set_near(focused is not None and self.isAncestorOf(focused))
