"""kramdown's options, by kramdown's names, with the defaults that Jekyll sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Version = Literal["2.4", "2.5"]


@dataclass(frozen=True)
class Options:
    """What a site's `kramdown:` section may say (kramdown/options.rb; Jekyll's defaults: jekyll/configuration.rb)."""

    input: Literal["GFM", "kramdown"] = "GFM"
    version: Version = "2.4"  # of kramdown: 2.5 differs in a few places
    auto_ids: bool = True
    auto_id_prefix: str = ""
    auto_id_stripping: bool = False  # the GFM parser always strips
    transliterated_header_ids: bool = False
    header_offset: int = 0
    header_links: bool = False
    toc_levels: frozenset[int] = frozenset(range(1, 7))
    footnote_nr: int = 1
    footnote_backlink: str = "&#8617;"
    footnote_backlink_inline: bool = False
    footnote_prefix: str = ""
    footnote_link_text: str = "%s"
    smart_quotes: tuple[str, str, str, str] = ("lsquo", "rsquo", "ldquo", "rdquo")
    typographic_symbols: Mapping[str, str] = field(default_factory=dict)
    entity_output: Literal["as_char", "as_input", "numeric", "symbolic"] = "as_char"
    hard_wrap: bool = False
    gfm_quirks: frozenset[str] = frozenset({"paragraph_end"})
    parse_block_html: bool = False
    parse_span_html: bool = True
    html_to_native: bool = False
    link_defs: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    math_engine: str | None = "mathjax"
    syntax_highlighter: str | None = "rouge"
    # As Jekyll sets them: default_lang plaintext and guess_lang True; further keys as kramdown-syntax-rouge reads them.
    syntax_highlighter_opts: Mapping[str, Any] = field(
        default_factory=lambda: {"default_lang": "plaintext", "guess_lang": True}
    )
    remove_line_breaks_for_cjk: bool = False
    forbidden_inline_options: frozenset[str] = frozenset({"template"})

    @property
    def is_gfm(self) -> bool:
        """Whether the GFM parser reads the text: Jekyll's default."""
        return self.input == "GFM"


JEKYLL_DEFAULTS = Options()
