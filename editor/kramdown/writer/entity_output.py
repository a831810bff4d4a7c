"""Writes entities, smart quotes and typographic symbols in the form that `entity_output` asks for."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from editor.kramdown.entities import NamedEntity, entity_by_code_point, entity_by_name
from editor.kramdown.options import Options
from editor.kramdown.writer.escaping import escape_text

_MARKUP = frozenset('<>&"')
_QUOTES = ("lsquo", "rsquo", "ldquo", "rdquo")  # in the order of the option `smart_quotes`
_SYMBOLS: Final = MappingProxyType(
    {
        "mdash": ("mdash",),
        "ndash": ("ndash",),
        "hellip": ("hellip",),
        "laquo_space": ("laquo", "nbsp"),
        "raquo_space": ("nbsp", "raquo"),
        "laquo": ("laquo",),
        "raquo": ("raquo",),
    }
)


def write_entity(entity: NamedEntity, options: Options, *, original: str = "") -> str:
    """An entity; `original` as the source has it (kramdown/utils/html.rb, entity_to_str)."""
    output = options.entity_output
    is_markup = entity.character in _MARKUP
    if output == "as_char" and entity.character and (not is_markup or entity.character == '"'):
        return entity.character
    if output in ("as_char", "as_input") and original:
        return original
    if (output == "symbolic" or is_markup) and entity.name:
        return f"&{entity.name};"
    return f"&#{entity.code_point};"


def named(name_or_number: str) -> NamedEntity:
    """The entity that an option names; kramdown allows numbers too."""
    if name_or_number.isdecimal():
        return entity_by_code_point(int(name_or_number))
    return entity_by_name(name_or_number) or NamedEntity(name_or_number, 0)


def symbols(options: Options) -> dict[str, str]:
    """How each typographic symbol and smart quote is written, by the name that it has in the tree."""
    written = {
        name: escape_text(options.typographic_symbols[name])
        if name in options.typographic_symbols
        else "".join(write_entity(named(part), options) for part in parts)
        for name, parts in _SYMBOLS.items()
    }
    for quote, name in zip(_QUOTES, options.smart_quotes, strict=True):
        written[quote] = write_entity(named(name), options)
    return written
