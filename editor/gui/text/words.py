"""Counts the words of Markdown text as a reader meets them."""

from __future__ import annotations

import re

# What no reader sees: comments, Liquid, tags, entities, the targets of links and images, definitions of links, IALs,
# fences, the marks of lists. Each stops at its own beginning, or many that are never closed would take time by the
# square. An address is one word. The first line tells most places at which nothing of it begins.
_UNSEEN = re.compile(
    r"""
    (?=[<{(\[&] | ^[ \t>`~*+\-\d] | https?: | ftps?: | mailto: | www\.)(?:
      (?P<address><?(?:\b(?:https?|ftp)://|\bmailto:|\bwww\.)(?:[^\s<>\[\]()|]|\([^\s<>()]*\))+>?
      | <[^\s<>@]{1,64}@[^\s<>]+>)
    | <!--(?:(?!<!--).)*?--> | \{%-?\s?comment\s?-?%\}(?:(?!\{%-?\s?comment).)*?\{%-?\s?endcomment\s?-?%\}
    | \{\{[^{}]*\}\} | \{%(?:(?!\{%).)*?%\} | \{::?[^}\n]*\} | </?[A-Za-z][^<>]*>
    | (?<=\])\((?:[^()\n]|\([^()\n]*\))*\) | (?<=\])\[[^\]\n]*\]
    | ^[ ]{0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$ | \[\^[^\]\n]+\]:? | &\#?\w{1,31};
    | ^[ \t>]*(?:`{3,}[^`\n]*|~{3,}[^\n]*)$ | ^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\](?!\S))?)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
# Han, Hiragana and Katakana are written without spaces: each character counts. Hangul is written with spaces.
_EACH = "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_EACH}]|(?:(?![{_EACH}])\w)+(?:[-'’.,/:@](?:(?![{_EACH}])\w)+)*")
_SPACED_WORD = re.compile(r"\w+(?:[-'’.,/:@]\w+)*")  # the same where no character counts by itself, in half the time
_COUNTS_BY_ITSELF = re.compile(rf"[{_EACH}]")


def count_words(text: str) -> int:
    """How many words a reader of `text` meets; Chinese and Japanese are counted by character."""
    seen = _UNSEEN.sub(_seen, text)
    word = _WORD if _COUNTS_BY_ITSELF.search(seen) else _SPACED_WORD
    return sum(1 for each in word.findall(seen) if each.strip("_"))


def _seen(found: re.Match[str]) -> str:
    return " address " if found["address"] else " "


class WordCounter:
    """Counts the words of a text that changes a little at a time: paragraphs that it has met keep their number.

    Law: the same number as `count_words`.
    """

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def count(self, text: str) -> int:
        """How many words a reader of `text` meets."""
        paragraphs = text.split("\n\n")
        known, met = self._known, dict.fromkeys(paragraphs, 0)
        for paragraph in met:
            number = known.get(paragraph)
            if number is None:
                if _goes_on(paragraph):
                    return count_words(text)
                number = count_words(paragraph)
            met[paragraph] = number
        self._known = met
        return sum(map(met.__getitem__, paragraphs))


def _goes_on(paragraph: str) -> bool:
    """Whether something that no reader sees may begin in a paragraph and end in a later one."""
    comment, tag = paragraph.rfind("<!--"), paragraph.rfind("{%")
    return (
        (comment >= 0 and paragraph.find("-->", comment + 4) < 0)
        or (tag >= 0 and ("comment" in paragraph or paragraph.find("%}", tag + 2) < 0))
        or paragraph.rfind("<") > paragraph.rfind(">")
        or paragraph.rfind("{") > paragraph.rfind("}")
    )
