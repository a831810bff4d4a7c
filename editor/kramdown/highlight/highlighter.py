"""Code to HTML with Rouge's class names, as Rouge's HTML formatter writes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from editor.kramdown.highlight.lexing import longest_code, tokens
from editor.kramdown.highlight.names import PLAIN, find_language

# Beyond these a block stays plain: nobody reads colours there, and some patterns need time that grows with the square
# of a line's length, or of a run of the same sign. Limits of size and shape, so that the same code always looks alike.
LONGEST_CODE = 50_000
LONGEST_LINE = 3_000
LONGEST_RUN = 1_000
_LONGEST_UNIT = 8  # of a run: a sign, a word with its line's end
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
    if _is_too_much(code, language):
        return escape(code)
    found = tokens(language, code)
    return escape(code) if found is None else "".join(_merged(_all_of(code, found)))


def _all_of(code: str, found: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The tokens as long as they are the code; what is left of the code is plain.

    Some lexers need a line end to read a line at all, which code in a sentence has not.
    """
    done = 0
    for css, text in found:
        if not code.startswith(text, done):
            break
        yield css, text
        done += len(text)
    if done < len(code):
        yield "", code[done:]


def _is_too_much(code: str, language: str) -> bool:
    longest = longest_code(language)
    if longest is not None and (len(code) > longest or _has_run(code)):
        return True
    return len(code) > LONGEST_LINE and max(map(len, code.split("\n"))) > LONGEST_LINE


def _has_run(code: str) -> bool:
    """Whether some few signs come again and again for `LONGEST_RUN` characters: then one half of them does, too."""
    half = LONGEST_RUN // 2
    return any(
        code[at : at + half] == code[at + size : at + size + half]
        for at in range(0, len(code) - half - _LONGEST_UNIT, half)
        for size in range(1, _LONGEST_UNIT + 1)
    )


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
