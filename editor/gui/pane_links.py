"""Links the panes, which do not know each other: scrolling in step, caret, counts, problems, saved state."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from editor.gui.commands import FORMAT, commands
from editor.gui.quiet_words import QuietWords, quiet_words
from editor.gui.site_session import SiteSession
from editor.gui.window import MainWindow
from editor.site.document import Document
from editor.site.problem import Problem

ONLY_GFM = ("strikethrough", "tasks")
ENDS = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
_NOTE = re.compile(r"^[ \t>]*\[\^([^\]\n]+)\]:", re.MULTILINE)


class PaneLinks(QObject):
    """Keeps preview and status bar in step with the text pane and the open post."""

    def __init__(self, window: MainWindow, session: SiteSession) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._in_step = True
        self._is_new = False  # another post has been opened, and its page is still to come
        self._told: tuple[Document, QuietWords] | None = None  # what the window says of the open post
        self._dialect: object = None  # the site's, as it was told last
        self._is_typing = False  # the text scrolls because of a key, not because the writer scrolls it
        self._count_soon = QTimer(self, singleShot=True, interval=150)
        self._link_scrolling()
        self._link_status()

    def _link_scrolling(self) -> None:
        pane, preview = self._window.text_pane, self._window.preview
        pane.text_edited.connect(self._start_typing)
        pane.view_scrolled.connect(self._follow_text)
        preview.view_scrolled.connect(self._follow_preview)
        preview.scroll_sync_changed.connect(self.set_in_step)
        self._session.post_shown.connect(self._expect_page)
        self._session.posts.described.connect(self._follow_to_place)
        preview.block_clicked.connect(self._go_to)
        preview.note_clicked.connect(self._go_to_note)
        preview.link_clicked.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))

    def set_in_step(self, on: bool) -> None:
        """Whether text and preview scroll together."""
        self._in_step = on

    def follow_text(self) -> None:
        """Bring the preview to where the text is; for moves that the writer has not scrolled to."""
        self._follow_text(self._window.text_pane.top_line())

    def _expect_page(self) -> None:
        self._is_new = True
        self._told = None

    def _follow_to_place(self) -> None:
        """A post that is opened again shows the writer's place in it, once it is rendered."""
        if self._is_new and self._session.posts.rendering is not None:
            self._is_new = False
            self.follow_text()

    def _start_typing(self) -> None:
        self._is_typing = True
        QTimer.singleShot(0, self, self._follow_caret)  # the caret moves after the text has changed

    def _follow_caret(self) -> None:
        """Where the writer types, the preview shows what becomes of that line, and otherwise stays still."""
        self._is_typing = False
        if self._in_step:
            self._window.preview.keep_in_view(self._window.text_pane.caret()[0])

    def _follow_text(self, line: float) -> None:
        if self._in_step and not self._is_typing:
            self._window.preview.scroll_to_line(line)

    def _follow_preview(self, line: float) -> None:
        if self._in_step:
            self._window.text_pane.scroll_to_line(line)

    def _go_to(self, line: int) -> None:
        self._window.text_pane.set_caret(line)
        self._window.text_pane.setFocus()

    def _go_to_note(self, name: str) -> None:
        """The text of a footnote; `footnote_prefix` may stand before its name."""
        text = self._window.text_pane.text()
        found = [note for note in _NOTE.finditer(text) if name.endswith(note[1])]
        if found:
            note = max(found, key=lambda each: len(each[1]))
            self._go_to(text.count("\n", 0, note.start()))

    # -- the status bar --------------------------------------------------------------------------------------------
    def _link_status(self) -> None:
        pane, posts = self._window.text_pane, self._session.posts
        pane.caret_moved.connect(self._show_caret)
        pane.selection_changed.connect(self._count_soon.start)
        posts.rested.connect(self._count_soon.start)
        self._count_soon.timeout.connect(self._show_counts)
        posts.described.connect(self._show_document)
        posts.unsaved_changed.connect(lambda _paths: self._show_saved())
        self._session.saving.saved.connect(lambda _path: self._show_saved())
        posts.history.canUndoChanged.connect(self._window.set_can_undo)
        posts.history.canRedoChanged.connect(self._window.set_can_redo)
        self._session.post_shown.connect(self._lock_commands)
        self._session.listed.connect(self._show_again)
        self._window.set_can_undo(False)
        self._window.set_can_redo(False)

    def _lock_commands(self) -> None:
        """In a post that is only shown no command changes the text, and none writes what the dialect does not know."""
        actions, is_open = self._window.actions_by_name, not self._session.posts.read_only
        workspace = self._session.workspace
        is_gfm = workspace is None or workspace.dialect.options.is_gfm
        for name in (*(command.name for command in commands(FORMAT)), "replace"):
            actions.set_possible(name, is_open and (is_gfm or name not in ONLY_GFM))
        self._window.text_pane.set_fence_sign("`" if is_gfm else "~")

    def _show_caret(self) -> None:
        line, column = self._window.text_pane.caret()
        self._window.status_bar.set_caret(line, column)

    def _show_counts(self) -> None:
        self._window.status_bar.set_counts(*self._window.text_pane.counts())

    def _show_document(self, document: Document) -> None:
        opened = self._session.posts.current
        if opened is None:
            return
        bar, post = self._window.status_bar, opened.buffer.post
        told = (document, self._quiet_words(document))
        if told != self._told:  # a letter in the text seldom changes it
            self._told = told
            self._window.show_document(*told)
        problems = self.post_problems()
        worst = next((each for each in problems if each.severity == "error"), next(iter(problems), None))
        if worst is None:
            bar.set_problems(0, "")
        else:
            bar.set_problems(len(problems), worst.message, severity=worst.severity)
        self._show_dialect(document)
        encoding = "UTF-8" if post.encoding == "utf-8" else "Latin-1"
        bar.set_encoding(f"{encoding}{' BOM' if post.bom else ''} · {ENDS[post.newline]}")
        self._show_saved()

    def _show_dialect(self, document: Document) -> None:
        """How Galley reads the text, and that the site's own converter is another one."""
        if (workspace := self._session.workspace) is None:
            return
        dialect, bar = workspace.dialect, self._window.status_bar
        if dialect is not self._dialect:
            self._dialect = dialect
            self._lock_commands()
        if document.path.lower().endswith((".html", ".htm")):
            bar.set_dialect(
                "HTML", explanation=self.tr("Jekyll leaves a file of this name as it is: it is no Markdown.")
            )
            return
        told = dialect.name
        if dialect.converter:
            told = self.tr("Previewed as {dialect}, not {converter}").format(dialect=told, converter=dialect.converter)
        bar.set_dialect(told, explanation=dialect.note or dialect.explanation)

    def _show_again(self) -> None:
        """The posts have been read: another one may have the open post's URL, or have it no more."""
        if (document := self._session.posts.document) is not None:
            self._show_document(document)

    def _quiet_words(self, document: Document) -> QuietWords:
        workspace = self._session.workspace
        if workspace is None:
            return QuietWords(document.path)
        same_url, baseurl = self._session.listed_posts.same_url(document), workspace.site.config.baseurl
        return quiet_words(document, baseurl=baseurl, same_url=same_url, now=workspace.now())

    def post_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the open post, as it stands."""
        posts = self._session.posts
        found = (
            *(posts.document.problems if posts.document else ()),
            *(self._session.listed_posts.clash(posts.document) if posts.document else ()),
            *(posts.rendering.problems if posts.rendering else ()),
        )
        return tuple(dict.fromkeys(found))

    def _show_saved(self) -> None:
        opened = self._session.posts.current
        if opened is None:
            return
        modified = opened.buffer.is_modified
        if modified != self._window.isWindowModified():  # Qt styles the whole window again, even if nothing changes
            self._window.setWindowModified(modified)
        self._window.status_bar.set_save_state(self.tr("Unsaved") if modified else self.tr("Saved"), modified)
