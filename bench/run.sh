#!/usr/bin/env bash
# CPU per request of the read path, of its plain-resolver twin and of PostGraphile 5, over 50,000 and 200,000 rows.
# Needs PostgreSQL's server binaries, Node 22 or newer for PostGraphile (20 works with a warning) and about 20 minutes to build.
#   bench/run.sh [REQUESTS]
set -euo pipefail
cd "$(dirname "$0")/.."
requests="${1:-3000}"
work="$(mktemp -d)"
binaries="${CARGO_TARGET_DIR:-target}/release"
postgres="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)"
[ -n "$postgres" ] || postgres="$(dirname "$(command -v initdb)")"
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    [ ! -s "$work/data/postmaster.pid" ] || kill -QUIT "$(head -n 1 "$work/data/postmaster.pid")"
    sleep 1
    rm -rf "$work"
}
trap finish EXIT

cargo build --release -p inspectorate -p inspectorate-bench

# PostgreSQL, as somebody who is not root.
mkdir -p "$work/data" "$work/socket"
as=()
if [ "$(id -u)" -eq 0 ]; then
    chmod 755 "$work"
    chown postgres "$work/data" "$work/socket"
    as=(setpriv --reuid postgres --regid postgres --clear-groups --)
fi
(cd "$work" && "${as[@]}" "$postgres/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null &&
    "${as[@]}" "$postgres/pg_ctl" -D "$work/data" -w -l "$work/data/log" start \
        -o "-k $work/socket -c listen_addresses= -c fsync=off -c autovacuum=off -c jit=off -c shared_buffers=256MB" >/dev/null)
database="$(head -n 1 "$work/data/postmaster.pid")"
export DATABASE_URL="postgres://postgres@localhost/postgres?host=$work/socket"
export TOKEN_SECRET="a-secret-for-the-benchmark-and-nothing-else"
"$binaries/inspectorate" migrate up >/dev/null
psql -q -h "$work/socket" -U postgres -v ON_ERROR_STOP=1 -f bench/data.sql -f bench/rights.sql postgres
token="$("$binaries/inspectorate" token --agency DISCIPLINE --organization B-DISCIPLINE --role viewer | tail -1)"
one() { psql -h "$work/socket" -U postgres -Atc "$1" postgres; }
uuid="$(one "SELECT id FROM organization WHERE code = 'C00777'")"
VIEWER_PATH="$(one "SELECT path FROM organization WHERE code = 'A'")"
export VIEWER_PATH
id="$({ printf 'Organization:'; printf '%s' "${uuid//-/}" | xxd -r -p; } | base64 -w0 | tr '+/' '-_' | tr -d '=')"

# The four servers.
"$binaries/inspectorate" serve --port 8101 --rate 0 --log warn >"$work/engine.log" 2>&1 & engine=$!
"$binaries/twin" --port 8102 >"$work/twin.log" 2>&1 & twin=$!
pids+=("$engine" "$twin")
if [ -d "${POSTGRAPHILE_MODULES:-}" ]; then
    mkdir "$work/node" && ln -s "$POSTGRAPHILE_MODULES" "$work/node/node_modules"
else
    mkdir "$work/node" && (cd "$work/node" && npm init -y >/dev/null && npm install --silent postgraphile@5 pg jsonwebtoken)
fi
cp bench/postgraphile.mjs "$work/node/"
export NODE_ENV=production GRAPHILE_ENV=production
socket="postgres://postgres@/postgres?host=$work/socket"
(cd "$work/node" && exec node postgraphile.mjs 8103 "$socket" bare) >"$work/bare.log" 2>&1 & bare=$!
(cd "$work/node" && exec node postgraphile.mjs 8104 "$socket" rights) >"$work/rights.log" 2>&1 & rights=$!
pids+=("$bare" "$rights")
for port in 8101 8102 8103 8104; do
    for _ in $(seq 100); do (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.2; done
done

measure() { # name port pid query variables path
    "$binaries/load" --name "$1" --url "http://127.0.0.1:$2/${6:-graphql}" --server "$3" --database "$database" --token "$token" \
        --query "bench/queries/$4.graphql" --variables "$5" --requests "$requests" --answer "$work/$4.$2${6:+.$6}.json" ||
        { cat "$work"/*.log >&2; exit 1; }
}
agree() { # the answers to one question
    for other in "${@:2}"; do
        cmp -s "$work/$1" "$work/$other" || { echo "answers differ: $1 $other" >&2; head -c 600 "$work/$1" "$work/$other" >&2; exit 1; }
    done
}
table() { # query variables variables-of-postgraphile
    printf '| %-28s | %9s | %9s | %9s | %8s | %8s |\n' "$1: ms of CPU per request" server database both req/s bytes
    printf '|%s|\n' "------------------------------|----------:|----------:|----------:|---------:|---------:"
    measure "read path" 8101 "$engine" "$1" "$2"
    measure "plain resolvers (twin)" 8102 "$twin" "$1" "$2"
    measure "PostGraphile 5, no rights" 8103 "$bare" "$1.postgraphile" "$3"
    measure "PostGraphile 5, with rights" 8104 "$rights" "$1.postgraphile" "$3"
    agree "$1.8101.json" "$1.8102.json" "$1.postgraphile.8103.json" "$1.postgraphile.8104.json"
    echo
}
table page '{}' '{}'
table row "{\"id\":\"$id\"}" "{\"id\":\"$uuid\"}"
# The floor under every design: the same row without GraphQL.
measure "no GraphQL at all" 8102 "$twin" row "{\"id\":\"$id\"}" bare
agree row.8102.json row.8102.bare.json
