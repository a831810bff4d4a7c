"""What is wrong with a site's configuration, with its line: most of it stops Jekyll before it builds anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from editor.errors import DuplicateKey, FrontMatterError
from editor.site.dates import is_zone
from editor.site.declaration_problems import declaration_problems
from editor.site.default_faults import find_default_faults
from editor.site.problem import Problem

_LISTS = ("include", "exclude", "plugins")  # `configuration.rb:286-320`
# Of these Jekyll 4.3 asks what only a text can answer.
_TEXTS = (
    "permalink",
    "markdown_ext",
    "timezone",
    "collections_dir",
    "layouts_dir",
    "destination",
    "markdown",
    "encoding",
)


def encoding_problem(name: str) -> Problem:
    """A file that is not UTF-8."""
    message = "The configuration is not UTF-8 text: Jekyll stops here. Convert it to UTF-8 with another program."
    return Problem("config", message, name, line=1)


def mapping_problem(name: str) -> Problem:
    """A file that holds a list, say."""
    message = "The configuration is not made of “key: value” lines; Jekyll uses its defaults. Correct it."
    return Problem("config", message, name, line=1)


def kind_problem(name: str) -> Problem:
    """A file whose name does not say what it is."""
    message = "Jekyll reads only .yml, .yaml and .toml files as configuration. Rename this one."
    return Problem("config", message, name, line=1)


def missing_problem(name: str, main: str) -> Problem:
    """A file that `galley: config:` of the main file names, and that the site does not hold."""
    message = f"“{name}” of “galley: config” is not in the site; Galley does without it. Add it, or remove the name."
    return Problem("config", message, main, severity="warning")


def drafts_problem(name: str, line: int) -> Problem:
    """A set of defaults for `type: drafts`, which is no type to Jekyll 4 (`document.rb:39`)."""
    message = "Defaults of “type: drafts” reach nothing: to Jekyll drafts are posts. Write “path: _drafts” instead."
    return Problem("defaults", message, name, line=line, severity="warning")


def yaml_problem(error: FrontMatterError, name: str) -> Problem:
    """A file that cannot be read, or in which a key stands twice."""
    line, column = error.line or 0, error.column or 0
    if isinstance(error, DuplicateKey):
        message = f"“{error.facts.get('key')}” stands twice in the configuration; Jekyll takes the last. Remove one."
        return Problem("config", message, name, line=line, column=column, severity="warning")
    reason = error.facts.get("reason", "it is nested too deep")
    message = f"The configuration is not valid YAML: {reason}. Correct it; until then Jekyll stops here."
    return Problem("config", message, name, line=line, column=column)


def toml_problem(error: Exception, name: str) -> Problem:
    """A TOML file that cannot be read; Python's message says where."""
    place = re.search(r"\s*\(at line (\d+), column (\d+)\)", str(error))
    reason = str(error).replace(place[0], "") if place else str(error)
    reason = reason[:1].lower() + reason[1:]
    message = f"The configuration is not valid TOML: {reason}. Correct it; until then Jekyll stops here."
    line, column = (int(place[1]), int(place[2])) if place else (0, 0)
    return Problem("config", message, name, line=line, column=column)


def value_problems(content: Mapping[str, Any], text: str, name: str) -> Iterator[Problem]:
    """Values that Jekyll cannot use, at the line of their key in the file's text."""
    for key, value in content.items():
        message = ""
        if key in _LISTS and not isinstance(value, list):
            message = f"“{key}” must be a list: [one, two]. Until then Jekyll stops here."
        elif key in _TEXTS and value is not None and not isinstance(value, str):
            message = f"“{key}” must be a text. Correct it, or put it in quotes; until then Jekyll stops here."
        if message:
            yield Problem("config", message, name, line=_line(key, text))
    zone = content.get("timezone")
    if isinstance(zone, str) and not is_zone(zone):
        message = f"Jekyll takes the unknown time zone “{zone}” for UTC. Write Europe/Berlin, say."
        yield Problem("timezone", message, name, line=_line("timezone", text), severity="warning")
    for fault in find_default_faults(content.get("defaults")):
        yield Problem("config", fault, name, line=_line("defaults", text))
    yield from declaration_problems(content.get("galley"), text, name)


def _line(key: str, text: str) -> int:
    """The line of a key, from 1; 0 where it is written in an unusual way."""
    found = re.search(rf"^[\"']?{re.escape(key)}[\"']?[ \t]*[:=]", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 0
