"""Texts that break parsers, each by a size: what nests without end, what nothing closes, what is very long."""

from __future__ import annotations

from collections.abc import Callable


def _repeated(piece: str, times: int, end: str = "") -> Callable[[int], str]:
    return lambda size: piece * (times * size) + end + "\n"


def _lines(line: str, times: int) -> Callable[[int], str]:
    return lambda size: f"{line}\n" * (times * size)


def _nested(mark: str, depth: int) -> Callable[[int], str]:
    """A line that opens that many containers."""
    return lambda size: mark * (depth * size) + "x\n"


def _stairs(mark: str, step: str, depth: int) -> Callable[[int], str]:
    """One container more on every line."""
    return lambda size: "".join(f"{step * level}{mark} x\n" for level in range(depth * size))


def _growing_runs(mark: str, most: int) -> Callable[[int], str]:
    """Runs of every length, none of which another one closes."""
    return lambda size: " ".join(mark * length for length in range(1, int(most * size**0.5))) + "\n"


HOSTILE: dict[str, Callable[[int], str]] = {
    "stars": _repeated("*", 100_000),
    "underscores": _repeated("_", 100_000),
    "backticks": _repeated("`", 100_000),
    "brackets": _repeated("[", 100_000),
    "closing brackets": _repeated("]", 100_000),
    "bracket pairs": _repeated("[]", 50_000),
    "nested brackets": lambda size: "[" * (20_000 * size) + "x" + "]" * (20_000 * size) + "\n",
    "images": _repeated("![", 50_000),
    "less signs": _repeated("<", 100_000),
    "greater signs": _repeated(">", 40_000),
    "tags": _repeated("<a ", 30_000),
    "tags with quotes": _repeated('<a b="', 20_000),
    "open spans": _repeated("<b>", 30_000),
    "closed spans": _repeated("</b>", 30_000),
    "nested spans": lambda size: "<b>" * (8_000 * size) + "x" + "</b>" * (8_000 * size) + "\n",
    "comments": _repeated("<!-- ", 20_000),
    "instructions": _repeated("<? ", 20_000),
    "cdata": _repeated("<![CDATA[", 15_000),
    "open divs": _repeated("<div>\n", 10_000),
    "open divs on a line": _repeated("<div>", 15_000),
    "open divs with Markdown": _repeated('<div markdown="1">\n', 3_000),
    "closed divs": _repeated("</div>\n", 10_000),
    "divs never closed, apart": _repeated("<div>x\n\n", 8_000),
    "strong around an open em": _repeated("**a *b ", 10_000),
    "em around an open strong": _repeated("_a __b ", 10_000),
    "open emphasis": _repeated("*a ", 30_000),
    "open emphasis, both marks": _repeated("*a _b ", 20_000),
    "open strong": _repeated("**a ", 30_000),
    "stars in words": _repeated("a*b", 30_000),
    "open strikethrough": _repeated("~~a ", 20_000),
    "code spans of growing length": _growing_runs("`", 400),
    "stars of growing length": _growing_runs("*", 400),
    "tildes of growing length": _growing_runs("~", 400),
    "open code spans": _repeated("`a ``b ", 20_000),
    "math": _repeated("$$ ", 30_000),
    "open math": _repeated("$$a $$$", 15_000),
    "links": _repeated("[a](", 30_000),
    "links with parentheses": lambda size: "[a](" + "(" * (40_000 * size) + "\n",
    "links with titles": _repeated('[a](b "', 15_000),
    "references": _repeated("[a][", 30_000),
    "footnotes": _repeated("[^1]", 10_000, "\n\n[^1]: x"),
    "open footnotes": _repeated("[^", 40_000),
    "autolinks": _repeated("<http://", 20_000),
    "mail addresses": _repeated("<a@", 30_000),
    "entities": _repeated("&", 100_000),
    "open entities": _repeated("&#", 50_000),
    "quotes": _repeated('"', 100_000),
    "apostrophes": _repeated("'", 100_000),
    "quotes of both kinds": _repeated("\"'", 50_000),
    "dashes": _repeated("-", 100_000),
    "dots": _repeated(".", 100_000),
    "backslashes": _repeated("\\", 100_000),
    "attribute lists": _repeated("{:", 40_000),
    "attribute lists on spans": _repeated("*a*{: .b", 10_000),
    "attribute lists on lines": _lines("{: .a", 10_000),
    "attribute lists in a row": _lines("{: .a}", 10_000),
    "extensions": _repeated("{::", 30_000),
    "open comments": _repeated("{::comment}", 10_000),
    "open comments on lines": _lines("{::comment}", 8_000),
    "nested quotes": _nested("> ", 10_000),
    "nested quotes without spaces": _nested(">", 10_000),
    "images around emphasis that ends in others": lambda size: (
        "(" * (700 * size) + '](v "t")![x ***' * (700 * size) + "\n"
    ),
    "images around open strong and lines": _repeated('__!["  \n[a]- \n', 1_000),
    "long texts of links": _repeated("<b>[</b> ", 4_000, "]"),
    "tables of one wide row": lambda size: ("|a" * 400 + "\n|" * 400 + "\n\n") * (4 * size),
    "nested bullets": _nested("* ", 5_000),
    "nested numbers": _nested("1. ", 5_000),
    "nested definitions of footnotes": _nested("[^a]:", 8_000),
    "nested containers": _nested("> * [^a]: 1. {:.b} ", 2_000),
    "nested bullets, lazy lines": lambda size: "* " * (3_000 * size) + "x\n" + " y\n" * (3_000 * size),
    "nested quotes, lazy lines": lambda size: "> * " * (2_000 * size) + "x\n" + "y\n" * (3_000 * size),
    "nested quotes, false lists of attributes": lambda size: "> " * (2_000 * size) + "x\n" + "{:\n" * (3_000 * size),
    "stairs of bullets": _stairs("*", "  ", 100),
    "stairs of quotes": _stairs("", ">", 300),
    "fences": _lines("```", 20_000),
    "open fences": lambda size: "".join(f"{'`' * length}\n" for length in range(int(400 * size**0.5), 2, -1)),
    "open fences in quotes": _lines("> ```", 10_000),
    "open fences of tildes": _repeated("~~~x\n\n", 10_000),
    "open math blocks": _repeated("$$x\n\n", 10_000),
    "pipes": _repeated("|", 100_000),
    "pipes on lines": _lines("|", 20_000),
    "rows": _lines("| a | b |", 10_000),
    "rules of tables": _lines("|---|", 10_000),
    "rows with open code": _lines("| `a | b", 5_000),
    "one row": _repeated("a | ", 30_000),
    "hashes": _repeated("#", 100_000),
    "headers": _lines("# a", 5_000),
    "setext marks": _lines("a\n=", 5_000),
    "colons": _lines(": a", 10_000),
    "definitions": _lines("a\n: b", 5_000),
    "open definitions of footnotes": _lines("[^1]:", 10_000),
    "definitions of links": lambda size: "".join(f"[{n}]: /{n}\n" for n in range(8_000 * size)) + "\n[1]\n",
    "open definitions of links": _lines("[a]:", 10_000),
    "definitions of abbreviations": lambda size: "".join(f"*[a{n}]: b\n" for n in range(2_000 * size)) + "\na1 a2\n",
    "footnotes in footnotes": lambda size: "[^0]\n\n" + "".join(f"[^{n}]: x[^{n + 1}]\n" for n in range(2_000 * size)),
    "contents": lambda size: "* x\n{:toc}\n\n" + "".join(f"{'#' * (n % 6 + 1)} a\n\n" for n in range(2_000 * size)),
    "blank lines": _repeated("\n", 100_000),
    "blank lines in code to guess": lambda size: "```guess\n" + "\n" * (10_000 * size) + "x\n```\n",
    "paths in code to guess": lambda size: "```guess\ndiff" + " a/" * (5_000 * size) + "\n```\n",
    "marks of a diff in code to guess": lambda size: "```guess\n" + "-+" * (40_000 * size) + "---\n```\n",
    "settings in code to guess": lambda size: "```guess\n-*- a" + ":bbbb" * (15 * size) + "!\n```\n",
    "spaces": _repeated(" ", 200_000, "x"),
    "lines of spaces": _lines(" " * 40, 10_000),
    "tabs": _repeated("\t", 100_000, "x"),
    "spaces after text": _repeated(" ", 200_000),
    "runs of spaces in text": lambda size: ("a" + " " * 2000 + "b ") * (100 * size) + "\n",
    "end of block": _lines("^", 20_000),
    "a long line": _repeated("All work and no play makes Jack a dull boy. ", 12_000),
    "a long word": _repeated("a", 500_000),
    "a long line of code": lambda size: "    " + "x = 1; " * (30_000 * size) + "\n",
    "items": _lines("* a", 10_000),
    "loose items": _lines("* a\n", 8_000),
    "lazy lines": lambda size: "* a\n" + "b\n" * (20_000 * size),
    "lazy quotes": lambda size: "> a\n" + "b\n" * (20_000 * size),
    "a paragraph of many lines": _lines("some words here", 20_000),
    "indented code": _lines("    code", 20_000),
    "breaks": _lines("a  ", 20_000),
    "null characters": _repeated("\0", 50_000),
    "surrogates and marks": _repeated("\u200d\ufeff\u0301", 20_000),
}
