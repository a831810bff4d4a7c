"""What stands in the window while no site is open: open a folder, try the sample, or take a recent one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.icons import application_icon
from editor.gui.plain import in_ink, repolish
from editor.gui.recent_list import RecentList
from editor.gui.theme import Theme, chrome_font

_WIDTH = 440


class StartPage(QWidget):
    """Reports what the writer wants to open."""

    open_folder_wanted = Signal()
    sample_wanted = Signal()
    folder_chosen = Signal(object)  # Path of a folder or post: from the recent list, or dropped
    recent_removed = Signal(object)  # Path

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._error = in_ink(self._line(""), "error")
        self._error.hide()
        self.open_button = QPushButton(self.tr("Open folder…"), self)
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(self.open_folder_wanted)
        self.sample_button = QPushButton(self.tr("Open the sample site"), self)
        self.sample_button.clicked.connect(self.sample_wanted)
        self.recent = RecentList(theme, self)
        self.recent.chosen.connect(self.folder_chosen)
        self.recent.removed.connect(self.recent_removed)
        self._lay_out()

    def _lay_out(self) -> None:
        mark = QLabel(self)
        mark.setPixmap(application_icon().pixmap(64, 64))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        heading = self._line(self.tr("Write for your Jekyll site"))
        heading.setFont(chrome_font(scale=1.54, weight=QFont.Weight.DemiBold))
        what = in_ink(
            self._line(self.tr("Open the folder that holds your _posts, or try it on a sample site.")), "secondary"
        )
        drop = in_ink(self._line(self.tr("You can also drop a folder here.")), "hint")
        drop.setFont(chrome_font(scale=0.92))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.sample_button)
        buttons.addStretch()
        self._panel = QWidget(self)
        self._panel.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for item, space in ((mark, 20), (heading, 12), (what, 20), (buttons, 20), (self._error, 12), (drop, 28)):
            column.addLayout(item) if isinstance(item, QHBoxLayout) else column.addWidget(item)
            column.addSpacing(space)
        column.addWidget(self.recent)
        around = QVBoxLayout(self)
        around.addStretch(2)
        around.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(3)

    def _line(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        return label

    def set_recent(self, folders: Sequence[Path]) -> None:
        """List these folders, newest first; what is not there any more is greyed."""
        self.recent.set_folders(folders)

    def show_error(self, text: str) -> None:
        """Tell why nothing was opened; "" takes it away."""
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        self.recent.set_theme(theme)

    # -- a folder dropped here ------------------------------------------------------------------------------
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._invite(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._invite(False)
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.folder_chosen.emit(path)

    def _invite(self, on: bool) -> None:
        self.setProperty("dropping", on)
        repolish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._panel.setFixedWidth(min(_WIDTH, max(240, event.size().width() - 48)))
        super().resizeEvent(event)


def dropped_path(data: QMimeData) -> Path | None:
    """The first local file or folder that was dragged here, if any."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
