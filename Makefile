# `make demo` shows what the tool makes; `make test` runs the suite. Both set up what they need.

SAMPLE_REPORTS = demo
export PYTHONDONTWRITEBYTECODE = 1
export HYPOTHESIS_STORAGE_DIRECTORY = $(CURDIR)/.venv/cache/hypothesis

.PHONY: help demo test slow lint format validate bench sample lock clean

help:
	@echo 'make demo      the sample library, from evidence to PDFs, in ./$(SAMPLE_REPORTS)'
	@echo 'make test      the test suite, without the slow tests'
	@echo 'make slow      the slow tests'
	@echo 'make lint      ruff, mypy, sqlfluff and import-linter alone'
	@echo 'make format    put Python and SQL files into their one format'
	@echo 'make validate  the PDFs of the demo against PDF/A-3a and PDF/UA-1'
	@echo 'make bench     the benchmark'
	@echo 'make sample    make sample_data/ anew'
	@echo 'make lock      resolve the requirements anew'
	@echo 'make clean     remove what these commands made'

demo:
	@tools/setup.sh run
	@.venv/bin/ecrl-audit demo -o $(SAMPLE_REPORTS)
	@echo 'The reports:'
	@find '$(CURDIR)/$(SAMPLE_REPORTS)' -name '*.pdf' | sort

test:
	@tools/setup.sh test
	.venv/bin/python -m pytest -n 2

slow:
	@tools/setup.sh test
	.venv/bin/python -m pytest -n 2 -m slow

lint:
	@tools/setup.sh test
	.venv/bin/python -m pytest -n 2 tests/test_quality.py

format:
	@tools/setup.sh test
	.venv/bin/ruff format --no-cache
	.venv/bin/ruff check --no-cache --fix
	.venv/bin/sqlfluff fix queries

validate: demo
	find $(SAMPLE_REPORTS) -name '*.pdf' -exec tools/validate.sh {} +

bench:
	@tools/setup.sh test
	.venv/bin/python bench

sample:
	@tools/setup.sh test
	.venv/bin/python -m sample_data.generate

lock:
	@tools/setup.sh test
	.venv/bin/python tools/lock.py

clean:
	rm -rf .venv $(SAMPLE_REPORTS) dist
