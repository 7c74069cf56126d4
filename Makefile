# What can be done with the site; `make` alone lists it. Every step says in one line what it does while it works, and
# stops with its reason. What is already done (packages, static files, the secret key) is not done again.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8000
PYTHON ?= python3
DATA_DIR ?= var
LOG_LEVEL ?= WARNING

PY := .venv/bin/python
SITE := SITE_URL=http://127.0.0.1:$(PORT) LOG_LEVEL=$(LOG_LEVEL)
DEVELOPMENT := $(SITE) DJANGO_SETTINGS_MODULE=iclds.settings.development
PRODUCTION := $(SITE) DJANGO_SETTINGS_MODULE=iclds.settings.production SECRET_KEY_FILE=$(DATA_DIR)/secret-key
CODE := iclds programmes projects news tests .ci manage.py
PYTEST := $(PY) -m pytest -n 2 --dist loadfile

# -- For everybody ----------------------------------------------------------------------------------------------------

.PHONY: help
help: ## List what can be done
	@echo "make COMMAND [PORT=8000]"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: run
run: port $(DATA_DIR)/.static ## Start the site and its worker as visitors meet it, on http://127.0.0.1:8000/
	@$(PRODUCTION) $(PY) manage.py prepare
	@echo "The site is at http://127.0.0.1:$(PORT)/ and its editor at http://127.0.0.1:$(PORT)/admin/. Ctrl-C stops it."
	$(call with_worker,$(PRODUCTION),-m gunicorn iclds.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 \
	    --no-control-socket --log-level warning)

.PHONY: dev
dev: port .venv/.run | $(DATA_DIR) ## Start both for working on the site: debug pages, reloads what you change
	@$(DEVELOPMENT) $(PY) manage.py prepare
	$(call with_worker,$(DEVELOPMENT),manage.py runserver 127.0.0.1:$(PORT))

.PHONY: test
test: .venv/.dev chromium ## Run all tests on SQLite, then those that touch the database on PostgreSQL
	@echo "Testing on SQLite, browser included ..."
	@env -u DATABASE_URL $(PYTEST) -m "not walk"
	@echo "Testing on PostgreSQL ..."
	@$(PY) tests/postgres.py $(PYTEST) -m "not browser and not walk"

.PHONY: walk
walk: .venv/.dev chromium ## Run the long tests on both databases: many threads, real limits, killed processes, load
	@echo "Walking on SQLite ..."
	@env -u DATABASE_URL $(PYTEST) -m walk
	@echo "Walking on PostgreSQL ..."
	@# Without the PDFs, whose time goes into drawing, whatever the database.
	@$(PY) tests/postgres.py $(PYTEST) -m "walk and not browser" --ignore tests/core/test_hostile_pdfs.py

.PHONY: lint
lint: .venv/.dev gettext | $(DATA_DIR) ## Check style, types, templates, migrations, translations and the settings of production
	@echo "Checking style (ruff) ..."
	@.venv/bin/ruff check --quiet $(CODE)
	@.venv/bin/ruff format --check --quiet $(CODE) || { echo "Write 'make format' to mend this." >&2; exit 1; }
	@echo "Checking types (mypy) ..."
	@.venv/bin/mypy --no-error-summary $(CODE)
	@echo "Checking templates (djlint) ..."
	@.venv/bin/djlint templates --lint --quiet
	@echo "Checking style sheets ..."
	@$(PY) .ci/check_styles.py
	@echo "Checking migrations ..."
	@$(DEVELOPMENT) $(PY) manage.py makemigrations --check --dry-run
	@echo "Checking translations ..."
	@$(PY) .ci/check_translations.py
	@echo "Checking the settings of production ..."
	@DJANGO_SETTINGS_MODULE=iclds.settings.production SITE_URL=https://icld.example \
	    SECRET_KEY="$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')" \
	    $(PY) manage.py check --deploy --fail-level WARNING

.PHONY: format
format: .venv/.dev ## Write the code in its common form
	@.venv/bin/ruff check --fix --quiet $(CODE) || true
	@.venv/bin/ruff format $(CODE)

