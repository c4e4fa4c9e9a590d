"""Runs what `examples/engines` shows, command by command, and compares it with `cxm batch`.

    examples.py DBT      the folder of the programs of dbt; the Python that runs this has PySpark
"""

import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import duckdb
import pyarrow
import pyarrow.parquet

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "examples/engines"
CXM = os.environ["CXM"]


def run(words, folder, **more):
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, **more)
    assert done.returncode == 0, f"{words}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def batch(table, *words):
    done = subprocess.run([CXM, "batch", table, "--scale", "points", "--every-row", *words], capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    return {row["respondent"]: row for row in csv.DictReader(done.stdout.splitlines())}


def answers(random, count):
    definition = tomllib.loads((ROOT / "assessments/cx-maturity.toml").read_text("utf-8"))
    questions = [question["id"] for criterion in definition["criteria"] for question in criterion["questions"]]
    facts = [(fact["id"], [option["id"] for option in fact["options"]]) for fact in definition["profile"]]
    cell = lambda: random.choice([""] + ["1", "2", "3", "4", "5"] * 12 + ["9"] * (random.random() < 0.1))
    rows = [
        [f"r{at}", random.choice(["north", "south"]), *(random.choice(["", *ids]) for _, ids in facts), *(cell() for _ in questions)]
        for at in range(count)
    ]
    return ["respondent", "branch", *(id for id, _ in facts), *questions], rows


def commands(section):
    """The commands that a section of the guide shows."""
    text = (GUIDE / "README.md").read_text("utf-8").split(f"## {section}\n")[1].split("\n## ")[0]
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def same(found, expected, results):
    assert {name for name, row in found.items() if all(row[key] not in (None, "") for key in ("level", "overall"))} == set(expected)
    for name, row in expected.items():
        for key in results:
            one, other = found[name][key], row[key]
            assert ("" if one is None else str(one)) == other, (name, key, one, other)


def dbt(programs, folder, table):
    project = folder / "dbt"
    shutil.copytree(GUIDE / "dbt", project)
    shutil.copy(table, project / "answers.csv")
    environment = {**os.environ, "PATH": f"{Path(CXM).parent}:{programs}:{os.environ['PATH']}"}
    run(["bash", "-euc", "\n".join(commands("As a model of dbt"))], folder, env=environment)
    with duckdb.connect(project / "answers.duckdb", read_only=True) as connection:
        cursor = connection.execute("SELECT * FROM scores")
        names = [column[0] for column in cursor.description]
        found = {row[names.index("respondent")]: dict(zip(names, row)) for row in cursor.fetchall()}
        segments = dict(connection.execute("SELECT branch, rows FROM levels").fetchall())
    expected = batch(table)
    same(found, expected, ["skills", "overall", "level", "open", "in_place"])
    for branch, rows in segments.items():
        assert rows == sum(row["branch"] == branch for row in expected.values()), (branch, rows)
    return len(expected)


def spark(folder, table, header, rows):
    parts = folder / "answers"
    parts.mkdir()
    for part in range(3):
        chosen = rows[part::3]
        columns = {name: pyarrow.array([row[at] or None for row in chosen], pyarrow.string()) for at, name in enumerate(header)}
        pyarrow.parquet.write_table(pyarrow.table(columns), parts / f"{part}.parquet")
    run([sys.executable, GUIDE / "spark/plans.py", parts, folder / "plans"], folder, env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable})
    found = {row["respondent"]: row for row in pyarrow.parquet.read_table(folder / "plans").to_pylist()}
    assert len(found) == len(rows)
    expected = batch(table, "--actions", "3")
    same(found, expected, next(iter(expected.values())))
    assert all((row["reason"] == "") == (name in expected) for name, row in found.items())
    return len(expected)


def main():
    folder = Path(tempfile.mkdtemp())
    header, rows = answers(random.Random(7), 300)
    table = folder / "table.csv"
    with open(table, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    print(f"examples: {dbt(sys.argv[1], folder, table)} rows of the dbt project are those of cxm batch")
    print(f"examples: {spark(folder, table, header, rows)} rows with their actions on Spark are those of cxm batch")


main()
