"""The open post: takes what the writer does in the panes into the buffer, renders it, and keeps one undo history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import FrontMatterError
from editor.gui.form.form_pane import FieldEdit
from editor.gui.history import History
from editor.gui.live_rendering import LiveRendering, Shown
from editor.gui.open_post import OpenPost, Place, first_place
from editor.gui.refusals import Refusals
from editor.gui.text.plain_edit import is_lossless
from editor.gui.window import MainWindow
from editor.line_ends import restore_line_ends
from editor.render.rendering import Rendering
from editor.site.front_matter import FrontMatter
from editor.site.key_path import spell_key_path
from editor.site.site import Document
from editor.site.yaml_text.fixes import Fix
from editor.workspace.buffer import Buffer
from editor.workspace.workspace import Workspace

REST = 300  # milliseconds without typing after which words are counted and the image is looked up


class PostSession(QObject):
    """The post that the panes show, and the posts with unsaved work behind it."""

    described = Signal(object)  # Document of the open post, after each change
    rested = Signal()  # the writer has paused after a change
    unsaved_changed = Signal(object)  # frozenset of the relative paths with unsaved work

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.current: OpenPost | None = None
        self.document: Document | None = None
        self.rendering: Rendering | None = None
        self.history = History(self)
        self._window = window
        self._workspace: Workspace | None = None
        self._kept: dict[str, OpenPost] = {}
        self._places: dict[str, Place] = {}
        self._unsaved: frozenset[str] = frozenset()
        self._text_is_stale = False
        self._live = LiveRendering(self)
        self._refusals = Refusals(window, show_again=self._show_front_matter)
        self._soon = QTimer(self, singleShot=True, interval=0)  # at 0, when there is nothing left to paint
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._connect()

    def _connect(self) -> None:
        window = self._window
        window.text_pane.text_edited.connect(self._on_text_edited)
        window.title_field.title_edited.connect(lambda title: self.edit_field(FieldEdit("title", title)))
        window.form.field_edited.connect(self.edit_field)
        window.form.yaml_edited.connect(self._on_yaml_edited)
        window.form.fix_chosen.connect(self._on_fix_chosen)
        self._live.begun.connect(self._on_begun)
        self._live.rendered.connect(self._on_rendered)
        self._soon.timeout.connect(self._after_change)
        self._rest.timeout.connect(self.rested)

    # -- opening and leaving -------------------------------------------------------------------------------------
    def set_workspace(self, workspace: Workspace) -> None:
        """Work on another site; the caller has made sure that nothing is unsaved."""
        self.close_post()
        self._kept.clear()
        self._places.clear()
        self._workspace = workspace
        self._live.set_workspace(workspace)

    def on_site_changed(self) -> None:
        """The configuration is another: what it says of the open post may be, too."""
        if self._workspace is None:
            return
        self._live.set_workspace(self._workspace)
        if self.current is not None:
            self.sync()
            self.document = self._workspace.describe(self.current.buffer.post, self.current.relative)
            self.described.emit(self.document)
            self._after_change()

    def open(self, relative: str) -> None:
        """Show a post; unsaved work on the one before is kept in memory. Raises FileError."""
        if self._workspace is None or (self.current and self.current.relative == relative):
            return
        opened = self._kept.get(relative) or OpenPost(relative, self._workspace.open_post(relative))
        self._keep_current()
        self.current = opened
        self._kept[relative] = opened
        self.show_buffer()
        place = self._places.get(relative) or first_place(opened.buffer.post.text)
        self._window.text_pane.set_caret(*place.caret)
        self._window.text_pane.scroll_to_line(place.top_line)

    def close_post(self) -> None:
        """Show no post; unsaved work is kept in memory."""
        self._keep_current()
        self.current = self.document = self.rendering = None
        self._live.drop()
        self._refusals.forget()
        self._window.preview.clear()
        self._window.set_document_visible(False)

    def forget(self, relative: str) -> None:
        """Drop a post without saving it (discarded, or moved to another path)."""
        self._kept.pop(relative, None)
        if self.current and self.current.relative == relative:
            self.current = None
            self._text_is_stale = False
            self.close_post()
        self._tell_unsaved()

    def follow(self, old: str, new: str) -> None:
        """A post's file has moved: go on with it there, with what was typed meanwhile. Raises FileError."""
        opened, workspace = self._kept.get(old), self._workspace
        if opened is None or workspace is None:
            return
        moved = workspace.open_post(new)
        self.sync()
        mine, before = opened.buffer.post, opened.buffer.saved
        is_dated = moved.front_matter.raw != (before.front_matter or FrontMatter("")).raw
        is_edited = mine.front_matter != before.front_matter
        dated = moved.front_matter
        moved.set_text(mine.text)
        moved.set_front_matter(mine.front_matter)
        del self._kept[old]
        self._kept[new] = opened
        self._places[new] = self._places.pop(old, Place())
        opened.relative, opened.buffer = new, moved
        if opened is self.current:
            self.document = workspace.describe(moved.post, new)
            if is_dated and not is_edited:
                self._change(dated, self.tr("Publish"))
            self.described.emit(self.document)
            self._after_change()
        self._tell_unsaved()

    def _keep_current(self) -> None:
        if self.current is None:
            return
        self.settle()
        pane = self._window.text_pane
        self._places[self.current.relative] = Place(pane.caret(), pane.top_line())
        if not self.current.is_unsaved:
            self._kept.pop(self.current.relative, None)

    def show_buffer(self) -> None:
        """Fill the panes from the buffer, with a fresh undo history."""
        opened, window, workspace = self.current, self._window, self._workspace
        if opened is None or workspace is None:
            return
        buffer = opened.buffer
        text = buffer.post.text
        self.rendering = None
        self.document = workspace.describe(buffer.post, opened.relative)
        self.history.clear()
        self._refusals.forget()
        window.form.forget_post()
        window.set_document_visible(True)
        window.text_pane.set_text(text, read_only=bool(self.read_only))
        self._text_is_stale = False
        self.history.attach(window.text_pane.document())
        window.title_field.set_title(self.document.title)  # not the last post's, where this one's cannot be read
        self._show_front_matter()
        self.described.emit(self.document)
        self._soon.start()

    @property
    def read_only(self) -> str:
        """Why the open post cannot be changed, or ""."""
        if self.current is None:
            return ""
        buffer = self.current.buffer
        if buffer.read_only:
            return buffer.read_only
        return "" if is_lossless(buffer.post.text) else "It holds characters that a text field cannot keep."

    # -- what the writer does ------------------------------------------------------------------------------------
    def _on_text_edited(self) -> None:
        """Let the letter be painted first; then the rendering may take what time it needs."""
        self._text_is_stale = True
        self._soon.start()

    def edit_field(self, edit: FieldEdit) -> None:
        """Change one key of the front matter, as one step of the history."""
        if self.current is None or self.read_only:
            return
        old = self.current.buffer.front_matter
        try:
            new = edit.applied_to(old)
        except FrontMatterError as error:
            self._refusals.tell(error, edit, old)
            return
        self._refusals.forget()
        if new is not old:
            merge_key = "" if edit.stands_alone else f"field {edit.key}"
            self._change(new, f"Change {spell_key_path(edit.key)}", merge_key=merge_key)

    def _on_yaml_edited(self, text: str) -> None:
        if self.current is None or self.read_only:
            return
        old = self.current.buffer.front_matter
        if text and not text.endswith("\n"):
            text += "\n"
        new = replace(old, raw=restore_line_ends(text, old.raw, newline=old.newline))
        if new.raw != old.raw:
            self._change(new, "Edit YAML", merge_key="yaml")

    def _on_fix_chosen(self, fix: Fix) -> None:
        if self.current is not None and not self.read_only:
            self._change(replace(self.current.buffer.front_matter, raw=fix.raw), fix.label)

    def _change(self, front_matter: FrontMatter | None, text: str, *, merge_key: str = "") -> None:
        assert self.current is not None
        before = self.current.buffer.post.front_matter
        self._refusals.forget()
        self.current.buffer.set_front_matter(front_matter)
        self.history.push_change(
            text,
            undo=lambda: self._put_back(before),
            redo=lambda: self._put_back(front_matter),
            merge_key=merge_key,
        )
        self._show_front_matter()
        self._after_change()

    def _put_back(self, front_matter: FrontMatter | None) -> None:
        """Undo or redo a change of the front matter; the body stays as it is now."""
        if self.current is not None:
            self.sync()
            self._refusals.forget()
            self.current.buffer.set_front_matter(front_matter)
            self._show_front_matter()
            self._after_change()

    # -- the buffer ----------------------------------------------------------------------------------------------
    def settle(self) -> None:
        """Take everything that the writer has typed into the buffer, a tag without Enter too (before a save)."""
        if self.current is not None:
            self._window.form.commit()
            self.sync()

    def sync(self) -> None:
        """Take the text pane's content into the buffer, if it has changed."""
        if self.current is not None and self._text_is_stale:
            self.current.buffer.set_text(self._window.text_pane.text())
            self._text_is_stale = False

    def unsaved(self) -> list[OpenPost]:
        """The posts with unsaved work."""
        self.sync()
        return [opened for opened in self._kept.values() if opened.is_unsaved]

    def take_over(self, theirs: Buffer) -> None:
        """Replace the content by what is on disk now, as an undoable edit."""
        if self.current is None:
            return
        self.sync()
        buffer = self.current.buffer
        text, front_matter = buffer.post.text, buffer.post.front_matter
        buffer.mark_saved(theirs.saved, theirs.stamp)
        buffer.set_front_matter(front_matter)
        buffer.set_text(text)
        if front_matter != theirs.post.front_matter:
            self._change(theirs.post.front_matter, self.tr("Load from disk"))
        if text != theirs.post.text:
            self._window.text_pane.replace_text(theirs.post.text)
        self._after_change()

    def _show_front_matter(self) -> None:
        if self.current is None:
            return
        front_matter = self.current.buffer.front_matter
        read_only = bool(self.read_only)
        is_readable = front_matter.fault is None
        if is_readable:  # else the title that was read last stays, for while one types in the YAML view
            title = front_matter.values.get("title")
            self._window.title_field.set_title("" if title is None else str(title))
        self._window.title_field.set_read_only(read_only or not is_readable)
        self._window.form.show_front_matter(front_matter, read_only=read_only)

    def _after_change(self) -> None:
        self._soon.stop()
        self.render()
        self._tell_unsaved()
        self._rest.start()

    def _tell_unsaved(self) -> None:
        unsaved = frozenset(opened.relative for opened in self.unsaved())
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.unsaved_changed.emit(unsaved)

    def note_missing(self, opened: OpenPost, *, is_missing: bool) -> None:
        """The post's file has gone, or is there again: without it, this is the only copy."""
        opened.is_missing = is_missing
        self._tell_unsaved()

    def note_saved(self) -> None:
        """A post has been written: typing begins a new step, and the list of unsaved posts is told again."""
        self.history.setClean()
        self._tell_unsaved()

    # -- rendering -----------------------------------------------------------------------------------------------
    def render(self) -> None:
        """Render the buffer as it stands, off this thread; the newest state wins."""
        if self.current is not None:
            self.sync()
            self._live.render(self.current.buffer.post, self.current.relative, is_new=self.rendering is None)

    def _on_begun(self, shown: Shown) -> None:
        if self.current is not None and shown.relative == self.current.relative and self.rendering is None:
            self._window.preview.show_rendering(shown.rendering)

    def _on_rendered(self, shown: Shown) -> None:
        if self.current is None or shown.relative != self.current.relative:
            return
        self.rendering = shown.rendering
        self.document = shown.document
        self._window.preview.show_rendering(shown.rendering)
        self.described.emit(shown.document)

    @property
    def is_rendering(self) -> bool:
        """Whether the preview is still to follow the last change."""
        return self._soon.isActive() or self._live.is_busy or self.rendering is None

    def stop(self) -> None:
        """The window closes: render nothing any more."""
        self._soon.stop()
        self._rest.stop()
        self._live.stop()
