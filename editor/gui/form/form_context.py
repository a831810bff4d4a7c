"""What the form needs to know of the site, and of the post's image."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path

from editor.site.field_declarations import FieldDeclaration
from editor.site.inherited import Inherited
from editor.site.scalars import Value

FROM_FILE_NAME = "from the file name"
NO_DATE_YET = "none yet"  # for drafts


@dataclass(frozen=True)
class FormContext:
    """The site as the form sees it: what can be chosen, and what a post gets where it says nothing itself."""

    layouts: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    defaults: Mapping[str, Value] = field(default_factory=dict)  # front matter defaults that apply to the post
    inherited: tuple[Inherited, ...] = ()  # the same, leaf by leaf, each with its scope
    declared: tuple[FieldDeclaration, ...] = ()  # `galley: fields:`
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by key, what other posts list there
    other_keys: tuple[str, ...] = ()  # keys that other posts use, the commonest first
    permalink: str = ""  # the site's permalink template
    zone: tzinfo | None = None  # the site's; None: the computer's
    images_folder: str = "assets/images"
    undated: str = FROM_FILE_NAME  # what the date field says where the post has no date of its own


@dataclass(frozen=True)
class ImageInfo:
    """The image that the front matter names. `file` is None where it is missing; sizes are 0 where unknown."""

    path: str
    file: Path | None
    width: int = 0
    height: int = 0
    size: int = 0  # bytes
    uses: int = 0  # posts that show it
