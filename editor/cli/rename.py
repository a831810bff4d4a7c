"""`galley rename`: give a post another slug."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, path_argument, text_argument
from editor.cli.output import DONE
from editor.cli.places import open_post, shown


def add_arguments(parser: ArgumentParser) -> None:
    """`POST --slug S [--config FILE,…]`."""
    parser.add_argument("post", type=path_argument, metavar="POST", help="the post's file")
    parser.add_argument(
        "--slug", required=True, type=text_argument, metavar="S", help="the new slug; a text is made into one"
    )
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the post's new path."""
    workspace, relative = open_post(arguments.post, arguments.config)
    moved = workspace.rename(relative, arguments.slug)
    print(shown(workspace.site, moved, like=arguments.post))
    return DONE
