"""Generated definitions and answers on which routes are hard to find: how long `cxm plan` takes, and whether it proves what it
finds, beside HiGHS and CP-SAT on the same problem as an integer program. Seconds are of the processor.

usage: routes.py CXM [--seeds N] [--only TEXT] [--limit SECONDS] [--no-solvers]

The solvers find the least effort alone, on one core; `cxm plan` also settles ties by the highest overall score and then by
the order of the definition. Where both are proven, the efforts must be equal, or the script ends with an error.
"""

import argparse
import json
import math
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def ladders(rng, criteria, questions, points, rungs, link=0.0):
    """Every question has its own actions, one after the other; now and then one also waits for one of another question."""
    actions = []
    for at in range(criteria * questions):
        before = []
        for to, effort in rungs:
            after = before + ([rng.randrange(len(actions))] if actions and rng.random() < link else [])
            effort = effort if isinstance(effort, int) else rng.choice(effort)
            actions.append({"effort": effort, "after": sorted(set(after)), "raises": {at: to}})
            before = [len(actions) - 1]
    return criteria, questions, points, actions


def shared(rng, criteria, actions, raises, efforts, after):
    """Actions that raise questions anywhere, of four questions a criterion."""
    made = []
    for at in range(actions):
        count = rng.randint(*raises)
        targets = rng.sample(range(criteria * 4), count)
        before = []
        if after == "deep":
            before = [at - 1] if at % 8 else []
        elif at and rng.random() < 0.3:
            before = [rng.randrange(at)]
        made.append({"effort": rng.choice(efforts), "after": before, "raises": {of: rng.randint(2, 4) for of in sorted(targets)}})
    return criteria, 4, list(range(5)), made


def families():
    """Name, what makes the model, and how many of 100 parts of all that the actions can bring the level requires."""
    some = {"criteria_in_place": 60}
    overall = {"overall": 60}
    mixed = {"criteria_in_place": 40, "overall": 55, "every_criterion": 40}
    quarters = [0, 1, 2, 4]
    yield "ENISA 5x5", lambda rng: ladders(rng, 5, 5, [1, 2, 3, 4, 5], [(2, 3), (4, 5)]), overall
    yield "SAMM 15x6", lambda rng: ladders(rng, 15, 6, quarters, [(1, [1, 2, 3]), (2, [2, 3, 5]), (3, [3, 5, 8])]), mixed
    yield "DSOMM 18x9", lambda rng: ladders(rng, 18, 9, [0, 1], [(1, [1, 2, 3, 5, 8])], 0.3), some
    yield "C2M2 10x35", lambda rng: ladders(rng, 10, 35, [0, 1, 2, 3], [(3, [1, 2, 3, 5, 8])], 0.1), mixed
    yield "Essential 8x19", lambda rng: ladders(rng, 8, 19, [0, 1], [(1, [1, 2, 3, 5])]), {"every_criterion": 70}
    for criteria, actions in [(7, 42), (7, 100), (12, 100), (20, 60), (20, 100), (30, 100), (30, 200), (50, 100), (50, 500)]:
        size = f"{criteria}/{actions}"
        plain = lambda rng, c=criteria, a=actions: shared(rng, c, a, (1, 4), range(1, 16), "some")
        equal = lambda rng, c=criteria, a=actions: shared(rng, c, a, (1, 4), [3], "some")
        deep = lambda rng, c=criteria, a=actions: shared(rng, c, a, (1, 4), range(1, 16), "deep")
        wide = lambda rng, c=criteria, a=actions: shared(rng, c, a, (1, 8), range(1, 16), "some")
        single = lambda rng, c=criteria, a=actions: shared(rng, c, a, (1, 1), range(1, 16), "some")
        yield f"one raise, places {size}", single, some
        yield f"places {size}", plain, some
        yield f"overall {size}", plain, overall
        yield f"mixed {size}", plain, mixed
        yield f"equal efforts, places {size}", equal, some
        yield f"equal efforts, overall {size}", equal, overall
        yield f"deep, places {size}", deep, some
        yield f"1 to 8 raises, mixed {size}", wide, mixed


