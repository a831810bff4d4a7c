"""Reads the command line, runs the verb or the window, and turns an error into one line and an exit status."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from editor.cli.arguments import VerbParser
from editor.cli.output import FAILED, INTERRUPTED, accept_every_file_name, tell
from editor.errors import GalleyError

# Verb, the module that does it (imported only when asked for), and its line in the help.
VERBS = {
    "new": ("editor.cli.new", "make a new post or draft by the site's habits"),
    "set": ("editor.cli.set_keys", "set front matter keys of a post and leave every other byte alone"),
    "unset": ("editor.cli.unset_keys", "remove front matter keys of a post"),
    "publish": ("editor.cli.publish", "move a draft to _posts"),
    "unpublish": ("editor.cli.unpublish", "move a post back to _drafts"),
    "rename": ("editor.cli.rename", "give a post another slug"),
    "check": ("editor.cli.check", "list everything that Jekyll or readers would stumble over"),
    "explain": ("editor.cli.explain", "tell what Jekyll will do with a post: URL, date, state, layout, defaults"),
    "images": ("editor.cli.images", "add, list and remove the site's images"),
    "export": ("editor.cli.export", "copy posts and the images they use into another Jekyll folder"),
    "render": ("editor.cli.render", "write posts as HTML files"),
}


class Verb(Protocol):
    """A module of `editor.cli` that does one verb."""

    def add_arguments(self, parser: ArgumentParser) -> None: ...

    def run(self, arguments: Namespace) -> int: ...


def run(arguments: Sequence[str]) -> int:
    """Run the verb, or open the window; gives the exit status."""
    accept_every_file_name()
    if not _stands_somewhere():
        tell("The folder that you are in does not exist any more. Go to another one, and try again.")
        return FAILED
    try:
        status = _dispatch(list(arguments))
        if sys.stdout is not None:  # closed, or a Windows program without a console
            sys.stdout.flush()
    except GalleyError as error:
        tell(error)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # `galley check … | head`
        _abandon_output()
        return FAILED
    except OSError as error:  # nothing below lets one pass: it is the output that cannot be written
        _abandon_output()
        tell(f"The output cannot be written: {error.strerror or error}.")
        return FAILED
    return status


def _stands_somewhere() -> bool:
    """Whether there is a current folder, without which no relative path means anything."""
    try:
        return bool(os.getcwd())  # noqa: PTH109
    except OSError:
        return False


def _abandon_output() -> None:
    """Keep Python from trying again, and failing again, at its exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _dispatch(arguments: list[str]) -> int:
    name = arguments[0] if arguments else ""
    if name not in VERBS:
        from editor.cli import window

        return window.run(arguments, verbs={verb: summary for verb, (_, summary) in VERBS.items()})
    module, summary = VERBS[name]
    verb = cast(Verb, import_module(module))
    parser = VerbParser(prog=f"galley {name}", description=f"{summary[0].upper()}{summary[1:]}.")
    verb.add_arguments(parser)
    return verb.run(parser.parse_verb(arguments[1:]))
