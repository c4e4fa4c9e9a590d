"""The ways into and through `cxm batch` besides one CSV, each beside something in the same run that does the same or less: seconds
of the clock and of the processor, by the number of rows, and their ratio.

usage: ways.py CXM WALK [ROWS...]

- NDJSON beside DuckDB, which reads it with `read_json` and scores by the same rules;
- XLSX of 30 columns beside the library alone (WALK, a program of `cargo bench --no-run --bench walk`);
- a folder of answer files, a tenth as many, beside `cat` of all of them;
- `--summary` and `--actions 1` beside the same run without.

DuckDB is that of the Python that runs this; without it, its line is left out. Rounds take turns, and the best counts.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
ASSESSMENT = ROOT / "assessments/cx-maturity.toml"
METADATA = ["respondent", "segment", "role", "submitted", "country"]
ROUNDS = 3


def measured(words, out=subprocess.DEVNULL):
    """Seconds of the clock, and of the processor."""
    begun = time.monotonic()
    child = subprocess.Popen([str(word) for word in words], stdout=out, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime


def letters(column):
    return chr(65 + column) if column < 26 else chr(64 + column // 26) + chr(65 + column % 26)


def write_xlsx(path, rows):
    """As Excel writes a sheet: texts are shared, numbers are such."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    relation = lambda at, kind, target: f'<Relationship Id="rId{at}" Type="{office}/{kind}" Target="{target}"/>'
    texts = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        book.writestr("_rels/.rels", f"<Relationships {package}>{relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>")
        book.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{office}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", f"<Relationships {package}>{relation(1, 'worksheet', 'worksheets/sheet1.xml')}{relation(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {main}><sheetData>".encode())
            for number, row in enumerate(rows, 1):
                cells = "".join(
                    f'<c r="{letters(at)}{number}"><v>{cell}</v></c>' if cell.isdigit()
                    else f'<c r="{letters(at)}{number}" t="s"><v>{texts.setdefault(cell, len(texts))}</v></c>'
                    for at, cell in enumerate(row[:30])
                )
                sheet.write(f'<row r="{number}" spans="1:30">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f'<sst {main} count="{len(texts)}" uniqueCount="{len(texts)}">{strings}</sst>')


def prepare(folder, rows):
    """The same rows in all forms."""
    definition = tomllib.loads(ASSESSMENT.read_text())
    with open(folder / "in.csv", "w") as out:
        subprocess.run([sys.executable, ROOT / "benches/generate.py", str(rows), "plain", ASSESSMENT], stdout=out, check=True)
    with open(folder / "in.csv") as table:
        header, *body = csv.reader(table)
    with open(folder / "in.ndjson", "w") as out:
        for row in body:
            out.write(json.dumps({name: cell if name in METADATA else int(cell) for name, cell in zip(header, row)}) + "\n")
    if rows <= 200_000:
        write_xlsx(folder / "in.xlsx", [header, *body])
    (folder / "sets").mkdir()
    for row in body[: rows // 10]:
        cells = dict(zip(header, row))
        lines = [f'assessment = "{definition["id"]}"', f'version = "{definition["version"]}"']
        lines += [f'{name} = "{cells[name]}"' for name in METADATA] + ["[answers]"]
        lines += [f"{name} = {cell}" for name, cell in cells.items() if name not in METADATA]
        (folder / f"sets/{cells['respondent']}.toml").write_text("\n".join(lines) + "\n")


def main():
    cxm, walk, *counts = sys.argv[1:]
    try:
        import duckdb  # noqa: F401
    except ImportError:
        duckdb = None
    print(f"{'rows':>9}  {'what':<28} {'s':>7} {'cpu s':>7}  {'beside':<28} {'s':>7} {'cpu s':>7}  ratio, cpu ratio")
    for rows in [int(count) for count in counts] or [10_000, 100_000, 1_000_000]:
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            prepare(folder, rows)
            batch = lambda name, *more: [cxm, "batch", folder / name, "-f", "csv", "-o", folder / "out.csv", *more]
            pairs = [
                ("--summary", batch("in.csv", "--summary"), "without", batch("in.csv")),
                ("a folder of a tenth", batch("sets"), "cat of its files", ["find", folder / "sets", "-type", "f", "-exec", "cat", "{}", "+"]),
            ]
            if duckdb:
                reference = [sys.executable, ROOT / "benches/reference_duckdb.py", folder / "in.ndjson", folder / "duckdb.csv", ASSESSMENT]
                pairs.append(("NDJSON", batch("in.ndjson"), "DuckDB", reference))
            if (folder / "in.xlsx").exists():
                pairs.append(("XLSX", batch("in.xlsx"), "calamine", [walk, folder / "in.xlsx"]))
            if rows <= 20_000:
                pairs.append(("--actions 1", batch("in.csv", "--actions", "1"), "without", batch("in.csv")))
            for what, own, beside, other in pairs:
                best = [[min(of) for of in zip(*runs)] for runs in zip(*[(measured(own), measured(other)) for _ in range(ROUNDS)])]
                (clock, cpu), (other_clock, other_cpu) = best
                print(f"{rows:>9}  {what:<28} {clock:7.2f} {cpu:7.2f}  {beside:<28} {other_clock:7.2f} {other_cpu:7.2f}  {clock / other_clock:.2f}, {cpu / other_cpu:.2f}", flush=True)


if __name__ == "__main__":
    main()
