"""Values as Ruby prints and weighs them."""

from __future__ import annotations

import pytest

from editor.site.ruby_values import is_true, ruby_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (2024, "2024"),
        (1.0, "1.0"),
        ("a", "a"),
        ([], "[]"),
        (["a", None, 1, {"k": 'q"'}], '["a", nil, 1, {"k"=>"q\\""}]'),
    ],
)
def test_a_value_is_printed_as_liquid_shows_it(value, text):
    assert ruby_text(value) == text


def test_only_nil_and_false_are_untrue():
    assert [is_true(each) for each in (None, False, 0, "", [], "false")] == [False, False, True, True, True, True]
