"""The address under which the preview and the site's pictures are served: `galley://site/…`."""

from __future__ import annotations

import os

SCHEME = b"galley"
ORIGIN = "galley://site"
PAGE = f"{ORIGIN}/"  # no picture of a site can have this address

# Chromium resolves names for some links (`preconnect`) without asking the request interceptor: none shall resolve.
_FLAGS = '--host-resolver-rules="MAP * ~NOTFOUND"'


def register_scheme() -> bool:
    """Tell Qt of the scheme, before the first page is made. False where WebEngine is not installed."""
    _prepare_environment()
    try:
        from PySide6.QtWebEngineCore import QWebEngineUrlScheme
    except ImportError:
        return False
    if QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return True
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)
    return True


def _prepare_environment() -> None:
    flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    if _FLAGS not in flags:
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} {_FLAGS}".strip()
    # Chromium refuses to start as root with its sandbox; for everyone else the sandbox stays.
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
