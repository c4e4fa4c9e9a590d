#!/bin/sh
# cxm batch beside the csv crate, DuckDB and Polars, on the same files in turn: seconds, ratios, peak memory. Before them what
# part of cxm's own time its first pass takes, in which all rows are looked at before any is scored: at most a third.
# The references get both cores too. Absolute times mean little on a shared machine; compare the lines of one run.
#
# Every program writes a new file each time: what replacing one costs is the file system's matter.
#
# usage: benches/compare.sh [ROWS] [ROUNDS]
# needs: cargo, GNU time, and a Python with duckdb and polars (PYTHON=path/to/venv/bin/python)
set -eu
cd "$(dirname "$0")/.."
rows=${1:-2000000}
rounds=${2:-3}
python=${PYTHON:-python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
target=${CARGO_TARGET_DIR:-target}
definition=assessments/cx-maturity.toml

cargo build --release --quiet
cargo bench --quiet --no-run --bench reference --bench first_pass
built() { ls -t "$target"/release/deps/"$1"-* | grep -v '\.d$' | head -1; }
reference=$(built reference)

measure() { # name file command...
    name=$1 file=$2
    shift 2
    rm -f "$folder/$name.csv"
    /usr/bin/time -o "$folder/time" -f '%e %M' "$@" >"$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
    read -r seconds kilobytes <"$folder/time"
    echo "$file $name $seconds $kilobytes" >>"$folder/results"
}

"$(built first_pass)" "$rows" "$rounds"
for file in plain quoted text; do
    count=$rows
    option=
    # Words are some thirty times as long as points.
    if [ "$file" = text ]; then count=$((rows / 10)) option=text; fi
    python3 benches/generate.py "$count" "$file" "$definition" >"$folder/in.csv"
    for round in $(seq "$rounds"); do
        measure cxm $file "$target/release/cxm" batch "$folder/in.csv" --no-bom -o "$folder/cxm.csv"
        measure csv-crate $file "$reference" "$folder/in.csv" "$folder/csv-crate.csv"
        measure duckdb $file "$python" benches/reference_duckdb.py "$folder/in.csv" "$folder/duckdb.csv" $definition $option
        measure polars $file "$python" benches/reference_polars.py "$folder/in.csv" "$folder/polars.csv" $definition $option
    done
    # The same rows from all: what cxm adds behind the level is cut off.
    cut -d, -f1-15 "$folder/cxm.csv" >"$folder/common.csv"
    for other in csv-crate duckdb polars; do cmp "$folder/common.csv" "$folder/$other.csv"; done
done

awk '
    { key = $1 " " $2; if (!(key in best) || $3 < best[key]) best[key] = $3; if ($4 > peak[key]) peak[key] = $4; sum[key] += $3; n[key]++ }
    END {
        printf "%-8s %-10s %8s %8s %10s %9s\n", "file", "program", "best s", "mean s", "against", "peak MiB"
        split("plain quoted text", files, " "); split("cxm csv-crate duckdb polars", programs, " ")
        for (f = 1; f <= 3; f++) for (p = 1; p <= 4; p++) {
            key = files[f] " " programs[p]; own = files[f] " cxm"
            if (key in best) printf "%-8s %-10s %8.2f %8.2f %9.1fx %9.1f\n", files[f], programs[p], best[key], sum[key] / n[key], (sum[key] / n[key]) / (sum[own] / n[own]), peak[key] / 1024
        }
    }' "$folder/results"
