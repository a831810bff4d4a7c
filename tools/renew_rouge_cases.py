"""Asks the real Rouge for the tokens of the code in `tests/corpus/highlight/`, and keeps the answers beside it.

    .venv/bin/python tools/renew_rouge_cases.py

`ruby/station.txt` gets `ruby/station.json`: [class, text] for each of Rouge's tokens. Needs Ruby with Rouge 3.30.
"""

from __future__ import annotations

import json
from pathlib import Path

from learn_rouge_classes import Rouge

_CORPUS = Path(__file__).parents[1] / "tests/corpus/highlight"


def main() -> None:
    """Renews every answer."""
    rouge = Rouge()
    for code in sorted(_CORPUS.glob("*/*.txt")):
        tokens = rouge.tokens(code.parent.name, code.read_text(encoding="utf-8"))
        lines = ",\n".join(json.dumps(token, ensure_ascii=False) for token in tokens or [])
        code.with_suffix(".json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
