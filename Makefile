# make run   the dashboard on the seed articles; PORT=8060 asks for another port
# make model DATA=folder   trains the pipeline that ships: see training/README.md; SMOKE=1 only sees that it runs
# make test  everything that is checked: style, types, tests, also those in a real browser

VENV   := .venv
BIN    := $(VENV)/bin
ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
# The first Python that is new enough; make PYTHON=/path/to/python3 takes another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
            $$p -c '$(ENOUGH)' 2>/dev/null && echo $$p && break; done)
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
CHROMIUM := /usr/bin/chromium
BROWSER_MEND := apt-get update && apt-get install -y chromium

.PHONY: help run model test lint types tests browser install clean
help:
	@sed -n 's/^# make/make/p' Makefile

run: $(VENV)/.installed
	@$(BIN)/timeline serve $(if $(PORT),--port $(PORT))

model: $(VENV)/.tested
	@[ -n "$(DATA)" ] || { echo "Say where the training data lies: make model DATA=folder (training/README.md lists it)" >&2; exit 2; }
	@$(PIP) install -r training/requirements.txt
	@$(BIN)/python -m training $(DATA) $(if $(SMOKE),--smoke)

test: lint types tests

lint: $(VENV)/.tested
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.tested
	@$(BIN)/mypy

tests: $(VENV)/.tested browser
	@$(BIN)/python -m pytest -q

install: $(VENV)/.installed

# Browser tests are never left out: where there is no Chromium, Debian's is installed.
browser:
	@if [ -x $(CHROMIUM) ] || command -v chromium >/dev/null; then :; \
	elif ! command -v apt-get >/dev/null; then \
	  echo "The browser tests need Chromium: install it so that the command chromium is found." >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then echo "Installing Chromium for the browser tests"; $(BROWSER_MEND); \
	elif sudo -n true 2>/dev/null; then echo "Installing Chromium for the browser tests"; sudo sh -c "$(BROWSER_MEND)"; \
	else echo 'The browser tests need Chromium: sudo sh -c "$(BROWSER_MEND)"' >&2; exit 1; fi

$(BIN)/python:
	@if [ -z "$(PYTHON)" ] || ! $(PYTHON) -c '$(ENOUGH)' 2>/dev/null; then \
	  echo "Python 3.11 or newer is needed: sudo apt-get install python3 python3-venv (or make PYTHON=/path/to/python3)" >&2; exit 1; fi
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is needed: sudo apt-get install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: requirements.txt pyproject.toml setup.py | $(BIN)/python
	@echo "Installing what the product needs into $(VENV): a minute or two"
	@$(PIP) install -r requirements.txt
	@PYTHONWARNINGS=ignore $(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.tested: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need into $(VENV)"
	@$(PIP) install -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
