"""Which constructs may begin at a line, in the order in which kramdown asks them (kramdown/parser/kramdown.rb)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from editor.kramdown.blocks.abbreviation_definition import read_abbreviation_definition
from editor.kramdown.blocks.blank_line import read_blank_line
from editor.kramdown.blocks.blockquote import read_blockquote
from editor.kramdown.blocks.code_block import read_code_block
from editor.kramdown.blocks.definition_list import read_definition_list
from editor.kramdown.blocks.eob import read_eob_marker
from editor.kramdown.blocks.extension import read_block_extension
from editor.kramdown.blocks.fenced_code_block import read_fenced_code_block, read_fenced_code_block_gfm
from editor.kramdown.blocks.footnote_definition import read_footnote_definition
from editor.kramdown.blocks.frames import Construct, ConstructsAt
from editor.kramdown.blocks.header import (
    read_atx_header,
    read_atx_header_gfm,
    read_atx_header_with_quirk,
    read_setext_header,
)
from editor.kramdown.blocks.horizontal_rule import read_horizontal_rule
from editor.kramdown.blocks.html_block import read_html_block
from editor.kramdown.blocks.link_definition import read_link_definition
from editor.kramdown.blocks.list import read_list
from editor.kramdown.blocks.math import read_block_math
from editor.kramdown.blocks.paragraph import read_paragraph, read_paragraph_with_quirk, read_stray_line
from editor.kramdown.blocks.table import read_table
from editor.kramdown.options import Options

# A line with no pipe in it and no underline below it: no table, no setext header.
_ORDINARY = re.compile(r"[^\n|]*+\n(?![-=])")
_UP_TO_THREE_SPACES = re.compile(" {0,3}+")


class Constructs:
    """The constructs of a dialect by the character with which a line begins, after up to three spaces."""

    def __init__(self, *, fences: Mapping[str, Construct], atx_header: Construct, paragraph: Construct) -> None:
        self._only_paragraph = (paragraph,)
        self._any_character = (read_setext_header, read_table, paragraph)
        self._by_character = {
            **{character: (fence, *self._any_character) for character, fence in fences.items()},
            **self._marks(atx_header, paragraph),
            **dict.fromkeys("0123456789", (read_list, *self._any_character)),
            **dict.fromkeys("\v\f\r", (read_blank_line, *self._any_character)),
            **dict.fromkeys(" \t", (read_blank_line, read_code_block, read_stray_line)),
            "\n": (read_blank_line,),
        }

    def _marks(self, atx_header: Construct, paragraph: Construct) -> dict[str, tuple[Construct, ...]]:
        rest = self._any_character
        math = (read_setext_header, read_block_math, read_table, paragraph)
        return {
            ">": (read_blockquote,),
            "#": (atx_header, *rest),
            "*": (
                read_horizontal_rule,
                read_list,
                read_setext_header,
                read_table,
                read_abbreviation_definition,
                paragraph,
            ),
            "-": (read_horizontal_rule, read_list, *rest),
            "+": (read_list, *rest),
            "_": (read_horizontal_rule, *rest),
            ":": (read_definition_list, *rest),
            "<": (read_html_block, *rest),
            "$": math,
            "\\": math,
            "[": (read_setext_header, read_table, read_footnote_definition, read_link_definition, paragraph),
            "{": (read_setext_header, read_table, read_block_extension, paragraph),
            "^": (read_setext_header, read_table, read_eob_marker, paragraph),
        }

    def at(self, text: str, pos: int) -> Sequence[Construct]:
        """The constructs that the first characters of the line leave possible."""
        character = text[pos]
        if character == " ":
            spaces = _UP_TO_THREE_SPACES.match(text, pos)
            character = text[pos if spaces is None else spaces.end()]
            if character == "\n":
                return self._by_character[" "]
        found = self._by_character.get(character)
        if found is not None:
            return found
        return self._only_paragraph if _ORDINARY.match(text, pos) else self._any_character


_KRAMDOWN = Constructs(
    fences={"~": read_fenced_code_block},
    atx_header=read_atx_header,
    paragraph=read_paragraph,
)
_GFM_FENCES = dict.fromkeys("~`", read_fenced_code_block_gfm)
_GFM = Constructs(fences=_GFM_FENCES, atx_header=read_atx_header_gfm, paragraph=read_paragraph)
_GFM_WITH_QUIRK = Constructs(
    fences=_GFM_FENCES,
    atx_header=read_atx_header_with_quirk,
    paragraph=read_paragraph_with_quirk,
)


def constructs_for(options: Options) -> ConstructsAt:
    """The dialect that the options choose; what `{::options}` says later does not change it."""
    if not options.is_gfm:
        return _KRAMDOWN.at
    return _GFM_WITH_QUIRK.at if "paragraph_end" in options.gfm_quirks else _GFM.at
