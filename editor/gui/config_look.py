"""Takes over a configuration that another program has changed, once it is whole."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import GalleyError
from editor.workspace.config_changes import is_half_written
from editor.workspace.workspace import Workspace

SECOND_LOOK = 500  # milliseconds that another program gets to write the rest


class ConfigLook(QObject):
    """What looks half written is left alone for now, and believed if it is still so at a second look."""

    due = Signal()  # the time for the second look has come

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._second = QTimer(self, singleShot=True, interval=SECOND_LOOK)
        self._second.timeout.connect(self.due)

    def take(self, workspace: Workspace, *, is_settled: bool) -> bool:
        """Read the configuration again; whether the workspace goes on with another one."""
        try:
            site = workspace.look_again()
        except GalleyError:
            return False  # the folder has vanished; saving will tell
        if not is_settled and is_half_written(workspace.site.config, site.config):
            self._second.start()
            return False
        self._second.stop()
        return workspace.take(site)

    def stop(self) -> None:
        """The site is left."""
        self._second.stop()
