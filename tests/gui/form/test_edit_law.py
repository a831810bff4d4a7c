"""The law of the form: an edit of one field changes that value, as Ruby reads it, and not one character of another."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from editor.gui.form.chips_field import ChipsField
from editor.gui.form.field import Field
from editor.gui.form.switch_field import SwitchField
from editor.site.front_matter import FrontMatter
from editor.site.key_path import KeyPath, as_path, spell_key_path
from editor.site.scalars import Timestamp, Value, load

pytestmark = [
    pytest.mark.jekyll,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("jekyll") is None, reason="needs the YAML of Jekyll itself"),
]

# For each pair of front matters: the value at a path in the new one, and whether all the rest is the same in both.
READ_PAIRS = r"""
require "jekyll"; require "json"

def typed(value)
  case value
  when Hash then ["map", value.map { |key, each| [key.to_s, typed(each)] }]
  when Array then ["list", value.map { |each| typed(each) }]
  when nil, true, false then ["plain", value.inspect]
  when Integer then ["int", value.to_s]
  when Float then ["float", format("%.17g", value).downcase]
  when Date, Time then ["time", ""]
  else ["text", value.to_s]
  end
end

def without(value, path)
  first, *rest = path
  if value.is_a?(Hash)
    value.to_h { |key, each| [key, key.to_s == first.to_s ? (rest.empty? ? nil : without(each, rest)) : each] }
      .reject { |key, each| key.to_s == first.to_s && (each.nil? || each == {} || each == []) }
  elsif value.is_a?(Array)
    value.each_with_index.map { |each, at| at == first ? (rest.empty? ? nil : without(each, rest)) : each }
  end
end

def at(value, path)
  path.reduce(value) do |inside, step|
    case inside
    when Hash then inside.find { |key, _| key.to_s == step.to_s }&.last
    when Array then inside[step]
    end
  end
end

read = ->(raw) { Jekyll::Utils.safe_load_yaml(raw) || {} }
answers = JSON.parse(STDIN.read).map do |old, new, path|
  before, after = read.(old), read.(new)
  [typed(at(after, path)), typed(without(before, path)) == typed(without(after, path))]
end
puts JSON.generate(answers)
"""

# What people type, and what YAML would take for something else; one on each line.
TYPED = r"""yes
no
2024-01-01
2025-11-21 18:21:53
12:30
a: b
a #b
#no
@x
1,000
null
~
true
1.0
1e3
0x1F
0o7
007
.inf
- a
? b
: c
[a]
{a: b}
&a
*a
!a
%a
'q'
"q"
it's
say “hi”
a\b
C#
Ünï
日本語
😀
=
<<
:sym
trailing:
---
..."""
TEXTS = st.one_of(
    st.sampled_from(TYPED.split("\n")),
    st.text(alphabet=st.sampled_from("abc XYZ 019:#-,[]{}'\"&*!|>%@`~?éß日😀.\\/=<"), min_size=1, max_size=12),
)
NAMES = (
    "layout",
    "author",
    "categories",
    "tags",
    "permalink",
    "excerpt",
    "image",
    "subtitle",
    "weight",
    "pin",
    "notes",
)
SCALARS = st.sampled_from(
    [
        "post",
        '"a: b"',
        "'it''s'",
        "",
        "12",
        "1.50",
        "yes",
        "off",
        "true",
        "plain words",
        "2025-11-21",
        "~",
        "1,000",
        '""',
    ]
)
LISTS = st.sampled_from(["[a, b]", "[ a , 'b c' ]", "[]", "\n- a\n- b", "\n  - a # one\n\n  - 'b c'", "a b"])
DEEP = st.sampled_from(
    ["\n  title: x # deep\n  wide: true", "{title: x, n: 1}", "\n  - src: a.jpg\n    alt: 'A: a'\n  - src: b.jpg", "{}"]
)
BLOCKS = st.sampled_from(["|\n  one\n\n  two", ">-\n  folded\n  text", "|2-\n   deep"])


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    """Front matter as people write it: styles mixed, comments and blank lines anywhere."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1, max_size=6))
    lines = []
    for name in names:
        if draw(st.integers(0, 4)) == 0:
            lines.append(draw(st.sampled_from(["# a comment", ""])))
        value = draw(st.one_of(SCALARS, LISTS, DEEP, BLOCKS))
        gap = "" if not value or value.startswith("\n") else draw(st.sampled_from([" ", "   "]))
        behind = "" if "\n" in value or draw(st.integers(0, 3)) else " # behind"
        key = draw(st.sampled_from([name, name, name, f'"{name}"']))
        lines.append(f"{key}:{gap}{value}{behind}")
    return "\n".join(lines) + "\n"


