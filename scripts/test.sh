#!/usr/bin/env bash
# Everything that must hold, in the order in which mistakes are cheapest. The last line says it in one sentence.
set -uo pipefail
cd "$(dirname "$0")/.."
export YIBAO_TEST_PG=${YIBAO_TEST_PG:-postgres://yibao_test:yibao_test@127.0.0.1:5432/yibao_test}
target=${CARGO_TARGET_DIR:-target}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
passed=0
failed=0
broken=()
began=$SECONDS

# step NAME COMMAND...: runs it, shows it, counts the tests that its closing lines name
step() {
  local name=$1 start=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  "$@" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]} ok bad
  # cargo: "test result: ok. 6 passed; 0 failed;"   Playwright: "  6 passed (3.2s)" and "  1 failed"
  ok=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -oE '(^test result: .* |^ +)[0-9]+ passed' | grep -oE '[0-9]+ passed' | awk '{n += $1} END {print n + 0}')
  bad=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -oE '(^test result: .* |^ +)[0-9]+ (failed|flaky)' | grep -oE '[0-9]+ (failed|flaky)' | awk '{n += $1} END {print n + 0}')
  [ "$code" = 0 ] || { broken+=("$name"); [ "$bad" -gt 0 ] || bad=1; }
  passed=$((passed + ok))
  failed=$((failed + bad))
  printf '=== %s: %s in %d s\n' "$name" "$([ "$code" = 0 ] && echo good || echo BROKEN)" $((SECONDS - start))
  return "$code"
}

finish() {
  printf '\n%s after %d min %d s\n' "$([ $failed = 0 ] && echo 'All good' || echo "Broken: ${broken[*]}")" $(((SECONDS - began) / 60)) $(((SECONDS - began) % 60))
  printf 'checks: %d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ]
  exit
}

step formatting cargo fmt --all --check
# Their modules are named by a macro, which the line above does not look into.
step 'formatting of the services' rustfmt --edition 2024 --check app/domain/src/catalog/items/*.rs
step 'clippy' env SKIP_WASM=1 cargo clippy --workspace --all-targets --quiet -- -D warnings
# The islands' browser half exists for wasm32 only; with the profile of the server's own build, in its folder, they share the macros.
step 'clippy for the browser' cargo clippy --package frontend --package domain --target wasm32-unknown-unknown --profile wasm --target-dir "$target/wasm-inner" --quiet -- -D warnings
# The dev profile: the same compiled crates serve the Rust tests and the browser tests, and so does the server itself.
step 'building the tests' cargo test --workspace --no-run --quiet || finish
step 'rust tests' cargo test --workspace --no-fail-fast --quiet
step 'browser tests' env YIBAO_SERVER="$(realpath "$target/debug/server")" npm --prefix end2end test --silent
finish
