"""`galley export`: copy posts and the images they use into another Jekyll folder."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from editor.cli.arguments import add_config_option, name_argument, path_argument
from editor.cli.output import DONE, FAILED, tell
from editor.cli.places import open_site
from editor.errors import FileMissing
from editor.files import is_inside
from editor.publish.export import Action, ExportItem
from editor.site.site import Site


def add_arguments(parser: ArgumentParser) -> None:
    """`SITE DEST [POST…] [--dry-run] [--config FILE,…]`."""
    parser.add_argument("site", type=path_argument, metavar="SITE", help="the site's folder")
    parser.add_argument("destination", type=path_argument, metavar="DEST", help="the folder of another Jekyll site")
    parser.add_argument(
        "posts",
        nargs="*",
        default=[],
        type=name_argument,
        metavar="POST",
        help="posts to export (default: all but drafts); here or in the site",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and write nothing")
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print one line a file: create, update, keep or conflict. With a conflict nothing is written."""
    workspace = open_site(arguments.site, arguments.config)
    posts = _relative(workspace.site, arguments.posts)
    plan = workspace.plan_export(arguments.destination, posts)
    for problem in plan.problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        tell(f"{place}: {problem.message}")
    if not arguments.dry_run and not plan.conflicts:
        workspace.apply_export(plan)  # before it is printed as done
    for item in plan.items:
        print(_line(item))
    if not plan.conflicts:
        return DONE
    if not arguments.dry_run:
        workspace.apply_export(plan)  # raises ExportConflict
    tell(f"{len(plan.conflicts)} in conflict; an export would stop before it writes anything.")
    return FAILED


def _relative(site: Site, posts: Sequence[str]) -> list[str]:
    """The posts' paths in the site; each was typed relative to this folder or to the site."""
    found = []
    for post in posts:
        existing = [path for path in (Path(post), site.root / post) if os.path.lexists(path)]
        if not existing:
            raise FileMissing(path=post)
        inside = [path for path in existing if is_inside(path, site.root)]
        found.append(site.relative([*inside, *existing][0].absolute()))
    return found


def _line(item: ExportItem) -> str:
    reason = f": {item.reason}" if item.action is Action.CONFLICT else ""
    return f"{item.action.value} {item.target}{reason}"
