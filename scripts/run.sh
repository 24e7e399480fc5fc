#!/usr/bin/env bash
# Demo data, then the server. `make run` comes here after the build.
set -euo pipefail
cd "$(dirname "$0")/.."
listen=${LISTEN:-127.0.0.1:3000}
data=${DATA:-./.data}
server=target/release/server
[ -n "${CARGO_TARGET_DIR:-}" ] && server=$CARGO_TARGET_DIR/release/server

# Refuses a folder with real data; then the server simply runs with what is there.
"$server" demo --data "$data" || printf '· %s keeps its own data, no demo data added\n' "$data"
printf '\n  open        http://%s\n  sign-ins    http://%s/demo\n  stop        Ctrl+C\n\n' "$listen" "$listen"
exec "$server" serve --listen "$listen" --data "$data"
