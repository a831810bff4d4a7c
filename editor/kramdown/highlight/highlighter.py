"""Code to HTML with Rouge's class names, as Rouge's HTML formatter writes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from time import thread_time

from editor.kramdown.highlight.lexing import tokens
from editor.kramdown.highlight.names import PLAIN, find_language

# Beyond these a block stays uncoloured: nobody reads colours there, and a lexer's patterns may need time that
# grows with the square of a line's length.
LONGEST_CODE = 50_000
LONGEST_LINE = 3_000
LONGEST_TIME = 0.7  # seconds of this thread; hostile code, whose rest then stays plain, can need any time
_SMALL = 4_000


def highlight(code: str, language: str) -> str | None:
    """The code with Rouge's spans, or None where Rouge knows no language of that name.

    As `Rouge::Formatters::HTML` writes it: neighbours of one class share a span, which may hold several lines, and
    plain text has none. Where Rouge has the language and nobody here does, the text is escaped and has no spans.
    """
    found = find_language(language, code)
    if found is None:
        return None
    if found == PLAIN or len(code) > LONGEST_CODE:
        return escape(code)
    return _cached_small(code, found) if len(code) <= _SMALL else _cached_large(code, found)


def escape(text: str) -> str:
    """Escaped as Rouge does: quotes stay."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _spans(code: str, language: str) -> str:
    if len(code) > LONGEST_LINE and max(map(len, code.split("\n"))) > LONGEST_LINE:
        return escape(code)
    found = tokens(language, code)
    return escape(code) if found is None else "".join(_merged(_all_of(code, found)))


def _all_of(code: str, found: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The tokens as long as they are the code, in the time that there is; what is left of the code is plain.

    Some lexers need a line end to read a line at all, which code in a sentence has not.
    """
    end, done = thread_time() + LONGEST_TIME, 0
    for count, (css, text) in enumerate(found):
        if not code.startswith(text, done):
            break
        yield css, text
        done += len(text)
        if not count % 16 and thread_time() > end:
            break
    if done < len(code):
        yield "", code[done:]


def _merged(found: Iterable[tuple[str, str]]) -> Iterable[str]:
    current, texts = "", [""]
    for css, text in found:
        if css != current:
            yield _span(current, "".join(texts))
            current, texts = css, [text]
        else:
            texts.append(text)
    yield _span(current, "".join(texts))


def _span(css: str, text: str) -> str:
    return f'<span class="{css}">{escape(text)}</span>' if css and text else escape(text)


# A preview asks for the same blocks at each keystroke; the two caches hold some 8 MB of code at most.
_cached_small = lru_cache(maxsize=1_024)(_spans)
_cached_large = lru_cache(maxsize=40)(_spans)
