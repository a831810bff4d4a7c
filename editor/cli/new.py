"""`galley new`: make a new post or draft."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, path_argument, text_argument
from editor.cli.output import DONE
from editor.cli.places import open_site, read_moment, shown


def add_arguments(parser: ArgumentParser) -> None:
    """`SITE --title T [--draft] [--date D] [--config FILE,…]`."""
    parser.add_argument("site", type=path_argument, metavar="SITE", help="the site's folder")
    parser.add_argument(
        "--title", required=True, type=text_argument, metavar="T", help="the title; the file's name is made from it"
    )
    parser.add_argument("--draft", action="store_true", help="make a draft, in _drafts and without a date")
    parser.add_argument(
        "--date", metavar="D", help="2025-11-21 or '2025-11-21 18:21', in the site's time zone (default: now)"
    )
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the path of the new post."""
    workspace = open_site(arguments.site, arguments.config)
    date = read_moment(arguments.date, workspace.site)
    relative = workspace.create_post(arguments.title, draft=arguments.draft, date=date)
    print(shown(workspace.site, relative, like=arguments.site))
    return DONE
