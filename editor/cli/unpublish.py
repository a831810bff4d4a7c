"""`galley unpublish`: move a post back to `_drafts`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, path_argument
from editor.cli.output import DONE, faults_of
from editor.cli.places import open_post, shown


def add_arguments(parser: ArgumentParser) -> None:
    """`POST [--config FILE,…]`."""
    parser.add_argument("post", type=path_argument, metavar="POST", help="the post's file; its date is kept")
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the draft's path."""
    workspace, relative = open_post(arguments.post, arguments.config)
    with faults_of(arguments.post):
        moved = workspace.unpublish(relative)
    print(shown(workspace.site, moved, like=arguments.post))
    return DONE
