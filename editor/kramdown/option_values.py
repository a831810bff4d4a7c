"""The values of kramdown's options, from whatever a configuration or `{::options …}` says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from editor.kramdown.entities import entity_by_name
from editor.kramdown.flow_map import read_flow_map
from editor.kramdown.options import Options, Version

_LEVELS = re.compile(r"^([0-9])\.\.([0-9])$", re.MULTILINE)
_LEVEL_LIST = re.compile(r"^[0-9](?:,[0-9])*$", re.MULTILINE)
_LEADING_NUMBER = re.compile(r"\s*([+-]?[0-9]+)", re.ASCII)
_NUMBER = re.compile(  # as Ruby's Integer() reads it
    r"\s*([+-]?)(?:0[xX]([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)|0[bB]([01]+(?:_[01]+)*)|0[dD]([0-9]+(?:_[0-9]+)*)"
    r"|0[oO_]?([0-7]+(?:_[0-7]+)*)|(0|[1-9][0-9]*(?:_[0-9]+)*))\s*",
    re.ASCII,
)
_RADIX = (16, 2, 10, 8, 10)  # of the groups of `_NUMBER`, in their order
_MOST_DIGITS = 4000  # Python refuses to read longer numbers


class OptionError(ValueError):
    """kramdown cannot take this value, and stops; the message says what the option must be."""


class UnknownOption(KeyError):
    """kramdown has no option of this name, and passes over it."""


def parse_option(name: str, value: object, *, version: Version = "2.4") -> Any:
    """The value of an option as kramdown understands it (kramdown/options.rb, parse), as `Options` holds it.

    A text is taken as the type that the option has. Raises OptionError, and UnknownOption.
    """
    parse = _PARSERS.get(name)
    if parse is None or (version == "2.4" and name in _SINCE_2_5):
        raise UnknownOption(name)
    return parse(value)


def with_option(options: Options, name: str, value: object) -> Options:
    """The options with one of them set. Raises OptionError, and UnknownOption."""
    parsed = parse_option(name, value, version=options.version)
    return replace(options, **{name: parsed}) if name in _HELD else options


def with_inline_option(options: Options, name: str, value: str) -> Options:
    """The options after `{::options name="value"}` (kramdown/parser/kramdown/extensions.rb, handle_extension).

    The very same object where kramdown only warns: an unknown option, a value that makes no sense, or one that the
    site forbids to set in a text.
    """
    if name == "forbidden_inline_options" or name in options.forbidden_inline_options:
        return options
    try:
        return with_option(options, name, value)
    except (OptionError, UnknownOption):
        return options


def text_of(value: object) -> str:
    """A value as Ruby's `to_s` writes it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def symbol_of(value: object) -> str | None:
    """The name of a symbol; None for an empty one and for "nil" (kramdown/options.rb, str_to_sym)."""
    name = text_of(value).strip(" \t\n\v\f\r\0").removeprefix(":")
    return None if name in ("", "nil") else name


def number_of(text: str) -> int | None:
    """A whole number as Ruby's Integer() reads it, None for anything else."""
    found = _NUMBER.fullmatch(text)
    if found is None or len(text) > _MOST_DIGITS:
        return None
    sign, *digits = found.groups()
    number = next(int(each, radix) for each, radix in zip(digits, _RADIX, strict=True) if each)
    return -number if sign == "-" else number


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    return text != "" and text.strip().lower() != "false"


def _integer(value: object) -> int:
    number = value if isinstance(value, int) and not isinstance(value, bool) else number_of(text_of(value))
    if number is None:
        raise OptionError("must be a whole number")
    return number


def _entity_output(value: object) -> str:
    name = symbol_of(value)
    return name if name in ("as_char", "as_input", "symbolic") else "numeric"  # html.rb, entity_to_str


def _levels(value: object) -> frozenset[int]:
    if isinstance(value, str):
        levels: Iterable[int | None]
        if found := _LEVELS.search(value):
            levels = range(int(found[1]), int(found[2]) + 1)
        elif found := _LEVEL_LIST.search(value):
            levels = map(int, found[0].split(","))
        else:
            raise OptionError('must be like “1..3” or "1,2,3" in quotes')
    elif isinstance(value, list | tuple | set | frozenset | range):
        levels = map(_level, value)
    else:
        raise OptionError('must be like “1..3”, [1, 2, 3] or "1,2,3" in quotes')
    found_levels = frozenset(levels)
    if not found_levels <= frozenset(range(1, 7)):
        raise OptionError("must have levels from 1 to 6")
    return frozenset(level for level in found_levels if level)