.PHONY: messages
messages: .venv/.run gettext | $(DATA_DIR) ## Collect the texts to be translated, and compile the translations
	@$(DEVELOPMENT) $(PY) manage.py makemessages --locale sv --no-obsolete --add-location file \
	    --ignore .venv --ignore var --ignore tests --ignore .ci
	@$(DEVELOPMENT) $(PY) manage.py compilemessages --ignore .venv --ignore var
	@$(PY) .ci/check_translations.py

.PHONY: load
load: .venv/.dev ## Let eight editors and fifty readers use a started site for a minute, on both databases
	@env -u DATABASE_URL $(PY) -m tests.load
	@$(PY) tests/postgres.py $(PY) -m tests.load

.PHONY: bench
bench: .venv/.dev ## Measure queries, time and bytes of every page type at 100 and at 10,000 items, on PostgreSQL
	@$(PY) tests/postgres.py $(PY) -m tests.bench

.PHONY: weight
weight: .venv/.dev $(DATA_DIR)/.static chromium ## Weigh the first view of every kind of page: requests and bytes over the wire
	@$(PRODUCTION) $(PY) manage.py prepare
	@$(PRODUCTION) $(PY) .ci/measure.py

.PHONY: screenshots
screenshots: .venv/.dev $(DATA_DIR)/.static chromium ## Picture every kind of page in var/screenshots/, and the admin for docs/editing.md
	@$(PRODUCTION) $(PY) manage.py prepare
	@$(PRODUCTION) $(PY) .ci/screenshots.py $(DATA_DIR)/screenshots
	@$(PY) .ci/picture_editing.py

.PHONY: clean
clean: ## Remove what can be made again; the database and the uploads stay
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache $(DATA_DIR)/static $(DATA_DIR)/.static $(DATA_DIR)/cache \
	    $(DATA_DIR)/screenshots
	@find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# -- Steps ------------------------------------------------------------------------------------------------------------

# The site with the worker beside it; Ctrl-C, or the end of the site, ends both. Given: the environment, and the
# arguments to Python that start the site.
define with_worker
	@env $(1) $(PY) manage.py work & worker=$$!; env $(1) $(PY) $(2) <&0 & site=$$!; stopped=; status=0; \
	    trap 'stopped=yes; kill -TERM $$site $$worker 2>/dev/null || true' INT TERM HUP; \
	    wait $$site || status=$$?; \
	    [ -n "$$stopped" ] || kill -TERM $$worker 2>/dev/null || true; \
	    wait; [ -n "$$stopped" ] || exit $$status
endef

$(PY):
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON). On Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "The site needs Python 3.11 or newer; this is $$($(PYTHON) -V). Name another: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	    || { echo "Python has no venv module. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/.run: requirements.txt | $(PY)
	@echo "Installing packages (first time only, about a minute) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r $< \
	    || { echo "The packages could not be installed; the reason stands above." >&2; exit 1; }
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@echo "Installing the tools for tests and checks (first time only, about a minute) ..."
	@$(PY) -m pip install --quiet --disable-pip-version-check -r $< \
	    || { echo "The packages could not be installed; the reason stands above." >&2; exit 1; }
	@touch $@

$(DATA_DIR):
	@mkdir -p -m 700 $@

$(DATA_DIR)/secret-key: | $(DATA_DIR)
	@(umask 077 && $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@)

$(DATA_DIR)/.static: $(shell find static 2>/dev/null) .venv/.run | $(DATA_DIR)/secret-key
	@echo "Collecting static files ..."
	@$(PRODUCTION) $(PY) manage.py collectstatic --noinput --verbosity 0
	@touch $@

.PHONY: port
port:
	@if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
	    echo "Port $(PORT) is in use by another program. Choose another one: make $(MAKECMDGOALS) PORT=8001" >&2; exit 1; fi

# Programs that are no Python packages: installed where we may, named where we may not.
define debian
	@command -v $(1) >/dev/null || { \
	    [ "$$(id -u)" = 0 ] || { echo "There is no $(1). On Debian: sudo apt-get install $(2)" >&2; exit 1; }; \
	    echo "Installing $(2) ..."; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $(2) >/dev/null; }
endef

.PHONY: chromium
chromium:
	$(call debian,chromium,chromium fonts-liberation)

.PHONY: gettext
gettext:
	$(call debian,xgettext,gettext)
