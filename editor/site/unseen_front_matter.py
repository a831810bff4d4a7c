"""Lines at the top of a file that were meant as front matter, but that Jekyll shows to readers as text."""

from __future__ import annotations

import re

from editor.errors import InvalidYaml
from editor.site.post import Post

_LINE_END = re.compile("\r\n|[\r\n]")
_FENCE = re.compile(r"(?P<before>\s*)---[ \t]*(?P<end>\r\n|\r|\n|\Z)")
# A ruler with text below it is none.
_KEY = re.compile(r"(?:[ \t]*#[^\r\n]*(?:\r\n|\r|\n))*[ \t]*[a-z_][\w-]*[ \t]*:(?:\s|\Z)")


def unseen_front_matter(post: Post) -> InvalidYaml | None:
    """Why Jekyll sees no front matter in a post that seems to have some; None where nothing is amiss.

    `lib/jekyll/document.rb:13`: the first line must be `---` and end in a line feed, and another `---` must follow.
    """
    fence = _FENCE.match(post.body) if post.front_matter is None else None
    if fence is None:
        return None
    before = fence["before"]
    is_begun = not before and not post.body[fence.end() :].strip()
    if not is_begun and not _KEY.match(post.body, fence.end()):
        return None
    if before:
        reason = "Jekyll sees none, because something stands before the first ---; delete it"
    elif fence["end"] == "\r":
        reason = "Jekyll sees none, because its lines end in CR alone; write them with LF"
    else:
        reason = "no line --- closes it; add one below the last key"
    return InvalidYaml(line=len(_LINE_END.findall(before)) + 1, column=1, reason=reason)
