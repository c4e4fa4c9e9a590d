"""Scores the same rows with `cxm batch`, and with the query of `cxm sql` in DuckDB and in Spark on one core and on two: seconds of
the clock, and the most memory at once, by the number of rows. Draws it, if told where.

usage: scaling.py CXM [--draw FILE.svg] [ROWS...]

Each reads one CSV of points (generate.py) and writes another. PySpark and DuckDB are those of the Python that runs this;
drawing takes matplotlib. Runs that come one after another take turns, so that each meets the same machine.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ASSESSMENT = ROOT / "assessments/cx-maturity.toml"

DUCKDB = """
import duckdb, sys
table, query, out = sys.argv[1:]
connection = duckdb.connect()
connection.execute("SET threads TO 2")
connection.execute(f"CREATE VIEW answers AS FROM read_csv('{table}', all_varchar = true, header = true, delim = ',', quote = '\\"')")
connection.execute(f"COPY ({open(query).read().rstrip().rstrip(';')}) TO '{out}' (FORMAT csv, HEADER)")
"""

SPARK = """
import sys
from pyspark.sql import SparkSession
table, query, out, cores = sys.argv[1:]
spark = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
spark = spark.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.memory", "4g").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")
spark.read.csv(table, header=True, enforceSchema=False).createOrReplaceTempView("answers")
spark.sql(open(query).read()).write.mode("overwrite").csv(out, header=True)
spark.stop()
"""


def family(root):
    """The processes that one has begun, itself among them."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parents[int(entry)] = int(Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                pass
    found = {root}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def measured(words):
    """Seconds, and the most memory in MiB, of a command and all that it begins."""
    begun = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"})
    said = []
    reading = threading.Thread(target=lambda: said.append(child.stderr.read()))
    reading.start()
    most = {}
    while child.poll() is None:
        for pid in family(child.pid):
            try:
                status = Path(f"/proc/{pid}/status").read_text()
                most[pid] = max(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
            except (OSError, ValueError):
                pass
        time.sleep(0.002 if time.monotonic() - begun < 1 else 0.1)
    reading.join()
    assert child.returncode == 0, f"{words}\n{said[0].decode()[-3000:]}"
    return time.monotonic() - begun, sum(most.values()) / 1024


def main():
    arguments = sys.argv[1:]
    cxm = os.path.abspath(arguments.pop(0))
    picture = None
    if arguments[:1] == ["--draw"]:
        picture, arguments = arguments[1], arguments[2:]
    counts = [int(count) for count in arguments] or [10**4, 10**5, 10**6, 10**7]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        facts = [fact["id"] for fact in tomllib.loads(ASSESSMENT.read_text("utf-8"))["profile"]]
        absent = [word for fact in facts for word in ("--absent", fact)]
        queries = {}
        for dialect in ("duckdb", "spark"):
            queries[dialect] = folder / f"{dialect}.sql"
            subprocess.run([cxm, "sql", "-a", ASSESSMENT, "--dialect", dialect, "--from", "answers", *absent, "-o", queries[dialect]], check=True)
        print("| rows | " + " | ".join(f"{name}, seconds | MiB | to cxm" if at else f"{name}, seconds | MiB" for at, name in enumerate(NAMES)) + " |")
        print("| --- " * (3 * len(NAMES)) + "|")
        lines = {name: [] for name in NAMES}
        for count in counts:
            table, out = folder / "table.csv", folder / "out"
            with open(table, "wb") as file:
                subprocess.run([sys.executable, ROOT / "benches/generate.py", str(count), "plain", ASSESSMENT], stdout=file, check=True)
            runs = [
                [cxm, "batch", table, "-a", ASSESSMENT, "-f", "csv", "-o", f"{out}.cxm.csv"],
                [sys.executable, "-c", DUCKDB, table, queries["duckdb"], f"{out}.duckdb.csv"],
                [sys.executable, "-c", SPARK, table, queries["spark"], f"{out}.spark1", "1"],
                [sys.executable, "-c", SPARK, table, queries["spark"], f"{out}.spark2", "2"],
            ]
            cells = []
            for name, words in zip(NAMES, runs):
                # The quickest of three where one is short.
                seconds, memory = min(measured(words) for _ in range(3 if count <= 10**6 and "Spark" not in name else 1))
                lines[name].append((count, seconds, memory))
                cells += [f"{seconds:.2f}", f"{memory:.0f}"]
                if name != NAMES[0]:
                    cells.append(f"{seconds / lines[NAMES[0]][-1][1]:.0f} x")
            print(f"| {count:,} | " + " | ".join(cells) + " |", flush=True)
    if picture:
        draw(lines, picture)


NAMES = ["cxm batch", "DuckDB", "Spark, one core", "Spark, two cores"]


def draw(lines, path):
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    pyplot.rcParams.update({"svg.hashsalt": "cxm", "font.size": 9})
    figure, panels = pyplot.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    for panel, at, label in ((panels[0], 1, "seconds"), (panels[1], 2, "most memory, MiB")):
        for name, points in lines.items():
            panel.plot([point[0] for point in points], [point[at] for point in points], marker="o", markersize=3, label=name)
        panel.set(xscale="log", yscale="log", xlabel="rows", ylabel=label)
        panel.grid(alpha=0.3)
    panels[0].legend()
    figure.savefig(path, metadata={"Date": None})


main()
