"""Puts together the description of a post from all that was read of it, and of a file that cannot be read."""

from __future__ import annotations

from typing import Any

from editor.site.document import Document, State
from editor.site.own_lists import own_lists
from editor.site.permalink import HALF_CHARACTER, output_path
from editor.site.post_name import split_name, title_from_slug
from editor.site.post_problems import find_problems
from editor.site.post_reading import PostReading
from editor.site.problem import Problem
from editor.site.ruby_values import ruby_text
from editor.site.taxonomy import tags_of


def describe_post(reading: PostReading) -> Document:
    """What Jekyll makes of the post. Never raises: what is wrong is in `problems`."""
    state, url = reading.state, reading.url
    return Document(
        path=reading.path,
        title=_shown(reading.title),
        slug=_shown(reading.slug),
        state=state,
        date=reading.date,
        date_source=reading.date_source,
        categories=tuple(map(_shown, reading.categories)),
        tags=tuple(map(_shown, tags_of(reading.defaults, reading.values))),
        layout=reading.layout,
        author=_name(reading.data.get("author")),
        image=_image(reading.data.get("image")),
        url=url,
        output=_output(reading, url),
        defaults=reading.defaults,
        problems=tuple(find_problems(reading)),
        keys=tuple(reading.values),
        lists=own_lists(reading.values),
        is_built_draft=state is State.DRAFT and reading.is_published,
    )


def describe_unreadable(relative: str, message: str) -> Document:
    """A file of which nothing but its name is known."""
    name = split_name(relative.rpartition("/")[2])
    return Document(
        path=relative,
        title=title_from_slug(name.slug),
        slug=name.slug,
        state=State.BROKEN,
        date=None,
        date_source="",
        categories=(),
        tags=(),
        layout="",
        author="",
        image="",
        url="",
        output="",
        defaults={},
        problems=(Problem("file", message, relative),),
    )


def _output(reading: PostReading, url: str) -> str:
    if not url:
        return ""
    if url.endswith("/") and reading.is_built_page:
        return output_path(f"{url}index{reading.output_ext}", reading.output_ext)  # `page.rb:160-167`
    return output_path(url, reading.output_ext)


def _name(value: Any) -> str:
    """An author as themes write it: a name, a map with a name, or several of them."""
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return ruby_text(value)


def _image(value: Any) -> str:
    path = value.get("path") if isinstance(value, dict) else value
    return path if isinstance(path, str) else ""


def _shown(text: str) -> str:
    """Text that can be shown and saved: what a file name holds beside UTF-8 becomes a replacement character."""
    return text if text.isascii() else HALF_CHARACTER.sub("\ufffd", text)
