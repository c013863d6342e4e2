# `make run` starts Layerloom from a fresh checkout; `make test` runs every test but the longest,
# `make test-all` those too; `make check` the fast part.
# Needs Python 3.11–3.13 with venv, git and make. Node comes from PyPI, so none has to be installed.

SHELL := /bin/bash
BIN := .venv/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  "$$p" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo "$$p" && break; done)
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend
STATIC := backend/layerloom/web/static/index.html
SOURCES := $(shell find frontend -path frontend/node_modules -prune -o -type f -print) frontend/package.json $(wildcard backend/layerloom/words/*/*.ftl)
STAMPS := .venv/stamps

.PHONY: run test test-all check setup setup-test frontend lock fix bench clean

run: setup
	@$(BIN)/layerloom up $(ARGS)

setup: $(STAMPS)/run $(STATIC)

setup-test: $(STAMPS)/test $(STATIC) $(STAMPS)/browser

$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { echo "Layerloom needs Python 3.11, 3.12 or 3.13 with venv (Debian: apt install python3-venv)."; exit 1; }
	@echo "Setting up .venv with $(PYTHON) …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv==0.13.8
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: $(STAMPS)/venv backend/requirements.lock pyproject.toml
	@echo "Installing what Layerloom runs on (TensorFlow is large: up to a few minutes) …"
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r backend/requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/test: $(STAMPS)/run tests/requirements.lock
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r tests/requirements.lock
	@touch $@

$(STAMPS)/browser: $(STAMPS)/test tests/browser.py
	@$(BIN)/python tests/browser.py
	@touch $@

$(STAMPS)/npm: $(STAMPS)/run frontend/package-lock.json
	@echo "Installing the front end's packages …"
	@$(NPM) ci --silent --no-audit --no-fund
	@touch $@

$(STATIC): $(STAMPS)/npm $(SOURCES)
	@echo "Building the page …"
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

frontend: $(STATIC)

check: $(STAMPS)/test $(STAMPS)/npm $(STATIC)
	@$(BIN)/python tests/check.py

test: setup-test
	@$(BIN)/python tests/check.py --all

test-all: setup-test
	@$(BIN)/python tests/check.py --all --long

lock: $(STAMPS)/venv
	@for target in backend tests; do \
	  $(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
	    --python-version 3.11 pyproject.toml --extra tensorflow --group build \
	    $$([ $$target = tests ] && echo --extra postgres --extra export --group dev -c backend/requirements.lock) -o $$target/requirements.lock; done

fix: $(STAMPS)/test $(STAMPS)/npm
	@$(BIN)/ruff format -q backend tests migrations bench && $(BIN)/ruff check -q --fix backend tests migrations bench
	@$(BIN)/python -m layerloom.engine.introspect && $(BIN)/python -m layerloom.contract

bench: setup-test
	@$(BIN)/python -m bench $(ARGS)

clean:
	@rm -rf .venv frontend/node_modules backend/layerloom/web/static
