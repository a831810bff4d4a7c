"""An open post: what is on disk, what the writer made of it, and whether the two differ."""

from __future__ import annotations

from pathlib import Path

from editor.files import Stamp
from editor.site.front_matter import FrontMatter
from editor.site.post import Post


class Buffer:
    """An open post. `post` is the current content; `saved` is what the disk had when it was read or written last.

    Every state is made from `saved`, not from the state before it: so undoing a change gives the same bytes again,
    even in a file of mixed line ends or without fences.
    """

    def __init__(self, path: Path, saved: Post, stamp: Stamp) -> None:
        self.path = path
        self.saved = saved
        self.stamp = stamp
        self.post = saved

    @property
    def front_matter(self) -> FrontMatter:
        """The current front matter; an empty one for a post without."""
        return self.post.front_matter or FrontMatter("", newline=self.post.newline)

    @property
    def is_modified(self) -> bool:
        """Whether saving would write other bytes."""
        return self.post != self.saved and self.post.to_bytes() != self.saved.to_bytes()

    @property
    def read_only(self) -> str:
        """Why the post cannot be changed (it is not UTF-8), or ""."""
        if self.saved.encoding == "utf-8":
            return ""
        return "This file is not UTF-8 text. It is shown as Latin-1 and left alone; convert it to UTF-8 to edit it."

    def set_text(self, text: str) -> None:
        """Take over the text pane's content (line ends "\\n")."""
        self.post = self._edited(self.post.front_matter, text)

    def set_front_matter(self, front_matter: FrontMatter | None) -> None:
        """Take over changed front matter; None: none at all, as before the first field was filled in."""
        self.post = self._edited(front_matter, self.post.text)

    def _edited(self, front_matter: FrontMatter | None, text: str) -> Post:
        saved = self.saved
        if front_matter is None:
            return saved.without_front_matter().with_text(text)
        return saved.with_front_matter(front_matter).with_text(text)

    def mark_saved(self, saved: Post, stamp: Stamp, path: Path | None = None) -> None:
        """Note that `saved` (a snapshot of `post` taken earlier) is now on disk."""
        self.saved = saved
        self.stamp = stamp
        self.path = path or self.path
