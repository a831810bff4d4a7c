"""Values as Ruby prints and weighs them."""

from __future__ import annotations

import math

import pytest

from editor.site.ruby_values import is_true, ruby_text
from editor.site.scalars import Timestamp


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (2024, "2024"),
        (1.0, "1.0"),
        ("a", "a"),
        ([], "[]"),
        (1.5e20, "1.5e+20"),
        (1e16, "1.0e+16"),
        (0.00001, "1.0e-05"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
        (math.nan, "NaN"),
        (["a\n\x01\u2028é\u200b", "#{a} #b"], '["a\\n\\u0001\\u2028é\u200b", "\\#{a} #b"]'),
        ([Timestamp("2025-01-01")], "[#<Date: 2025-01-01 ((2460677j,0s,0n),+0s,2299161j)>]"),
        ([Timestamp("1500-02-29")], "[#<Date: 1500-02-29 ((2268992j,0s,0n),+0s,2299161j)>]"),
        ([Timestamp("0000-01-01")], "[#<Date: 0000-01-01 ((1721058j,0s,0n),+0s,2299161j)>]"),
        ([Timestamp("2025-01-01 1:00:00 +01:00")], "[2025-01-01 00:00:00 UTC]"),
        ([Timestamp("0001-01-01 00:00:00 Z")], "[0001-01-01 00:00:00 UTC]"),
        ([Timestamp("9999-12-31 23:59:59 -10:00")], "[9999-12-31 23:59:59 -10:00]"),
        (["a", None, 1, {"k": 'q"'}], '["a", nil, 1, {"k"=>"q\\""}]'),
    ],
)
def test_a_value_is_printed_as_liquid_shows_it(value, text):
    assert ruby_text(value) == text


def test_only_nil_and_false_are_untrue():
    assert [is_true(each) for each in (None, False, 0, "", [], "false")] == [False, False, True, True, True, True]
