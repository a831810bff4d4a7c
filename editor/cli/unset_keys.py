"""`galley unset`: remove front matter keys of a post."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import path_argument, text_argument
from editor.cli.output import DONE, faults_of
from editor.workspace.keys import unset_keys


def add_arguments(parser: ArgumentParser) -> None:
    """`POST KEY…`."""
    parser.epilog = (
        "A key may lead into a map or a list, whose items count from 0 as in Liquid: galley unset post.md seo.title "
        "'gallery[2]'. A key that holds dots itself is meant where the post has it."
    )
    parser.add_argument("post", type=path_argument, metavar="POST", help="the post's file")
    parser.add_argument("keys", nargs="+", type=text_argument, metavar="KEY", help="a key to remove with its value")


def run(arguments: Namespace) -> int:
    """Remove all the keys or, where one is missing, none."""
    with faults_of(arguments.post):
        unset_keys(arguments.post, arguments.keys)
    return DONE
