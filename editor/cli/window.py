"""`galley [FOLDER|FILE]`: opens the window, after everything that can be told without it."""

from __future__ import annotations

import ctypes
import gc
import os
import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from pathlib import Path

from editor import __version__
from editor.cli.arguments import path_argument
from editor.cli.output import FAILED, tell
from editor.errors import CannotShow
from editor.files import check_exists

NO_SCREEN = (
    "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    "Start it from a desktop session; the verbs (galley --help) work without one."
)
# Libraries of the system that Qt needs and a bare Debian lacks, with the packages that bring them.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libnss3.so": "libnss3",
}


def run(arguments: Sequence[str], *, verbs: Mapping[str, str]) -> int:
    """Open the window on what the arguments name. Raises FileMissing, CannotRead, CannotShow."""
    parser = _parser(verbs)
    parsed = parser.parse_args(arguments)
    if parsed.sample and parsed.path is not None:
        parser.error("--sample takes no folder or file")
    path: Path | None = parsed.path
    if path is not None:
        check_exists(path)
    if not _has_screen():
        tell(NO_SCREEN)
        return FAILED
    if parsed.sample:
        from editor.settings import system_folders
        from editor.workspace.sample import open_first, sample_site

        path = open_first(sample_site(system_folders()))
    return _open(path)


def _parser(verbs: Mapping[str, str]) -> ArgumentParser:
    lines = [f"  {verb:10} {summary}" for verb, summary in verbs.items()]
    parser = ArgumentParser(
        prog="galley",
        usage="galley [FOLDER|FILE]\n       galley VERB …",
        description="A desktop editor for people who write on Jekyll sites.",
        epilog="\n".join(["verbs (each explains itself: galley VERB --help):", *lines]),
        allow_abbrev=False,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "path",
        nargs="?",
        type=path_argument,
        metavar="FOLDER|FILE",
        help="the site or post to open (a folder called new: ./new)",
    )
    parser.add_argument("--sample", action="store_true", help="open your own copy of the sample site")
    parser.add_argument("--version", action="version", version=f"Galley {__version__}")
    return parser


def _has_screen() -> bool:
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open(path: Path | None) -> int:
    _require_x11_library()
    gc.disable()  # what the start makes stays; the window turns it on again
    # First what is not Qt: PySide reads the source of every module imported after it, looking for its own name there.
    import editor.workspace.workspace  # noqa: F401

    try:
        from editor.gui.application import run as run_window
    except ImportError as error:
        raise _explained(error) from error
    return run_window(path)


def _require_x11_library() -> None:
    """Without this library Qt does not raise but ends the process, when it connects to an X server."""
    if not sys.platform.startswith("linux") or not os.environ.get("DISPLAY"):
        return
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as error:
        raise _missing("libxcb-cursor.so.0") from error


def _explained(error: ImportError) -> Exception:
    """What a failed import of Qt means; a fault of the program itself comes back as it is."""
    if isinstance(error, ModuleNotFoundError):
        if error.name is None or error.name.partition(".")[0] not in ("PySide6", "shiboken6"):
            return error
        return CannotShow(reason=f"{error.name} is not installed", cure="Run: python -m pip install PySide6")
    library = re.search(r"[\w.+-]+\.so[\w.]*(?=: cannot open)", str(error))
    if library is not None:
        return _missing(library[0])
    if "DLL load failed" in str(error) or "dlopen" in str(error):
        return CannotShow(reason=str(error), cure="Run: python -m pip install --force-reinstall PySide6")
    return error


def _missing(library: str) -> CannotShow:
    package = PACKAGES.get(library, f"the package that holds {library}")
    return CannotShow(reason=f"{library} is missing", cure=f"On Debian or Ubuntu: sudo apt-get install {package}")
