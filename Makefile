# The few commands there are. Each sees for itself to what it needs, and says what it is doing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PROGRAM := $(or $(CARGO_TARGET_DIR),target)/debug/padriver
say = @printf '\n==> %s\n' "$(1)"

.PHONY: help demo test test-rust test-e2e check audit bench bench-search web
.NOTPARALLEL:

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: need-demo web ## Build the program and serve an example library
	$(call say,Building the program (the first time takes some minutes))
	cargo build --locked
	$(call say,Starting the demo)
	@exec $(PROGRAM) demo

test: need-test web ## Run every test: on SQLite and PostgreSQL, and in a browser
	@scripts/with-postgres $(MAKE) test-rust test-e2e

# The program and the tests in one go, so that what they share is compiled once.
test-rust:
	$(call say,Building the program and the tests)
	cargo build --locked --workspace --bins --tests
	$(call say,Testing)
	@if cargo nextest --version >/dev/null 2>&1; then \
		cargo nextest run --locked --workspace; \
	else \
		cargo test --locked --workspace --lib --bins --tests --no-fail-fast; \
	fi
	$(call say,Testing the examples in the documentation)
	cargo test --locked --workspace --doc --no-fail-fast

test-e2e:
	$(call say,Testing in a browser)
	@scripts/e2e

check: need-check web ## Look without running: format, lints, licences, unused dependencies, documentation
	@scripts/npm-ci e2e
	$(call say,Format)
	cargo fmt --all --check
	$(call say,Lints)
	cargo clippy --locked --workspace --all-targets -- -D warnings
	$(call say,Licences, bans and sources)
	cargo deny --locked check bans licenses sources
	$(call say,Unused dependencies)
	cargo machete
	$(call say,Documentation)
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps
	$(call say,Types of the scripts)
	npm --prefix web run --silent check
	npm --prefix e2e run --silent check

audit: need-audit ## Ask the advisory database about every dependency, Rust and npm
	cargo deny --locked check advisories
	npm --prefix web audit --audit-level=high
	npm --prefix e2e audit --audit-level=high

bench: need-bench web ## Measure the start and the memory of the release build with 1,000 items
	$(call say,Building the release)
	cargo build --locked --release
	@scripts/bench-start

bench-search: need-bench web ## Measure search: how good, beside other engines, and how fast
	$(call say,Building the release)
	cargo build --locked --release --bench search
	$(call say,Measuring)
	@scripts/with-postgres cargo bench --locked --bench search

web:
	@scripts/web

need-%:
	@scripts/need $*
