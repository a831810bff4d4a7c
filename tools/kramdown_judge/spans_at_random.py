"""Lines of text at random, with every span construct of kramdown in them."""

from __future__ import annotations

from random import Random

WORDS = (
    "the a of and to in is that for it was on are with they at be this have from kramdown Galley Jekyll 42 3.14 2026"
    " it's don't rock'n'roll café naïve 日本語 Ünïcode 😀 well-known e.g. etc. C++ snake_case_name __init__ file.rb"
    " x*y a<b HTML API W3C AT&T 50% #1 @home 10:30 (yes) end. stop! why? semi; colon: and/or 'tis '90s"
)
VOCABULARY = WORDS.split()
LINKS = (
    "https://example.org/a_b?x=1&y=2",
    "/about/",
    "#top",
    "../img/p.png",
    "http://example.org/(a)",
    "<a%20b>",
    "mailto:me@example.org",
)
NAMES = ("span", "b", "em", "i", "kbd", "a", "sup", "del", "code", "small", "q", "u", "mark", "cite", "button", "label")
ENTITIES = (
    "&amp;",
    "&lt;",
    "&copy;",
    "&#8212;",
    "&#x2603;",
    "&nbsp;",
    "&bogus;",
    "&",
    "&quot;",
    "&apos;",
    "&hellip;",
    "&#0;",
)
MARKS = (
    "--",
    "---",
    "...",
    "<<",
    ">>",
    "<< ",
    " >>",
    "'",
    '"',
    "''",
    '""',
    "----",
    "....",
    "\\...",
    "\\--",
    "'s",
    "\"'",
    "'\"",
)
LOOSE = (
    "*",
    "_",
    "**",
    "__",
    "`",
    "``",
    "~~",
    "~",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "|",
    "$",
    "$$",
    "{",
    "}",
    "!",
    "\\",
    ":",
    "^",
    "#",
)
ESCAPED = r"""\* \_ \` \[ \] \{ \} \< \> \| \$$ \\ \: \. \- \+ \# \! \^ \~ \a \' \" \( \)"""
ESCAPES = ESCAPED.split()
SPAN_IALS = (
    "{:.note}",
    "{: .a #b}",
    '{: title="x y"}',
    "{:target='_blank'}",
    "{:ref}",
    "{:}",
    "{: .}",
    "{:.a .b key=v}",
    "{::nomarkdown}",
)
TITLES = ("", "", "", ' "title"', " 'it''s'", ' "a "b" c"', " (no)")
LABELS = ("ref", "Ref", "two words", "missing", "1", "a.b", "ünï", "ref\nwrapped")
FOOTNOTES = ("1", "note", "big", "missing", "a-b")
CODE = ("x", "a b", "`", "a`b", " a ", "<b>", "&amp;", "*x*", "a|b", "\\", "__init__", "$$", "{:.x}", "")
MATH = ("x^2", "a_1 * b_2", "\\frac{1}{2}", "a < b & c", "|x|", "\\text{$x$}", "")


def words(rng: Random, most: int = 7) -> str:
    """Give a few words of prose."""
    return " ".join(rng.choice(VOCABULARY) for _ in range(rng.randint(1, most)))


def line(rng: Random, depth: int = 2) -> str:
    """Give one line of text with spans in it."""
    pieces = [piece(rng, depth) for _ in range(rng.randint(1, 5))]
    return rng.choice((" ", " ", " ", "")).join(pieces)


def piece(rng: Random, depth: int) -> str:
    """Give words, or one span construct, whose content may hold others."""
    if rng.random() < 0.45 or depth <= 0:
        return words(rng)
    maker = rng.choice(MAKERS)
    return maker(rng, depth - 1)


def emphasis(rng: Random, depth: int) -> str:
    """Wrap text in marks of emphasis, now and then unequal or beside a space."""
    mark = rng.choice(("*", "_", "**", "__", "***", "___", "~~"))
    end = mark if rng.random() < 0.9 else rng.choice(("*", "_", "**", "", "__"))
    pad = rng.choice(("", "", "", "", " "))
    return mark + pad + line(rng, depth) + rng.choice(("", "", "", pad)) + end