def required(parts, model, answers):
    """What the level requires, so that there is a route."""
    criteria, questions, points, actions = model
    best = list(answers)
    for action in actions:
        for question, to in action["raises"].items():
            best[question] = max(best[question], to)
    span = (points[-1] - points[0]) * questions

    def scores(options):
        of = lambda at: options[at * questions : (at + 1) * questions]
        return [sum(points[option] - points[0] for option in of(at)) * 100 // span for at in range(criteria)]

    now, then = scores(answers), scores(best)
    between = lambda now, then, part: now + (then - now) * part // 100
    places = lambda scores: sum(score >= 75 for score in scores)
    bounds = {
        "criteria_in_place": max(1, between(places(now), places(then), parts.get("criteria_in_place", 0))),
        "overall": between(sum(now) // criteria, sum(then) // criteria, parts.get("overall", 0)),
        "every_criterion": between(min(now), min(then), parts.get("every_criterion", 0)),
    }
    return {key: bounds[key] for key in parts}


def write(folder, model, requires, answers):
    criteria, questions, points, actions = model
    options = ", ".join(f'{{ points = {at}, text = "Option {at}" }}' for at in points)
    lines = ['schema = 1', 'id = "bench"', 'version = "1.0.0"', 'language = "en"', 'title = "Bench"', 'description = "Made up."']
    for level in ("low", "high"):
        lines += ["[[levels]]", f'id = "{level}"', f'name = "{level}"', f'summary = "The {level} one."']
    lines.append("requires = { " + ", ".join(f"{key} = {value}" for key, value in requires.items()) + " }")
    for of in range(criteria):
        lines += ["[[criteria]]", f'id = "c{of}"', f'name = "Criterion {of}"', 'description = "Made up."']
        for at in range(of * questions, (of + 1) * questions):
            lines += ["[[criteria.questions]]", f'id = "q{at}"', f'text = "Question {at}?"', f"options = [{options}]"]
    for at, action in enumerate(actions):
        lines += ["[[actions]]", f'id = "a{at}"', f'title = "Action {at}"', 'why = "Made up."', 'steps = ["Do it."]']
        lines.append(f'effort = {action["effort"]}')
        lines.append("raises = { " + ", ".join(f"q{of} = {points[to]}" for of, to in action["raises"].items()) + " }")
        if action["after"]:
            lines.append("after = [" + ", ".join(f'"a{before}"' for before in action["after"]) + "]")
    (folder / "bench.toml").write_text("\n".join(lines) + "\n")
    lines = ['assessment = "bench"', 'version = "1.0.0"', "[answers]"]
    lines += [f"q{at} = {points[option]}" for at, option in enumerate(answers)]
    (folder / "answers.toml").write_text("\n".join(lines) + "\n")


class Program:
    """The route as an integer program: an action is done or not, a step of a question gained or not, a criterion in place or not."""

    def __init__(self, model, requires, answers):
        criteria, questions, points, actions = model
        # What raises nothing any more is no obstacle to what comes after it.
        idle = lambda action: all(answers[question] >= to for question, to in action["raises"].items())
        self.costs = [0 if idle(action) else action["effort"] for action in actions]
        self.rows = []  # (lowest, {variable: coefficient})
        self.variables = len(actions)
        for at, action in enumerate(actions):
            self.rows += [(0, {before: 1, at: -1}) for before in action["after"] if not idle(action)]
        span = points[-1] - points[0]
        gains = [{} for _ in range(criteria)]
        now = [0] * criteria
        for question, option in enumerate(answers):
            of = question // questions
            now[of] += points[option] - points[0]
            for to in range(option + 1, len(points)):
                helping = [at for at, action in enumerate(actions) if action["raises"].get(question, 0) >= to]
                if helping:
                    step = self.variable()
                    gains[of][step] = points[to] - points[to - 1]
                    self.rows.append((0, {step: -1} | {at: 1 for at in helping}))
        full = span * questions
        least = lambda score: -(-score * full // 100)
        for of in range(criteria):
            if "every_criterion" in requires:
                self.rows.append((least(requires["every_criterion"]) - now[of], dict(gains[of])))
        if "overall" in requires:
            lack = -(-requires["overall"] * full * criteria // 100) - sum(now)
            self.rows.append((lack, {step: worth for of in gains for step, worth in of.items()}))
        if "criteria_in_place" in requires:
            places = []
            for of in range(criteria):
                place = self.variable()
                places.append(place)
                lack = max(0, least(75) - now[of])
                self.rows.append((0, gains[of] | {place: -lack}))
            self.rows.append((requires["criteria_in_place"], {place: 1 for place in places}))

    def variable(self):
        self.variables += 1
        return self.variables - 1

    def highs(self, limit):
        import highspy

        solver = highspy.Highs()
        solver.silent()
        for option, value in (("output_flag", False), ("threads", 1), ("time_limit", float(limit)), ("mip_rel_gap", 0.0)):
            solver.setOptionValue(option, value)
        for at in range(self.variables):
            solver.addVar(0, 1)
            solver.changeColIntegrality(at, highspy.HighsVarType.kInteger)
            if at < len(self.costs):
                solver.changeColCost(at, self.costs[at])
        for lowest, row in self.rows:
            solver.addRow(lowest, highspy.kHighsInf, len(row), list(row), [float(value) for value in row.values()])
        begun = time.process_time()
        solver.run()
        took = time.process_time() - begun
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None, True, took
        info = solver.getInfo()
        return round(info.objective_function_value), status == highspy.HighsModelStatus.kOptimal, took

    def cp_sat(self, limit):
        from ortools.sat.python import cp_model

        model = cp_model.CpModel()
        variables = [model.NewBoolVar(str(at)) for at in range(self.variables)]
        for lowest, row in self.rows:
            model.Add(sum(value * variables[at] for at, value in row.items()) >= lowest)
        model.Minimize(sum(cost * variables[at] for at, cost in enumerate(self.costs)))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = limit
        begun = time.process_time()
        status = solver.Solve(model)
        took = time.process_time() - begun
        if status == cp_model.INFEASIBLE:
            return None, True, took
        found = round(solver.ObjectiveValue()) if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None
        return found, status == cp_model.OPTIMAL, took


def ours(cxm, folder):
    command = [cxm, "plan", "answers.toml", "-a", "bench.toml", "--to", "high", "-f", "json"]
    begun = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - begun
    if done.returncode != 0:
        sys.exit(done.stderr)
    route = json.loads(done.stdout)["route"]
    return route["effort"], route["proven"], took, route.get("at_least", route["effort"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cxm")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--limit", type=float, default=10)
    parser.add_argument("--no-solvers", action="store_true")
    arguments = parser.parse_args()
    cxm = str(Path(arguments.cxm).resolve())
    print("| family | proven | seconds, median | most | gap, most | HiGHS proven | median | most | CP-SAT proven | median | most |")
    print("| --- " * 11 + "|")
    for name, make, parts in families():
        if arguments.only not in name:
            continue
        own, rivals, gaps = [], {"highs": [], "cp_sat": []}, [0]
        for seed in range(arguments.seeds):
            rng = random.Random(f"{name} {seed}")
            model = make(rng)
            top = len(model[2]) - 1
            answers = [min(top, max(0, rng.randint(-1, 2))) if top > 1 else int(rng.random() < 0.2) for _ in range(model[0] * model[1])]
            requires = required(parts, model, answers)
            with tempfile.TemporaryDirectory() as folder:
                write(Path(folder), model, requires, answers)
                effort, proven, took, least = ours(cxm, folder)
            own.append((proven, took))
            if not proven and effort:
                gaps.append((effort - least) / effort)
            for rival in () if arguments.no_solvers else rivals:
                found, sure, took = getattr(Program(model, requires, answers), rival)(arguments.limit)
                rivals[rival].append((sure, took))
                wrong = sure and proven and found != effort or sure and found > effort or proven and found is not None and found < effort
                if wrong or (sure and found < least):
                    sys.exit(f"{name}, seed {seed}: {effort} ({proven}, at least {least}), {rival} says {found} ({sure})")
        cells = []
        for runs in (own, *rivals.values()):
            times = [took for _, took in runs] or [math.nan]
            cells.append([f"{sum(sure for sure, _ in runs)} of {len(runs)}", f"{statistics.median(times):.2f}", f"{max(times):.2f}"])
        cells[0].append(f"{max(gaps):.0%}")
        print("| " + " | ".join([name, *(cell for group in cells for cell in group)]) + " |", flush=True)


main()
