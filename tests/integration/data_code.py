#!/usr/bin/python3
"""数据校验码 of the sample county, computed here from the rows of its county file by what data_code.h says.

    data_code.py CLI FOLDER
"""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next one known
import sample_parts

ITEMS = Path(__file__).resolve().parents[2] / "data/items.csv"
# What it goes over. A kind of record that comes later stays outside unless it is statistics: the code that is printed on
# what was handed in must come out again.
LEVELS = ("school", "section", "campus", "room", "county", "monitoring", "survey", "attested", "veto", "task", "evidence",
          "narrative", "explanation")
# hashlib's, over the text made below; printed on every document of the sample.
CODE = "6913 69D7 883D 76A1"


def value_text(value: object, item: dict[str, str]) -> str:
    if isinstance(value, dict):  # not confirmed yet
        return value_text(value["c"], item)
    if value is False:
        return "-"
    if isinstance(value, list):
        amount, scale = value
        return "=" + format(Decimal(amount).scaleb(-scale).normalize(), "f")
    if item["kind"] == "flag":
        return "=是" if value else "=否"
    return f"={value}"


def escaped(field: str) -> str:
    return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")


def canonical_text(file: Path) -> bytes:
    with ITEMS.open(encoding="utf-8", newline="") as text:
        items = {row["code"]: row for row in csv.DictReader(text)}
    county = sqlite3.connect(file)
    lines = [("county", *county.execute("SELECT code, name FROM county").fetchone()), ("year", str(headless.YEAR))]
    for kind, school, part, figures in county.execute(
            "SELECT kind, school, part, figures FROM subject WHERE year = ? AND alive", [headless.YEAR]):
        if kind not in LEVELS:
            continue
        lines.append(("row", kind, school, part))
        lines += [("cell", kind, school, part, code, value_text(value, items[code]))
                  for code, value in json.loads(figures).items()]
    county.close()
    text = sorted("\t".join(map(escaped, line)).encode() + b"\n" for line in lines)
    return b"junheng-data 1\n" + b"".join(text)


def main() -> int:
    program, report = headless.Program(sys.argv[1], sys.argv[2]), headless.Report()
    county = program.sample_county("sample.junheng", sample_parts.SAMPLE)
    text = canonical_text(county)
    digits = hashlib.sha256(text).hexdigest()[:16].upper()
    report.equal(" ".join(digits[at : at + 4] for at in range(0, 16, 4)), CODE, "the sample's rows")

    package = program.folder / "sample.zip"
    program.must("report", county, "--year", headless.YEAR, "--date", "2025-10-18", "--package", package)
    with zipfile.ZipFile(package) as parts:
        report.equal(json.loads(parts.read("清单.json"))["data_code"], CODE, "the manifest")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
