"""Core work off the GUI thread."""

from __future__ import annotations

import threading

import pytest

from editor.gui.background import Cancelled, Latest, Serial


@pytest.fixture
def latest(qtbot):
    worker = Latest()
    yield worker
    worker.close()


@pytest.fixture
def serial(qtbot):
    worker = Serial()
    yield worker
    worker.drain()


def test_the_newest_waiting_job_replaces_the_older_one(latest, qtbot):
    gate = threading.Event()
    results = []
    latest.finished.connect(results.append)
    latest.submit(lambda cancelled: gate.wait(5) and "first")
    latest.submit(lambda cancelled: "second")
    latest.submit(lambda cancelled: "third")
    gate.set()
    qtbot.waitUntil(lambda: len(results) == 2)
    assert results == ["first", "third"]


def test_a_running_job_learns_that_newer_work_waits(latest, qtbot):
    started = threading.Event()
    results, failures = [], []
    latest.finished.connect(results.append)
    latest.failed.connect(failures.append)

    def patient(cancelled):
        started.set()
        while not cancelled():
            threading.Event().wait(0.001)
        raise Cancelled

    latest.submit(patient)
    assert started.wait(5)
    latest.submit(lambda cancelled: "new")
    qtbot.waitUntil(lambda: results == ["new"])
    assert failures == []


def test_a_failing_job_is_reported_and_the_next_one_runs(latest, qtbot):
    failures, results = [], []
    latest.failed.connect(failures.append)
    latest.finished.connect(results.append)
    latest.submit(lambda cancelled: 1 // 0)
    qtbot.waitUntil(lambda: len(failures) == 1)
    latest.submit(lambda cancelled: "well")
    qtbot.waitUntil(lambda: results == ["well"])


def test_serial_runs_everything_in_order_on_one_other_thread(serial, qtbot):
    seen, threads = [], set()

    def job(number):
        threads.add(threading.current_thread())
        return number

    for number in range(20):
        serial.submit(lambda number=number: job(number), then=seen.append, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert seen == list(range(20))
    assert len(threads) == 1
    assert threading.main_thread() not in threads


def test_serial_tells_what_went_wrong_and_goes_on(serial, qtbot):
    errors, seen = [], []
    serial.submit(lambda: 1 // 0, then=pytest.fail, otherwise=errors.append)
    serial.submit(lambda: "next", then=seen.append, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: seen == ["next"])
    assert isinstance(errors[0], ZeroDivisionError)


def test_serial_reports_progress_on_the_gui_thread(serial, qtbot):
    told, threads = [], []

    def tell(value):
        told.append(value)
        threads.append(threading.current_thread())

    serial.submit(lambda: serial.report(tell, "half"), then=told.append, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: told == ["half", None])
    assert threads == [threading.main_thread()]


def test_drain_waits_for_what_is_queued(qtbot):
    worker = Serial()
    done = []
    worker.submit(lambda: done.append("written"), then=lambda _: None, otherwise=pytest.fail)
    worker.drain()
    assert done == ["written"]


def test_wait_returns_after_everything_queued_has_been_reported(serial, qtbot):
    seen = []
    serial.submit(lambda: "saved", then=seen.append, otherwise=pytest.fail)
    serial.wait()
    assert seen == ["saved"]
    serial.submit(lambda: "more", then=seen.append, otherwise=pytest.fail)
    qtbot.waitUntil(lambda: seen == ["saved", "more"])
