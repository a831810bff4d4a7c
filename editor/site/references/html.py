"""Finds images and links in the HTML tags of a text, in linear time."""

from __future__ import annotations

from collections.abc import Iterator
from re import compile as pattern

from editor.site.references.markdown import MAX_TARGET
from editor.site.references.reference import Found

_TAG = pattern(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])")
_LIQUID = r"\{\{[^{}]*\}\}|\{%[^{}]*%\}"
_ATTRIBUTE = pattern(
    r"[\s/]*([^\s\"'<>/={}]+)(?:\s*=\s*(?:"
    rf"\"((?:{_LIQUID}|[^\"{{]|\{{(?![{{%]))*)\"|'((?:{_LIQUID}|[^'{{]|\{{(?![{{%]))*)'"
    rf"|((?:{_LIQUID}|[^\s\"'>{{])+)))?"
)
_LIQUID_BETWEEN = pattern(rf"[\s/]*(?:{_LIQUID})")  # such as {% if x %} among the attributes
_STYLE_URL = pattern(r"url\(\s*[\"']?([^\"'()]*)[\"']?\s*\)")
_SRCSET_ITEM = pattern(rf"\s*,*\s*((?:{_LIQUID}|[^\s{{])+)(?:\s+[^,]*)?")

_LINKS = {"href", "src", "data"}
_IMAGES = {"src", "data-src", "poster"}
_IMAGE_TAGS = {"img", "video", "amp-img"}


def find_html(text: str) -> Iterator[Found]:
    """What the tags in a text (without code) show or link to."""
    if "<" not in text:
        return
    tag = _TAG.search(text)
    while tag:
        offset = tag.end()
        while attribute := _ATTRIBUTE.match(text, offset) or _LIQUID_BETWEEN.match(text, offset):
            offset = attribute.end()
            if attribute.lastindex and attribute.lastindex > 1:
                value = attribute[attribute.lastindex]
                yield from _read(tag[1].lower(), attribute[1].lower(), value, attribute.start(attribute.lastindex))
        tag = _TAG.search(text, offset)


def _read(tag: str, name: str, value: str, offset: int) -> Iterator[Found]:
    if name in ("srcset", "data-srcset"):
        for item in _SRCSET_ITEM.finditer(value):
            yield from _found("image", item[1].rstrip(","), offset + item.start(1))
    elif name == "style":
        for url in _STYLE_URL.finditer(value):
            yield from _found("image", url[1], offset + url.start(1))
    elif tag in _IMAGE_TAGS and name in _IMAGES and (tag != "video" or name == "poster"):
        yield from _found("image", value, offset)
    elif name in _LINKS and (name != "data" or tag == "object"):
        yield from _found("link", value, offset)


def _found(kind: str, value: str, offset: int) -> Iterator[Found]:
    target = value.strip()
    if target and len(target) <= MAX_TARGET:
        yield Found(kind, target, offset + len(value) - len(value.lstrip()))
