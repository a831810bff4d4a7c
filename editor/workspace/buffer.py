"""An open post: what is on disk, what the writer made of it, and whether the two differ."""

from __future__ import annotations

from pathlib import Path

from editor.files import Stamp
from editor.site.front_matter import FrontMatter
from editor.site.post import Post


class Buffer:
    """An open post. `post` is the current content; `saved` is what the disk had when it was read or written last."""

    def __init__(self, path: Path, saved: Post, stamp: Stamp) -> None:
        self.path = path
        self.saved = saved
        self.stamp = stamp
        self.post = saved

    @property
    def front_matter(self) -> FrontMatter:
        """The current front matter; an empty one for a post without."""
        raise NotImplementedError

    @property
    def is_modified(self) -> bool:
        """Whether saving would write other bytes."""
        raise NotImplementedError

    @property
    def read_only(self) -> str:
        """Why the post cannot be changed (it is not UTF-8), or ""."""
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Take over the text pane's content (line ends "\\n")."""
        raise NotImplementedError

    def set_front_matter(self, front_matter: FrontMatter) -> None:
        raise NotImplementedError

    def mark_saved(self, saved: Post, stamp: Stamp, path: Path | None = None) -> None:
        """Note that `saved` (a snapshot of `post` taken earlier) is now on disk."""
        raise NotImplementedError
