# Two commands on a fresh machine: `make run` opens the sample site, `make test` checks everything.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint check bench format clean setup

run: $(READY)
	$(BIN)/python -m editor --sample

test: $(READY) lint
	tools/run-tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(READY)
	$(BIN)/python -m pytest -q -m "not slow and not web and not jekyll and not bench"

bench: $(READY)
	tools/run-bench

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

setup: $(READY)

$(READY): pyproject.toml tools/set-up
	tools/set-up "$(PYTHON)" "$(VENV)"

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
