"""`galley set`: set front matter keys of a post."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from editor.cli.arguments import path_argument, text_argument
from editor.cli.output import DONE, faults_of
from editor.workspace.keys import set_keys


def add_arguments(parser: ArgumentParser) -> None:
    """`POST KEY=YAML…`."""
    parser.epilog = (
        "For example: galley set post.md 'tags=[a, b]' 'title=\"A: b\"' 'date=2025-11-21 18:21:53 +0000'. "
        "A key may lead into a map or a list, whose items count from 0 as in Liquid: 'seo.title=x' "
        "'gallery[2].caption=\"A: b\"'. Maps that are missing on the way come to be. A key that holds dots itself is "
        "meant where the post has it."
    )
    parser.add_argument("post", type=path_argument, metavar="POST", help="the post's file")
    parser.add_argument(
        "assignments", nargs="+", type=assignment, metavar="KEY=YAML", help="a key and its value, written as YAML"
    )


def assignment(text: str) -> tuple[str, str]:
    """Take `KEY=YAML` apart at the first equals sign."""
    key, sign, source = text_argument(text).partition("=")
    if not sign or not key.strip():
        raise ArgumentTypeError(f"{text!r} is not KEY=YAML, such as 'tags=[a, b]'")
    return key.strip(), source


def run(arguments: Namespace) -> int:
    """Set all the keys or none."""
    with faults_of(arguments.post):
        set_keys(arguments.post, arguments.assignments)
    return DONE
