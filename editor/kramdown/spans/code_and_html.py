"""Reads only the code spans of a text, or only these and its HTML."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from editor.kramdown.spans.code_span import read_code_span
from editor.kramdown.spans.html_span import read_html
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.reading import Constructs, Reading
from editor.kramdown.tree import Node

_FIND_CODE: Final = re.compile("`").search
_CODE: Final[Constructs] = MappingProxyType({"`": (read_code_span,)})
_FIND_CODE_OR_HTML: Final = re.compile("[`<]").search
_CODE_AND_HTML: Final[Constructs] = MappingProxyType({"`": (read_code_span,), "<": (read_html,)})


def read_code(text: str, spans: SpanParser) -> list[Node | str]:
    """What a row of a table is looked through for."""
    reading = Reading(text, spans, _CODE, line=1)
    reading.find = _FIND_CODE
    return reading.run()


def read_code_and_html(text: str, spans: SpanParser) -> list[Node | str]:
    """What all lines of a table are looked through for; inside HTML elements other spans count too."""
    reading = Reading(text, spans, spans.constructs, line=1)
    reading.frame.constructs = _CODE_AND_HTML
    reading.frame.find = _FIND_CODE_OR_HTML
    return reading.run()
