"""What the pane's commands write is read by the dialects of Jekyll as what the command says."""

from __future__ import annotations

import pytest

from editor.gui.text.text_pane import TextPane
from editor.kramdown.document import to_html
from editor.kramdown.options import Options

BOTH = ("GFM", "kramdown")
COMMANDS = [
    (TextPane.toggle_bold, "<strong>word</strong>", BOTH),
    (TextPane.toggle_italic, "<em>word</em>", BOTH),
    (TextPane.toggle_strikethrough, "<del>word</del>", ("GFM",)),
    (TextPane.toggle_code, ">word</code>", BOTH),
    (lambda pane: pane.set_heading(2), '<h2 id="word">word</h2>', BOTH),
    (TextPane.toggle_quote, "<blockquote>\n  <p>word</p>\n</blockquote>", BOTH),
    (TextPane.toggle_bullets, "<ul>\n  <li>word</li>\n</ul>", BOTH),
    (TextPane.toggle_numbers, "<ol>\n  <li>word</li>\n</ol>", BOTH),
    (TextPane.toggle_tasks, '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />', ("GFM",)),
    (TextPane.toggle_link, '<a href="">word</a>', BOTH),
    (TextPane.insert_code_block, ">word\n</code></pre>", BOTH),
    (lambda pane: pane.insert_table(), "<th>Heading</th>\n      <th>Heading</th>", BOTH),
    (lambda pane: pane.insert_block("![a](/b.png)"), '<p><img src="/b.png" alt="a" /></p>', BOTH),
]
CASES = [(command, html, each) for command, html, dialects in COMMANDS for each in dialects]


@pytest.mark.parametrize(("command", "html", "dialect"), CASES)
@pytest.mark.parametrize("around", [("", ""), ("before\n\n", "\n\nafter")])
def test_what_a_command_writes_is_what_jekyll_reads(pane: TextPane, command, html, dialect, around):
    pane.set_fence_sign("`" if dialect == "GFM" else "~")
    pane.set_text("word".join(around))
    cursor = pane.edit.textCursor()
    cursor.setPosition(len(around[0]))
    cursor.setPosition(len(around[0]) + 4, cursor.MoveMode.KeepAnchor)
    pane.edit.setTextCursor(cursor)
    command(pane)
    assert html in to_html(pane.text(), Options(input=dialect))


@pytest.mark.parametrize("dialect", BOTH)
def test_a_code_block_around_fences_of_its_kind_has_longer_ones(pane: TextPane, dialect):
    sign = "`" if dialect == "GFM" else "~"
    pane.set_fence_sign(sign)
    pane.set_text(f"{sign * 3}\nword\n{sign * 3}")
    pane.edit.selectAll()
    pane.insert_code_block()
    assert f">{sign * 3}\nword\n{sign * 3}\n</code></pre>" in to_html(pane.text(), Options(input=dialect))
