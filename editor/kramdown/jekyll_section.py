"""A site's `kramdown:` section, with what Jekyll makes of it before kramdown sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from editor.kramdown.option_values import OptionError, UnknownOption, text_of, with_option
from editor.kramdown.options import Options, Version

# `lib/jekyll/configuration.rb`: a null leaves these as they are (`utils.rb`, deep_merge_hashes).
_SET_BY_JEKYLL = frozenset(
    {"auto_ids", "toc_levels", "entity_output", "smart_quotes", "input", "hard_wrap", "guess_lang", "footnote_nr"}
)
_OF_GFM = frozenset({"hard_wrap", "gfm_quirks"})  # kramdown-parser-gfm brings them along
_READ_HERE = frozenset({"input", "guess_lang", "syntax_highlighter", "syntax_highlighter_opts"})
_OTHER_INPUTS = frozenset({"markdown", "Markdown", "html", "Html"})  # kramdown reads them, too
_CODERAY = {  # CODERAY_DEFAULTS
    "css": "style",
    "bold_every": 10,
    "line_numbers": "inline",
    "line_number_start": 1,
    "tab_width": 4,
    "wrap": "div",
}


@dataclass(frozen=True)
class OptionFault:
    """What is wrong with one option: "must be a whole number". The option counts as not set."""

    option: str
    reason: str
    stops: bool = True  # whether Jekyll builds nothing because of it


@dataclass(frozen=True)
class Section:
    """The options that a section makes, and what is wrong with it."""

    options: Options
    faults: tuple[OptionFault, ...] = ()


def read_section(section: Mapping[str, Any], *, highlighter: object = "rouge", version: Version = "2.4") -> Section:
    """The options of a `kramdown:` section over Jekyll's defaults (jekyll/converters/markdown/kramdown_parser.rb).

    `highlighter` is the configuration's own, which the section's `syntax_highlighter` goes before. What kramdown has
    no option for is passed over.
    """
    given = {key: each for key, each in section.items() if each is not None or key not in _SET_BY_JEKYLL}
    faults: list[OptionFault] = []
    options = Options(version=version)
    options = _with_input(options, text_of(given.get("input", "GFM")), faults)
    settings = {key: each for key, each in given.items() if key not in _READ_HERE}
    settings["syntax_highlighter"] = _highlighter(given, highlighter)
    settings["syntax_highlighter_opts"] = _highlighter_options(given, faults)
    for name, value in settings.items():
        if name in _OF_GFM and not options.is_gfm:
            continue
        try:
            options = with_option(options, name, value)
        except UnknownOption:
            continue
        except OptionError as error:
            faults.append(OptionFault(name, str(error)))
    return Section(options, tuple(faults))


def _with_input(options: Options, name: str, faults: list[OptionFault]) -> Options:
    """`input` names a parser's class, its first letter of either case (kramdown/document.rb): never `gfm`."""
    if name == "GFM":
        return options
    if name in _OTHER_INPUTS:
        faults.append(OptionFault("input", f"is {name}, and is read as kramdown here", stops=False))
    elif name not in ("kramdown", "Kramdown"):
        faults.append(OptionFault("input", "must be GFM or kramdown"))
        return options
    return replace(options, input="kramdown")


def _highlighter(given: Mapping[str, Any], highlighter: object) -> object:
    own = given.get("syntax_highlighter")
    if _is_set(own):
        return own
    return "coderay" if _is_set(given.get("enable_coderay")) else highlighter if _is_set(highlighter) else "rouge"


def _highlighter_options(given: Mapping[str, Any], faults: list[OptionFault]) -> dict[str, Any]:
    found = dict(_map_of("syntax_highlighter_opts", given, faults))
    if not _is_set(found.get("default_lang")):
        found["default_lang"] = "plaintext"
    found["guess_lang"] = given.get("guess_lang", True)
    if old := _map_of("coderay", given, faults):
        return {str(key).removeprefix("coderay_"): each for key, each in {**found, **_CODERAY, **old}.items()}
    return found


def _map_of(name: str, given: Mapping[str, Any], faults: list[OptionFault]) -> Mapping[str, Any]:
    value = given.get(name)
    if isinstance(value, Mapping):
        return value
    if _is_set(value):
        faults.append(OptionFault(name, "must be a map of names and values"))
    return {}


def _is_set(value: object) -> bool:
    """As Ruby's `||=` asks."""
    return value is not None and value is not False
