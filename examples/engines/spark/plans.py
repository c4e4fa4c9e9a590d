"""Scores and first actions of answers in Parquet, on Spark: `cxm batch` runs beside each partition.

    spark-submit plans.py ANSWERS RESULTS

ANSWERS is a folder of Parquet files with a column for each question, called by its id, as texts or whole numbers. CXM names
the program, which each worker needs.
"""

import csv
import io
import os
import subprocess
import sys
import tempfile

import pandas
from pyspark.sql import SparkSession

CXM = os.environ.get("CXM", "cxm")
# Numbers are points here: a partition cannot tell the scale of the whole table.
WORDS = ["batch", "-", "--scale", "points", "--actions", "3", "-f", "csv"]


def as_csv(frame):
    """Rows without a header; what is missing is empty, and never a word such as `nan`."""
    return frame.to_csv(index=False, header=False, na_rep="", lineterminator="\n").encode()


def scored(header, columns):
    """What scores the frames of a partition; rows that cannot be scored come out with the reason and no results."""

    def run(frames):
        with tempfile.TemporaryDirectory() as folder:
            head = os.path.join(folder, "header.csv")
            with open(head, "w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerow(header)
            for frame in frames:
                if frame.empty:
                    continue
                rejects = os.path.join(folder, "rejects.csv")
                words = [CXM, *WORDS, "--header-from", head, "--rejects", rejects]
                done = subprocess.run(words, input=as_csv(frame), capture_output=True, check=False)
                # 1: some rows were rejected, and are added here.
                if done.returncode not in (0, 1):
                    raise RuntimeError(done.stderr.decode())
                good = pandas.read_csv(io.BytesIO(done.stdout), dtype=str, keep_default_na=False)
                bad = pandas.read_csv(rejects, dtype=str, keep_default_na=False)
                assert len(good) + len(bad) == len(frame), done.stderr.decode()
                good["reason"] = ""
                yield pandas.concat([good, bad]).reindex(columns=columns, fill_value="").fillna("")

    return run


def result_columns(header):
    """The columns of the results, as the program names them for a table with this header and one empty row."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(header)
        file.flush()
        row = ",".join("" for _ in header) + "\n"
        done = subprocess.run([CXM, *WORDS, "--header-from", file.name], input=row.encode(), capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return [*next(csv.reader(io.StringIO(done.stdout.decode()))), "reason"]


def main():
    answers, results = sys.argv[1:]
    spark = SparkSession.builder.appName("cxm").getOrCreate()
    table = spark.read.parquet(answers)
    columns = result_columns(table.columns)
    schema = ", ".join(f"`{name}` string" for name in columns)
    table.mapInPandas(scored(table.columns, columns), schema).write.mode("overwrite").parquet(results)


if __name__ == "__main__":
    main()
