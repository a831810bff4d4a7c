"""What the command line says: exit statuses, one line on standard error, and names of any bytes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor.errors import FrontMatterError, GalleyError, InvalidDate, InvalidValue

DONE = 0
FAILED = 1  # or found faults
WRONG_USAGE = 2  # argparse's own status, too
INTERRUPTED = 130  # what shells give for Ctrl+C


def tell(message: object) -> None:
    """One line on standard error."""
    print(f"galley: {harmless(str(message))}", file=sys.stderr)


def harmless(text: str) -> str:
    """The text on one line, without what a terminal would obey: names and keys of a site may hold anything."""
    return "".join(each if _is_shown(each) else "\N{REPLACEMENT CHARACTER}" for each in text)


def _is_shown(character: str) -> bool:
    """Whether a terminal shows it: no control character, but any byte of a file's name."""
    return character.isprintable() or "\udc80" <= character <= "\udcff"


def accept_every_file_name() -> None:
    """Print names that are not UTF-8 as the bytes that they are, and never fail at a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            utf8 = stream.encoding.lower().replace("-", "") == "utf8"
            stream.reconfigure(errors="surrogateescape" if utf8 else "replace")


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Name the file in errors that know only its front matter, its line in the file, and a repair that is certain."""
    try:
        yield
    except FrontMatterError as error:
        raise GalleyError(message=_told(path, error)) from error
    except InvalidDate as error:
        raise GalleyError(message=f"{path}: {error}") from error


def _told(path: Path, error: FrontMatterError) -> str:
    from editor.files import read_bytes  # late, all three: most calls of a verb end without a fault
    from editor.site.post import Post
    from editor.site.yaml_text.fixes import find_fix

    post = Post.from_bytes(read_bytes(path))
    if post.front_matter is None or error.line is None or isinstance(error, InvalidValue):
        return f"{path}: {error}"
    line = error.line + post.opening.count("\n")
    fix = find_fix(post.front_matter.raw, error)
    advice = f" {fix.advice}" if fix else ""
    return f"{path}:{line}:{error.column or 1}: {error.placeless}{advice}"
