"""The panel below the quiet line: what Jekyll will do with the open post, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.gui.jekyll_rows import Row, Wish
from editor.gui.plain import in_ink
from editor.gui.selectable_text import SelectableText
from editor.gui.theme import Theme, chrome_font, fixed_font

WIDTH = 640
_EDGE = 12  # pixels that stay free between the panel and its parent's edges
_NARROW, _NARROW_FOR_TWO = 360, 480  # below which one button, or two, stand below their row's words
_LABEL = 76
_DROP = 3  # by which a row's words stand lower, to be level with the words of its buttons


class JekyllPanel(QFrame):
    """Lies over its parent and reports what the writer wants; Escape and a press elsewhere close it.

    A window of its own would keep the keyboard from the text, and could not be placed everywhere. The parent must not
    hold the preview: without a graphics card a page turns black below another widget (seen in Qt 6.11).
    """

    copy_wanted = Signal(str)
    open_wanted = Signal(str)
    field_edited = Signal(object)  # FieldEdit
    post_wanted = Signal(str)
    problem_chosen = Signal(object)  # Problem
    recoloured = Signal()  # the application has another palette

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = parent
        self._anchor: QWidget | None = None
        self._outside: list[QWidget] = []
        self._sheet: _Sheet | None = None
        self._rows: tuple[Row, ...] = ()
        self._backdrop = _Backdrop(parent)
        self._backdrop.pressed.connect(self.close_panel)
        self._look_for_focus = QTimer(self, singleShot=True, interval=0)
        self._look_for_focus.timeout.connect(self._close_if_left)
        self.setObjectName("jekyll_panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What Jekyll will do"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setProperty("plain", True)
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    # -- what it shows ------------------------------------------------------------------------------------------
    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the place in them, and the button that has the focus, stay."""
        if rows != self._rows:
            self._rows = rows
            self._build()

    def _build(self) -> None:
        focused, place = self._focused_name(), self._focused_place()
        scrolled = self._scroll.verticalScrollBar().value()
        if focused is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # before its place is gone
        old = self._scroll.takeWidget()
        self._sheet = sheet = _Sheet(self._rows, self._theme, self)
        sheet.wish.connect(self._report)
        for stop in sheet.stops:
            stop.installEventFilter(self)
        self._scroll.setWidget(sheet)
        sheet.setAutoFillBackground(False)  # as Qt has just made it do
        sheet.show()
        if old is not None:
            old.deleteLater()
        self._place()
        self._scroll.verticalScrollBar().setValue(scrolled)
        if focused is not None:
            self._focus_again(focused, place)

    def _focus_again(self, name: str, place: int) -> None:
        """The part of this name, else, since “Override” becomes “Reset”, what is at its place now."""
        again = next((each for each in self._stops() if each.accessibleName() == name), None)
        if again is None and 0 <= place < len(self._stops()):
            again = self._stops()[place]
        (again or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_place(self) -> int:
        focused = self.window().focusWidget()
        return self._stops().index(focused) if focused in self._stops() else -1

    def _focused_name(self) -> str | None:
        """The name of the part that has the focus, None where it is elsewhere."""
        focused = self.window().focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        return focused.accessibleName() if inside and focused is not None and self.isVisible() else None

    def set_theme(self, theme: Theme) -> None:
        if theme != self._theme:
            self._theme = theme
            self._build()

    def close_on_press(self, part: QWidget) -> None:
        """Close when this part of the window is pressed, too: its buttons take no focus.

        A filter of the whole application would see each press, but crashes with one on the preview (seen in Qt 6.11).
        """
        self._outside += [part, *part.findChildren(QWidget)]
        for each in self._outside:
            each.installEventFilter(self)

    # -- opening and closing ------------------------------------------------------------------------------------
    def open_below(self, anchor: QWidget) -> None:
        """Show the panel below a widget, which gets the focus back."""
        self._anchor = anchor
        self.show()
        self._place()
        self._backdrop.raise_()
        self.raise_()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_panel(self, *, keep_focus: bool = False) -> None:
        """Hide it; the focus goes back to where it came from, unless it is elsewhere already."""
        if self.isHidden():
            return
        had_focus = self._focused_name() is not None
        if had_focus and not keep_focus and self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _place(self) -> None:
        """Below the anchor, as wide and high as its parent allows; what does not fit scrolls."""
        ground, anchor, sheet = self._ground, self._anchor, self._sheet
        if anchor is None or sheet is None or self.isHidden():
            return
        self._backdrop.setGeometry(ground.rect())
        corner = anchor.mapTo(ground, QPoint(0, anchor.height() + 4))
        width = min(WIDTH, ground.width() - 2 * _EDGE)
        left = max(_EDGE, min(corner.x(), ground.width() - _EDGE - width))
        self.setGeometry(left, corner.y(), width, 80)
        wanted = sheet.height_at(width - 2) + 2
        self.setGeometry(left, corner.y(), width, max(80, min(wanted, ground.height() - _EDGE - corner.y())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._backdrop.show()
        self._ground.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ground.removeEventFilter(self)
        self._backdrop.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.recoloured.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The parent gets another size, another part is pressed, or the focus leaves a part of the panel."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress and self.isVisible() and watched in self._outside:
            self.close_panel()
        elif kind is QEvent.Type.Resize and watched is self._ground:
            self._place()
        elif kind is QEvent.Type.FocusOut and watched in self._stops():
            self._look_for_focus.start()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._look_for_focus.start()

    def _close_if_left(self) -> None:
        focused = self.window().focusWidget()
        if self.isVisible() and focused is not None and focused is not self._anchor and self._focused_name() is None:
            self.close_panel(keep_focus=True)

    # -- keys ---------------------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        bar = self._scroll.verticalScrollBar()
        steps = {Qt.Key.Key_Down: 24, Qt.Key.Key_Up: -24, Qt.Key.Key_PageDown: self.height() - 24}
        steps[Qt.Key.Key_PageUp] = -steps[Qt.Key.Key_PageDown]
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the panel, in reading order."""
        stops = self._stops()
        focused = self.window().focusWidget()
        if not stops:
            return False
        at = stops.index(focused) if focused in stops else (-1 if forward else 0)
        chosen = stops[(at + (1 if forward else -1)) % len(stops)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(chosen)
        return True

    def _stops(self) -> list[QWidget]:
        return self._sheet.stops if self._sheet is not None else []

    def _report(self, wish: Wish) -> None:
        signals = {
            "copy": self.copy_wanted,
            "open": self.open_wanted,
            "edit": self.field_edited,
            "post": self.post_wanted,
            "problem": self.problem_chosen,
        }
        signals[wish.kind].emit(wish.payload)


class _Backdrop(QWidget):
    """Lies unseen between the panel and the panes; a press on it means to go back to them."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()  # nothing moves behind the panel


class _Sheet(QWidget):
    """The rows, laid out."""

    wish = Signal(object)  # Wish

    def __init__(self, rows: Sequence[Row], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.stops: list[QWidget] = []
        self._folding: list[tuple[QBoxLayout, int]] = []  # values with the width below which their buttons go below
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 12, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        label = ""
        for number, row in enumerate(rows):
            label = row.label or label
            self._grid.addWidget(self._label(row.label), number, 0, top)
            self._grid.addLayout(self._value(row, label), number, 1, top)
        self._grid.setRowStretch(len(rows), 1)

    def height_at(self, width: int) -> int:
        """How high all rows are at a width; texts wrap when they are resized."""
        for line, least in self._folding:
            is_narrow = width < least
            line.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
            line.setSpacing(2 if is_narrow else 8)
        self.resize(width, self.height())
        self._grid.activate()
        for text in self.findChildren(SelectableText):
            text.ensurePolished()
        self._grid.invalidate()
        self._grid.activate()
        return self._grid.sizeHint().height()

    def _label(self, text: str) -> QLabel:
        label = in_ink(QLabel(text, self), "secondary")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(chrome_font(scale=0.94))
        label.setContentsMargins(0, _DROP, 0, 0)
        return label

    def _value(self, row: Row, label: str) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(8)
        text = SelectableText(self, above=_DROP)
        text.setFont(fixed_font(scale=0.92) if row.is_code else chrome_font(scale=0.94))
        text.setAccessibleName(f"{label}: {row.text}")
        text.show_runs([(run.text, getattr(self._theme, run.ink)) for run in row.runs])
        self.stops.append(text)
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for wish in row.wishes:
            buttons.addWidget(self._button(wish), 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        line.addLayout(buttons)
        if row.wishes:
            self._folding.append((line, _NARROW if len(row.wishes) == 1 else _NARROW_FOR_TWO))
        return line

    def _button(self, wish: Wish) -> QPushButton:
        button = QPushButton(wish.label, self)
        button.setProperty("slim", True)
        button.setFont(chrome_font(scale=0.92))
        button.setAccessibleName(wish.name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked=False: self.wish.emit(wish))
        self.stops.append(button)
        return button
