"""Maps in YAML's flow style, as they stand in an option's text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from editor.kramdown.flow_map import read_flow_map


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("{}", {}),
        ("{a: b}", {"a": "b"}),
        ("a: b", {"a": "b"}),
        ("{a: 1, b: -20, c: true, d: ~, e: }", {"a": 1, "b": -20, "c": True, "d": None, "e": None}),
        ("{'it''s': \"a\\nb\", c: 'x, y'}", {"it's": "a\nb", "c": "x, y"}),
        ("{a: [b, [c], {d: e}], f: {g: h}}", {"a": ["b", ["c"], {"d": "e"}], "f": {"g": "h"}}),
        ("{a: http://x.example/y, b: two words}", {"a": "http://x.example/y", "b": "two words"}),
        ("{a: b,}", {"a": "b"}),
    ],
)
def test_what_yaml_reads_is_read(text, held):
    assert read_flow_map(text) == held == yaml.safe_load(text)


@pytest.mark.parametrize(
    "text", ["", "a", "{a: b", "{a: b}}", "[a]", "{a: [b}", "{a b: : }", "{: a}", "{,}", "{a: b} c"]
)
def test_what_is_no_map_gives_none(text):
    assert read_flow_map(text) is None


def test_deep_maps_are_refused_not_followed():
    assert read_flow_map("{a: " * 100_000) is None
    assert read_flow_map("{a: " * 100 + "b" + "}" * 100) is None


@given(st.text(alphabet="{}[],:'\"\\ab \n1#~", max_size=40))
def test_no_text_is_too_odd(text):
    found = read_flow_map(text)
    assert found is None or isinstance(found, dict)
