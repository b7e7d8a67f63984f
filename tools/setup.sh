#!/bin/sh
# Installs what Rapport's build and tests need, and only what is missing.
#
#   tools/setup.sh build            what building and serving the page needs
#   tools/setup.sh test             that, and what the browser tests need
#   tools/setup.sh test --dry-run   only says what it would install
#
# Tools go to RAPPORT_TOOLS (default ~/.cache/rapport/tools); Debian packages go through apt when
# this runs as root. Elsewhere it installs what it can and names the packages it could not.
set -eu

mode=${1:-test}
dry_run=${2:-}
case "$mode:$dry_run" in
build: | test: | build:--dry-run | test:--dry-run) ;;
*)
    sed -n '2,9s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac

root=$(cd "$(dirname "$0")/.." && pwd)
tools=${RAPPORT_TOOLS:-$HOME/.cache/rapport/tools}
trunk_version=0.21.14
binaryen_version=132.0.0
splitter_version=0.2.4
axe_version=4.14.1
spectrum_version=2.0.0
blns_version=2.0.4
# The page's glue code and this tool must be of one version: Cargo.lock's.
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$root/Cargo.lock")
PATH=$tools/bin:$tools/node_modules/.bin:$PATH
packages= # Debian packages that are missing
problems= # what nothing here can install

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '%s\n' "$*"; }

# will WHAT WHY HOW_LONG: announces an installation; false when it must not happen.
will() {
    say "Installing $1: $2. About $3."
    [ -z "$dry_run" ]
}

# installed_package NAME: Debian's own record.
installed_package() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# font NAME LANGUAGE: a font that draws the language, Debian's or any other.
font() {
    installed_package "$1" && return
    have fc-list && [ -n "$(fc-list ":lang=$2" family)" ]
}

# ---- what apt installs ----
if ! have node || ! have npm; then packages="$packages nodejs npm"; fi
have python3 || packages="$packages python3"
have cc || packages="$packages gcc libc6-dev"
if [ "$mode" = test ]; then
    have chromium || packages="$packages chromium"
    have chromedriver || packages="$packages chromium-driver"
    font fonts-noto-core ar || packages="$packages fonts-noto-core"
    font fonts-noto-cjk zh || packages="$packages fonts-noto-cjk"
fi
if [ -n "$packages" ]; then
    if have apt-get && [ "$(id -u)" = 0 ]; then
        if will "Debian packages$packages" "a browser with fonts for the tests, node for wasm-opt" "2 minutes"; then
            export DEBIAN_FRONTEND=noninteractive
            apt-get update -q >/dev/null
            # shellcheck disable=SC2086 # a list of names
            apt-get install -q -y --no-install-recommends $packages >/dev/null
        fi
    else
        problems="$problems
  Debian packages (or your system's like of them):$packages"
    fi
fi

# ---- the Rust target ----
if ! have cargo; then
    problems="$problems
  Rust 1.95 or later, through rustup"
elif [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    if ! have rustup; then
        problems="$problems
  the Rust target wasm32-unknown-unknown (there is no rustup here to add it)"
    elif will "Rust target wasm32-unknown-unknown" "the page is WebAssembly" "20 seconds"; then
        rustup target add wasm32-unknown-unknown
    fi
fi

# ---- tools from the cargo registry ----
# cargo_tool BINARY VERSION CRATE WHY HOW_LONG OPTION...
cargo_tool() {
    binary=$1 version=$2 crate=$3 why=$4 how_long=$5
    shift 5
    if have "$binary" && "$binary" --version 2>/dev/null | grep -qF " $version"; then return; fi
    have cargo || return 0 # named among the problems
    will "$crate $version" "$why" "$how_long on 2 cores" || return 0
    # Quick to compile rather than fast: these tools run for seconds. What two of them share is
    # compiled once: the folder goes when all are there.
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_STRIP=symbols \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 CARGO_PROFILE_RELEASE_DEBUG=0 \
        CARGO_TARGET_DIR=$tools/build \
        cargo install --quiet --force --root "$tools" "$crate" --version "$version" "$@"
}
cargo_tool trunk "$trunk_version" trunk "bundles the page" "5 minutes" \
    --locked --no-default-features --features rustls
# Without --locked: its own lock file asks for a version that the registry does not serve.
cargo_tool wasm-bindgen "$bindgen_version" wasm-bindgen-cli "joins WebAssembly and JavaScript" "2 minutes" \
    --no-default-features

# It tells no version of its own: cargo's record of what it installed does.
if ! grep -qsF "\"wasm_split_cli_support $splitter_version " "$tools/.crates2.json"; then
    cargo_tool wasm-split-cli "$splitter_version" wasm_split_cli_support "cuts programs in two" "1 minute" \
        --locked --features build-binary
fi

rm -rf "$tools/build"

# ---- tools from the npm registry ----
# npm_package NAME VERSION WHY
npm_package() {
    found=$(sed -n 's/^ *"version": "\(.*\)",\{0,1\}$/\1/p' "$tools/node_modules/$1/package.json" 2>/dev/null | head -n 1)
    if [ "$found" = "$2" ]; then return; fi
    [ -n "$dry_run" ] || have npm || return 0 # named among the problems
    will "$1 $2" "$3" "10 seconds" || return 0
    mkdir -p "$tools"
    npm install --prefix "$tools" --save-exact --no-audit --no-fund --loglevel=error "$1@$2" >/dev/null
}
npm_package binaryen "$binaryen_version" "its wasm-opt makes WebAssembly smaller and faster"
if [ "$mode" = test ]; then
    npm_package axe-core "$axe_version" "checks accessibility in the browser tests"
    npm_package csv-spectrum "$spectrum_version" "awkward tables for the tests of the reader"
    npm_package blns "$blns_version" "awkward strings for the tests of the reader"
fi

# ---- the crates themselves, so that every later step can work offline ----
if have cargo && ! cargo fetch --locked --offline --quiet --manifest-path "$root/Cargo.toml" 2>/dev/null; then
    if will "the crates of Cargo.lock" "sources of the libraries" "1 minute"; then
        cargo fetch --locked --quiet --manifest-path "$root/Cargo.toml"
    fi
fi

if [ -n "$problems" ]; then
    say "These are missing and could not be installed from here:$problems"
    exit 1
fi
