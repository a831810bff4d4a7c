"""Exports from the window: what would happen is shown first, then it is done and told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMessageBox

from editor.errors import GalleyError
from editor.gui.home_path import home_short
from editor.gui.messages import words
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.settings import load_session, save_session
from editor.workspace.workspace import Workspace

if TYPE_CHECKING:
    from editor.publish.export import ExportItem, ExportPlan


class Exporting(QObject):
    """Copies the open post, or without one all published posts, into another Jekyll folder."""

    def __init__(self, window: MainWindow, session: SiteSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session

    def export(self) -> None:
        """Show what an export would do, then do it. Unsaved work is saved first, if the writer agrees."""
        posts = self._session.posts
        posts.settle()
        opened = posts.current
        if opened is None:
            self._export(())
        elif not opened.is_unsaved:
            self._export((opened.relative,))
        elif self.ask_to_save():
            self._session.saving.save(opened, then=lambda: self._export((opened.relative,)))

    def ask_to_save(self) -> bool:
        """Whether the post may be saved: what is exported is the file."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Save this post and export it?"))
        box.setInformativeText(self.tr("It has unsaved changes; an export copies what is saved."))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        return buttons(box.exec()) is buttons.Save

    def _export(self, posts: tuple[str, ...]) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        from editor.gui.export_dialog import ExportDialog  # late: the window's start does not need it

        dialog = ExportDialog(
            None,
            make_plan=lambda destination: workspace.plan_export(destination, posts),
            diff=workspace.difference,
            parent=self._window,
        )
        last = self._last_destination(workspace)
        if last is not None:
            dialog.compare(last)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.plan_to_apply is not None:
            self._apply(workspace, dialog.plan_to_apply)

    def _apply(self, workspace: Workspace, plan: ExportPlan) -> None:
        self._session.disk.submit(
            lambda: workspace.apply_export(plan),
            then=lambda written: self._on_exported(workspace, plan, written),
            otherwise=self._on_failed,
        )

    def _on_exported(self, workspace: Workspace, plan: ExportPlan, written: tuple[ExportItem, ...]) -> None:
        self._remember(workspace, plan.destination)
        where = home_short(plan.destination)
        one = self.tr("Exported 1 file to {where}")
        text = one if len(written) == 1 else self.tr("Exported {count} files to {where}")
        self._window.status_bar.show_message(text.format(count=len(written), where=where))

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, GalleyError):
            raise error
        self._window.banners.show_banner("export", kind="error", text=words(error), buttons=[])

    # -- where it went last ------------------------------------------------------------------------------------------
    def _last_destination(self, workspace: Workspace) -> Path | None:
        folder = load_session(workspace.folders).destinations.get(str(workspace.site.root))
        return Path(folder) if folder and Path(folder).is_dir() else None

    def _remember(self, workspace: Workspace, destination: Path) -> None:
        session = load_session(workspace.folders)
        destinations = {**session.destinations, str(workspace.site.root): str(destination)}
        try:
            save_session(workspace.folders, replace(session, destinations=destinations))
        except GalleyError:
            return  # it is asked for again next time; no reason to disturb the writer
