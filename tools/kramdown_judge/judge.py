"""A long-lived Ruby process that converts documents with the real kramdown."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

SCRIPT = Path(__file__).with_name("judge.rb")
LIMIT = 5.0  # seconds for one document: kramdown explodes on some inputs


def why_not_there() -> str | None:
    """Say what of the judge is missing on this machine, if anything is."""
    if shutil.which("ruby") is None:
        return "Ruby is not installed (Debian: apt-get install jekyll)"
    required = ["ruby", "-rkramdown", "-rkramdown-parser-gfm", "-rrouge", "-e", ""]
    if subprocess.run(required, capture_output=True, check=False).returncode:
        return "kramdown is not installed (Debian: apt-get install jekyll)"
    return None


class Judge:
    """Answers what kramdown makes of a text; killed and started anew where a document takes too long."""

    def __init__(self, *, limit: float = LIMIT) -> None:
        self._limit = limit
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def html(self, text: str, options: Mapping[str, Any] | None = None, *, plain: bool = False) -> str | None:
        """Convert a text with Jekyll's defaults (`plain`: kramdown's own) and the options on top of them.

        None where kramdown raises or needs longer than the limit.
        """
        process = self._running()
        assert process.stdin is not None
        request = json.dumps({"text": text, "options": dict(options or {}), "plain": plain})
        process.stdin.write(request.encode() + b"\n")
        process.stdin.flush()
        answer = self._line(process)
        if answer is None:
            self.close()
            return None
        html = json.loads(answer).get("html")
        return html if isinstance(html, str) else None

    def close(self) -> None:
        """End the process; the next text starts another one."""
        if self._process is None:
            return
        self._process.kill()
        self._process.communicate()
        self._process = None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = ["ruby", "-W0", str(SCRIPT)]
            environment = {**os.environ, "LANG": "C.UTF-8"}
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=environment
            )
            self.html("warm up\n")  # the time that Ruby needs to start is no document's fault
        return self._process

    def _line(self, process: subprocess.Popen[bytes]) -> bytes | None:
        assert process.stdout is not None
        pieces: list[bytes] = []
        deadline = time.monotonic() + self._limit
        while not (pieces and pieces[-1].endswith(b"\n")):
            ready, _, _ = select.select([process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            piece = os.read(process.stdout.fileno(), 1 << 20) if ready else b""
            if not piece:
                return None
            pieces.append(piece)
        return b"".join(pieces)
