"""Whole documents at random, with every block construct of kramdown in them."""

from __future__ import annotations

from random import Random

from kramdown_judge.spans_at_random import FOOTNOTES, LINKS, html, line, words

LANGUAGES = ("", "", "ruby", "python", "text", "nosuchlanguage", "c++", "html", "sh", " js ", "yaml title", "plaintext")
RULES = ("---", "***", "* * *", "___", "- - -", "-----", " ---", "--", "*  *  *  ")
IALS = (
    "{:.note}",
    "{: .a #b}",
    '{: title="x y"}',
    "{:ref}",
    "{:.no_toc}",
    "{: start=3}",
    "{:toc}",
    "{: .a .b key='v'}",
    "{:}",
    "{:.x",
)
ELEMENTS = (
    "div",
    "div",
    "p",
    "section",
    "details",
    "blockquote",
    "ul",
    "table",
    "pre",
    "script",
    "style",
    "h2",
    "figure",
    "span",
    "form",
)
MARKDOWN = (
    "",
    "",
    "",
    "",
    ' markdown="1"',
    ' markdown="block"',
    ' markdown="span"',
    ' markdown="0"',
    ' class="x" id=y',
)
MARKERS = ("*", "-", "+", "1.", "1.", "2.", "10.")
TAKES = (1, 1, 1, 2, 2, 3)


def document(rng: Random) -> str:
    """Give a document of one to eight blocks, most of them apart by a blank line."""
    lines: list[str] = []
    for _ in range(rng.randint(1, 8)):
        lines += block(rng, 3)
        if rng.random() < 0.8:
            lines += [""] * rng.choice(TAKES)
    return "\n".join(lines) + rng.choice(("\n", "\n", "\n", ""))


def block(rng: Random, depth: int) -> list[str]:
    """Give the lines of one block; containers hold others until the depth is used up."""
    maker = rng.choice(LEAVES if depth <= 0 else ALL)
    return "\n".join(maker(rng, depth - 1)).split("\n")


def paragraph(rng: Random, _depth: int) -> list[str]:
    """One to three lines, now and then indented, with a break or an attribute list."""
    lines = [rng.choice(("", "", "", "", " ", "   ")) + line(rng) for _ in range(rng.choice(TAKES))]
    if rng.random() < 0.1:
        lines.append(rng.choice(IALS))
    return lines


def header(rng: Random, _depth: int) -> list[str]:
    """An ATX or setext header, with a close, an id, an attribute list."""
    text = rng.choice((words(rng), line(rng)))
    extra = rng.choice(("", "", "", " {#id-x}", " {:.c}", "{#y}"))
    close = rng.choice(("", "", " #", " ###", "#"))
    if rng.random() < 0.7:
        return ["#" * rng.choice((1, 2, 2, 3, 4, 6, 7)) + rng.choice((" ", " ", " ", "", "  ")) + text + close + extra]
    return [text + extra, rng.choice(("===", "---", "=", "-", "----  "))]


def rule(rng: Random, _depth: int) -> list[str]:
    """A horizontal rule, or nearly one."""
    return [rng.choice(RULES)]


def quote(rng: Random, depth: int) -> list[str]:
    """A block quote, with lazy lines."""
    mark = rng.choice(("> ", "> ", ">", " > "))
    lines = [each for _ in range(rng.choice(TAKES)) for each in (*block(rng, depth), *rng.choice(([], [""])))]
    return [mark + lines[0], *(each if rng.random() < 0.1 else (mark + each) for each in lines[1:])]


def items(rng: Random, depth: int) -> list[str]:
    """A list: tight or loose, nested, with odd indents and lazy lines."""
    marker, between = rng.choice(MARKERS), rng.random() < 0.3
    outer = rng.choice(("", "", "", " ", "   "))
    lines: list[str] = []
    for number in range(rng.randint(1, 4)):
        marker = marker if rng.random() < 0.9 else rng.choice(MARKERS)
        start = marker + rng.choice((" ", " ", " ", "  ", "   ", "\t"))
        start += rng.choice(("",) * 12 + ("[ ] ", "[x] ", "{:.c} ", "[X] "))
        content = line(rng).split("\n") if rng.random() < 0.6 else block(rng, depth)
        if depth > 0 and rng.random() < 0.35:
            content += [*rng.choice(([], [], [""])), *block(rng, depth)]
        indent = " " * rng.choice((len(marker) + 1, len(marker) + 1, 2, 4, 3))
        lines += [outer + start + content[0]]
        lines += [each if rng.random() < 0.07 or not each else outer + indent + each for each in content[1:]]
        lines += [""] if between or (number and rng.random() < 0.1) else []
    return lines


def definitions(rng: Random, depth: int) -> list[str]:
    """A definition list."""
    lines: list[str] = []
    for _ in range(rng.choice(TAKES)):
        lines += [words(rng, 2) for _ in range(rng.choice(TAKES))] + rng.choice(([], [], [""]))
        for _ in range(rng.choice(TAKES)):
            content = line(rng).split("\n") if rng.random() < 0.7 else block(rng, depth)
            lines += [rng.choice((": ", ":   ", ": ", ":")) + content[0]]
            lines += [rng.choice(("    ", "  ", "    ")) + each for each in content[1:]]
        lines += rng.choice(([], [""]))
    return lines


