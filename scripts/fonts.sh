#!/usr/bin/env bash
# Installs the two fonts that printed guides are set in: Noto Sans SC, medium and bold (57 MB to fetch, 21 MB on disk). By package name,
# through the ordinary package client; each file is checked by its SHA-256 sum. Does nothing when both are there.
#   scripts/fonts.sh [FOLDER]     FOLDER: $YIBAO_FONTS_DIR, else .data/fonts
# The licence (SIL Open Font License 1.1) lies beside the files.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-${YIBAO_FONTS_DIR:-./.data/fonts}}

say() { printf '· %s\n' "$*"; }
fail() { printf '✗ fonts: %s\n' "$*" >&2; exit 1; }

# SHA-256 sum and name of each file as it must lie in the folder.
sums=$(cat <<'SUMS'
b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a  NotoSansSC-Medium.ttf
9a38ae0ab28cd5a256f9ea8e00dedc688aac17f7915fcb000572990afa956b96  NotoSansSC-Bold.ttf
1c05c68c34f9708415aada51f17e1b0092d2cea709bf4a94cd38114f9e73d7d9  LICENSE-fonts.txt
SUMS
)
whole() { (cd "$1" && sha256sum --check --status --strict -) <<<"$sums" 2>/dev/null; }

command -v sha256sum >/dev/null || fail "sha256sum is missing"
if [ -d "$folder" ] && whole "$folder"; then
  say "the fonts are already in $folder"
  exit 0
fi
for tool in npm tar; do command -v "$tool" >/dev/null || fail "needs $tool; without fonts the guides have a print page and no PDF"; done

parent=$(dirname "$folder")
mkdir -p "$parent"
work=$(mktemp -d "$parent/.fonts-XXXXXX")
trap 'rm -rf "$work"' EXIT

(cd "$work" && npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 >/dev/null) || fail "they could not be fetched; run: make fonts"
mkdir "$work/new"
# One file of the package under the name that it gets here.
take() { tar -xzOf "$work"/expo-google-fonts-noto-sans-sc-0.4.3.tgz "package/$1" >"$work/new/$2"; }
take 500Medium/NotoSansSC_500Medium.ttf NotoSansSC-Medium.ttf
take 700Bold/NotoSansSC_700Bold.ttf NotoSansSC-Bold.ttf
take LICENSE_FONT LICENSE-fonts.txt
whole "$work/new" || fail "a fetched file is not what it must be; nothing was installed"

mkdir -p "$folder"
mv -f "$work"/new/* "$folder"/
say "the fonts are in $folder ($(du -sh "$folder" | cut -f1)); a server started from now on offers each guide as a PDF"
