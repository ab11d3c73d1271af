# Whistle. `make help` lists what there is to do.
#
# Everything works as root and as an ordinary user. Nothing is installed that is already there.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build web run test test-web screenshots lint tidy bench sqlx openapi ci

CARGO ?= cargo
LISTEN ?= 127.0.0.1:8080
DATA_DIR ?= data/whistle
TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)

# Checked queries are compiled from .sqlx; a DATABASE_URL meant for the service must not change that.
export SQLX_OFFLINE ?= true

# Beside the tests, dependencies have the features that the tests gave them: nothing is compiled a second time.
BINARY_OF_TESTS = $(CARGO) build --workspace --tests --bin whistle

help: ## what there is to do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F '\t' '{ printf "  make %-9s %s\n", $$1, $$2 }'

setup: ## installs the PostgreSQL server binaries, when there are none
	@.ci/setup

# What the pages are built of. Their modules are installed when the lockfile has changed.
WEB_SOURCES := $(shell find web/src web/build web/public web/*.html web/*.ts web/*.json -type f 2>/dev/null)
WEB_MODULES := web/node_modules/.installed
WEB_PAGES := web/dist/desk.html

$(WEB_MODULES): web/package-lock.json
	@command -v npm >/dev/null || { echo 'Node.js 20 or newer with npm is missing. Debian, Ubuntu: sudo apt-get install nodejs npm; macOS: brew install node' >&2; exit 1; }
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB_PAGES): $(WEB_MODULES) $(WEB_SOURCES)
	cd web && npm run --silent build

web: $(WEB_PAGES) ## builds the pages

build: web ## builds the service, with the pages in it
	$(CARGO) build --release --bin whistle

run: setup build ## starts the service with demo data at http://127.0.0.1:8080
	$(TARGET_DIR)/release/whistle serve --demo --data-dir $(DATA_DIR) --listen $(LISTEN)

test: setup ## runs every test: the service's on a throw-away database server, then the pages'
	$(CARGO) xtask test $(ARGS)
	@$(MAKE) --no-print-directory test-web

test-web: setup $(WEB_PAGES) ## types, words, sizes and journeys of the pages, in a browser
	@.ci/setup-browser
	cd web && npm run --silent check && npm run --silent api:check && npm test --silent && npm run --silent budget
	$(BINARY_OF_TESTS)
	cd web && WHISTLE_BIN=$(abspath $(TARGET_DIR))/debug/whistle npm run --silent e2e

screenshots: setup $(WEB_PAGES) ## takes the pictures of the documents anew, from the demo
	@.ci/setup-browser
	$(BINARY_OF_TESTS)
	cd web && WHISTLE_BIN=$(abspath $(TARGET_DIR))/debug/whistle WHISTLE_SHOTS=$(CURDIR)/docs/screenshots npm run --silent e2e -- shots.spec

lint: ## formatting and clippy, warnings are errors
	$(CARGO) fmt --all -- --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings

tidy: ## dependency arrows, size of files, names of migrations, leftovers
	$(CARGO) xtask tidy

bench: setup build ## measures appending beside its yardsticks; BENCH=http, project or report for another
	$(CARGO) build --release --manifest-path crates/bench-peer/Cargo.toml --target-dir $(TARGET_DIR)
	$(TARGET_DIR)/release/whistle bench $(or $(BENCH),append) $(ARGS)

sqlx: setup ## writes .sqlx from the migrations and the checked queries
	$(CARGO) xtask sqlx

openapi: ## writes openapi.json
	$(CARGO) xtask openapi

ci: ## everything that is checked before a change is taken
	.ci/run
