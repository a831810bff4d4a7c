"""Lines that a writer left alone keep their line ends."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.line_ends import flatten, restore_line_ends

LINE_ENDS = ("\n", "\r\n", "\r", "\u2029", "\ufdd0", "\ufdd1")
TEXTS = st.lists(st.sampled_from((*LINE_ENDS, "a", "b", "", "\u00a0", "\u2028", "word ", "\x00")), max_size=30).map(
    "".join
)


@given(TEXTS, st.sampled_from(LINE_ENDS[:3]))
@settings(deadline=None)
def test_unedited_text_gets_its_own_line_ends_back(text, newline):
    assert restore_line_ends(flatten(text), text, newline=newline) == text


@given(TEXTS, TEXTS, st.sampled_from(LINE_ENDS[:3]))
@settings(deadline=None)
def test_line_ends_never_change_the_text_itself(original, edited, newline):
    restored = restore_line_ends(flatten(edited), original, newline=newline)
    assert flatten(restored) == flatten(edited)


@given(st.lists(st.tuples(st.integers(), st.sampled_from(LINE_ENDS)), min_size=1, max_size=12), st.data())
@settings(deadline=None)
def test_an_edit_of_one_line_keeps_every_other_line_end(lines, data):
    texts = [f"{number} {index}" for index, (number, _) in enumerate(lines)]
    ends = [end for _, end in lines]
    original = "".join(text + end for text, end in zip(texts, ends, strict=True))
    texts[data.draw(st.integers(0, len(texts) - 1))] = "edited"
    expected = "".join(text + end for text, end in zip(texts, ends, strict=True))
    flat = "".join(text + "\n" for text in texts)
    assert restore_line_ends(flat, original, newline="\n") == expected


def test_new_lines_get_the_newline_of_the_file():
    assert restore_line_ends("a\nnew\nb\nc\n", "a\r\nb\nc\r\n", newline="\r\n") == "a\r\nnew\r\nb\nc\r\n"
    assert restore_line_ends("a\nb", "a\r\n", newline="\r\n") == "a\r\nb"


def test_a_wholly_new_text_of_many_lines_is_matched_in_reasonable_time():
    original = "".join(f"{n}\r\n{n}\n" for n in range(20_000))
    edited = "".join(f"{n % 7}\n" for n in range(40_000))
    assert flatten(restore_line_ends(edited, original, newline="\n")) == edited
