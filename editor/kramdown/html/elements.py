"""HTML elements: which are spans, which are blocks, and how the content of each is read (kramdown/parser/html.rb)."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, Literal

Model = Literal["block", "span", "raw"]


def names(text: str) -> frozenset[str]:
    """A set from a list as the manual prints it."""
    return frozenset(text.split())


# Elements that stand in a line. `script` and `textarea` may be either and are in neither set.
SPAN_ELEMENTS: Final = names(
    """a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc
    ruby samp select small span strong sub sup tt u var"""
)
BLOCK_ELEMENTS: Final = names(
    """address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary
    table tbody td th thead tfoot tr ul"""
)
ELEMENTS_WITHOUT_BODY: Final = names(
    "area base br col command embed hr img input keygen link meta param source track wbr"
)

_BLOCK_CONTENT: Final = names(
    """address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header
    hgroup iframe li main map menu nav noscript object section summary td"""
)
_SPAN_CONTENT: Final = names(
    """a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb
    rbc rp rt rtc ruby select small span strong sub sup th tt"""
)
_RAW_CONTENT: Final = names("script style math option textarea pre code kbd samp var")

# Names that kramdown knows; only theirs and their attributes' names are written in lower case.
KNOWN_ELEMENTS: Final = (
    SPAN_ELEMENTS | BLOCK_ELEMENTS | ELEMENTS_WITHOUT_BODY | _BLOCK_CONTENT | _SPAN_CONTENT | _RAW_CONTENT
)

# What `markdown="…"` makes of an element's content; "default" is the element's own content model.
MARKDOWN_ATTRIBUTE: Final = MappingProxyType[str, Literal["raw", "default", "span", "block"]](
    {"0": "raw", "1": "default", "span": "span", "block": "block"}
)


def content_model(name: str) -> Model:
    """How the content of an element is read where its Markdown is parsed; raw where kramdown does not know it."""
    if name in _BLOCK_CONTENT:
        return "block"
    return "span" if name in _SPAN_CONTENT else "raw"


def element_name(written: str) -> str:
    """The name as it is kept: in lower case if kramdown knows it, otherwise as the writer typed it."""
    lower = written.lower()
    return lower if lower in KNOWN_ELEMENTS else written
