"""A post as a file: front matter, body, and everything needed to give back the same bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editor.files import TextFile, decode, encode
from editor.line_ends import commonest_line_end, flatten, restore_line_ends
from editor.site.front_matter import CLOSING_FENCE, FrontMatter
from editor.site.scalars import Value

# Ruby's `\s` in `\A---\s*\n`; its line anchors know "\n" only, so a file of lone CRs has no front matter.
_OPENING_FENCE = re.compile(r"---[ \t\r\f\v]*\n")
_BLANK_LINES = re.compile(r"(?:[ \t\r\f\v]*+(?:\n|\Z))++")


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
    newline: str  # for new lines of the body
    bom: bool
    encoding: str  # "utf-8", or "latin-1": not UTF-8, may be shown but not changed

    @classmethod
    def from_bytes(cls, data: bytes) -> Post:
        """Read a post; never raises (faults of the YAML are kept in `front_matter.fault`)."""
        file = decode(data)
        text = file.text
        opening = _OPENING_FENCE.match(text)
        closing = CLOSING_FENCE.search(text, opening.end()) if opening else None
        if opening is None or closing is None:
            return cls(None, text, "", "", file.newline, file.bom, file.encoding)
        raw = text[opening.end() : closing.start()]
        own_newline = commonest_line_end(raw, default="\r\n" if opening[0].endswith("\r\n") else "\n")
        front_matter = FrontMatter(raw, own_newline)
        body = text[closing.end() :]
        newline = commonest_line_end(body, default=file.newline)
        return cls(front_matter, body, opening[0], closing[0], newline, file.bom, file.encoding)

    def to_bytes(self) -> bytes:
        """The bytes of the file."""
        raw = "" if self.front_matter is None else self.front_matter.raw
        text = self.opening + raw + self.closing + self.body
        return encode(TextFile(text, self.newline, self.bom, self.encoding))

    @property
    def content(self) -> str:
        """What Jekyll converts: the body without the blank lines at its start, which belong to the closing fence."""
        blank = None if self.front_matter is None else _BLANK_LINES.match(self.body)
        return self.body if blank is None else self.body[blank.end() :]

    @property
    def text(self) -> str:
        """The body as the text pane holds it: line ends are "\\n"."""
        return flatten(self.body)

    @property
    def body_line(self) -> int:
        """Line of the file, from 1, in which the body begins."""
        if self.front_matter is None:
            return 1
        head = self.opening + self.front_matter.raw + self.closing
        return flatten(head).count("\n") + 1

    @property
    def values(self) -> dict[str, Value]:
        """The front matter's values; empty without front matter or with a fault."""
        return {} if self.front_matter is None else self.front_matter.values

    def with_text(self, text: str) -> Post:
        """The post with another body; unchanged lines keep their line ends. Same text: self."""
        body = restore_line_ends(text, self.body, newline=self.newline)
        if body == self.body:
            return self
        closing = self.closing
        if closing and not closing.endswith("\n"):
            closing += _fence_end(self.newline)  # the file ended with its fence
        return replace(self, body=body, closing=closing)

    def without_front_matter(self) -> Post:
        """The body alone, without fences."""
        return replace(self, front_matter=None, opening="", closing="")

    def with_front_matter(self, front_matter: FrontMatter) -> Post:
        """The post with other front matter; a post that had none gets fences.

        An empty FrontMatter for a post without fences gives the post back unchanged. A raw text with a line that
        would end the front matter is taken as it is: its `fault` says so.
        """
        if front_matter == (self.front_matter or FrontMatter("", front_matter.newline)):
            return self
        newline = _fence_end(front_matter.newline)
        if front_matter.raw and not front_matter.raw.endswith("\n"):
            front_matter = replace(front_matter, raw=front_matter.raw + newline)
        if self.front_matter is not None:
            return replace(self, front_matter=front_matter)
        fence_line = "---" + newline
        return replace(self, front_matter=front_matter, opening=fence_line, closing=fence_line)


def _fence_end(newline: str) -> str:
    """The line end of a fence; Ruby sees none before a lone CR."""
    return "\n" if newline == "\r" else newline
