"""Starts the window: Qt's application, theme, uncaught errors and signals; builds the window and its session."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication

from editor import __version__
from editor.errors import CannotWrite
from editor.gui.dispatch import Dispatch
from editor.gui.posix_signals import PosixSignals
from editor.gui.site_session import SiteSession
from editor.gui.theme import Theme, palette, style_sheet, theme_for
from editor.gui.uncaught import Uncaught, silence_qt_noise
from editor.gui.window import MainWindow
from editor.settings import Folders, Settings, load_settings, save_settings, system_folders

# At 5 ms, Python's own, a key waits 5.8 ms while a preview is rendered; at 0.5 ms it waits 1.2 ms.
SWITCH_SECONDS = 0.0005
START_MILLISECONDS = 3000  # by then window, list and preview stand
# Bare X11 names no interface font and means DejaVu Sans or whatever comes first; these are better where installed.
GENERIC_FONTS = ("", "Sans", "Sans Serif", "DejaVu Sans")
BETTER_FONTS = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "Open Sans")


def run(path: Path | None) -> int:
    """Open the window, on a folder or post if one is given, and stay until it is closed; gives the exit status."""
    sys.setswitchinterval(SWITCH_SECONDS)
    folders = system_folders()
    application = make_application()
    uncaught = Uncaught(folders.state, application)
    uncaught.install()
    window, session = build(folders)
    signals = PosixSignals(application)
    signals.received.connect(window.close)
    window.show()
    window.activateWindow()  # without a window manager nobody else gives it the keyboard
    if path is not None:
        session.open_path(path)
    QTimer.singleShot(START_MILLISECONDS, _collect_garbage)
    status = application.exec()
    uncaught.uninstall()
    return status


def _collect_garbage() -> None:
    """From now on; what the start has made stays as long as the window, and is not looked through every time."""
    gc.freeze()
    gc.enable()


def make_application() -> QApplication:
    """Qt's application object, with what must be settled before and right after it is made."""
    _quieten_chromium()
    silence_qt_noise()
    QCoreApplication.setOrganizationName("Galley")
    QCoreApplication.setApplicationName("Galley")
    QCoreApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("galley")
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)  # WebEngine, loaded later, needs it
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the only style that takes our colours everywhere
    application.setFont(interface_font(application.font()))
    _translate(application)
    return application


def interface_font(system: QFont) -> QFont:
    """The system's interface font; where it names none, a better one than chance, at the size that others have."""
    if system.family() not in GENERIC_FONTS:
        return system
    found = next((name for name in BETTER_FONTS if QFontInfo(QFont(name)).family() == name), None)
    if found is None:
        return system
    font = QFont(found)
    font.setPointSizeF(max(system.pointSizeF(), 9.75))
    return font


def build(folders: Folders, *, now: Callable[[], datetime] | None = None) -> tuple[MainWindow, SiteSession]:
    """The window with everything joined to it, not shown yet."""
    settings = load_settings(folders)
    theme = theme_for(settings.color_scheme)
    _dress(theme)  # first: a style sheet that comes later makes Qt look at every widget again
    window = MainWindow(theme=theme, folders=folders, settings=settings)
    session = SiteSession(window, folders, now or _now)
    Dispatch(window, session)
    window.may_close = session.may_close
    window.may_leave = session.leave_site
    window.open_wanted.connect(session.open_path)
    Appearance(window, folders, settings)
    return window, session


class Appearance(QObject):
    """Keeps the colours as the writer chose or as the system has them, and remembers what the writer chose."""

    def __init__(self, window: MainWindow, folders: Folders, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._folders = folders
        self._settings = settings
        window.set_scheme(settings.color_scheme)
        window.scheme_chosen.connect(self._choose_scheme)
        window.preview.scroll_sync_changed.connect(self._choose_scroll_sync)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)

    def _choose_scheme(self, scheme: str) -> None:
        self._remember(replace(self._settings, color_scheme=scheme))
        self._apply()

    def _choose_scroll_sync(self, on: bool) -> None:
        self._remember(replace(self._settings, scroll_sync=on))

    def _remember(self, settings: Settings) -> None:
        self._settings = settings
        try:
            save_settings(self._folders, settings)
        except CannotWrite as error:
            self._window.status_bar.show_message(str(error))

    def _apply(self) -> None:
        theme = theme_for(self._settings.color_scheme)
        if theme != self._window.theme:
            _dress(theme)
            self._window.set_theme(theme)


def _dress(theme: Theme) -> None:
    """Give the whole application a theme's colours."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))


def _now() -> datetime:
    return datetime.now().astimezone()


def _translate(application: QApplication) -> None:
    """Qt's own texts (dialog buttons, context menus) in the system's language."""
    translator = QTranslator(application)
    if translator.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _quieten_chromium() -> None:
    """Only what is fatal: on bare machines Chromium tells of every bus and GPU that it does not find."""
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if "--log-level" not in flags and "--enable-logging" not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} --log-level=3".strip()