def _level(value: object) -> int | None:
    """As Ruby's `to_i`: the number that a text begins with, else 0; None for what has no such method."""
    if isinstance(value, str):
        found = _LEADING_NUMBER.match(value[:9])
        return int(found[1]) if found else 0
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if abs(value) < 10 else 0
    return None


def _quotes(value: object) -> tuple[str, str, str, str]:
    """Names of entities or, as digits, code points."""
    parts = _listed(value)
    if len(parts) != 4:
        raise OptionError("must be four names of entities: lsquo,rsquo,ldquo,rdquo, say")
    names = [str(number_of(text_of(part)) or text_of(part)) for part in parts]
    if unknown := next((name for name in names if not name.isdecimal() and entity_by_name(name) is None), None):
        raise OptionError(f"must name entities that kramdown knows, and not “{unknown}”")
    return names[0], names[1], names[2], names[3]


def _quirks(value: object) -> frozenset[str]:
    return frozenset(filter(None, map(symbol_of, _listed(value))))


def _listed(value: object) -> list[object]:
    if isinstance(value, str):
        return [*value.rstrip(",").split(",")] if value.rstrip(",") else []
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    raise OptionError("must be a list, or a text with commas")


def _mapped(value: object) -> dict[Any, Any]:
    if isinstance(value, str):
        value = read_flow_map(value)
    if not isinstance(value, Mapping):
        raise OptionError("must be a map of names and values")
    return dict(value)


def _by_symbol(value: object) -> dict[str, Any]:
    return {symbol_of(key) or "": each for key, each in _mapped(value).items()}


def _symbols(value: object) -> dict[str, str]:
    return {name: text_of(each) for name, each in _by_symbol(value).items()}


def _link_definitions(value: object) -> dict[str, tuple[str, str | None]]:
    found = {}
    for name, parts in _mapped(value).items():
        if not isinstance(parts, list | tuple) or not 1 <= len(parts) <= 2 or not isinstance(name, str):
            raise OptionError("must be a map like {name: [address, title]}")
        title = parts[1] if len(parts) == 2 else None
        found[name] = (text_of(parts[0]), None if title is None else text_of(title))
    return found


def _forbidden(value: object) -> frozenset[str]:
    if isinstance(value, str):
        raise OptionError("must be a list")
    return frozenset(filter(None, map(symbol_of, _listed(value))))


def _commands(value: object) -> None:
    if len(_listed(value)) != 6:
        raise OptionError("must be six names")


_PARSERS: Mapping[str, Callable[[object], Any]] = {
    "auto_ids": _boolean,
    "auto_id_prefix": text_of,
    "auto_id_stripping": _boolean,
    "transliterated_header_ids": _boolean,
    "header_offset": _integer,
    "header_links": _boolean,
    "toc_levels": _levels,
    "footnote_nr": _integer,
    "footnote_backlink": text_of,
    "footnote_backlink_inline": _boolean,
    "footnote_prefix": text_of,
    "footnote_link_text": text_of,
    "smart_quotes": _quotes,
    "typographic_symbols": _symbols,
    "entity_output": _entity_output,
    "hard_wrap": _boolean,
    "gfm_quirks": _quirks,
    "parse_block_html": _boolean,
    "parse_span_html": _boolean,
    "html_to_native": _boolean,
    "link_defs": _link_definitions,
    "math_engine": symbol_of,
    "math_engine_opts": _by_symbol,
    "syntax_highlighter": symbol_of,
    "syntax_highlighter_opts": _by_symbol,
    "remove_line_breaks_for_cjk": _boolean,
    "forbidden_inline_options": _forbidden,
    # These shape what other converters of kramdown write; their values are only checked.
    "template": text_of,
    "line_width": _integer,
    "list_indent": _integer,
    "latex_headers": _commands,
    "remove_block_html_tags": _boolean,
    "remove_span_html_tags": _boolean,
}
_SINCE_2_5 = frozenset({"header_links", "footnote_link_text"})
_HELD = frozenset(each.name for each in fields(Options)) & frozenset(_PARSERS)
