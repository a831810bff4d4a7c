"""`galley check`: list a site's faults."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace

from editor.cli.arguments import add_config_option, add_format_option, path_argument
from editor.cli.as_json import problem_object
from editor.cli.output import DONE, FAILED, harmless, tell
from editor.cli.places import open_site
from editor.site.problem import Problem


def add_arguments(parser: ArgumentParser) -> None:
    """`SITE [--format json] [--config FILE,…]`."""
    parser.epilog = "The exit status is 1 if there are errors; warnings alone give 0."
    parser.add_argument("site", type=path_argument, metavar="SITE", help="the site's folder")
    add_format_option(parser, text="path:line:column: rule: message", json="a list of objects")
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the findings; paths are relative to the site."""
    problems = open_site(arguments.site, arguments.config).check()
    if arguments.format == "json":
        print(json.dumps([problem_object(problem) for problem in problems], indent=2))
    else:
        for problem in problems:
            print(_line(problem))
    errors = sum(problem.severity == "error" for problem in problems)
    if not errors:
        return DONE
    tell(f"{arguments.site}: {errors} {'error' if errors == 1 else 'errors'} found; each tells what to do.")
    return FAILED


def _line(problem: Problem) -> str:
    # Editors and terminals that make such lines clickable count from 1.
    place = f"{problem.path}:{max(problem.line, 1)}:{max(problem.column, 1)}"
    advice = f" {problem.advice}" if problem.advice else ""
    return harmless(f"{place}: {problem.rule}: {problem.message}{advice}")
