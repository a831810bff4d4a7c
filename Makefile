# Two commands on a fresh machine: `make run` opens the sample site, `make test` checks everything.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help run test lint check laws bench format wheel setup clean

help:
	@echo "make run     open the sample site (sets everything up first)"
	@echo "make test    lint, types, layers and all tests, without a screen"
	@echo "make check   the quick tests alone"
	@echo "make lint    lint, format, types and layers alone"
	@echo "make format  let ruff mend and format the code"
	@echo "make laws    the long form of the laws that make test runs in short"
	@echo "make bench   print the benchmarks' figures"
	@echo "make wheel   build dist/galley-*.whl"
	@echo "make clean   remove everything that the others made"

run: $(READY)
	$(BIN)/python -m editor --sample

test: lint
	tools/run-tests

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: $(READY)
	$(BIN)/python -m pytest -q -m "not slow and not web and not jekyll and not bench"

laws: $(READY)
	tools/run-tests -m "long" -s

bench: $(READY)
	tools/run-bench

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

wheel: $(READY)
	$(BIN)/python -m hatchling build -t wheel

setup: $(READY)

$(READY): pyproject.toml tools/set-up
	@tools/set-up "$(PYTHON)" "$(VENV)"

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache .coverage
