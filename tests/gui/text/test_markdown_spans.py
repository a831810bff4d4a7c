"""Each construct gets its style, and what goes on over lines goes on."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies
from hypothesis import settings as hypothesis_settings

from editor.gui.text import markdown_spans
from editor.gui.text.markdown_spans import LONG_LINE, NORMAL, painted, spans

_NAMES = (
    "TEXT MARKUP LINK URL LIQUID QUOTE HTML MATH BOLD ITALIC STRIKE CODE HEADING_1 HEADING_2 HEADING_3".split()  # noqa: SIM905
)


def styled(line: str, state: int = NORMAL) -> dict[str, str]:
    """Each coloured piece of the line with the names of its style."""
    found, _ = spans(line, state)
    return {
        line[start:end]: " ".join(name for name in _NAMES if style & getattr(markdown_spans, name))
        for start, end, style in painted(found, len(line))
    }


def state_after(*lines: str) -> int:
    state = NORMAL
    for line in lines:
        _, state = spans(line, state)
    return state


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("plain words", {}),
        ("# Title", {"#": "MARKUP HEADING_1", " Title": "HEADING_1"}),
        ("#### Title", {"####": "MARKUP HEADING_3", " Title": "HEADING_3"}),
        ("#hashtag", {}),
        ("# A {#b}", {"#": "MARKUP HEADING_1", " A ": "HEADING_1", "{#b}": "MARKUP HEADING_1"}),
        ("a **b**", {"**": "MARKUP", "b": "BOLD"}),
        ("a __b__", {"__": "MARKUP", "b": "BOLD"}),
        ("a *b*", {"*": "MARKUP", "b": "ITALIC"}),
        ("a _b_", {"_": "MARKUP", "b": "ITALIC"}),
        ("***b***", {"**": "MARKUP", "*": "MARKUP BOLD", "b": "BOLD ITALIC"}),
        ("snake_case_name", {}),
        ("2 * 3 * 4", {}),
        ("~~b~~", {"~~": "MARKUP", "b": "STRIKE"}),
        ("`a *b*`", {"`a *b*`": "CODE"}),
        ("``a ` b``", {"``a ` b``": "CODE"}),
        (r"\*no\*", {r"\*": "MARKUP"}),
        ("[a](/b)", {"[": "MARKUP", "a": "LINK", "](": "MARKUP", "/b": "URL", ")": "MARKUP"}),
        ("[a](/b_(c))", {"[": "MARKUP", "a": "LINK", "](": "MARKUP", "/b_(c)": "URL", ")": "MARKUP"}),
        ("[a][b]", {"[": "MARKUP", "a": "LINK", "][": "MARKUP", "b": "URL", "]": "MARKUP"}),
        ("![a](/b)", {"![": "MARKUP", "a": "TEXT", "](": "MARKUP", "/b": "URL", ")": "MARKUP"}),
        ("[a]({% link b %})", {"[": "MARKUP", "a": "LINK", "](": "MARKUP", "{% link b %}": "LIQUID", ")": "MARKUP"}),
        ("see https://x.org/ab.", {}),
        ("<https://x.org>", {"<https://x.org>": "URL"}),
        ("[a]: https://x.org", {"[a]:": "MARKUP", " https://x.org": "URL"}),
        ("[^1]: *a*", {"[^1]:": "MARKUP", "*": "MARKUP", "a": "ITALIC"}),
        ("a[^1]", {"[^1]": "LINK"}),
        ("a {{ b }} c", {"{{ b }}": "LIQUID"}),
        ("{% if a %}b", {"{% if a %}": "LIQUID"}),
        ("*a*{: .b}", {"*": "MARKUP", "a": "ITALIC", "{: .b}": "MARKUP"}),
        ("a {: .b} c", {}),
        ("  # a", {}),
        ("{: .b}", {"{: .b}": "MARKUP"}),
        ("{::comment}", {"{::comment}": "MARKUP"}),
        ("<b>a</b>", {"<b>": "HTML", "</b>": "HTML"}),
        ("a <!-- b --> c", {"<!-- b -->": "HTML"}),
        ("> a", {"> ": "MARKUP", "a": "QUOTE"}),
        ("> - *a*", {"> ": "MARKUP", "- ": "LINK", "*": "MARKUP", "a": "QUOTE ITALIC"}),
        ("- a", {"- ": "LINK"}),
        ("  12. a", {"  12. ": "LINK"}),
        ("- [x] a", {"- [x] ": "LINK"}),
        ("| a | b |", {"|": "MARKUP"}),
        ("|---|:-:|", {"|---|:-:|": "MARKUP"}),
        ("* * *", {"* * *": "MARKUP"}),
        ("===", {}),
        ("1) a", {}),
        ("^", {"^": "MARKUP"}),
        ("  : a", {"  : ": "LINK"}),
        ("    *a*", {"    *a*": "CODE"}),
        ("\t*a*", {"\t*a*": "CODE"}),
        ("    <b>", {"<b>": "HTML"}),
        ("{:a: .b}", {"{:a: .b}": "MARKUP"}),
        ("{::options toc_levels='2' /}", {"{::options toc_levels='2' /}": "MARKUP"}),
        (
            "a {::comment}*b*{:/} *c*",
            {"{::comment}": "MARKUP", "*b*": "MARKUP", "{:/}": "MARKUP", "*": "MARKUP", "c": "ITALIC"},
        ),
        ("```ruby and more", {}),
        ("a $$x_1$$ b", {"$$x_1$$": "MATH"}),
        ("```ruby", {"```ruby": "MARKUP CODE"}),
        ("``` not a fence ```", {"``` not a fence ```": "CODE"}),
    ],
)
def test_construct(line: str, pieces: dict[str, str]) -> None:
    assert styled(line) == pieces


def test_a_fence_goes_on_to_one_that_closes_it() -> None:
    inside = state_after("```` ruby")
    assert styled("# *not* a heading", inside) == {"# *not* a heading": "CODE"}
    assert state_after("```` ruby", "```", "~~~~", "```` x") == inside
    assert state_after("```` ruby", "`````") == NORMAL
    assert state_after("~~~", "~~~ ") == NORMAL
    assert state_after("> ```", "> ```") == NORMAL


@pytest.mark.parametrize(
    ("opening", "inside", "closing"),
    [
        ("a <!-- b", "*c*", "d --> e"),
        ("{% include x.html", "a='b'", "%} c"),
        ("{{ a", "| b", "}} c"),
        ("{% comment %}", "*c*", "{% endcomment %}"),
        ("{% raw %} a", "{{ b }}", "{% endraw %}"),
        ("{%- highlight ruby -%}", "# a", "{%- endhighlight -%}"),
        ("$$", "x_1 * y", "$$"),
        ("$$ a", "x_1 * y", "b $$"),
        ("{::comment}", "*a*", "{:/comment}"),
        ("{::nomarkdown}", "*a*", "{:/}"),
    ],
)
def test_what_reaches_over_lines_goes_on_until_it_is_closed(opening: str, inside: str, closing: str) -> None:
    state = state_after(opening)
    assert state != NORMAL
    assert list(styled(inside, state)) == [inside]
    assert state_after(opening, inside) == state
    assert state_after(opening, inside, closing) == NORMAL


def test_a_liquid_block_in_one_line_ends_there() -> None:
    assert styled("{% raw %}*a*{% endraw %} *b*") == {
        "{% raw %}": "LIQUID",
        "*a*": "CODE",
        "{% endraw %}": "LIQUID",
        "*": "MARKUP",
        "b": "ITALIC",
    }


def looks(*lines: str, gfm: bool = True) -> list[dict[str, str]]:
    """How each line of a text looks."""
    state, made = NORMAL, []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        found, state = spans(line, state, below=below, gfm=gfm)
        made.append(
            {
                line[start:end]: " ".join(name for name in _NAMES if style & getattr(markdown_spans, name))
                for start, end, style in painted(found, len(line))
            }
        )
    return made


def test_a_paragraph_of_one_line_above_a_row_of_signs_is_a_heading() -> None:
    assert looks("Title", "===") == [{"Title": "HEADING_1"}, {"===": "MARKUP"}]
    assert looks("Title", "-") == [{"Title": "HEADING_2"}, {"-": "MARKUP"}]
    for underline in ("> ===", "==="):
        assert looks("> a", underline) == [{"> ": "MARKUP", "a": "QUOTE HEADING_1"}, {underline: "MARKUP"}]


def test_below_a_longer_paragraph_and_alone_a_row_of_signs_is_text() -> None:
    assert looks("one", "two", "---") == [{}, {}, {}]
    assert looks("", "=", "", "--") == [{}, {}, {}, {}]
    assert looks("one", "", "---")[2] == {"---": "MARKUP"}


@pytest.mark.parametrize(
    "lines",
    [
        ("text", "    *a*"),
        ("- a", "", "    *a*"),
        ("1. a", "   ```", "   x", "   ```", "", "    *a*"),
        ("[^1]: a", "", "    *a*"),
        ("term", ": a", "", "    *a*"),
    ],
)
def test_what_is_indented_below_text_or_in_a_list_is_no_code(lines: tuple[str, ...]) -> None:
    assert looks(*lines)[-1] == {"*": "MARKUP", "a": "ITALIC"}


def test_indented_code_takes_the_lines_right_below_it_along() -> None:
    assert looks("    a", "*b*", "", "*c*") == [{"    a": "CODE"}, {"*b*": "CODE"}, {}, {"*": "MARKUP", "c": "ITALIC"}]


def test_plain_kramdown_has_no_fences_of_backticks_and_no_strikethrough() -> None:
    assert looks("```ruby", "*a*", gfm=False) == [{}, {"*": "MARKUP", "a": "ITALIC"}]
    assert looks("~~*a*~~", gfm=False) == [{"*": "MARKUP", "a": "ITALIC"}]
    assert looks("~~~", "*a*", gfm=False)[1] == {"*a*": "CODE"}


def test_a_very_long_line_is_left_plain() -> None:
    assert styled("*a* " * LONG_LINE) == {}


@hypothesis_settings(deadline=None)
@given(strategies.text("a *_`~[]()<>{}%:!#|$-\\.h/😀", max_size=60), strategies.integers(0, 14))
def test_spans_stay_inside_the_line(line: str, state: int) -> None:
    found, _ = spans(line, state)
    assert all(0 <= start <= end <= len(line) for start, end, _ in found)
    ends = [place for start, end, _ in painted(found, len(line)) for place in (start, end)]
    assert ends == sorted(ends)
