"""The job of `cxm batch` in DuckDB: criterion scores cut to a decimal, criteria in place, overall, level.

usage: reference_duckdb.py EXPORT.csv|EXPORT.ndjson OUT.csv ASSESSMENT.toml [text]
"""

import sys
import tomllib

import duckdb

source, target, path = sys.argv[1:4]
text = sys.argv[4:] == ["text"]
with open(path, "rb") as file:
    definition = tomllib.load(file)
criteria = definition["criteria"]
questions = [question for criterion in criteria for question in criterion["questions"]]


def points(question):
    column = f'"{question["id"]}"'
    if not text:
        return f"({column} - 1)"
    whens = " ".join(
        "WHEN '" + option.replace("'", "''") + f"' THEN {at}" for at, option in enumerate(question["options"])
    )
    return f"(CASE {column} {whens} END)"


def total(criterion):
    return "(" + " + ".join(points(question) for question in criterion["questions"]) + ")"


def score(criterion):
    return f'({total(criterion)} * 1000 // {4 * len(criterion["questions"])})'


types = ", ".join(f"'{question['id']}': '{'VARCHAR' if text else 'TINYINT'}'" for question in questions)
read = f"read_csv('{source}', header = true, types = {{{types}}})"
if source.endswith(".ndjson"):
    read = f"read_json('{source}', format = 'newline_delimited')"
tenths = ", ".join(f'{score(criterion)}::INT AS "{criterion["id"]}"' for criterion in criteria)
ids = [f'"{criterion["id"]}"' for criterion in criteria]
in_place = " + ".join(f"({id} >= 750)::INT" for id in ids)
overall = " + ".join(total(criterion) for criterion in criteria)
duckdb.sql(
    f"""
    COPY (
        WITH scored AS (
            SELECT respondent, segment, role, submitted, country, {tenths},
                (({overall})::INT * 1000 // {4 * len(questions)}) AS overall
            FROM {read}
        ), placed AS (SELECT *, {in_place} AS in_place FROM scored)
        SELECT respondent, segment, role, submitted, country, {", ".join(f"{id} / 10.0 AS {id}" for id in ids)},
            in_place, overall / 10.0 AS overall,
            CASE WHEN in_place >= 6 THEN 'champion' WHEN in_place >= 4 THEN 'riser'
                WHEN in_place >= 2 THEN 'emerger' ELSE 'starter' END AS level
        FROM placed
    ) TO '{target}' (HEADER, DELIMITER ',')
    """
)
