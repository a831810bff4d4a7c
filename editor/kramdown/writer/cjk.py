"""Takes out line breaks between Chinese and Japanese characters, where a space would show."""

from __future__ import annotations

import re

# Unicode's scripts Han, Hiragana and Katakana, which Python's `re` has no names for.
_SCRIPTS = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufa6d\ufa70-\ufad9\U00016ff0-\U00016ff1\U00020000-\U0002fa1d\U00030000-\U0003134a"
    "\u3041-\u3096\u309d-\u309f\U0001b001-\U0001b11f\U0001b150-\U0001b152\U0001f200"
    "\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\uff66-\uff6f\uff71-\uff9d\U0001b000"
    "\U0001b164-\U0001b167"
)
_REDUNDANT_BREAK = re.compile(rf"(?<=[{_SCRIPTS}])\n(?=[{_SCRIPTS}])")


def join_lines(text: str) -> str:
    """For the option `remove_line_breaks_for_cjk` (kramdown/utils/html.rb, fix_cjk_line_break)."""
    return _REDUNDANT_BREAK.sub("", text)
