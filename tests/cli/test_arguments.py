"""The arguments of a verb: spelled out, with values of any kind, and no path that is empty."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError

import pytest

from editor.cli.arguments import VerbParser, name_argument, path_argument, text_argument


@pytest.fixture
def parser() -> VerbParser:
    made = VerbParser(prog="galley verb")
    made.add_argument("site", type=path_argument)
    made.add_argument("--title")
    made.add_argument("--draft", action="store_true")
    made.add_argument("names", nargs="*", default=[], type=name_argument)
    return made


@pytest.mark.parametrize("title", ["-x", "--x", "-", "- a b", "-5", "—", "a=b", ""])
def test_a_value_may_begin_with_a_dash(parser: VerbParser, title: str) -> None:
    for arguments in (["s", "--title", title], ["--title", title, "s"], [f"--title={title}", "s"]):
        assert parser.parse_verb(arguments).title == title


@pytest.mark.parametrize(
    "arguments",
    [
        ["s", "--title"],
        ["s", "--title", "--draft"],  # the title was forgotten
        ["s", "--title", "--title=x"],
        ["s", "--title", "--", "x"],
        ["s", "--ti", "x"],
        ["s", "--dra"],
        [""],
        ["s", ""],
        [],
    ],
)
def test_what_is_forgotten_shortened_or_empty_is_wrong_usage(
    parser: VerbParser, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parser.parse_verb(arguments)
    assert left.value.code == 2
    assert "usage: galley verb" in capsys.readouterr().err


def test_a_text_is_utf8_whatever_the_system_thinks() -> None:
    assert text_argument(os.fsdecode("日本".encode())) == "日本"
    assert text_argument("日本".encode().decode("ascii", "surrogateescape")) == "日本"
    with pytest.raises(ArgumentTypeError):
        text_argument("caf\udce9")


def test_behind_two_dashes_every_word_is_a_name(parser: VerbParser) -> None:
    parsed = parser.parse_verb(["--draft", "--", "-s", "--title", "-x"])
    assert (str(parsed.site), parsed.names, parsed.title, parsed.draft) == ("-s", ["--title", "-x"], None, True)


def test_only_what_lacks_is_called_required(parser: VerbParser, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.parse_verb([])
    assert "required: site\n" in capsys.readouterr().err
