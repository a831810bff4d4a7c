"""`galley images`: add, list and remove a site's images."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from editor.cli.arguments import add_config_option, name_argument, path_argument
from editor.cli.output import DONE, FAILED, WRONG_USAGE, tell
from editor.cli.places import open_site
from editor.errors import GalleyError
from editor.images import ImageUse
from editor.workspace.workspace import Workspace

TAKING_NAMES = ("add", "remove")


def add_arguments(parser: ArgumentParser) -> None:
    """`SITE add FILE… | list | unused | remove NAME… [--config FILE,…]`."""
    parser.usage = "galley images SITE add FILE… | list | unused | remove NAME…"
    parser.epilog = "list prints path, size in bytes, width x height and number of uses, with tabs between."
    parser.add_argument("site", type=path_argument, metavar="SITE", help="the site's folder")
    parser.add_argument(
        "action",
        choices=("add", "list", "unused", "remove"),
        metavar="ACTION",
        help="add: store files under the MD5 of their bytes; list; unused; remove: move unused ones to Galley's trash",
    )
    parser.add_argument(
        "names", nargs="*", default=[], type=name_argument, metavar="NAME", help="files to add, or images to remove"
    )
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Do the action; what fails for one file does not stop the others."""
    if (arguments.action in TAKING_NAMES) != bool(arguments.names):
        needs = "needs at least one name" if arguments.action in TAKING_NAMES else "takes no names"
        tell(f"images SITE {arguments.action} {needs}. Usage: galley images --help")
        return WRONG_USAGE
    workspace = open_site(arguments.site, arguments.config)
    match arguments.action:
        case "add":
            return _each(arguments.names, lambda file: workspace.add_image_file(Path(file)).path)
        case "remove":
            return _each(arguments.names, lambda image: str(workspace.remove_image(image)))
        case "list":
            return _print(_lines(workspace))
        case _:
            return _print([use.image.path for use in workspace.image_uses() if not use.users])


def _each(names: Sequence[str], do: Callable[[str], str]) -> int:
    status = DONE
    for each in names:
        try:
            print(do(each))
        except GalleyError as error:
            tell(error)
            status = FAILED
    return status


def _print(lines: Sequence[str]) -> int:
    for line in lines:
        print(line)
    return DONE


def _lines(workspace: Workspace) -> list[str]:
    return [_line(use) for use in workspace.image_uses()]


def _line(use: ImageUse) -> str:
    image = use.image
    return f"{image.path}\t{image.size}\t{image.width}x{image.height}\t{len(use.users)}"
