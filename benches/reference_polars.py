"""The job of `cxm batch` in Polars, streaming: criterion scores cut to a decimal, criteria in place, overall, level.

usage: reference_polars.py EXPORT.csv OUT.csv ASSESSMENT.toml [text]
"""

import sys
import tomllib

import polars as pl

source, target, path = sys.argv[1:4]
text = sys.argv[4:] == ["text"]
with open(path, "rb") as file:
    definition = tomllib.load(file)
criteria = definition["criteria"]
questions = [question for criterion in criteria for question in criterion["questions"]]
metadata = ["respondent", "segment", "role", "submitted", "country"]


def points(question):
    column = pl.col(question["id"])
    if not text:
        return column - 1
    return column.replace_strict(question["options"], range(5), return_dtype=pl.Int16)


def total(criterion):
    return pl.sum_horizontal(points(question) for question in criterion["questions"]).cast(pl.Int32)


types = {name: pl.String for name in metadata}
types |= {question["id"]: pl.String if text else pl.Int8 for question in questions}
ids = [criterion["id"] for criterion in criteria]
(
    pl.scan_csv(source, schema_overrides=types)
    .with_columns(total(criterion).alias(criterion["id"]) for criterion in criteria)
    .with_columns(overall=pl.sum_horizontal(ids) * 1000 // (4 * len(questions)))
    .with_columns((pl.col(c["id"]) * 1000 // (4 * len(c["questions"]))) for c in criteria)
    .with_columns(in_place=pl.sum_horizontal((pl.col(id) >= 750).cast(pl.Int8) for id in ids))
    .with_columns(
        level=pl.when(pl.col("in_place") >= 6).then(pl.lit("champion"))
        .when(pl.col("in_place") >= 4).then(pl.lit("riser"))
        .when(pl.col("in_place") >= 2).then(pl.lit("emerger"))
        .otherwise(pl.lit("starter"))
    )
    .with_columns(pl.col([*ids, "overall"]) / 10)
    .select([*metadata, *ids, "in_place", "overall", "level"])
    .sink_csv(target, float_precision=1)
)
