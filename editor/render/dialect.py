"""The Markdown of a site: its options for kramdown, what the window calls it, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.kramdown.jekyll_section import OptionFault, read_section
from editor.kramdown.options import Options, Version
from editor.site.config import SiteConfig
from editor.site.problem import Problem
from editor.site.site import Site

_GONE = frozenset({"redcarpet", "rdiscount", "maruku"})  # Jekyll 4 brings kramdown alone (`markdown.rb`)


@dataclass(frozen=True)
class Dialect:
    """How the site's posts are read. `name` fits a status bar; `explanation` says in a few sentences what it means."""

    options: Options
    name: str  # "kramdown GFM"
    explanation: str = ""
    converter: str = ""  # what the configuration names instead of kramdown, "" for kramdown
    note: str = ""  # what that means for the writer
    problems: tuple[Problem, ...] = ()


def dialect_of(site: Site) -> Dialect:
    """The dialect of a site, from its configuration and its `Gemfile.lock`. Never raises."""
    config = site.config
    given = config.kramdown
    # `kramdown: false` takes Jekyll's defaults away as well (`kramdown_parser.rb`).
    section = {"input": "kramdown", "guess_lang": False} if given is False else given
    is_map = isinstance(section, Mapping)
    read = read_section(section if is_map else {}, highlighter=config.highlighter, version=_version(config))
    faults = read.faults if is_map else (OptionFault("", "must be a map of options"),)
    name = _name(read.options)
    converter = "" if config.markdown.lower() == "kramdown" else config.markdown
    return Dialect(
        options=read.options,
        name=name,
        explanation=_explanation(read.options),
        converter=converter,
        note=_note(converter, name) if converter else "",
        problems=tuple(_problems(faults, config)),
    )


def _version(config: SiteConfig) -> Version:
    numbers = tuple(map(int, re.findall(r"[0-9]{1,9}", config.locked_kramdown)))
    return "2.5" if numbers >= (2, 5) else "2.4"


def _name(options: Options) -> str:
    parts = ("kramdown", "2.5" if options.version == "2.5" else "", "GFM" if options.is_gfm else "")
    return " ".join(part for part in parts if part)


def _explanation(options: Options) -> str:
    if options.is_gfm:
        words = "Your text is read as kramdown with GitHub's additions: ``` fences, ~~strikethrough~~, [ ] tasks."
    else:
        words = "Your text is read as plain kramdown: the site's configuration says “input: kramdown”."
    if options.version == "2.5":
        return f"{words} The site's Gemfile.lock asks for kramdown 2.5."
    return f"{words} It is kramdown 2.4, as on GitHub Pages."


def _note(converter: str, name: str) -> str:
    if converter.lower() in _GONE:
        return (
            f"The configuration says “markdown: {converter}”, which Jekyll 4 knows only by a plugin; GitHub Pages "
            f"takes kramdown instead. Galley shows {name}. Write “markdown: kramdown” to be sure."
        )
    return (
        f"The configuration says “markdown: {converter}”; Galley shows {name}. Plain text looks the same; lists, "
        "footnotes, tables and attributes may differ on the site. Run Jekyll to see those."
    )


def _problems(faults: tuple[OptionFault, ...], config: SiteConfig) -> Iterator[Problem]:
    for fault in faults:
        path, line = config.kramdown_places.get(fault.option) or config.kramdown_places.get("") or (config.file, 0)
        option = f"kramdown: {fault.option}" if fault.option else "kramdown"
        outcome = "; until then Jekyll stops here" if fault.stops else ""
        severity = "error" if fault.stops else "warning"
        yield Problem("kramdown", f"“{option}” {fault.reason}{outcome}.", path, line=line, severity=severity)
