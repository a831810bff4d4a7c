"""Span IALs and extensions: `{:.class}`, `{::comment}`, `{::nomarkdown}`, `{::options}`."""

from __future__ import annotations

import re

from editor.kramdown.attribute_lists import apply_attribute_list, merge_attribute_list, parse_attribute_list
from editor.kramdown.option_values import with_inline_option
from editor.kramdown.spans.reading import Reading
from editor.kramdown.tree import AttributeList, Markup, Node, Raw

_EXTENSION = re.compile(r"\{::([A-Za-z0-9_]++)(?=[ \t\n\v\f\r}]|/\})")
_STOP = re.compile(r"\{:/(?:[A-Za-z0-9_][A-Za-z0-9_-]*+)?\}")
_BRACE = re.compile(r"(?<!\\)\}")


def read_span_extension(reading: Reading, at: int) -> bool:
    """An IAL or extension; what is neither is text (kramdown/parser/kramdown/extensions.rb)."""
    text = reading.text
    if not text.startswith("{:", at):
        return False
    reading.pos = at + 1  # it is text, if nothing better
    if text.startswith(":", at + 2):
        found = _EXTENSION.match(text, at)
        end = _closing_brace(reading, found.end()) if found else -1
        if found and end >= 0:
            _read_extension(reading, at, found, end)
            return True
    elif _STOP.match(text, at):
        return True
    end = _closing_brace(reading, at + 2)
    if end > at + 2:
        _read_ial(reading, at, end)
    return True


def _closing_brace(reading: Reading, at: int) -> int:
    """The first `}` without a backslash before it; failing that, the last one of all; -1 if there is none."""
    found = reading.next(_BRACE, at)
    if found is not None:
        return found.start()
    last = reading.last("}")
    return last if last >= at else -1


def _read_ial(reading: Reading, at: int, end: int) -> None:
    children = reading.frame.children
    if reading.pending < at or not children:
        return
    element = children[-1]
    if not isinstance(element, Node):
        return
    parser = reading.parser
    said = AttributeList()
    parse_attribute_list(reading.text[at + 2 : end], said)
    ial = AttributeList()
    if element.ial is not None:  # perhaps that of a definition, which others share
        merge_attribute_list(ial, element.ial)
    merge_attribute_list(ial, said)
    element.ial = ial
    apply_attribute_list(element.attrs, said, parser.definitions.alds, asked=parser.asked_alds)
    reading.pos = reading.pending = end + 1


def _read_extension(reading: Reading, at: int, start: re.Match[str], brace: int) -> None:
    """Its body goes to the stop tag; without one, or with an unknown name, it is text."""
    text, name = reading.text, start[1]
    is_closed = text[brace - 1] == "/"
    said = AttributeList()
    parse_attribute_list(text[start.end() : brace - is_closed], said)
    body, end = None, brace + 1
    if not is_closed:
        stop = reading.next(_stop_tag(name), end)
        if stop is None:
            return
        body, end = text[end : stop.start()], stop.end()
    if name == "options":
        for option, value in said.attrs.items():
            reading.parser.options = with_inline_option(reading.parser.options, option, value)
    elif name not in ("comment", "nomarkdown"):
        return
    if name == "options" or body is None:
        reading.skip(at, end)
    elif name == "comment":
        reading.add(Markup("comment", body, "span", line=reading.line_at(at)), at, end)
    else:
        types = tuple(said.attrs.get("type", "").split())
        reading.add(Raw(body, "span", types=types, line=reading.line_at(at)), at, end)


_STOP_TAGS = {name: re.compile(rf"\{{:/(?:{name})?\}}") for name in ("comment", "nomarkdown", "options")}


def _stop_tag(name: str) -> re.Pattern[str]:
    return _STOP_TAGS.get(name, _NEVER)


_NEVER = re.compile(r"(?!)")
