"""Strings and slots in a row, as a fragment keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from editor.kramdown.fragment import Piece


def joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same with strings that stand side by side made one."""
    result: list[Piece] = []
    start = 0
    slots = [index for index, piece in enumerate(pieces) if not isinstance(piece, str)]
    for slot in [*slots, len(pieces)]:
        text = "".join(cast("Sequence[str]", pieces[start:slot]))
        if text:
            result.append(text)
        result.extend(pieces[slot : slot + 1])
        start = slot + 1
    return tuple(result)
