"""Core work off the GUI thread, its results brought back to it: `Latest` for the preview, `Serial` for the disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot


class Cancelled(Exception):
    """Raised by a job that noticed that its result is not wanted any more."""


Job = Callable[[Callable[[], bool]], object]


class Latest(QObject):
    """One job runs, at most one waits; a newer job replaces the one that waits and cancels the one that runs."""

    finished = Signal(object)
    failed = Signal(object)
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="latest")
        self._running: Event | None = None
        self._waiting: Job | None = None
        self._closed = False
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)  # also when done at once

    @property
    def is_busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None

    def submit(self, job: Job) -> None:
        """Run `job(cancelled)` as soon as possible; `cancelled()` turns true when newer work arrives."""
        if self._closed:
            return
        if self._running is None:
            self._start(job)
        else:
            self._running.set()
            self._waiting = job

    def close(self) -> None:
        """Cancel what runs, forget what waits, join the thread. Nothing is reported any more."""
        self._closed = True
        self._waiting = None
        if self._running is not None:
            self._running.set()
        self._executor.shutdown(wait=True)

    def _start(self, job: Job) -> None:
        self._running = Event()
        future = self._executor.submit(job, self._running.is_set)
        future.add_done_callback(self._done.emit)

    @Slot(object)
    def _on_done(self, future: Future[Any]) -> None:
        self._running = None
        if self._closed:
            return
        if self._waiting is not None:
            job, self._waiting = self._waiting, None
            self._start(job)
        error = future.exception()
        if error is None:
            self.finished.emit(future.result())
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)


class Serial(QObject):
    """Every job runs, in order; each brings what follows, and what if not, both called on the GUI thread."""

    _done = Signal(object, object, object)
    _progress = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="serial")
        self._stopping = Event()
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)  # also when done at once
        self._progress.connect(self._on_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_stopping(self) -> bool:
        """Whether the window is closing: long reading jobs look at it and give up."""
        return self._stopping.is_set()

    def submit(
        self,
        job: Callable[[], Any],
        *,
        then: Callable[[Any], object],
        otherwise: Callable[[BaseException], object],
    ) -> None:
        """Queue `job`; call `then(result)` or `otherwise(error)` on the GUI thread."""
        if self.is_stopping:
            return
        future = self._executor.submit(job)
        future.add_done_callback(lambda done: self._done.emit(done, then, otherwise))

    def report(self, tell: Callable[[Any], object], value: object) -> None:
        """For a running job: call `tell(value)` on the GUI thread."""
        self._progress.emit(tell, value)

    def wait(self) -> None:
        """Wait until everything queued so far has run and has been reported (before asking about unsaved work)."""
        self._executor.submit(lambda: None).result()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def drain(self) -> None:
        """Wait until everything queued has run; nothing is reported any more (used on close)."""
        self._executor.shutdown(wait=True)
        self._stopping.set()

    def stop(self) -> None:
        """Give up: forget what waits, tell what runs to stop, and join the thread. Only for jobs that read."""
        self._stopping.set()
        self._executor.shutdown(wait=True, cancel_futures=True)

    @Slot(object, object, object)
    def _on_done(
        self,
        future: Future[Any],
        then: Callable[[Any], object],
        otherwise: Callable[[BaseException], object],
    ) -> None:
        if self.is_stopping or future.cancelled():
            return
        error = future.exception()
        if error is not None:
            otherwise(error)
        else:
            then(future.result())

    @Slot(object, object)
    def _on_progress(self, tell: Callable[[Any], object], value: object) -> None:
        if not self.is_stopping:
            tell(value)
