# Whistle. `make help` lists what there is to do.
#
# Everything works as root and as an ordinary user. Nothing is installed that is already there.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build run test lint tidy bench sqlx openapi ci

CARGO ?= cargo
LISTEN ?= 127.0.0.1:8080
DATA_DIR ?= data/whistle
TARGET_DIR := $(or $(CARGO_TARGET_DIR),target)

# Checked queries are compiled from .sqlx; a DATABASE_URL meant for the service must not change that.
export SQLX_OFFLINE ?= true

help: ## what there is to do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | awk -F '\t' '{ printf "  make %-9s %s\n", $$1, $$2 }'

setup: ## installs the PostgreSQL server binaries, when there are none
	@.ci/setup

build: ## builds the service
	$(CARGO) build --release --bin whistle

run: setup build ## starts the service with demo data at http://127.0.0.1:8080
	$(TARGET_DIR)/release/whistle serve --demo --data-dir $(DATA_DIR) --listen $(LISTEN)

test: setup ## runs every test on a throw-away database server
	$(CARGO) xtask test $(ARGS)

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
