# make          sets up and runs the demonstration study to results/demo/report.html
# make test     sets up and passes every check

PYTHON ?= python3
BIN := .venv/bin
CORES ?= all
export PYTHONHASHSEED := 0

.PHONY: demo test lint unit workflow browser simulate notebooks clean

demo: .venv/installed
	$(BIN)/snakemake --cores $(CORES)
	@echo "The report: results/demo/report.html"

.venv/installed: requirements/locked.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/locked.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

test: lint unit workflow

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/snakefmt --check Snakefile workflow

unit: .venv/installed
	$(BIN)/python -m pytest -q -m "not workflow and not browser"

workflow: .venv/installed
	$(BIN)/python -m pytest -q -m workflow

# axe-core (MPL-2.0) checks accessibility; it is fetched for the test and is no part of the project.
browser: .venv/installed
	npm install --silent --no-audit --no-fund --no-save --prefix .venv/axe axe-core@4.14.1
	AXE=.venv/axe/node_modules/axe-core/axe.min.js $(BIN)/python -m pytest -q -m browser

# The notebooks of the repository stand executed on the demonstration study.
notebooks: demo
	cp results/demo/notebooks/*.ipynb notebooks/

clean:
	rm -rf results/demo results/course .snakemake
