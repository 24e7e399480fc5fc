# The two commands that everybody needs: `make run` and `make test`.
SHELL := bash
.PHONY: run test voice fonts bench walk-all fmt

VOICE_DIR = $(or $(YIBAO_VOICE_DIR),$(or $(DATA),./.data)/voice)
FONTS_DIR = $(or $(YIBAO_FONTS_DIR),$(or $(DATA),./.data)/fonts)
# Where the recogniser's model lies, the server is built to use it.
HEARING_MODEL = $(wildcard $(VOICE_DIR)/ggml-base.bin)

# Installs what is missing, builds, fills demo data and serves on 127.0.0.1:3000. The reading voice (about 115 MB) comes
# while the compiler works; VOICE=0 leaves it out, and without it everything else works.
run:
	@scripts/need.sh run
	@if [ "$${VOICE:-1}" != 0 ]; then scripts/voice.sh "$(VOICE_DIR)" 2>&1 | tail -n 1 & fi
	cargo build --release --package server $(if $(HEARING_MODEL),--features hearing)
	@scripts/run.sh

# Installs what the tests need and runs all of them.
test:
	@scripts/need.sh test
	@scripts/test.sh

# Installs the reading voice, and recognition of spoken words: its model (135 MB), and a server built to use it, which needs
# cmake and libclang. Does nothing where all of it is there.
voice:
	@scripts/need.sh run
	@scripts/voice.sh "$(VOICE_DIR)"
	@scripts/voice-hearing.sh "$(VOICE_DIR)"
	cargo build --release --package server --features hearing

# Installs the fonts that printed guides are set in (57 MB to fetch). Does nothing where they are there.
fonts:
	@scripts/fonts.sh "$(FONTS_DIR)"

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
