"""Definitions at the limits of the format, and what commands take on them: seconds of the processor, and MiB at most.

usage: limits.py CXM [--only TEXT] [--commands TEXT]

Each has 1,000 questions and 500 actions, unless that is too fine to be scored exactly. What is beyond 5 seconds or 100 MiB is
marked. Of memory, some 17 MiB are this script's own, which a program has until it begins.
"""

import argparse
import os
import random
import subprocess
import tempfile
from pathlib import Path

HUNDRED, TEN = (100, 10, 500), (10, 100, 500)


def families():
    """Name, how many criteria, questions of each and actions, and what is unusual."""
    full = dict(levels=8, clauses="mixed", facts=8, conditions=0.2, challenges=50, groups=10, after="some")
    thousand = lambda rng, at: [0] + sorted(rng.sample(range(1, 1000), 3)) + [1000]
    mixed = lambda rng, at: [0] + sorted(rng.sample(range(1, 999), 3)) + [1000 if at % 2 else 999]
    yield "plain", HUNDRED, {}
    yield "ten criteria", TEN, dict(clauses="overall", levels=8)
    yield "everything", HUNDRED, full
    yield "levels on questions", TEN, full | dict(levels=20, of_levels=True, raises=(4, 12))
    yield "20 facts of 20 options", HUNDRED, full | dict(facts=20, options_of_facts=20, conditions=0.9)
    yield "weights of 1 to 100", (3, 100, 500), dict(clauses="mixed", levels=20, weights=range(1, 101))
    yield "a thousand points", TEN, dict(clauses="mixed", levels=20, points=thousand)
    yield "points of 999 and 1000", HUNDRED, dict(clauses="mixed", levels=20, points=mixed)
    yield "the same without n/a", TEN, dict(clauses="mixed", levels=20, points=mixed, applies=True)
    yield "a chain of after", HUNDRED, dict(clauses="mixed", levels=4, after="chain", raises=(20, 40))
    yield "fifty after", HUNDRED, dict(clauses="mixed", levels=4, after="wide", raises=(20, 60))
    yield "equal efforts", HUNDRED, dict(after="some", effort=[3])
    yield "500 cases", HUNDRED, dict(clauses="mixed", levels=4, after="some", cases=500)
    yield "500 cases, equal efforts", HUNDRED, dict(levels=4, after="some", effort=[3], raises=(1, 8), cases=500)


def definition(rng, criteria, questions, actions, *, levels=2, clauses="places", points=None, weights=(1,), applies=False, facts=0,
               options_of_facts=3, conditions=0.0, challenges=0, groups=0, of_levels=False, after="", raises=(1, 4),
               effort=range(1, 16), cases=0):
    """The text of a definition, and the points of each question."""
    count = criteria * questions
    points = [points(rng, at) if points else list(range(5)) for at in range(count)]
    raised = [{at: rng.choice(points[at][1:]) for at in rng.sample(range(count), rng.randint(*raises))} for _ in range(actions)]
    best = [of[0] for of in points]
    for action in raised:
        for at, to in action.items():
            best[at] = max(best[at], to)
    share = lambda at: (best[at] - points[at][0]) / (points[at][-1] - points[at][0])
    scores = [sum(map(share, range(of * questions, (of + 1) * questions))) * 100 / questions for of in range(criteria)]
    lines = ['schema = 1', 'id = "large"', 'version = "1.0.0"', 'language = "en"', 'title = "Large"', 'description = "Made up."']
    add = lambda *more: lines.extend(more)

    def condition():
        if rng.random() < conditions:
            fact, option = rng.randrange(facts), rng.randrange(options_of_facts)
            add(f'{rng.choice(["if", "unless"])} = {{ f{fact} = "o{option}" }}')

    for at in range(groups):
        add("[[groups]]", f'id = "g{at}"', f'name = "Group {at}"')
    for at in range(levels):
        add("[[levels]]", f'id = "l{at}"', f'name = "Level {at}"', 'summary = "Made up."')
        part = at / (levels - 1)
        requires = []
        if clauses != "overall":
            requires.append(f"criteria_in_place = {max(1, int(criteria * part / 2))}")
        if clauses != "places":
            requires.append(f"overall = {sum(scores) / criteria * 0.75 * part:.1f}")
        if clauses == "mixed":
            requires.append(f"every_criterion = {min(scores) * 0.9 * part:.1f}")
        if of_levels:
            requires.append("questions = 20")
        if at:
            add("requires = { " + ", ".join(requires) + " }")
    for at in range(facts):
        options = ", ".join(f'{{ id = "o{of}", text = "Option {of}" }}' for of in range(options_of_facts))
        add("[[profile]]", f'id = "f{at}"', f'text = "What about {at}?"', f"options = [{options}]")
        add("many = true" if at % 3 == 2 else 'assume = "o0"')
    for at in range(count):
        if at % questions == 0:
            of = at // questions
            add("[[criteria]]", f'id = "c{of}"', f'name = "Criterion {of}"', 'description = "Made up."')
            add(f"in_place = {min(95, sorted(scores)[criteria // 3]):.1f}", *([f'group = "g{of * groups // criteria}"'] if groups else []))
        options = ", ".join(f'{{ points = {to}, text = "Way {place}" }}' for place, to in enumerate(points[at]))
        add("[[criteria.questions]]", f'id = "q{at}"', f'text = "How is {at} done?"', f"weight = {rng.choice(weights)}")
        add(f"options = [{options}]", *(["not_applicable = false"] if applies else []))
        add(*([f'level = "l{rng.randrange(1, levels)}"'] if of_levels else []))
        condition()
    for at in range(challenges):
        when = ", ".join(f"q{of} = {points[of][1]}" for of in rng.sample(range(count), 3))
        add("[[challenges]]", f'id = "x{at}"', f'name = "Challenge {at}"', 'summary = "Made up."', f"when = {{ {when} }}")
        condition()
    before = {"": lambda at: [], "chain": lambda at: [at - 1] if at else [], "wide": lambda at: rng.sample(range(at), min(at, 50)),
              "some": lambda at: [rng.randrange(at)] if at and rng.random() < 0.3 else []}[after]
    for at, action in enumerate(raised):
        by_fact = ", ".join(f"o{of} = {rng.randint(1, 9999) / 10}" for of in range(options_of_facts))
        add("[[actions]]", f'id = "a{at}"', f'title = "Do {at}"', 'why = "Made up."', 'steps = ["Do it."]')
        add("effort = " + (f'{{ by = "f0", {by_fact} }}' if facts else str(rng.choice(effort))))
        add("after = [" + ", ".join(f'"a{of}"' for of in before(at)) + "]")
        add("raises = { " + ", ".join(f"q{of} = {to}" for of, to in action.items()) + " }")
        condition()
    for at in range(cases):
        answers = ", ".join(f"q{of} = {rng.choice(points[of])}" for of in rng.sample(range(count), 20))
        add("[[cases]]", f'name = "Case {at}"', f'answers = {{ "*" = {at % 4}, {answers} }}', 'expect = { route = ["a0"] }')
    return "\n".join(lines) + "\n", points


