"""Converts the XLSForms of a folder by pyxform, which must have nothing to say of them."""

import pathlib
import sys

from pyxform.xls2xform import convert

for form in pathlib.Path(sys.argv[1]).glob("*.xlsx"):
    result = convert(str(form), validate=False)
    if result.warnings:
        sys.exit(f"{form.name}: {result.warnings}")
    form.with_suffix(".xml").write_text(result.xform, encoding="utf-8")
