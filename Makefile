# make          sets up and runs the demonstration study to results/demo/report.html
# make test     sets up and passes every check

PYTHON ?= python3
BIN := .venv/bin
CORES ?= all
# Cells of the simulation grid that the README quotes.
HEADLINE := 93 111 129 147 165 363 381 399 417 435 633 651 669 687 705 903 921 939 957 975
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

# Release-size simulations, hours long: what the tests and corrections promise, beside what happens.
simulate: .venv/installed
	rm -f benchmarks/tables/simulation.csv benchmarks/tables/headline.csv
	$(BIN)/python benchmarks/simulate.py --runs 2000 --out benchmarks/tables/simulation.csv
	$(BIN)/python benchmarks/simulate.py --runs 10000 --out benchmarks/tables/headline.csv --only $(HEADLINE)
	$(BIN)/python benchmarks/error_rates.py --runs 10000 --out benchmarks/tables/error_rates.csv
	$(BIN)/python benchmarks/heard.py --runs 20000
	$(BIN)/python benchmarks/speed_of_tests.py

clean:
	rm -rf results/demo results/course .snakemake
