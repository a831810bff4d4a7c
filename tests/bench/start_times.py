"""Run by the benchmark of the start: opens the window as `galley FILE` does, and prints when what was to be seen."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.abc import MetaPathFinder
from importlib.util import find_spec
from pathlib import Path
from typing import Any

TIMES: dict[str, float] = {}


def note(what: str) -> None:
    """Milliseconds since the process was started; the first time counts."""
    TIMES.setdefault(what, (time.time() - float(os.environ["GALLEY_BENCH_BEGAN"])) * 1000)


class Watch(MetaPathFinder):
    """Waits until the program itself imports its application, and puts a watch on the window that it builds."""

    def find_spec(self, name: str, *_rest: Any) -> Any:
        if name != "editor.gui.application":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec is not None
        assert spec.loader is not None
        load = spec.loader.exec_module

        def load_and_watch(module: Any) -> None:
            load(module)
            module.build = watched(module.build)

        spec.loader.exec_module = load_and_watch  # type: ignore[method-assign]
        return spec


def watched(build: Callable[..., Any]) -> Callable[..., Any]:
    def build_and_watch(*arguments: Any, **named: Any) -> Any:
        from PySide6.QtCore import QEvent, QObject, QTimer

        window, session = build(*arguments, **named)

        class Eye(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if watched is window and event.type() is QEvent.Type.Show:
                    note("window shown")
                elif event.type() is QEvent.Type.Paint and session.posts.current is not None:
                    QTimer.singleShot(0, lambda: note("text painted"))  # when all is painted
                return False

        window.eye = Eye()
        window.installEventFilter(window.eye)
        window.text_pane.edit.viewport().installEventFilter(window.eye)
        window.preview.ready.connect(lambda: (note("first preview painted"), window.close()))
        return window, session

    return build_and_watch


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])
    sys.meta_path.insert(0, Watch())
    from editor.__main__ import main

    status = main(sys.argv[1:])
    print(json.dumps(TIMES))
    sys.exit(status)
