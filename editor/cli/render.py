"""`galley render`: write posts as HTML files."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, path_argument
from editor.cli.output import DONE, FAILED, tell
from editor.cli.places import now
from editor.errors import GalleyError
from editor.workspace.rendering_files import render_files


def add_arguments(parser: ArgumentParser) -> None:
    """`FILE… --output-dir DIR [--site DIR] [--fragment] [--config FILE,…]`."""
    parser.add_argument(
        "files", nargs="+", type=path_argument, metavar="FILE", help="a post to render to DIR/<stem>.html"
    )
    parser.add_argument(
        "--output-dir", required=True, type=path_argument, metavar="DIR", help="where the HTML files go"
    )
    parser.add_argument(
        "--site", type=path_argument, metavar="DIR", help="the site (default: the one that holds the file)"
    )
    parser.add_argument("--fragment", action="store_true", help="only the converted body, as Jekyll's content")
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print each file written; what fails for one file does not stop the others."""
    status = DONE
    for done in render_files(
        arguments.files,
        arguments.output_dir,
        site_folder=arguments.site,
        configs=arguments.config,
        fragment=arguments.fragment,
        now=now(),
    ):
        if isinstance(done, GalleyError):
            tell(done)
            status = FAILED
        else:
            print(done)
    return status