def code(rng: Random, _depth: int) -> list[str]:
    """A code block, indented or fenced, now and then unclosed."""
    content = rng.choice(
        (
            ["x = 1", "", "  y = 2"],
            ["<b>*a*</b> & c"],
            [line(rng)],
            ["def f", "end"],
            ["a: 1", "- b"],
            [""],
            ["```x"],
            ["~~~"],
        )
    )
    if rng.random() < 0.3:
        return [rng.choice(("    ", "    ", "\t", "     ")) + each if each else each for each in content]
    fence = rng.choice(("```", "```", "```", "~~~", "~~~~", "````", "``"))
    end = rng.choice((fence, fence, fence, fence, fence, fence + fence[0], "", fence + " x"))
    return [fence + rng.choice((" ", "", "")) + rng.choice(LANGUAGES), *content, end]


def table(rng: Random, _depth: int) -> list[str]:
    """A table with or without a header, bodies, a footer; now and then only a line with a pipe."""
    columns = rng.randint(1, 4)

    def row() -> str:
        cells = [
            rng.choice((words(rng, 2), line(rng, 1).replace("\n", " "), "", "`a|b`", "a \\| b")) for _ in range(columns)
        ]
        edge = rng.choice(("|", "|", ""))
        return edge + "|".join(f" {cell} " for cell in cells) + rng.choice((edge, "|", ""))

    rules = ("-", "---", ":--", "--:", ":-:", " :---: ", "")
    rule_line = "|".join(rng.choice(rules) for _ in range(columns))
    others = (row, row, row, lambda: f"|{rule_line}|", lambda: rule_line, lambda: f"|{'=|' * columns}")
    lines = [row(), *(rng.choice(others)() for _ in range(rng.randint(0, 5)))]
    if rng.random() < 0.1:
        lines.append(rng.choice(IALS))
    return lines


def math(rng: Random, _depth: int) -> list[str]:
    """A math block."""
    content = rng.choice(("x^2 + y^2", "a & b \\\\ c", "\\begin{align}\nx &= 1\n\\end{align}", "a < b", ""))
    return rng.choice((f"$${content}$$", f"$$\n{content}\n$$", f"$$ {content}", f"\\$${content}$$")).split("\n")


def element(rng: Random, depth: int) -> list[str]:
    """A block element of HTML, with raw or parsed content, now and then unclosed."""
    name, attributes = rng.choice(ELEMENTS), rng.choice(MARKDOWN)
    indent = rng.choice(("", "", "", "  ", "    "))
    inner = block(rng, depth) if rng.random() < 0.5 else [rng.choice((words(rng, 2), html(rng, 1), line(rng)))]
    end = rng.choice((f"</{name}>",) * 9 + ("",))
    if rng.random() < 0.25:
        return [f"<{name}{attributes}>" + " ".join(inner) + end]
    gap = rng.choice(([], [], [""]))
    return [f"<{name}{attributes}>", *gap, *(indent + each for each in inner), *gap, end]


def odd_html(rng: Random, _depth: int) -> list[str]:
    """A comment, an instruction, an element without content, a stray end."""
    forms = (
        f"<!-- {words(rng, 2)}\n\n* x -->",
        "<?php echo 1; ?>",
        "<hr>",
        "<br/>",
        '<img src="/x.png">',
        "</div>",
        '<iframe src="https://example.org/?a=1&b=2" allowfullscreen></iframe>',
        "<p>one\n<p>two",
        '<ul>\n<li>a</li>\n<li markdown="1">*b*</li>\n</ul>',
        '<table><tr><td>*a*</td><td markdown="1">*b*</td></tr></table>',
        "<![CDATA[x]]>",
        "<!DOCTYPE html>",
    )
    return rng.choice(forms).split("\n")


def definition(rng: Random, depth: int) -> list[str]:
    """A definition of a link, a footnote, an abbreviation, an attribute list; or an attribute list itself."""
    number = rng.choice(FOOTNOTES)
    forms = (
        [f"[ref]: {rng.choice(LINKS)}"],
        [f'[two words]: {rng.choice(LINKS)} "Title"'],
        [f"[1]: <{rng.choice(LINKS)}>", "   'Title'"],
        [f"[^{number}]: {line(rng)}"],
        [f"[^{number}]: {line(rng)}", "", *(f"    {each}" for each in block(rng, depth))],
        [f"[^{number}]:", *(f"    {each}" for each in block(rng, depth))],
        ["*[HTML]: Hyper *Text*"],
        ["*[W3C]:"],
        ["{:ref: .named #one title='x'}"],
        [rng.choice(IALS)],
        [rng.choice(IALS)],
        ["* TOC", "{:toc}"],
        ["^"],
    )
    return rng.choice(forms)


def extension(rng: Random, depth: int) -> list[str]:
    """An extension: a comment, text as it is, options."""
    forms = (
        ["{::comment}", *block(rng, depth), "{:/comment}"],
        ["{::nomarkdown}", "<b>*x*</b>", "{:/}"],
        ['{::options parse_block_html="true" /}'],
        ["{::options auto_ids='false' /}"],
        ['{::options toc_levels="2" /}'],
        ["{::nosuch /}"],
        ["{::comment}", "never closed"],
    )
    return rng.choice(forms)


LEAVES = (paragraph, paragraph, paragraph, header, rule, code, table, math, odd_html)
ALL = (
    *LEAVES,
    paragraph,
    paragraph,
    quote,
    quote,
    items,
    items,
    items,
    definitions,
    element,
    element,
    definition,
    definition,
    extension,
)
