"""`galley publish`: move a draft to `_posts`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, path_argument
from editor.cli.output import DONE, faults_of
from editor.cli.places import open_post, read_moment, shown


def add_arguments(parser: ArgumentParser) -> None:
    """`POST [--date D] [--config FILE,…]`."""
    parser.add_argument("post", type=path_argument, metavar="POST", help="the draft's file")
    parser.add_argument(
        "--date",
        metavar="D",
        help="2025-11-21 or '2025-11-21 18:21', in the site's time zone (default: the draft's own date, else now)",
    )
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the post's new path."""
    workspace, relative = open_post(arguments.post, arguments.config)
    date = read_moment(arguments.date, workspace.site)
    with faults_of(arguments.post):
        moved = workspace.publish(relative, date=date)
    print(shown(workspace.site, moved, like=arguments.post))
    return DONE