def answers(rng, points):
    lines = [f"q{at} = {of[min(len(of) - 1, rng.choice([0, 0, 0, 1, 1, 2]))]}" for at, of in enumerate(points)]
    return "\n".join(['assessment = "large"', 'version = "1.0.0"', "[answers]", *lines]) + "\n"


def table(rng, points):
    rows = [",".join(str(rng.choice(of)) for of in points) for _ in range(1_000)]
    return "\n".join([",".join(f"q{at}" for at in range(len(points))), *rows]) + "\n"


def commands():
    of = ["-a", "large.toml"]
    yield "check", ["check", "large.toml"]
    yield "show", ["show", "large.toml"]
    for form in ["csv", "html", "xlsx", "xlsform", "surveyjs", "limesurvey"]:
        yield f"template {form}", ["template", "large.toml", "-f", form, "-o", f"out-{form}"]
    yield "plan", ["plan", "a.toml", *of]
    yield "plan --budget", ["plan", "a.toml", *of, "--budget", "100"]
    for form in ["markdown", "html", "xlsx"]:
        yield f"score {form}", ["score", "a.toml", *of, "-f", form, "-o", f"score-{form}"]
    yield "compare", ["compare", "a.toml", "b.toml", *of]
    yield "impact", ["impact", "large.toml", "new/large.toml", "a.toml"]
    yield "update", ["update", "a.toml", "-a", "new/large.toml", "--dry-run"]
    yield "batch", ["batch", "a.toml", "b.toml", *of, "-o", "rows.csv", "--summary"]
    yield "batch table", ["batch", "rows-in.csv", *of, "--scale", "points", "-o", "rows.csv", "--summary"]
    yield "sql", ["sql", *of, "--dialect", "duckdb", "--from", "t"]


def run(cxm, arguments, folder):
    with open(os.devnull, "wb") as null:
        child = subprocess.Popen([cxm, *arguments], cwd=folder, stdin=null, stdout=null, stderr=null)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cxm")
    parser.add_argument("--only", default="")
    parser.add_argument("--commands", default="")
    arguments = parser.parse_args()
    cxm = str(Path(arguments.cxm).resolve())
    print("| definition | command | exit | seconds | MiB |")
    print("| --- " * 5 + "|")
    for name, sizes, unusual in families():
        if arguments.only not in name:
            continue
        rng = random.Random(name)
        with tempfile.TemporaryDirectory() as folder:
            text, points = definition(rng, *sizes, **unusual)
            (Path(folder) / "new").mkdir()
            for file, content in [("large.toml", text), ("new/large.toml", text.replace('"1.0.0"', '"1.1.0"').replace("effort = 1\n", "effort = 2\n")),
                                  ("a.toml", answers(rng, points)), ("b.toml", answers(rng, points)), ("rows-in.csv", table(rng, points))]:
                (Path(folder) / file).write_text(content)
            for what, command in commands():
                if arguments.commands in what:
                    code, seconds, mib = run(cxm, command, folder)
                    mark = " **beyond**" if seconds > 5 or mib > 100 else ""
                    print(f"| {name} | {what} | {code} | {seconds:.2f} | {mib:.0f}{mark} |", flush=True)


main()
