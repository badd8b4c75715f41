# The few commands there are. Each sees for itself to what it needs, and says what it is doing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PROGRAM := $(or $(CARGO_TARGET_DIR),target)/debug/padriver
say = @printf '\n==> %s\n' "$(1)"

.PHONY: help demo test test-rust test-e2e ci check check-format check-types check-lints check-docs check-licences check-unused check-deploy audit bench bench-lists bench-pages bench-search bench-teams bench-writes deb image failover rolling web
.NOTPARALLEL:

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: need-demo web ## Build the program and serve an example library
	$(call say,Building the program (the first time takes some minutes))
	cargo build --locked
	$(call say,Starting the demo)
	@exec $(PROGRAM) demo

test: need-test web ## Run every test: on SQLite and PostgreSQL, with files in S3, and in a browser
	@scripts/with-postgres scripts/with-s3 $(MAKE) test-rust test-e2e

# The program and the tests in one go, so that what they share is compiled once.
test-rust:
	$(call say,Building the program and the tests)
	cargo build --locked --workspace --bins --tests --examples
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

check: need-check web check-format check-types check-lints check-docs check-licences check-unused check-deploy ## Look without running: format, types, lints, documentation, licences, unused dependencies, deploy

# Lints are read by the build itself (scripts/lint), and what wants a tool of its own where it is.
ci: need-ci web check-format check-types check-deploy ## Run what the build server runs: every test, and every check it has the tools for
	@for tool in deny machete; do \
		if ! command -v cargo-$$tool >/dev/null; then echo "==> no cargo-$$tool here: left to make check"; continue; fi; \
		case $$tool in deny) $(MAKE) check-licences;; machete) $(MAKE) check-unused;; esac; \
	done
	@export RUSTC_WORKSPACE_WRAPPER="$(CURDIR)/scripts/lint"; scripts/with-postgres scripts/with-s3 $(MAKE) test-rust test-e2e

check-format:
	$(call say,Format)
	cargo fmt --all --check

check-types:
	@scripts/npm-ci e2e
	$(call say,Types of the scripts)
	npm --prefix web run --silent check
	npm --prefix e2e run --silent check

check-lints:
	$(call say,Lints)
	cargo clippy --locked --workspace --all-targets -- -D warnings

check-docs:
	$(call say,Documentation)
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps

check-licences:
	$(call say,Licences, bans and sources)
	cargo deny --locked check bans licenses sources

check-unused:
	$(call say,Unused dependencies)
	cargo machete

check-deploy:
	$(call say,What is in deploy)
	@deploy/check

audit: need-audit ## Ask the advisory database about every dependency, Rust and npm
	cargo deny --locked check advisories
	npm --prefix web audit --audit-level=high
	npm --prefix e2e audit --audit-level=high

bench: need-bench web ## Measure the start and the memory of the release build with 1,000 items
	$(call say,Building the release)
	cargo build --locked --release
	@scripts/bench-start

bench-lists: need-bench web ## Measure lists of now and of a day that has been, with 20,000 items
	$(call say,Building the release)
	cargo build --locked --release
	@scripts/bench-lists

bench-pages: need-bench-pages web ## Measure our pages beside nginx, warm and cold: SIZES="1000 10000" make bench-pages
	$(call say,Building the release)
	cargo build --locked --release
	@scripts/bench-pages

bench-search: need-bench web ## Measure search: how good, beside other engines, and how fast
	$(call say,Building the release)
	cargo build --locked --release --bench search
	$(call say,Measuring)
	@scripts/with-postgres cargo bench --locked --bench search

bench-teams: need-bench web ## Measure a team's pages and the entering of a number, with 10,000 teams
	$(call say,Building the release)
	cargo build --locked --release
	@scripts/bench-teams

bench-writes: need-bench web ## Measure what it costs to wait for the disk, on both engines
	$(call say,Building the release)
	cargo build --locked --release --bench writes
	$(call say,Measuring)
	@scripts/with-postgres --durable cargo bench --locked --bench writes

deb: need-deb web ## Build the Debian package, with a unit of systemd
	$(call say,Building the release)
	cargo build --locked --release
	$(call say,Packing)
	cargo deb --locked --no-build --strip

image: need-bench web ## Build the container image, with buildah, podman or docker
	$(call say,Building the release)
	cargo build --locked --release
	$(call say,Packing)
	@deploy/container/build

failover: need-bench web ## Kill the primary of a PostgreSQL cluster under load, 20 times, and tell what it cost
	$(call say,Building the release)
	cargo build --locked --release --bin padriver --bench failover_writer
	$(call say,Failing over)
	@deploy/cluster/failover

rolling: need-bench web ## Change the program of the commit before (BEFORE=…) for today's under load, copy by copy
	$(call say,Building the release)
	cargo build --locked --release
	$(call say,Building that of the commit before)
	@before=$$(deploy/cluster/before $(BEFORE)); deploy/cluster/rolling "$$before" "$(or $(CARGO_TARGET_DIR),target)/release/padriver"

web:
	@scripts/web

need-%:
	@scripts/need $*
