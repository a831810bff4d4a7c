"""Which constructs may begin at a character, in the order in which kramdown asks them (kramdown/parser/kramdown.rb)."""

from __future__ import annotations

from collections.abc import Sequence

from editor.kramdown.options import Options
from editor.kramdown.spans.autolink import read_autolink
from editor.kramdown.spans.code_span import read_code_span
from editor.kramdown.spans.emphasis import read_emphasis
from editor.kramdown.spans.escaped_chars import read_escaped_character, read_escaped_character_gfm
from editor.kramdown.spans.footnote_marker import read_footnote_marker
from editor.kramdown.spans.html_entity import read_html_entity
from editor.kramdown.spans.html_span import read_html
from editor.kramdown.spans.inline_math import read_inline_math
from editor.kramdown.spans.line_break import read_line_break
from editor.kramdown.spans.link import read_link
from editor.kramdown.spans.reading import Construct, Constructs
from editor.kramdown.spans.smart_quotes import read_quote_after, read_smart_quotes
from editor.kramdown.spans.span_extensions import read_span_extension
from editor.kramdown.spans.strikethrough import read_strikethrough
from editor.kramdown.spans.typographic_symbols import read_typographic_symbol


def constructs_for(options: Options) -> Constructs:
    """The constructs by the character that tells of them, for the parser that the options name."""
    constructs: dict[str, Sequence[Construct]] = {
        "*": (read_emphasis,),
        "_": (read_emphasis,),
        "`": (read_code_span,),
        "<": (read_autolink, read_html, read_quote_after, read_typographic_symbol),
        "[": (read_footnote_marker, read_link, read_quote_after),
        "]": (read_quote_after,),
        '"': (read_smart_quotes,),
        "'": (read_smart_quotes,),
        "$": (read_quote_after, read_inline_math),
        "{": (read_quote_after, read_span_extension),
        "&": (read_quote_after, read_html_entity),
        "-": (read_typographic_symbol,),
        ".": (read_typographic_symbol,),
        ">": (read_typographic_symbol,),
        "\n": (read_line_break, read_quote_after),
        "\\": (read_typographic_symbol, read_line_break, read_escaped_character),
        "~": (read_quote_after,),
    }
    if not options.is_gfm:
        return constructs
    constructs["~"] = (read_quote_after, read_strikethrough)
    constructs["\\"] = (read_typographic_symbol, read_line_break, read_escaped_character_gfm)
    if options.hard_wrap:
        _drop(constructs, read_line_break)
    if "no_auto_typographic" in options.gfm_quirks:
        _drop(constructs, read_typographic_symbol)
    return constructs


def _drop(constructs: dict[str, Sequence[Construct]], dropped: Construct) -> None:
    for character, those in list(constructs.items()):
        left = tuple(each for each in those if each is not dropped)
        if left:
            constructs[character] = left
        else:
            del constructs[character]
