"""Every error that Galley raises on purpose: faults of the world, each told in one line.

    GalleyError
    ├── FileError                a file or folder
    │   ├── FileMissing
    │   ├── CannotRead
    │   ├── CannotWrite
    │   │   └── NotFlushed
    │   ├── ChangedOnDisk
    │   ├── AlreadyExists
    │   ├── NotUtf8
    │   ├── TooLarge
    │   └── OutsideSite
    ├── FrontMatterError         the YAML between the fences
    │   ├── InvalidYaml
    │   │   ├── InvalidValue
    │   │   └── UnknownAlias
    │   ├── NotAMapping
    │   ├── DuplicateKey
    │   ├── TooDeep
    │   ├── KeyMissing
    │   ├── NotReachable
    │   └── CannotSplice
    ├── SiteError                what Jekyll would make of it
    │   ├── NotASite
    │   ├── NotAPost
    │   ├── EmptySlug
    │   ├── InvalidDate
    │   └── InvalidPermalink
    │       └── InvalidUrlPart
    ├── ImageError
    │   ├── UnknownImage
    │   ├── NotAnImage
    │   └── ImageInUse
    ├── ExportError
    │   ├── ExportConflict
    │   └── SameFolder
    ├── SameTarget               two files would be rendered into one
    └── CannotShow               Qt is missing, or a library that it needs

A message says what is wrong, where, and what to do. Faults of the program itself are ordinary Python exceptions.
"""

from __future__ import annotations

from pathlib import Path


class GalleyError(Exception):
    """A fault of the world. `facts` fill the class's `template`; `str(error)` is the one-line message."""

    template = "{message}"

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.template.format(**facts))

    @property
    def path(self) -> Path | None:
        """The file that the error is about, if there is one."""
        path = self.facts.get("path")
        return None if path is None else Path(str(path))

    @property
    def line(self) -> int | None:
        """Line of the fault in its file, counted from 1."""
        return _number(self.facts.get("line"))

    @property
    def column(self) -> int | None:
        """Column of the fault in its line, counted from 1."""
        return _number(self.facts.get("column"))


def _number(fact: object) -> int | None:
    return fact if isinstance(fact, int) else None


class FileError(GalleyError):
    """A file or folder cannot be used as asked."""


class FileMissing(FileError):
    template = "{path} does not exist. Check the name, or open the folder that holds it."


class CannotRead(FileError):
    template = "{path} cannot be read: {reason}. Correct that, and try again."


class CannotWrite(FileError):
    template = "{path} was not saved: {reason}. The file on disk is unchanged; remove the cause and try again."


class NotFlushed(CannotWrite):
    template = "{path} was written, but the disk did not confirm it: {reason}. Save again, or keep a copy elsewhere."


class ChangedOnDisk(FileError):
    template = "{path} was changed by another program since it was read. Nothing was written; compare the two."


class AlreadyExists(FileError):
    template = "{path} exists already and was left alone. Choose another name, for example {suggestion}."


class NotUtf8(FileError):
    template = "{path} is not UTF-8 text (byte {offset}). It was left alone; convert it to UTF-8 to edit it."


class TooLarge(FileError):
    template = "{path} is too large ({size} MB; the limit is {limit} MB). Make it smaller."


class OutsideSite(FileError):
    template = "{path} is outside the site folder {site}. Choose a file inside it."


class FrontMatterError(GalleyError):
    """The front matter cannot be read or edited; line and column count in the front matter itself."""

    detail = "{message}"

    @property
    def placeless(self) -> str:
        """The message without its place, for those who tell the line of the file beside it."""
        detail = self.detail.format(**self.facts)
        return detail[:1].upper() + detail[1:]


class InvalidYaml(FrontMatterError):
    detail = "{reason}."
    template = f"Front matter, line {{line}}, column {{column}}: {detail}"


class InvalidValue(InvalidYaml):
    """What was given for one key; the column counts in that value."""

    template = "The value of “{key}” is not YAML, column {column}: {reason}."


class UnknownAlias(InvalidYaml):
    """`*name` without a `&name` before it."""


class NotAMapping(FrontMatterError):
    detail = "Jekyll needs “key: value” lines here. Edit it as text."
    template = f"Front matter, line {{line}}: {detail}"


class DuplicateKey(FrontMatterError):
    detail = "“{key}” stands twice. Remove one of them as text."
    template = f"Front matter, line {{line}}: {detail}"


class TooDeep(FrontMatterError):
    detail = "it is nested more than {limit} levels deep or too large. Edit it as text."
    template = f"Front matter: {detail}"


class KeyMissing(FrontMatterError):
    template = "Front matter has no key “{key}”."


class NotReachable(FrontMatterError):
    """A path leads through what is no map or list, or behind the end of a list."""

    detail = "“{key}” cannot be set: {reason}."
    template = f"Front matter, line {{line}}: {detail}"


class CannotSplice(FrontMatterError):
    detail = "“{key}” cannot be changed without touching other values ({reason}). Edit it as text."
    template = f"Front matter, line {{line}}: {detail}"


class SiteError(GalleyError):
    """A folder or post is not what Jekyll needs."""


class NotASite(SiteError):
    template = "{path} is not a folder. Open the folder that holds your posts."


class NotAPost(SiteError):
    template = "{path} is not a post: {reason}."


class EmptySlug(SiteError):
    template = "“{title}” leaves no letters for a file name. Use a title or slug with letters or digits."


class InvalidDate(SiteError):
    template = "“{text}” is not a date that Jekyll can read. Write it as 2025-11-21 or 2025-11-21 18:21:53 +0000."


class InvalidPermalink(SiteError):
    template = "Permalink “{permalink}”: Jekyll knows no placeholder {placeholder}. Correct it, or Jekyll stops here."


class InvalidUrlPart(InvalidPermalink):
    """A category or path that looks like an address of another kind, such as “Star Wars: Andor”."""

    template = "“{text}” cannot stand in a URL: Jekyll takes it for an address, and stops here. Remove its colon."


class ImageError(GalleyError):
    """A picture cannot be used as asked."""


class UnknownImage(ImageError):
    template = "“{name}” is the name of {count} images of the site. Give the path of one, as the list of images has it."


class NotAnImage(ImageError):
    template = "{path} is not a picture that browsers show ({reason}). Use JPEG, PNG, GIF, WebP, AVIF or SVG."


class ImageInUse(ImageError):
    template = "{path} is used by {users}. Remove it from there first."


class ExportError(GalleyError):
    """Nothing was copied, because …"""


class ExportConflict(ExportError):
    template = (
        "Nothing was exported: {path} in the destination differs ({reason}). Compare the two, then move or commit it."
    )


class SameFolder(ExportError):
    template = (
        "{path} is the site itself, holds it or lies in it. Choose the folder of another Jekyll site as destination."
    )


class SameTarget(GalleyError):
    template = "{path} would be written twice, or over its own source. Nothing was written; render to another folder."


class CannotShow(GalleyError):
    template = "The window cannot be shown: {reason}. {cure}. The verbs (galley --help) work without it."
