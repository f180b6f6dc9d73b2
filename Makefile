# The whole developer interface: run · test · check · demo · bench · po
PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
export ROST_DEMO ?= 1

.PHONY: run test check demo bench po lock

run: .venv/run-ready ## the platform with its demonstration, on SQLite in var/
	@$(PY) -m rost.config.catalogues
	@exec $(PY) manage.py serve --port $(PORT)

test: .venv/dev-ready ## everything: both databases, budgets, access table, real browser
	@$(PY) -m tests.run_all

check: .venv/dev-ready ## linters, types, contracts, house rules, access, budgets: half a minute
	$(PY) -m rost.config.catalogues
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-cache
	.venv/bin/mypy
	ROST_DEMO=0 $(PY) manage.py makemigrations --check --dry-run
	ROST_DEMO=0 $(PY) -m pytest -q -n 2 tests/test_house.py tests/test_docs.py tests/test_catalogues.py tests/test_access.py tests/test_budgets.py

demo: .venv/run-ready ## build the demonstration anew
	@$(PY) -m rost.config.catalogues
	$(PY) manage.py prepare --force

bench: .venv/dev-ready ## figures, side by side in one run
	$(PY) -m bench

po: .venv/dev-ready ## collect messages into the catalogues (needs gettext)
	$(PY) -m rost.config.catalogues collect

lock: .venv/dev-ready ## pin requirements anew, with hashes
	$(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -c requirements.lock -o requirements-dev.lock

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed (PYTHON=/path/to/python3 make …)'; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv .venv; } || { rm -rf .venv; echo 'This Python has no venv: install the package python3-venv and try again'; exit 1; }

.venv/run-ready: requirements.lock | $(PY)
	@echo 'Installing pinned requirements …'
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev-ready: requirements-dev.lock | $(PY)
	@echo 'Installing pinned requirements for development …'
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run-ready
