"""Counts the words of Markdown text as a reader meets them."""

from __future__ import annotations

import re

# What no reader sees: comments, Liquid, tags, the targets of links and images, definitions of links, IALs.
# Each stops at its own beginning, or many that are never closed would take time by the square.
_UNSEEN = re.compile(
    r"""
      <!--(?:(?!<!--).)*?--> | \{%-?\s?comment\s?-?%\}(?:(?!\{%-?\s?comment).)*?\{%-?\s?endcomment\s?-?%\}
    | \{\{[^{}]*\}\} | \{%(?:(?!\{%).)*?%\} | \{::?[^}\n]*\} | </?[A-Za-z][^<>]*>
    | (?<=\])\([^()\n]*\) | (?<=\])\[[^\]\n]*\]
    | ^[ ]{0,3}\[(?!\^)[^\]\n]+\]:.*$ | \[\^[^\]\n]+\]:?
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
# Han, Hiragana and Katakana are written without spaces: each character counts. Hangul is written with spaces.
_EACH = "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_EACH}]|(?:(?![{_EACH}])\w)+(?:[-'’.,/:@](?:(?![{_EACH}])\w)+)*")


def count_words(text: str) -> int:
    """How many words a reader of `text` meets; Chinese and Japanese are counted by character."""
    seen = _UNSEEN.sub(" ", text) if any(mark in text for mark in "<{[") else text
    return sum(1 for _ in _WORD.finditer(seen))
