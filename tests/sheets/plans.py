"""Reads the program's calendars and their workbooks with other people's readers, and compares them with its JSON."""

import csv
import datetime
import io
import json
import os
import subprocess
import tempfile
from pathlib import Path

import icalendar
import openpyxl

ROOT = Path(__file__).resolve().parents[2]
SAID = """
[actions.close-the-loop]
status = "doing"
owner = "Jo, 佐藤; \\"\\\\"
due = 2027-03-19
note = "=1+1"
"""


def run(path: str, form: str) -> bytes:
    words = ["plan", path, "--start", "2027-03-01", "--capacity", "1.5", "-f", form]
    return subprocess.run([os.environ["CXM"], *words], env={}, check=True, stdout=subprocess.PIPE).stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/answers.toml"
        text = (ROOT / "examples/answers/eight-challenges.toml").read_text("utf-8")
        Path(path).write_text(text + SAID, "utf-8")
        schedule = json.loads(run(path, "json"))["schedule"]["actions"]
        calendar = icalendar.Calendar.from_ical(run(path, "ics"))
        assert not calendar.errors, calendar.errors
        events = calendar.walk("VEVENT")
        assert len(events) == len(schedule) > 10
        assert len({str(event["UID"]) for event in events}) == len(events)
        for event, action in zip(events, schedule):
            assert not event.errors, event.errors
            assert str(event["SUMMARY"]) == action["title"]
            assert event["DTSTART"].dt == datetime.date.fromisoformat(action["start"])
            assert event["DTEND"].dt == datetime.date.fromisoformat(action["end"]) + datetime.timedelta(days=1)
        assert str(events[0]["DESCRIPTION"]).startswith('Jo, 佐藤; "\\\n'), events[0]["DESCRIPTION"]
        book = openpyxl.load_workbook(io.BytesIO(run(path, "xlsx")))
        sheet = book.worksheets[0]
        assert len(sheet._charts) == 1
        rows = list(sheet.iter_rows(min_row=2, max_row=len(schedule) + 1))
        for row, action in zip(rows, schedule):
            assert row[0].value == action["action"]
            dates = [row[2], row[3]]
            assert all(cell.is_date for cell in dates), dates
            assert [str(cell.value.date()) for cell in dates] == [action["start"], action["end"]]
        assert str(rows[0][5].value.date()) == "2027-03-19"
        assert all(cell.data_type != "f" for row in rows for cell in row)
        board = list(csv.DictReader(io.StringIO(run(path, "csv").decode("utf-8"))))
        assert [row["Due date"] for row in board] == [action["end"] for action in schedule]
        assert [row["Summary"] for row in board] == [row["Task Name"] for row in board]

    print(f"{len(schedule)} actions on the calendar read again: events, sheets and boards agree with the JSON")


main()
