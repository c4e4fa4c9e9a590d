"""Has pandoc make documents and slides of what the program writes in Markdown, and looks whether anything is lost or has no room."""

import os
import re
import subprocess
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = ROOT / "tests/fixtures/hostile"
SETS = [[path] for path in sorted([*ROOT.glob("examples/answers/*.toml"), *ROOT.glob("examples/organisations/*.toml")])]
SETS.append([HOSTILE / "answers.toml", "--assessment", HOSTILE / "hostile.toml"])
PART = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def run(words, text=None):
    done = subprocess.run([str(word) for word in words], cwd=ROOT, input=text, check=True, capture_output=True, text=True)
    # What pandoc warns of is lost or changed.
    assert words[0] != "pandoc" or done.stderr == "", done.stderr
    return done.stdout


def heads(markdown):
    """The headings, as a reader sees them."""
    lines = [line for line in markdown.splitlines() if re.match(r"#+ ", line)]
    return [run(["pandoc", "-t", "plain", "--wrap=none"], line).strip() for line in lines]


def check_document(markdown, folder):
    path = folder / "report.docx"
    run(["pandoc", "-o", path], markdown)
    again = run(["pandoc", "-t", "plain", "--wrap=none", path]).splitlines()
    again = [line.strip() for line in again]
    at = 0
    for head in heads(markdown):
        at = again.index(head, at)
    assert "<br>" not in markdown


def check_slides(markdown, folder):
    path = folder / "slides.pptx"
    run(["pandoc", "-o", path], markdown)
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        slides = [ElementTree.fromstring(archive.read(name)) for name in names]
    # A slide for each heading: none was cut in two, and none has two.
    assert len(slides) == len(heads(markdown)), (len(slides), heads(markdown))
    for slide in slides:
        paragraphs = ["".join(text.text or "" for text in one.iter(f"{PART}t")) for one in slide.iter(f"{PART}p")]
        wide = [sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text) for text in paragraphs]
        tables = list(slide.iter(f"{PART}tbl"))
        assert tables or sum(-(-width // 46) for width in wide[1:]) <= 10, paragraphs


with tempfile.TemporaryDirectory() as folder:
    for words in SETS:
        for language in ("en", "ja"):
            score = [os.environ["CXM"], "score", *words, "--lang", language, "-f"]
            check_document(run([*score, "markdown"]), Path(folder))
            if words[0].parent != HOSTILE:
                check_slides(run([*score, "slides"]), Path(folder))
print(f"{2 * len(SETS)} results are documents, and slides with room for what they say")
