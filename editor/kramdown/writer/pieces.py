"""Strings and slots in a row, as a fragment keeps them."""

from __future__ import annotations

from collections.abc import Iterable

from editor.kramdown.fragment import Piece


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same with strings that stand side by side made one."""
    result: list[Piece] = []
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            run.append(piece)
            continue
        if run:
            result.append("".join(run))
            run.clear()
        result.append(piece)
    if run:
        result.append("".join(run))
    return tuple(result)
