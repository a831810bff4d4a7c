"""Set and remove front matter keys of a file: all of them or none, and every other byte as it was."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from editor.errors import NotReachable, NotUtf8
from editor.files import first_odd_byte, read_bytes, replace, stamp
from editor.site.front_matter import FrontMatter
from editor.site.key_path import Key, is_misspelled, read_key_path
from editor.site.post import Post
from editor.site.unseen_front_matter import unseen_front_matter


def set_keys(path: Path, assignments: Sequence[tuple[str, str]]) -> bool:
    """Give each key its value, written as YAML (`[a, b]`, `"A: b"`); a file without front matter gets it.

    A key that stands there as given is meant first; else `seo.title` and `gallery[2].caption` lead into maps and lists.
    No new key comes of a path with a slip, such as `gallery[-1]`. Returns whether the file was written.
    Raises FileError, FrontMatterError.
    """
    post, expected = _read(path)
    front_matter = post.front_matter or FrontMatter("", newline=post.newline)
    for key, source in assignments:
        meant = _meant(front_matter, key)
        if meant == (key,) and is_misspelled(key):
            raise NotReachable(
                line=1, key=key, reason="a way to a value is spelled like seo.title or gallery[2].caption"
            )
        front_matter = front_matter.with_source(meant, source)
    return _write(path, post.with_front_matter(front_matter), expected)


def unset_keys(path: Path, keys: Sequence[str]) -> bool:
    """Remove each key, or item of a list, with its value; keys are meant as in `set_keys`.

    Returns whether the file was written.
    Raises FileError, KeyMissing or another FrontMatterError.
    """
    post, expected = _read(path)
    front_matter = post.front_matter or FrontMatter("", newline=post.newline)
    for key in keys:
        front_matter = front_matter.without(_meant(front_matter, key))
    return _write(path, post.with_front_matter(front_matter), expected)


def _meant(front_matter: FrontMatter, text: str) -> Key:
    """The key or path: of the longest key that stands there and that the text is or begins with, dots and all."""
    if front_matter.entry(text) is not None:
        return text
    stems = [each.key for each in front_matter.entries if text.startswith((f"{each.key}.", f"{each.key}["))]
    stem = max(stems, key=len, default="")
    path = read_key_path(f"_{text.removeprefix(stem)}")
    return (stem, *path[1:]) if stem and len(path) > 1 else read_key_path(text)


def _read(path: Path) -> tuple[Post, bytes]:
    data = read_bytes(path)
    post = Post.from_bytes(data)
    if post.encoding != "utf-8":
        raise NotUtf8(path=path, offset=first_odd_byte(data))
    if (fault := unseen_front_matter(post)) is not None:
        raise fault
    return post, data


def _write(path: Path, post: Post, old: bytes) -> bool:
    data = post.to_bytes()
    if data == old:
        return False
    replace(path, data, expected=stamp(old))
    return True
