# Two commands for a fresh machine: `make demo` audits the sample articles, `make test` runs the tests.
# Both build .venv with the versions in constraints.txt first.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check clean

demo: .venv/.installed
	$(BIN)/auditor check seeds --fail-on none --output html=seeds-report.html --output text=-
	@echo "The same as a page: seeds-report.html"

test: .venv/.installed-dev
	$(BIN)/python -m pytest

check: .venv/.installed-dev
	PATH="$(CURDIR)/$(BIN):$$PATH" scripts/check

clean:
	rm -rf .venv seeds-report.html

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip

.venv/.installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/.installed-dev: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ .venv/.installed
