"""`galley explain`: tell what Jekyll will do with a post."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from editor.cli.arguments import add_config_option, add_format_option, path_argument
from editor.cli.as_json import explanation_object, state_name
from editor.cli.output import DONE, harmless
from editor.cli.places import open_post
from editor.site.inherited import Inherited, scope_words
from editor.site.key_path import spell_key_path
from editor.site.problem import Problem
from editor.site.scalars import write_value
from editor.workspace.explanation import Explanation
from editor.workspace.reasons import moment_words, zone_words

_WIDTH = 12  # of the labels


def add_arguments(parser: ArgumentParser) -> None:
    """`POST [--format json] [--config FILE,…]`."""
    parser.epilog = "The exit status is 0 for a broken post, too: what is wrong with it is the answer."
    parser.add_argument("post", type=path_argument, metavar="POST", help="the post's file")
    add_format_option(parser, text="a line for each fact", json="an object")
    add_config_option(parser)


def run(arguments: Namespace) -> int:
    """Print the explanation; paths are relative to the site."""
    workspace, relative = open_post(arguments.post, arguments.config)
    explanation = workspace.explain(workspace.open_post(relative).post, relative)
    if arguments.format == "json":
        print(json.dumps(explanation_object(explanation), indent=2))
        return DONE
    for label, facts in _facts(explanation):
        for index, fact in enumerate(facts):
            print(harmless(f"{'' if index else label:<{_WIDTH}}{fact}"))
    return DONE


def _facts(explanation: Explanation) -> Iterator[tuple[str, list[str]]]:
    """Each label with its lines; what there is nothing to tell of has none."""
    document = explanation.document
    yield "file", [document.path]
    yield "page", [document.output or "none"]
    yield "address", list(filter(None, [explanation.address]))
    yield "date", _date(explanation)
    yield "state", _state(explanation)
    yield "title", [document.title]
    yield "slug", [document.slug]
    yield "categories", list(filter(None, [", ".join(document.categories)]))
    yield "tags", list(filter(None, [", ".join(document.tags)]))
    yield "layout", _layout(explanation)
    yield "defaults", [_inherited(each) for each in explanation.inherited]
    yield "problems", [_problem(each) for each in document.problems]


def _state(explanation: Explanation) -> list[str]:
    """The state, and why it is so if no problem tells that."""
    document, reason = explanation.document, explanation.reason
    is_told = any(each.message.startswith(reason) for each in document.problems)
    return [state_name(document.state), *([reason] if reason and not is_told else [])]


def _date(explanation: Explanation) -> list[str]:
    date, views = explanation.document.date, explanation.dates
    if date is None:
        return ["none"]
    told = moment_words(date, zone_words(explanation.zone, date))
    if views is None:
        return [told, "from the time of the file"]
    is_in_name = not explanation.document.date_source and f"/{views.written}-" in f"/{explanation.document.path}"
    return [told, "from the file’s name" if is_in_name else f"written {views.written}"]


def _layout(explanation: Explanation) -> list[str]:
    match explanation.layout_state:
        case "none":
            return ["none"]
        case "found":
            place = explanation.layout_file
        case "theme":
            place = "from the theme"
        case _:
            place = "missing"
    return [f"{explanation.document.layout} ({place})"]


def _inherited(inherited: Inherited) -> str:
    scope = inherited.scope
    source = ", ".join(filter(None, [scope_words(scope), scope.place]))
    overridden = "; overridden" if inherited.is_overridden else ""
    return f"{spell_key_path(inherited.path)}: {write_value(inherited.value)} ({source}{overridden})"


def _problem(problem: Problem) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    return " ".join(filter(None, [f"{place}{problem.message}", problem.advice]))
