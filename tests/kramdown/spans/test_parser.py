"""The span parser itself: pieces of text, lines, what it was asked for, and that nothing takes it long."""

from __future__ import annotations

import pytest

from editor.kramdown.definitions import Definitions, LinkDefinition
from editor.kramdown.options import JEKYLL_DEFAULTS, Options
from editor.kramdown.spans.parser import SpanParser
from editor.kramdown.spans.reading import Construct, Reading
from editor.kramdown.tree import Node


@pytest.fixture
def definitions() -> Definitions:
    return Definitions(links={"known": LinkDefinition("/u", None)})


@pytest.fixture
def spans(definitions: Definitions) -> SpanParser:
    return SpanParser(JEKYLL_DEFAULTS, definitions)


@pytest.mark.parametrize(
    "text", ["plain", r"a \* b \_ c", "a *b", "[a] b **c", "a {::comment /}b", "2 * 3 & 4 < 5 {x} $6 ~7"]
)
def test_text_between_elements_is_one_piece(text: str, spans: SpanParser) -> None:
    """Escapes, what failed to be a span and extensions that leave nothing do not part it."""
    assert [type(each) for each in spans.parse(text, line=1)] == [str]


def test_nothing_comes_of_nothing(spans: SpanParser) -> None:
    """An empty text has no children."""
    assert spans.parse("", line=1) == []


def test_images_and_links_know_their_lines(spans: SpanParser) -> None:
    """Lines count from that of the block."""
    found = spans.parse("a *[b\nc](u)*\n\n![d](e)\n<b>f</b>", line=10)
    nodes = [each for each in found if isinstance(each, Node)]
    link = nodes[0].children[0]
    assert isinstance(link, Node)
    assert [link.line, nodes[1].line, nodes[2].line] == [10, 13, 14]


def test_it_tells_what_it_was_asked_for(spans: SpanParser) -> None:
    """Names count whether they are defined or not."""
    spans.parse("[Known], [a][No  such], ![x], [^1] *b*{:ald}", line=1)
    assert spans.asked_links == {"known", "no such", "x"}
    assert spans.asked_footnotes == {"1"}
    assert spans.asked_alds == {"ald"}


def test_options_in_a_line_count_from_there_on(spans: SpanParser) -> None:
    """`{::options}` changes how the rest is read."""
    found = spans.parse('<b>*a*</b>{::options parse_span_html="false" /}<b>*a*</b>', line=1)
    elements = [each for each in found if isinstance(each, Node)]
    assert [type(each.children[0]) for each in elements] == [Node, str]


@pytest.mark.parametrize(
    ("options", "text", "kinds"),
    [
        (Options(hard_wrap=True), "a  \nb", []),
        (Options(input="kramdown", hard_wrap=True), "a  \nb", ["br"]),
        (Options(gfm_quirks=frozenset({"no_auto_typographic"})), "a -- 'b' << ... \\<<", ["smart_quote"] * 2),
        (Options(input="kramdown"), "~~a~~", []),
    ],
)
def test_options_choose_the_constructs(options: Options, text: str, kinds: list[str]) -> None:
    """GFM's parser and its options add some and drop others."""
    found = SpanParser(options, Definitions()).parse(text, line=1)
    assert [each.kind for each in found if isinstance(each, Node)] == kinds


def test_underscores_after_a_word_differ_by_version() -> None:
    """Since kramdown 2.5 underscores at a word's end belong to it."""
    old, new = (SpanParser(Options(version=version), Definitions()) for version in ("2.4", "2.5"))
    assert any(isinstance(each, Node) for each in old.parse("foo___bar_", line=1))
    assert new.parse("foo___bar_", line=1) == ["foo___bar_"]


_HOSTILE = [
    *(("", unit, "") for unit in ("*", "[", "![", "`", "<", "$$", "~~a ", "<!--", "<http:", "{:", "(", "\\", '"', "&")),
    *(("", unit, "") for unit in ("**a *b ", "_a __b ", "[a](", '[a](b "', "[a](<", "*<b>", "[*a ", "![*a ")),
    ("[", "", "]"),
    ("![", "a", "]"),
    ("![", "a", "](u)"),
    ("![*", "a", "*](u)"),
    ("*<b>", "a", "</b>"),
    ("<b>", "a", "</b>*"),
    ("![<b>", "a", "</b>](u)"),
]


@pytest.mark.parametrize(("before", "middle", "after"), _HOSTILE)
def test_every_place_is_read_a_few_times_at_most(before: str, middle: str, after: str, spans: SpanParser) -> None:
    """What kramdown reads again and again, or too deep for its stack, takes steps in proportion to its length."""
    steps = 0

    def counted(construct: Construct) -> Construct:
        def count(reading: Reading, at: int) -> bool:
            nonlocal steps
            steps += 1
            return construct(reading, at)

        return count

    spans.constructs = {character: tuple(map(counted, those)) for character, those in spans.constructs.items()}
    text = before * 3000 + (middle if before else middle * 3000) + after * 3000
    spans.parse(text, line=1)
    assert steps < 12 * len(text)
