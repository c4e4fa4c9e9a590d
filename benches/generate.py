"""Writes a form export with a fixed seed: question columns shuffled, columns of metadata between them.

usage: generate.py ROWS plain|quoted|text ASSESSMENT.toml > export.csv
"""

import csv
import random
import sys
import tomllib

rows, cells, path = int(sys.argv[1]), sys.argv[2], sys.argv[3]
with open(path, "rb") as file:
    definition = tomllib.load(file)
questions = [question for criterion in definition["criteria"] for question in criterion["questions"]]
options = {question["id"]: question["options"] for question in questions}

random.seed(20261122)
columns = [question["id"] for question in questions]
random.shuffle(columns)
for at, name in ((0, "respondent"), (9, "segment"), (17, "role"), (25, "submitted"), (len(columns) + 4, "country")):
    columns.insert(at, name)
segments = ["retail", "banking", "telecom", "public", "travel"]
roles = ["leader", "agent", "partner"]
countries = ["JP", "DE", "FR", "GB"]


def cell(name, number, answers):
    if name == "respondent":
        return f"R{number:08d}"
    if name == "segment":
        return segments[number * 7 % 5]
    if name == "role":
        return roles[number * 5 % 3]
    if name == "submitted":
        return f"2026-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
    if name == "country":
        return countries[number * 3 % 4]
    points = answers[name]
    return options[name][points - 1] if cells == "text" else str(points)


# A pool of answers, so that a large file does not take an hour; respondents differ in how mature they are.
pool = []
for _ in range(20_000):
    base = random.choice([0.5, 1.2, 2.0, 2.8, 3.4])
    pool.append({name: 1 + min(4, max(0, round(random.gauss(base, 1.0)))) for name in options})
pool = [[cell(name, 0, answers) for name in columns] for answers in pool]
meta = [(at, name) for at, name in enumerate(columns) if name not in options]

quoting = csv.QUOTE_ALL if cells == "quoted" else csv.QUOTE_MINIMAL
out = csv.writer(sys.stdout, quoting=quoting, lineterminator="\n")
out.writerow(columns)
for number in range(rows):
    row = list(pool[number * 7919 % len(pool)])
    for at, name in meta:
        row[at] = cell(name, number, None)
    out.writerow(row)
