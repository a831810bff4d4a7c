"""Finds the images and links of a post, in its front matter and in its body."""

from __future__ import annotations

from collections.abc import Iterator

from editor.site.front_matter import Entry, FrontMatter
from editor.site.post import Post
from editor.site.references.code import without_code
from editor.site.references.html import find_html
from editor.site.references.liquid import find_liquid
from editor.site.references.markdown import MAX_TARGET, find_markdown
from editor.site.references.reference import Found, Lines, Reference, is_picture
from editor.site.scalars import Value

_PICTURE_KEYS = {"image", "image.path"}
_MARKUP = ("](", "<img", "{%", "{{")


def find_references(post: Post) -> tuple[Reference, ...]:
    """Markdown images and links (inline and by definition), HTML `src`/`href`/`srcset`/`poster`, Liquid's `link` and
    `post_url`, and front matter values that name a picture. Code blocks, code spans and comments are left out."""
    references: list[Reference] = []
    if post.front_matter is not None and post.front_matter.fault is None:
        references += _in_front_matter(post.front_matter)
    found = find_in_text(post.text)
    if found:
        lines = Lines(post.text)
        before = post.body_line - 1
        for item in found:
            line, column = lines.place(item.offset)
            references.append(Reference(item.kind, item.target, before + line, column))
    return tuple(references)


def find_in_text(text: str) -> list[Found]:
    """The references of a Markdown text, in the order in which they stand."""
    if "]" not in text and "<" not in text and "{" not in text:
        return []
    text = without_code(text)
    found = [*find_markdown(text), *find_html(text)]
    found.sort(key=lambda item: item.offset)
    return sorted([*found, *_unclaimed(find_liquid(text), found)], key=lambda item: item.offset)


def _unclaimed(liquid: Iterator[Found], found: list[Found]) -> Iterator[Found]:
    """Liquid's references that do not stand inside the target of an image or link. Both come in order."""
    claims = iter([*found, Found("", "", 1 << 62)])
    claim = next(claims)
    for item in liquid:
        while claim.offset + len(claim.target) <= item.offset:
            claim = next(claims)
        if item.offset < claim.offset:
            yield item


def _in_front_matter(front_matter: FrontMatter) -> Iterator[Reference]:
    lines = Lines(front_matter.raw)
    for entry in front_matter.entries:
        offset = entry.value_start
        for key, text in _texts(entry.value, entry.key):
            at = front_matter.raw.find(text, offset, entry.value_end)
            for found in _in_value(key, text):
                place = at + found.offset if at >= 0 else _start(entry)
                line, column = lines.place(place)
                yield Reference(found.kind, found.target, line + 1, column, key)
            offset = at + len(text) if at >= 0 else offset


def _start(entry: Entry) -> int:
    """Where to point when a value is not written as it is read: the value, or the key of an empty one."""
    return entry.value_start if entry.value_end > entry.value_start else entry.key_start


def _texts(value: Value, key: str) -> Iterator[tuple[str, str]]:
    """All texts in a value with their dotted keys."""
    if isinstance(value, str):
        if value:
            yield key, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{key}.{index}")
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _texts(item, f"{key}.{name}")


def _in_value(key: str, text: str) -> Iterator[Found]:
    if any(mark in text for mark in _MARKUP) and not is_picture(text):
        yield from find_in_text(text)
    elif len(text) <= MAX_TARGET and "\n" not in text:
        if key in _PICTURE_KEYS or (is_picture(text) and not any(char.isspace() for char in text)):
            yield Found("image", text, 0)
        elif is_picture(text):
            yield Found("mention", text, 0)