def code_span(rng: Random, _depth: int) -> str:
    """Wrap code in backticks."""
    ticks = rng.choice(("`", "`", "`", "``", "```"))
    pad = rng.choice(("", "", " "))
    ending = rng.choice((ticks, ticks, ticks, ticks, "`", ""))
    return ticks + pad + rng.choice(CODE) + pad + ending + rng.choice(("", "", "", "{:.ruby}", "{: .language-css}"))


def link(rng: Random, depth: int) -> str:
    """Make an inline or reference link, an image, or an autolink."""
    text = rng.choice((words(rng, 2), line(rng, depth), "", "x [y] z", "`]`"))
    bang = rng.choice(("", "", "!"))
    address = rng.choice(LINKS)
    forms = (
        f"{bang}[{text}]({address}{rng.choice(TITLES)})",
        f"{bang}[{text}]({address})",
        f"{bang}[{text}][{rng.choice(LABELS)}]",
        f"{bang}[{rng.choice(LABELS)}][]",
        f"{bang}[{rng.choice(LABELS)}]",
        f"{bang}[{text}] ({address})",
        f"<{address}>",
        address,
        "<me@example.org>",
        f"[{text}]({address}",
        f"[![{words(rng, 1)}]({address})]({rng.choice(LINKS)})",
    )
    return rng.choice(forms)


def html(rng: Random, depth: int) -> str:
    """Make a span element, an empty one, a comment, or something that only looks like it."""
    name = rng.choice(NAMES)
    attribute = rng.choice(
        ("", "", ' class="x"', " title='a *b*'", " disabled", ' href="/x?a=1&b=2"', ' markdown="1"', ' markdown="0"')
    )
    forms = (
        f"<{name}{attribute}>{line(rng, depth)}</{name}>",
        f"<{name}{attribute}>{line(rng, depth)}</{name}>",
        f"<{name}{attribute}>{words(rng, 2)}",
        f"</{name}>",
        "<br>",
        "<br />",
        '<img src="/a.png" alt="x">',
        f"<!-- {words(rng, 2)} -->",
        "<?php x ?>",
        f"<{words(rng, 1)}",
        f"<div>{words(rng, 2)}</div>",
        f"<{name.upper()}>{words(rng, 2)}</{name}>",
    )
    return rng.choice(forms)


def sign(rng: Random, _depth: int) -> str:
    """Give an entity, a typographic mark, an escape, or a special character on its own."""
    text = rng.choice(rng.choice((ENTITIES, MARKS, MARKS, LOOSE, ESCAPES)))
    return rng.choice(("", "", words(rng, 1))) + text + rng.choice(("", "", words(rng, 1)))


def quoted(rng: Random, depth: int) -> str:
    """Put text between straight quotes."""
    mark = rng.choice(("'", '"', '"', "“"))
    return mark + piece(rng, depth) + {"“": "”"}.get(mark, mark)


def rest(rng: Random, depth: int) -> str:
    """Make a footnote, math, a span with an attribute list, a break, or an extension."""
    forms = (
        f"{words(rng, 1)}[^{rng.choice(FOOTNOTES)}]",
        f"$${rng.choice(MATH)}$$",
        f"{piece(rng, depth)}{rng.choice(SPAN_IALS)}",
        f"*{words(rng, 1)}*{rng.choice(SPAN_IALS)}",
        f"{words(rng, 2)}{rng.choice(('  ', chr(92) * 2, chr(92), '   '))}\n{words(rng, 2)}",
        "{::comment}gone{:/comment}",
        "{::nomarkdown}*as* it is{:/}",
        f"{words(rng, 1)}\n{words(rng, 1)}",
        "{:/}",
        f"~~{words(rng, 2)}~~",
    )
    return rng.choice(forms)


MAKERS = (emphasis, emphasis, code_span, link, link, html, sign, sign, quoted, rest)