def type_into(field: Field, text: str) -> None:
    """What a writer does to a field: turn the switch, enter a chip, or type over what is there."""
    field.editor().setFocus()
    line = line_of(field)
    if line is None:
        QTest.keyClick(field.editor(), Qt.Key.Key_Space)
        return
    QApplication.clipboard().setText(text)
    if isinstance(field, ChipsField):
        line.paste()
        QTest.keyClick(line, Qt.Key.Key_Return)
        return
    line.selectAll()
    line.paste()


def line_of(field: Field) -> QLineEdit | QPlainTextEdit | None:
    """Where one types into a field; None for a switch or button."""
    editor = field.editor()
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    return line if isinstance(line, QLineEdit | QPlainTextEdit) else None


def fields_of(pane: QWidget) -> list[Field]:
    """The fields that can be typed into, or turned."""
    fields = [field for field in pane.findChildren(Field) if field.isVisible()]
    return [field for field in fields if isinstance(field, SwitchField) or line_of(field) is not None]


def typed(value: Value) -> object:
    """As the Ruby program prints a value; of times only that they are."""
    if isinstance(value, dict):
        return ["map", [[key, typed(each)] for key, each in value.items()]]
    if isinstance(value, list):
        return ["list", list(map(typed, value))]
    if value is None or isinstance(value, bool):
        return ["plain", {None: "nil", True: "true", False: "false"}[value]]
    if isinstance(value, Timestamp):
        return ["time", ""]
    if isinstance(value, str):
        return ["text", value]
    return ["int", str(value)] if isinstance(value, int) else ["float", f"{value:.17g}"]


def value_at(front_matter: FrontMatter, path: KeyPath) -> Value:
    value: Value = front_matter.values
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def check_law(desk, examples: int) -> int:
    """Run the law; gives the number of edits that Ruby has judged."""
    at = desk("title: x\n", height=1400)
    cases: list[tuple[str, str, list[str | int]]] = []
    wanted: list[object] = []

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
    )
    @given(front_matters(), st.integers(0, 999), TEXTS, st.integers(0, 5))
    def one_edit(raw: str, which: int, text: str, chance: int) -> None:
        at.set_raw("")  # nothing stays of the example before
        at.set_raw(raw)
        at.edits.clear()
        at.refusals.clear()
        before = at.front_matter
        assert before.fault is None, raw
        fields = fields_of(at.pane)
        field = fields[which % len(fields)]
        path = as_path(field.key)
        if chance == 0 and before.entry(field.key) is not None:
            field.remove()
        else:
            type_into(field, text)
        if not at.edits or at.refusals:
            assert at.front_matter.raw == raw
            return
        edit = at.edits[-1]
        assert as_path(edit.key) == path
        for entry in before.entries:
            if entry.key != path[0]:
                kept = at.front_matter.entry(entry.key)
                assert kept is not None
                assert at.front_matter.raw[kept.key_start : kept.value_end] == raw[entry.key_start : entry.value_end]
        if not edit.removed:
            meant = load(edit.source) if edit.source is not None else edit.value
            wanted.append(typed(meant if edit.source is not None else value_at(at.front_matter, path)))
            if edit.source is None and isinstance(meant, str):
                assert value_at(at.front_matter, path) == meant, spell_key_path(path)
        else:
            wanted.append(typed(None))
        cases.append((raw, at.front_matter.raw, list(path)))

    one_edit()
    asked = json.dumps(cases, ensure_ascii=False)
    done = subprocess.run(
        ["ruby", "-e", READ_PAIRS], input=asked.encode(), capture_output=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr.decode()
    answers = json.loads(done.stdout)
    assert len(answers) == len(cases)
    differing = [
        (case, answer, expected)
        for case, answer, expected in zip(cases, answers, wanted, strict=True)
        if answer != [expected, True]
    ]
    assert differing == []
    return len(cases)


def test_an_edit_of_a_field_is_what_ruby_reads_and_leaves_the_rest_alone(desk):
    assert check_law(desk, 80) > 40


@pytest.mark.long
def test_the_same_at_length(desk):
    judged = check_law(desk, 1000)
    print(f"\n{judged} edits by the form, judged by Ruby")
    assert judged >= 500
