#!/bin/sh
# Every check of the project, one after the other: a line each, the log of what failed, a summary.
# The last line is "N passed, N failed" over all tests; a failed check without tests counts as one.
set -u
cd "$(dirname "$0")/.." || exit 1
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
summary= passed=0 failed=0

# stage NAME COMMAND...
stage() {
    name=$1
    shift
    log=$logs/log
    started=$(date +%s)
    "$@" >"$log" 2>&1
    code=$?
    seconds=$(($(date +%s) - started))
    results=$(sed -n 's/^test result: .* \([0-9]*\) passed; \([0-9]*\) failed;.*/\1 \2/p' "$log")
    stage_passed=0 stage_failed=0
    while read -r ok bad; do
        stage_passed=$((stage_passed + ${ok:-0})) stage_failed=$((stage_failed + ${bad:-0}))
    done <<END
$results
END
    if [ $code -ne 0 ]; then
        echo "---- $name failed; its output:"
        cat "$log"
        echo "----"
        [ $stage_failed -gt 0 ] || stage_failed=1
        verdict=FAILED
    else
        verdict=ok
    fi
    [ "$name" != size ] || [ $code -ne 0 ] || sed 's/^/  /' "$log"
    passed=$((passed + stage_passed)) failed=$((failed + stage_failed))
    [ -z "$results" ] || verdict="$verdict, $stage_passed passed, $stage_failed failed"
    line=$(printf '%-22s %4d s  %s' "$name" "$seconds" "$verdict")
    echo "$line"
    summary="$summary$line
"
    return $code
}

clippy() { cargo clippy --locked --quiet "$@" -- -D warnings; }
wasm() { clippy --target wasm32-unknown-unknown --no-default-features "$@"; }

stage "format" cargo fmt --check
stage "clippy, native" clippy --all-targets --features engine,browser-tests
stage "clippy, page" wasm --features page --lib --bin page
stage "clippy, workers" wasm --features worker --lib --bin engine --bin reader
stage "tests, native" cargo test --locked --quiet --no-fail-fast
stage "tests, page" cargo test --locked --quiet --no-fail-fast --features page --lib ui::
if stage "build" trunk build --release --offline; then
    stage "size" node tools/size.mjs
    stage "tests, browser" cargo test --locked --quiet --features browser-tests --test browser
fi

echo
printf '%s' "$summary"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
