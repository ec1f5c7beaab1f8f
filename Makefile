# One command a job. The first one on a fresh clone makes .venv and installs what the job needs; only Python and git have to be there.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ADDRESS ?= localhost:8000
SIZES ?= 9,100,1000,5000

# Hundreds of programs are started by the tests: none of them should have to compile all that it imports.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help serve build test check benchmark screenshots

help: ## Show the commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: $(VENV)/.installed-mkdocs ## Show this project's site on localhost, with live reload
	$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

build: $(VENV)/.installed-mkdocs ## Build this project's site into site/
	$(BIN)/mkdocs build --strict

test: $(VENV)/.installed-dev ## Run every test, those in a browser included
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

check: $(VENV)/.installed-dev ## Run the linters, the type checker, the import contract and the audit of the CI files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --quiet --offline --persona pedantic --strict-collection .github
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/roadmap ci gitlab | $(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci --default-filetype yaml -

benchmark: $(VENV)/.installed-dev ## Measure builds and checks against their limits (SIZES=9,100 for less)
	PYTHONPATH=tests $(BIN)/python -m benchmarks --sizes $(SIZES)

screenshots: $(VENV)/.installed-dev ## Take pictures of every page, and those in the documentation
	PYTHONPATH=tests $(BIN)/python tests/site/documentation_pictures.py
	PYTHONPATH=tests $(BIN)/python tests/site/screenshots.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed: make PYTHON=/path/to/python3' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Installed once, and again when pyproject.toml changes.
$(VENV)/.installed-%: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	@touch $@
