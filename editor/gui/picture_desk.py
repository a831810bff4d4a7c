"""Images dropped, pasted or chosen are stored in the site and shown in the post or its front matter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from editor.errors import GalleyError
from editor.gui.background import Serial
from editor.gui.form.form_pane import FieldEdit, ImageInfo
from editor.gui.form_offers import named_file
from editor.gui.messages import words
from editor.gui.site_session import SiteSession
from editor.gui.text.text_pane import OfferedImage
from editor.gui.window import MainWindow
from editor.images import Image, ImageUse, inspect
from editor.site.document import Document
from editor.site.key_path import Key
from editor.workspace.workspace import Workspace


class PictureDesk(QObject):
    """Brings images into the site and into the open post."""

    def __init__(self, window: MainWindow, session: SiteSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._lookup = Serial(self)
        self._uses: tuple[ImageUse, ...] | None = None
        self._shown: tuple[str, tuple[str, ...]] = ("", ())  # path of the post and its images, as looked up last
        self._late: dict[str, list[str]] = {}  # links for posts that were left before their images were stored
        window.text_pane.image_offered.connect(self.take)
        window.form.image_wanted.connect(self.choose_value)
        window.preview.image_wanted.connect(lambda: self.choose_value("image"))
        session.posts.rested.connect(self.look_up)
        session.posts.described.connect(self._on_described)
        session.post_shown.connect(self._insert_late)
        session.site_opened.connect(lambda _workspace: self._forget_site())
        session.saving.saved.connect(lambda _path: self.forget_uses())

    def stop(self) -> None:
        """The window closes."""
        self._lookup.stop()

    # -- into the text ---------------------------------------------------------------------------------------------
    def take(self, offered: OfferedImage) -> None:
        """Store a pasted or dropped image and link it at the caret."""
        workspace, opened = self._session.workspace, self._session.posts.current
        if workspace is None or opened is None or self._session.posts.read_only:
            return
        alt, relative = Path(offered.name).stem if offered.file is not None else "", opened.relative
        self._store(workspace, offered, then=lambda image: self._insert(workspace, image, alt, relative))

    def choose_for_text(self) -> None:
        """Choose one of the site's images, or add one, and link it at the caret."""
        self._choose(self.tr("Insert an image"), self._insert_chosen)

    def _insert_chosen(self, image: Image) -> None:
        workspace, opened = self._session.workspace, self._session.posts.current
        if workspace is not None and opened is not None:
            self._insert(workspace, image, "", opened.relative)

    def _insert(self, workspace: Workspace, image: Image, alt: str, relative: str) -> None:
        if workspace is not self._session.workspace:
            return
        self.forget_uses()
        self._window.preview.reload_images()
        self._late.setdefault(relative, []).append(workspace.image_link(image, alt=alt))
        self._insert_late()

    def _insert_late(self) -> None:
        """Link what has been stored for the post that is shown now."""
        opened = self._session.posts.current
        for link in self._late.pop(opened.relative, []) if opened else []:
            self._window.text_pane.insert_block(link)

    # -- into the front matter ---------------------------------------------------------------------------------------
    def choose_value(self, key: Key = "image") -> None:
        """Choose the image that a front matter key names; where none can be written, lead to what is wrong."""
        opened = self._session.posts.current
        if opened is not None and (fault := opened.buffer.front_matter.fault) is not None:
            self._window.go_to_yaml(fault.line or 1, fault.column or 1)
            return
        purpose = self.tr("Choose the post’s image") if key == "image" else self.tr("Choose an image")
        self._choose(purpose, lambda image: self._set_value(key, image))

    def _set_value(self, key: Key, image: Image) -> None:
        if self._session.workspace is not None:
            self.forget_uses()
            self._window.preview.reload_images()
            value = self._session.workspace.image_value(image)
            self._session.posts.edit_field(FieldEdit(key, value, stands_alone=True))

    # -- choosing ------------------------------------------------------------------------------------------------------
    def _choose(self, purpose: str, then: Callable[[Image], None]) -> None:
        workspace, posts = self._session.workspace, self._session.posts
        opened = posts.current
        if workspace is None or opened is None or posts.read_only:
            return

        def open_chooser(uses: tuple[ImageUse, ...]) -> None:
            if posts.current is opened:  # else the writer has gone to another post while the uses were counted
                self._open_chooser(workspace, uses, purpose, then)

        self._with_uses(workspace, open_chooser)

    def _open_chooser(
        self, workspace: Workspace, uses: tuple[ImageUse, ...], purpose: str, then: Callable[[Image], None]
    ) -> None:
        from editor.gui.image_chooser import ImageChooser  # late: the window's start does not need it

        dialog = ImageChooser(
            uses, root=workspace.site.root, add_file=workspace.add_image_file, purpose=purpose, parent=self._window
        )
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen is not None:
            then(dialog.chosen)

    def _store(self, workspace: Workspace, offered: OfferedImage, *, then: Callable[[Image], None]) -> None:
        def add() -> Image:
            if offered.file is not None:
                return workspace.add_image_file(offered.file)
            return workspace.add_image(offered.data or b"", name=offered.name)

        self._session.disk.submit(add, then=then, otherwise=self._on_failed)

    # -- what the form shows of the image ------------------------------------------------------------------------------
    def forget_uses(self) -> None:
        """Count again when asked: posts or images have changed."""
        self._uses = None

    def _forget_site(self) -> None:
        self.forget_uses()
        self._late.clear()

    def _on_described(self, document: Document) -> None:
        if (document.path, self._window.form.shown_images()) != self._shown:
            self.look_up()

    def look_up(self) -> None:
        """Tell the form about each image that it names: size, uses, or that it is missing."""
        workspace, document = self._session.workspace, self._session.posts.document
        values = self._window.form.shown_images()
        self._shown = (document.path if document else "", values)
        named = {value: named_file(value, workspace.site.config) for value in values} if workspace else {}
        paths = {value: path for value, path in named.items() if path is not None}
        if workspace is None or document is None or not paths:
            self._window.form.set_images(())
            return
        self._with_uses(workspace, lambda uses: self._show_infos(workspace, document, paths, uses))

    def _show_infos(
        self, workspace: Workspace, document: Document, paths: Mapping[str, str], uses: tuple[ImageUse, ...]
    ) -> None:
        """Tell of the files; the open post counts as it stands, not as it was saved."""
        if self._shown != (document.path, self._window.form.shown_images()):
            return  # the writer has gone on while the uses were counted
        users = {use.image.path: set(use.users) for use in uses}
        infos = (
            _info(workspace, value, path, users.get(path, set()) | {document.path}) for value, path in paths.items()
        )
        self._window.form.set_images(tuple(infos))

    def _with_uses(self, workspace: Workspace, then: Callable[[tuple[ImageUse, ...]], None]) -> None:
        if self._uses is not None:
            then(self._uses)
            return

        def keep(uses: tuple[ImageUse, ...]) -> None:
            if workspace is self._session.workspace:
                self._uses = uses
                then(uses)

        self._lookup.submit(workspace.image_uses, then=keep, otherwise=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, GalleyError):
            raise error
        self._window.banners.show_banner("image", kind="error", text=words(error), buttons=[])


def _info(workspace: Workspace, value: str, path: str, users: set[str]) -> ImageInfo:
    file = workspace.site.absolute(path)
    try:
        image = inspect(file)
    except GalleyError:
        return ImageInfo(value, None)
    return ImageInfo(value, file, image.width, image.height, image.size, len(users))
