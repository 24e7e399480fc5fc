# The two commands that everybody needs: `make run` and `make test`.
SHELL := bash
.PHONY: run test bench walk-all fmt

# Installs what is missing, builds, fills demo data and serves on 127.0.0.1:3000.
run:
	@scripts/need.sh run
	cargo build --release --package server
	@scripts/run.sh

# Installs what the tests need and runs all of them.
test:
	@scripts/need.sh test
	@scripts/test.sh

# Prints the promised figures beside the measured ones. Takes some minutes; wants a quiet machine.
bench:
	@scripts/need.sh bench
	cargo build --release --package server
	cargo build --release --package domain --example judge_speed
	cargo build --release --manifest-path end2end/bench/reference/Cargo.toml --target-dir "$${CARGO_TARGET_DIR:-target}/bench"
	node end2end/bench/figures.mjs

# Only the walk over all pages, in every combination of size, theme and width, on the server that `make test` built.
walk-all:
	@scripts/need.sh test
	cargo build --workspace --bins
	WALK=all npm --prefix end2end run walk --silent

fmt:
	cargo fmt --all
