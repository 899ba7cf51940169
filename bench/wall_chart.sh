#!/usr/bin/env bash
# The wall chart of a plan with 2,400 and with 50,000 objects, and a schedule proposed over the rounds to come: statements, and CPU
# of the server and of PostgreSQL per request. Needs PostgreSQL's server binaries.
#   bench/wall_chart.sh [REQUESTS]
set -euo pipefail
cd "$(dirname "$0")/.."
requests="${1:-40}"
binaries="${CARGO_TARGET_DIR:-target}/release"
postgres="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)"
[ -n "$postgres" ] || postgres="$(dirname "$(command -v initdb)")"
cargo build --release -p inspectorate -p inspectorate-bench
export TOKEN_SECRET="a-secret-for-the-benchmark-and-nothing-else"
work="" server="" database=""
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$database" ] || kill -QUIT "$database" 2>/dev/null || true
    sleep 1
    [ -z "$work" ] || rm -rf "$work"
}
trap finish EXIT
statements() { curl -s http://127.0.0.1:8111/metrics | sed -n 's/^inspectorate_sql_statements_total //p'; }

printf '| %-28s | %9s | %9s | %9s | %8s | %8s |\n' "ms of CPU per request" server database both req/s bytes
printf '|%s|\n' "------------------------------|----------:|----------:|----------:|---------:|---------:"
for objects in 2400 50000; do
    work="$(mktemp -d)"
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
    "$binaries/inspectorate" migrate up >/dev/null
    psql -q -h "$work/socket" -U postgres -v ON_ERROR_STOP=1 -v objects="$objects" -f bench/wall_chart.sql postgres
    token="$("$binaries/inspectorate" token --agency OFFICE --organization A-OFFICE --role approver | tail -1)"
    one() { psql -h "$work/socket" -U postgres -Atc "$1" postgres; }
    global() { { printf '%s:' "$1"; printf '%s' "${2//-/}" | xxd -r -p; } | base64 -w0 | tr '+/' '-_' | tr -d '='; }
    plan="$(global CoveragePlan "$(one 'SELECT id FROM coverage_plan')")"
    "$binaries/inspectorate" serve --port 8111 --rate 0 --log warn >"$work/server.log" 2>&1 & server=$!
    for _ in $(seq 100); do (: <"/dev/tcp/127.0.0.1/8111") 2>/dev/null && break; sleep 0.2; done
    # Every round to come takes a twentieth of the list, twice over.
    rounds=""
    for round in $(one "SELECT id FROM round WHERE starts_on > now()::date ORDER BY starts_on"); do
        rounds="$rounds${rounds:+,}{\"round\":\"$(global Round "$round")\",\"teams\":$((objects / 100 + 1)),\"objectsPerTeam\":12}"
    done
    for query in wall_chart proposal; do
        variables="{\"id\":\"$plan\",\"request\":{\"rounds\":[$rounds],\"minimumIntervalMonths\":12}}"
        [ "$query" = proposal ] || variables="{\"id\":\"$plan\"}"
        before="$(statements)"
        "$binaries/load" --name "$query, $objects objects" --url http://127.0.0.1:8111/graphql --server "$server" --database "$database" --token "$token" \
            --query "bench/queries/$query.graphql" --variables "$variables" --requests "$requests" --warm-up 4 --concurrency 1 --answer "$work/$query.json" ||
            { cat "$work/server.log" >&2; exit 1; }
        taken=$(($(statements) - before))
        printf '%s statements a request; ' "$((taken / (requests + 5)))"
        [ "$query" = proposal ] && sed -E 's/.*("quality":\{[^}]*\}).*/\1/' "$work/proposal.json" || echo
    done
    kill "$server"; kill -QUIT "$database"; sleep 1; rm -rf "$work"
    server="" database="" work=""
done
