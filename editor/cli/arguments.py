"""Reads the arguments of one verb: options in full, values of any kind, and no path that is empty."""

from __future__ import annotations

import os
from argparse import Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any


class VerbParser(ArgumentParser):
    """An argument parser to whom the word behind `--title` is a title, even `-x`; options cannot be shortened."""

    def __init__(self, **options: Any) -> None:
        self._names: set[str] = set()  # of all options
        self._with_value: set[str] = set()
        super().__init__(**options, allow_abbrev=False)

    def add_argument(self, *names: Any, **options: Any) -> Action:
        """As in argparse."""
        action = super().add_argument(*names, **options)
        self._names.update(action.option_strings)
        if action.nargs is None:
            self._with_value.update(action.option_strings)
        return action

    def parse_verb(self, arguments: Sequence[str]) -> Namespace:
        """As `parse_args`, which takes what begins with a dash for another option."""
        return self.parse_args(self._joined(list(arguments)))

    def _joined(self, arguments: list[str]) -> list[str]:
        """`--title -x` as `--title=-x`."""
        joined: list[str] = []
        while arguments and arguments[0] != "--":
            word = arguments.pop(0)
            if word in self._with_value and arguments and self._is_odd_value(arguments[0]):
                word = f"{word}={arguments.pop(0)}"
            joined.append(word)
        return joined + arguments

    def _is_odd_value(self, word: str) -> bool:
        return word.startswith("-") and word != "--" and word.partition("=")[0] not in self._names


def text_argument(text: str) -> str:
    """A text as typed; bytes that the system's encoding could not read are read as UTF-8."""
    try:
        return os.fsencode(text).decode()
    except UnicodeDecodeError as error:
        raise ArgumentTypeError("it is not UTF-8 text") from error


def path_argument(text: str) -> Path:
    """A path as typed. An empty one, such as that of a variable without value, is no path: not this folder."""
    return Path(name_argument(text))


def add_config_option(parser: ArgumentParser) -> None:
    """`--config FILE[,FILE…]`, as `jekyll build` takes it."""
    parser.add_argument(
        "--config",
        type=configs_argument,
        default=(),
        metavar="FILE[,FILE…]",
        help="configuration files to read instead of _config.yml; later ones go over earlier ones",
    )


def add_format_option(parser: ArgumentParser, *, text: str, json: str) -> None:
    """`--format text` or `--format json`; the arguments say what these print."""
    help_text = f"text: {text}; json: {json} (default: text)"
    parser.add_argument("--format", choices=("text", "json"), default="text", help=help_text)


def configs_argument(text: str) -> tuple[Path, ...]:
    """Paths with commas between them."""
    paths = tuple(Path(each) for each in text.split(",") if each)
    if not paths:
        raise ArgumentTypeError("it is empty")
    return paths


def name_argument(text: str) -> str:
    """A path or name as typed, kept as it is."""
    if not text:
        raise ArgumentTypeError("it is empty")
    return text
