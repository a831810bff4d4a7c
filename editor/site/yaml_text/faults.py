"""What PyYAML says about broken YAML, turned into words for a writer."""

from __future__ import annotations

import re

import yaml

from editor.errors import InvalidYaml
from editor.site.yaml_text.changes import LINE_END
from editor.site.yaml_text.line import split_lines
from editor.site.yaml_text.mistakes import find_mistake

# PyYAML's (and libyaml's) words for a problem, and ours; the first that occurs in "context: problem" counts.
_REASONS = (
    ("mapping values are not allowed", "a value with a colon needs quotes"),
    ("block sequence entries are not allowed", "a value that begins with “- ” needs quotes, or a line of its own"),
    ("mapping keys are not allowed", "a value that begins with “? ” needs quotes"),
    ("violates indentation", "a tab cannot be used for indentation"),
    ("quoted scalar: found unexpected end", "a quote is not closed"),
    ("quoted scalar: found unexpected document", "a quote is not closed"),
    ("unknown escape character", "a backslash in double quotes must be doubled; or use single quotes"),
    ("quoted scalar: ", "a backslash in double quotes must be doubled; or use single quotes"),
    ("scanning an anchor", "a value that begins with “&” needs quotes"),
    ("scanning an alias", "a value that begins with “*” needs quotes"),
    ("alphabetic or numeric character", "a value that begins with “*” or “&” needs quotes"),
    ("parsing a flow sequence", "a list in brackets lacks a comma or its “]”"),
    ("parsing a flow mapping", "a map in braces lacks a comma or its “}”; text that begins with “{” needs quotes"),
    ("could not find expected ':'", "a line lacks its colon: it must be “key: value”"),
    ("expected ':'", "a line lacks its colon: it must be “key: value”"),
    ("block collection", "this line does not fit: check its indentation, and the quotes of the line above"),
    ("block mapping", "this line does not fit: check its indentation, and the quotes of the line above"),
    ("expected <block end>", "this line does not fit: check its indentation, and the quotes of the line above"),
    ("scanning a block scalar", "what stands behind “|” or “>” must go on its own line, indented"),
    ("scanning a directive", "a line that begins with “%” needs quotes"),
    ("scanning a tag", "a value that begins with “!” needs quotes"),
    ("parsing a tag", "a value that begins with “!” needs quotes"),
    ("parsing a flow node", "a list or map in brackets lacks a value or its end"),
    ("expected <document start>", "nothing may stand behind the end of a value; text like it needs quotes"),
    ("undefined tag handle", "a value that begins with “!” needs quotes"),
)
# Faults that are seen at some later place, where nothing is wrong: they are told where the thing begins.
_BEGUN = (
    "quoted scalar: found unexpected",
    "parsing a flow",
    "scanning a simple key",
    "scanning an alias",
    "scanning an anchor",
    "scanning a directive",
)
# Everything that libyaml refuses as a control character.
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def invalid_yaml(error: yaml.YAMLError | UnicodeError, source: str) -> InvalidYaml:
    """Our error for PyYAML's, with line and column counted from 1."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return _control_character(source)
    said = ": ".join(part for part in (error.context, error.problem) if part)
    mark = _mark(error, said)
    index = (mark.index + source.startswith("\ufeff")) if mark else 0  # marks count from behind it
    line, column = _place_of(source, index)
    if (mistake := find_mistake(split_lines(source), line, column, said)) is not None:
        return InvalidYaml(line=mistake.line + 1, column=mistake.column + 1, reason=mistake.reason)
    if "cannot start any token" in said or "parsing a block node" in said:
        reason = _bad_start(source[index : index + 1])
    else:
        reason = next((ours for theirs, ours in _REASONS if theirs in said), said or "it is not YAML")
    return InvalidYaml(line=line + 1, column=column + 1, reason=reason)


def _mark(error: yaml.MarkedYAMLError, said: str) -> yaml.Mark | None:
    """Where the fault is to be told."""
    problem, context = error.problem_mark, error.context_mark
    if problem is None or context is None:
        return problem or context
    if "parsing a flow" in said and problem.line == context.line:
        return problem
    return context if any(each in said for each in _BEGUN) else problem


def line_starts(source: str) -> list[int]:
    """Where lines begin, as every other program counts them: to YAML a line ends at U+2028, too."""
    return [0, *(found.end() for found in LINE_END.finditer(source))]


def _place_of(source: str, index: int) -> tuple[int, int]:
    """Line and column, both from 0."""
    starts = line_starts(source[:index])
    return len(starts) - 1, index - starts[-1]


def _control_character(source: str) -> InvalidYaml:
    found = _CONTROL.search(source)
    line, column = _place_of(source, found.start() if found else 0)
    return InvalidYaml(line=line + 1, column=column + 1, reason="it holds a control character; remove it")


def _bad_start(character: str) -> str:
    if character == "\t":
        return "a tab cannot be used for indentation"
    return f"a value that begins with “{character}” needs quotes"
