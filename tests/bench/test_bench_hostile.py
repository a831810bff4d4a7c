"""How the time of hostile texts grows: twice the text should take about twice the time."""

from __future__ import annotations

import time

import pytest
from kramdown_judge.hostile import HOSTILE

from editor.kramdown.document import to_html

pytestmark = pytest.mark.bench
SHOWN = 15


def _seconds(text: str) -> float:
    start = time.process_time()
    to_html(text)
    return time.process_time() - start


def test_hostile_texts(capsys):
    rows = []
    for name, make in HOSTILE.items():
        once, twice = _seconds(make(1)), _seconds(make(2))
        rows.append((twice, once, name))
    with capsys.disabled():
        print(
            f"\n{len(rows)} hostile texts: seconds, for twice the text, and how many times that is; the slowest {SHOWN}"
        )
        for twice, once, name in sorted(rows, reverse=True)[:SHOWN]:
            print(f"  {once:6.2f} {twice:6.2f} {twice / once:5.1f}  {name}")
