#!/usr/bin/env bash
# Installs what a fresh Debian-like machine lacks. Quick when nothing is missing.
#   scripts/need.sh run     the Rust toolchain, the WASM target, a C compiler
#   scripts/need.sh test    also Chromium, fonts, npm packages, PostgreSQL
#   scripts/need.sh bench   also wrk
set -euo pipefail
cd "$(dirname "$0")/.."
wanted=${1:-run}

say() { printf '· %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

apt_updated=
apt_need() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "Install these yourself, this is not a Debian: ${missing[*]}"
  say "installing ${missing[*]}"
  if [ -z "$apt_updated" ]; then as_root apt-get update -qq; apt_updated=yes; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# ---- Rust. rust-toolchain.toml names the version; where automatic installing is off we ask for it ourselves.
command -v cargo >/dev/null || fail "Rust is missing. Install rustup first: https://rustup.rs"
command -v cc >/dev/null || apt_need gcc libc6-dev
command -v make >/dev/null || apt_need make
if command -v rustup >/dev/null; then
  channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
  installed=$(rustup toolchain list)
  if ! grep -q "^$channel" <<<"$installed"; then
    say "installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy
  fi
  have=$(rustup target list --installed --toolchain "$channel")
  grep -q wasm32-unknown-unknown <<<"$have" || rustup target add wasm32-unknown-unknown --toolchain "$channel"
fi
[ "$wanted" != run ] || exit 0

# ---- Load generator.
if [ "$wanted" = bench ]; then command -v wrk >/dev/null || apt_need wrk; fi

# ---- Browser, and fonts for every language on the pages: a missing one would make sizes and wraps untrue.
# The one without a window is quicker; older Debians have only the whole one.
[ -x /usr/bin/chromium-headless-shell ] || apt_need chromium-headless-shell || [ -x /usr/bin/chromium ] || apt_need chromium
command -v dpkg-query >/dev/null && apt_need fonts-noto-cjk fonts-noto-core

# ---- Browser test packages, by lock file. Playwright drives Debian's Chromium and loads none of its own.
command -v npm >/dev/null || apt_need nodejs npm
if ! cmp -s end2end/package-lock.json end2end/node_modules/.yibao-lock; then
  say "npm ci in end2end"
  (cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
  cp end2end/package-lock.json end2end/node_modules/.yibao-lock
fi

# ---- PostgreSQL on 127.0.0.1:5432 with a database of our own. YIBAO_TEST_PG names another one.
[ -z "${YIBAO_TEST_PG:-}" ] || exit 0
listens() { (exec 3<>/dev/tcp/127.0.0.1/5432) 2>/dev/null; }
sql() { # tries who may: the local superuser by socket, then by trusted loopback
  if [ "$(id -u)" = 0 ]; then su postgres -c "psql -qtAX" <<<"$1" 2>/dev/null && return; fi
  psql -qtAX -h 127.0.0.1 -U postgres <<<"$1" 2>/dev/null || sudo -n -u postgres psql -qtAX <<<"$1"
}
if ! listens; then
  apt_need postgresql
  as_root service postgresql start >/dev/null 2>&1 || as_root pg_ctlcluster --skip-systemctl-redirect "$(ls /etc/postgresql | tail -1)" main start || true
  for _ in $(seq 30); do listens && break; sleep 1; done
  listens || fail "PostgreSQL does not answer on 127.0.0.1:5432"
fi
if ! PGPASSWORD=yibao_test psql -qtAX -h 127.0.0.1 -U yibao_test yibao_test -c 'select 1' >/dev/null 2>&1; then
  say "creating the test database yibao_test"
  sql "do \$\$ begin create role yibao_test login createdb password 'yibao_test'; exception when duplicate_object then alter role yibao_test login createdb password 'yibao_test'; end \$\$;"
  [ "$(sql "select 1 from pg_database where datname='yibao_test'")" = 1 ] || sql 'create database yibao_test owner yibao_test;'
fi
