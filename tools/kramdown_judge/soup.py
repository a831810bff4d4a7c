"""Documents without any plan: lines and signs thrown together, where the constructs meet in ways nobody thinks of."""

from __future__ import annotations

from random import Random

STARTS = (
    "* ", "- ", "+ ", "1. ", "2.  ", "*\t", "> ", ">", "# ", "## ", "    ", "\t", "  ", "   ", " ", ": ",
    ":   ", "| ", "```", "~~~", "$$", "{: .a}", "[^1]: ", "[a]: /b", "*[A]: b", "<div>", "</div>", "<p>",
    "<!-- ", "-->", "^", "---", "===", "* * *", "{::comment}", "{:/}", '<div markdown="1">', "<b>", "</b>",
    "<pre>", "</pre>", "```x", "| a | b |", "|---|", "<br>", "[ ] ", "{:.x}", "", "", "",
)  # fmt: skip
SIGNS = (
    "a", "b c", " ", " ", "\n", "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "[a](b)", "![", "](b)",
    "[a]", "[^1]", "<", ">", "<b>", "</b>", "<i c='d'>", "<br/>", "<a@b.c>", "<http://a>", "\\", "\\*", "&",
    "&amp;", "$$", "~~", "{:.a}", "{:", "}", '"', "'", "...", "--", "<<", ">>", "|", ":", "  \n", "\\\\\n",
    "<!--", "-->", "{::nomarkdown}", "{:/}", "é", "日", "1", "!", ".", "^", "=",
)  # fmt: skip


def soup(rng: Random) -> str:
    """Give up to a dozen lines, each of some starts and a little text; or one line of signs."""
    if rng.random() < 0.4:
        return "".join(rng.choice(SIGNS) for _ in range(rng.randint(2, 25))) + "\n"
    return "".join(_line(rng) for _ in range(rng.randint(1, 12)))


def _line(rng: Random) -> str:
    starts = "".join(rng.choice(STARTS) for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3))))
    signs = "".join(rng.choice((*SIGNS[:20], "word", "more words")) for _ in range(rng.choice((0, 1, 1, 2))))
    return f"{starts}{signs}\n"
