"""The block pass as a whole: lines of nodes, depth, and what it tells of its reach."""

from __future__ import annotations

import pytest

from editor.kramdown.blocks.constructs import constructs_for
from editor.kramdown.blocks.frames import BlockParser, Frame, Source
from editor.kramdown.blocks.parser import parse_blocks
from editor.kramdown.definitions import Definitions
from editor.kramdown.options import JEKYLL_DEFAULTS
from editor.kramdown.tree import Node

DOCUMENT = """\
# L1

text L3
more

* item L6
  lazy

  > quote L9
  > * deep L10

* {: .x}
  after an IAL L13

```
code
```

[^1]: note L19

    ~~~
    code
    ~~~

term L25
: definition L26

  second L28

<div markdown="1">
inside L31
</div>
"""


def _nodes(root: Node) -> list[Node]:
    found, stack = [], [root]
    while stack:
        node = stack.pop()
        found.append(node)
        stack.extend(child for child in node.children if isinstance(child, Node))
    return found


def test_nodes_know_their_lines() -> None:
    definitions = Definitions()
    root, _ = parse_blocks(DOCUMENT, JEKYLL_DEFAULTS, definitions)
    checked = set()
    for node in _nodes(root) + _nodes(definitions.footnotes["1"].content):
        text = str(node.children[0]) if node.children and isinstance(node.children[0], str) else ""
        words = text.split("\n")[0].split()
        if words and words[-1].startswith("L"):
            assert node.line == int(words[-1][1:]), text
            checked.add(node.line)
    assert checked == {1, 3, 6, 9, 10, 13, 19, 25, 26, 28, 31}


@pytest.mark.parametrize(
    "text",
    [
        ">" * 50_000 + "a\n",
        "* " * 3000 + "a\n",
        "1. - " * 1500 + "a\n",
        "".join(f"{'  ' * depth}* a\n" for depth in range(300)),
        "".join(f"{'>' * depth} a\n" for depth in range(1, 300)),
        "".join(f"{'    ' * depth}[^{depth}]: a\n" for depth in range(300)),
    ],
    ids=["quotes", "bullets", "numbers", "stairs of bullets", "stairs of quotes", "footnotes"],
)
def test_no_nesting_is_too_deep(text: str) -> None:
    root, _ = parse_blocks(text, JEKYLL_DEFAULTS, Definitions())
    assert root.children


@pytest.mark.parametrize(
    ("text", "is_open_ended"),
    [
        ("a\n\n```\nb\n", True),
        ("````\na\n```\n", True),
        ("> ```\n> b\n\nc\n", False),
        ("```\na\n```\n", False),
        ("{::comment}\na\n", True),
        ("$$ a\n", True),
        ("a\n{: .b\n", True),
        ("a\n{: .b} c\n", False),
    ],
)
def test_it_tells_of_an_end_that_was_looked_for_in_vain(text: str, is_open_ended: bool) -> None:
    parser = BlockParser(JEKYLL_DEFAULTS, Definitions(), constructs_for(JEKYLL_DEFAULTS))
    parser.open(Frame(Node("root"), Source(text)))
    parser.run()
    assert parser.is_open_ended is is_open_ended
