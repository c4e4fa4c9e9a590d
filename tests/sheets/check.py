"""Reads the program's workbooks and CSV with other people's readers, and compares them with its JSON."""

import csv
import datetime
import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "tests/fixtures/hostile"
CASES = [
    ["examples/answers/eight-challenges.toml", "--previous", "examples/answers/half-a-year-before.toml"],
    ["examples/answers/incomplete.toml"],
    ["examples/answers/not-applicable.toml"],
    ["examples/answers/champion.toml"],
    [f"{HOSTILE}/answers.toml", "--assessment", f"{HOSTILE}/hostile.toml"],
]
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def run(*words: str) -> bytes:
    command = [os.environ["CXM"], "score", *words]
    return subprocess.run(command, cwd=ROOT, env={}, check=True, stdout=subprocess.PIPE).stdout


def cell(value):
    """A value of the JSON as a cell holds it: nothing is an empty cell."""
    return None if value == "" else value


def check_csv(words, result):
    rows = list(csv.DictReader(io.StringIO(run(*words, "-f", "csv").decode("utf-8"))))
    assert len(rows) == len(result["criteria"])
    before = {one["id"]: one for one in result.get("previous", {}).get("criteria", [])}
    for row, criterion in zip(rows, result["criteria"]):
        for key in ("low", "high", "in_place", "threshold", "weight", "open", "not_applicable"):
            expected = criterion[key]
            assert row[key] == ("" if expected is None else str(expected)), (key, row)
        assert row["criterion"] == criterion["id"]
        assert row["name"].removeprefix("'") == criterion["name"]
        assert row["level"] == result["level"]["id"]
        assert all(not text.startswith(FORMULA) for text in row.values()), row
        assert ("previous_low" in row) == bool(before)
        if before:
            assert row["previous_low"] == str(before[criterion["id"]]["low"])


def sheet_rows(sheet):
    return [[one.value for one in row] for row in sheet.iter_rows(min_row=2)]


def check_xlsx(words, result):
    data = run(*words, "-f", "xlsx")
    assert data == run(*words, "-f", "xlsx"), "the same result gives the same file"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            text = archive.read(name)
            assert b"<f>" not in text and b"<f " not in text, f"{name} has a formula"
            if name.startswith("xl/worksheets/"):
                assert b"hyperlink" not in text.lower(), f"{name} has a link"
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/chart")]
    workbook = openpyxl.load_workbook(io.BytesIO(data))
    summary, criteria, plan, answers = workbook.worksheets
    # An axis for each criterion, and a line for each score that the table has.
    assert len(charts) == (len(result["criteria"]) >= 3), len(charts)
    for chart in charts:
        lines = 2 + ("previous" in result) + any(one["low"] != one["high"] for one in result["criteria"])
        assert chart.count("<c:ser>") == lines and "<c:radarChart>" in chart, chart
        assert f"$B$2:$B${len(result['criteria']) + 1}" in chart, chart
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            assert all(one.data_type in ("s", "n", "d") and one.hyperlink is None for one in row), sheet.title
    # The day of the answers is a date.
    day = lambda value: f"{value:%Y-%m-%d}" if isinstance(value, datetime.datetime) else value
    values = [day(one.value) for row in summary.iter_rows() for one in row]
    assert result["overall"]["low"] in values and result["level"]["summary"] in values
    assert all(cell(value) in values for value in result["metadata"].values())

    before = {one["id"]: one["low"] for one in result.get("previous", {}).get("criteria", [])}
    rows = sheet_rows(criteria)
    assert len(rows) == len(result["criteria"])
    for row, one in zip(rows, result["criteria"]):
        assert row[:6] == [one["id"], one["name"], one["low"], one["high"], before.get(one["id"]), one["threshold"]], row
        assert row[7:] == [one["open"], one["not_applicable"], one["weight"]], row

    rows = sheet_rows(plan)
    assert len(rows) == len(result["priorities"])
    phases = (result["route"] or {}).get("phases", [])
    first = (result["route"] or {}).get("start_here", [])
    for row, one in zip(rows, result["priorities"]):
        phase = next((at + 1 for at, phase in enumerate(phases) if one["action"] in phase["actions"]), None)
        place = first.index(one["action"]) + 1 if one["action"] in first else None
        assert row[:6] == [one["action"], one["title"], phase, place, one["effort"], one["gain"]], row
        assert row[9:13] == [one["pillar"], one["why"], "\n".join(one["steps"]), one["source"]], row
        assert [row[14], row[16]] == [one.get("owner"), one.get("note")], row

    rows = sheet_rows(answers)
    notes = {note["question"]: note["note"] for note in result["notes"]}
    assert len(rows) == result["questions"]["total"]
    for row, one in zip(rows, result["answers"]):
        expected = [one["question"], one["text"], one["answer"], one["best"], one["option"] or one.get("reason")]
        expected.append(notes.get(one["question"]))
        assert [row[0], *row[2:]] == expected, (row, expected)


for words in CASES:
    for language in ("en", "ja"):
        words_in = [*words, "--lang", language]
        result = json.loads(run(*words_in, "-f", "json"))
        check_csv(words_in, result)
        check_xlsx(words_in, result)
print(f"{2 * len(CASES)} results read again: workbooks and CSV agree with the JSON")
