#!/bin/sh
# How long `inspectorate verify` takes over a million chained events, and how much memory.
#   bench/journal.sh postgres://…        on an empty database of PostgreSQL
#   bench/journal.sh sqlite:bench.db     on a file that is not there yet
# EVENTS takes another number. The programs have to be built: cargo build --release --locked --workspace
set -eu
cd "$(dirname "$0")/.."
DATABASE_URL="$1"
export DATABASE_URL
programs="${CARGO_TARGET_DIR:-target}/release"
"$programs/inspectorate" migrate up
"$programs/journal" fill --events "${EVENTS:-1000000}"
"$programs/journal" verify
time "$programs/inspectorate" verify
