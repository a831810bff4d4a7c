"""Faults of the program itself: written to a log, told once with what is safe; and Qt's noise, left out."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger("galley")

LOG_BYTES = 512 * 1024
# What Qt and Chromium say on machines without a GPU, a session bus or a desktop, and that means nothing to a writer.
NOISE = (
    "Failed to connect to the bus",
    "GBM is not supported",
    "propagateSizeHints",
    "This plugin does not support",
    "vulkan",
    "Vulkan",
    "Unable to detect GPU vendor",
    "Sandboxing disabled by user",
    "QRhiGles2",
    "Failed to create RHI",
    "GPUInfo not initialized",
    "Release of profile requested but WebEnginePage still not deleted",
)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Uncaught(QObject):
    """Takes the exceptions that nobody caught, from every thread."""

    _happened = Signal(str)  # the traceback; a signal, because only the GUI thread may show a window

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = folder / "galley.log"
        self._box: QMessageBox | None = None
        self._handler: logging.Handler | None = None
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """From now on nothing is lost without a word."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                self.file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True
            )
        except OSError:
            self._handler = logging.StreamHandler()
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(self._handler)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._handler is not None:
            _log.removeHandler(self._handler)
            self._handler.close()

    def _on_exception(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        told = "".join(traceback.format_exception(kind, error, where))
        _log.error("Uncaught\n%s", told)
        sys.stderr.write(told)
        if not issubclass(kind, KeyboardInterrupt):
            self._happened.emit(told)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell(self, told: str) -> None:
        """One box, however many faults follow from the first; the rest is in the log."""
        if self._box is not None:
            return
        self._box = QMessageBox()
        self._box.setIcon(QMessageBox.Icon.Warning)
        self._box.setTextFormat(Qt.TextFormat.PlainText)
        self._box.setWindowTitle("Galley")
        self._box.setText(self.tr("Something in Galley went wrong."))
        self._box.setInformativeText(
            self.tr(
                "Your text is still in the window, and your files are unchanged. Save now, then start Galley again."
            )
            + "\n\n"
            + self.tr("What happened was written to {file}.").format(file=self.file)
        )
        self._box.setDetailedText(told)
        self._box.finished.connect(self._forget)
        self._box.open()

    def _forget(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def silence_qt_noise() -> None:
    """Send Qt's messages to the log, without those that only say that a machine is bare."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    text = message or ""
    if any(noise in text for noise in NOISE):
        return
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"galley: {text}\n")
