"""The banner that tells what is wrong with the site itself: its configuration, and folders that cannot be listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from editor.gui.banner import BannerArea
from editor.site.problem import Problem

_KEY = "site"


class SiteFaults:
    """Shows the first fault, and again only when the faults are others: a banner that was dismissed stays away."""

    def __init__(self, banners: BannerArea) -> None:
        self._banners = banners
        self._faults: tuple[Problem, ...] = ()
        self._kept = False

    def clear(self) -> None:
        """Another site is opened; its window shows no banners yet."""
        self._faults, self._kept = (), False

    def show_config(self, problems: tuple[Problem, ...], *, kept: bool) -> None:
        """The configuration has been read again; what is known of the folders stays."""
        folders = (fault for fault in self._faults if fault.rule == "folder")
        self.show((*problems, *folders), kept=kept)

    def show(self, faults: tuple[Problem, ...], *, kept: bool) -> None:
        """`kept`: the posts are told by the configuration as it was before it broke."""
        if (faults, kept) == (self._faults, self._kept):
            return
        self._faults, self._kept = faults, kept
        if not faults:
            self._banners.hide(_KEY)
            return
        first = faults[0]
        place = f"{first.path}, line {first.line}" if first.line else first.path
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        still = _tr(" Galley goes on with what it said before.") if kept else ""
        self._banners.show_banner(_KEY, kind="warning", text=f"{place}: {first.message}{more}{still}", buttons=[])


def _tr(text: str) -> str:
    return QCoreApplication.translate("SiteFaults", text)
