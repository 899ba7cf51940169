#!/usr/bin/env bash
# How late events arrive at many subscribers while much is written, and what a subscriber costs in memory.
#   bench/live.sh                     on SQLite, with the demo's data
#   bench/live.sh postgres://…        on an empty database of PostgreSQL
# SUBSCRIBERS (1000), RATE of writes a second (200) and WRITING seconds (10) can be given. The programs have to be built:
# cargo build --release --locked --workspace
set -euo pipefail
cd "$(dirname "$0")/.."
programs="$(realpath "${CARGO_TARGET_DIR:-target}/release")"
work="$(mktemp -d)"
server=""
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
up() { for _ in $(seq 300); do (: <"/dev/tcp/127.0.0.1/8113") 2>/dev/null && return; sleep 0.1; done; }
if [ $# -eq 0 ]; then
    (cd "$work" && exec "$programs/inspectorate" demo --port 8113 --rate 0 --log warn >"$work/tokens") & server=$!
    up; sleep 1
    token="$(sed -n 's/^OFFICE .*内江.*  //p' "$work/tokens")"
else
    export DATABASE_URL="$1" TOKEN_SECRET="a-secret-for-the-benchmark-and-nothing-else"
    "$programs/inspectorate" migrate up >/dev/null
    psql -q -v ON_ERROR_STOP=1 -v objects=2400 -f bench/wall_chart.sql "$1"
    "$programs/inspectorate" serve --port 8113 --rate 0 --log warn & server=$!
    up
    token="$("$programs/inspectorate" token --agency OFFICE --organization A-OFFICE --role admin | tail -1)"
fi
"$programs/live" --url http://127.0.0.1:8113/graphql --server "$server" --token "$token" \
    --subscribers "${SUBSCRIBERS:-1000}" --rate "${RATE:-200}" --seconds "${WRITING:-10}"
