# Needs make and Python 3.11 or later. `make` alone lists what there is.

# The first Python here that is new enough; `make PYTHON=...` chooses another.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(name))))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
COMPILE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--python-version 3.11 --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml --group build

# Stamps: what they stand for is installed, and newer than the lock file it came from.
TO_RUN := $(VENV)/.ready-to-run
TO_TEST := $(VENV)/.ready-to-test
TO_TRAIN := .training/venv/.ready-to-train

.PHONY: help demo test check format docs quality train train-lines lock clean
.DELETE_ON_ERROR:

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile

demo: $(TO_RUN) ## Read the bundled story and print its brief
	@$(BIN)/onrecord demo

test: $(TO_TEST) ## Run the tests and every example in the documentation
	@$(BIN)/python -m pytest

check: $(TO_TEST) ## Check format, lint, types and layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format: $(TO_TEST) ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

docs: $(TO_TEST) ## Write anew what the documentation takes from the code
	$(BIN)/python docs/generate.py

quality: $(TO_TEST) ## Measure against ../shared, refuse a fall; ONLY=names,timex for parts, DATE=2024-05-31 to keep
	$(BIN)/python bench/quality.py $(if $(ONLY),--only $(ONLY)) $(if $(DATE),--date $(DATE)) $(QUALITY)

train: $(TO_TRAIN) ## Make the shipped network anew from ../shared/data; MINUTES=240 is how long
	PYTHONPATH=src:. .training/venv/bin/python -m training --minutes $(or $(MINUTES),240) $(TRAIN)

train-lines: $(TO_TRAIN) ## Make the model of plain-text lines anew; LINES=--measure judges it instead
	PYTHONPATH=src:. .training/venv/bin/python -m training.lines $(LINES)

lock: $(TO_TEST) ## Write the lock files anew; UPGRADE=--upgrade takes newer versions
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock

# Training has an environment of its own: nothing else needs torch.
$(TO_TRAIN): training/requirements.txt requirements.lock
	$(PYTHON) -m venv .training/venv
	.training/venv/bin/python -m pip --disable-pip-version-check --no-input --quiet install --requirement requirements.lock
	.training/venv/bin/python -m pip --disable-pip-version-check --no-input --quiet install --requirement training/requirements.txt
	@touch $@

clean: ## Remove all that these commands made
	rm -rf $(VENV) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist src/.pytest_cache
	find src tests docs bench training -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	$(if $(PYTHON),,$(error onrecord needs Python 3.11 or later, and none was found: install it, or say where with make PYTHON=/path/to/python))
	$(PYTHON) -m venv $(VENV)

# The package is installed as it stands in src/, built by the locked backend, with nothing fetched for it.
$(TO_RUN): requirements.lock pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-index --no-deps --no-build-isolation --editable .
	@touch $@

$(TO_TEST): requirements-dev.lock $(TO_RUN)
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@
