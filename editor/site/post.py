"""A post as a file: front matter, body, and everything needed to give back the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

from editor.site.front_matter import FrontMatter


@dataclass(frozen=True)
class Post:
    """Law: `Post.from_bytes(b).to_bytes() == b` for all bytes.

    `opening` and `closing` are the fence lines as written, line ends included; both are "" without front matter.
    Jekyll's fences: `lib/jekyll/document.rb:13` (`---`, closed by `---` or `...`; a BOM before them is tolerated).
    """

    front_matter: FrontMatter | None
    body: str  # line ends as in the file
    opening: str
    closing: str
    newline: str
    bom: bool
    encoding: str  # "utf-8", or "latin-1": not UTF-8, may be shown but not changed

    @classmethod
    def from_bytes(cls, data: bytes) -> Post:
        """Read a post; never raises (faults of the YAML are kept in `front_matter.fault`)."""
        raise NotImplementedError

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        raise NotImplementedError

    @property
    def text(self) -> str:
        """The body as the text pane holds it: line ends are "\\n"."""
        raise NotImplementedError

    @property
    def body_line(self) -> int:
        """Line of the file, from 1, in which the body begins."""
        raise NotImplementedError

    @property
    def values(self) -> dict[str, object]:
        """The front matter's values; empty without front matter or with a fault."""
        raise NotImplementedError

    def with_text(self, text: str) -> Post:
        """The post with another body; unchanged lines keep their line ends. Same text: self."""
        raise NotImplementedError

    def with_front_matter(self, front_matter: FrontMatter) -> Post:
        """The post with other front matter; a post that had none gets fences.

        An empty FrontMatter for a post without fences gives the post back unchanged.
        """
        raise NotImplementedError
