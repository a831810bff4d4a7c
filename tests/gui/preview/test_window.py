from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

SCRIPT = """
from editor.immortals import keep_singletons_alive
keep_singletons_alive()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.gui.preview import Preview, register_scheme
register_scheme()
application = QApplication([])
preview = Preview()
preview.show()
before = int(preview.winId())
def look():
    if preview.view is None:
        return
    timer.stop()
    print(before == int(preview.winId()), preview.windowHandle().surfaceType().name)
    application.quit()
timer = QTimer(interval=100, timeout=look)
timer.start()
application.exec()
"""


@pytest.mark.web
@pytest.mark.slow
@pytest.mark.skipif(
    not shutil.which("xvfb-run"), reason="xvfb-run is not installed (Debian: apt-get install xvfb xauth)"
)
def test_the_window_stays_as_it_is_when_the_page_is_made():
    """Replaced, it would flash and lose the keyboard; through OpenGL, each letter typed would appear later.

    Only a real window system shows it.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    command = ["xvfb-run", "-a", sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "True RasterSurface", done.stderr
