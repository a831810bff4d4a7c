"""kramdown's options as its files and the judge spell them, read into Galley's."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from editor.kramdown.option_values import OptionError, UnknownOption, with_option
from editor.kramdown.options import JEKYLL_DEFAULTS, Options

# kramdown's and its GFM parser's own defaults where they differ from Jekyll's.
KRAMDOWN_DEFAULTS = dataclasses.replace(JEKYLL_DEFAULTS, input="kramdown", syntax_highlighter_opts={})
GFM_DEFAULTS = dataclasses.replace(KRAMDOWN_DEFAULTS, input="GFM", hard_wrap=True)


def read_options(named: Mapping[str, Any], defaults: Options = JEKYLL_DEFAULTS) -> Options:
    """Lay options by kramdown's names (Ruby's colons before them or not) over the defaults; leave out unknown ones."""
    options = defaults
    for name, value in without_colons(named).items():
        try:
            options = (
                dataclasses.replace(options, input=value) if name == "input" else with_option(options, name, value)
            )
        except (OptionError, UnknownOption):
            continue
    return options


def without_colons(value: Any) -> Any:
    """Take the colons from before Ruby's symbols, at any depth."""
    if isinstance(value, dict):
        return {without_colons(key): without_colons(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_colons(each) for each in value]
    return value.removeprefix(":") if isinstance(value, str) else value
