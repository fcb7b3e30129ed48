#!/usr/bin/python3
"""The files of the verb report: the same county gives the same bytes, and other programs read them.

    report_files.py CLI FOLDER

Every run is a process of its own, with hashes seeded anew, and without a display.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next one known
import golden_county
import template_book

# Published figures of N10: a value, a coefficient of 小学, a verdict.
PRINTED = ("2410.96", "0.209", "未达标")
RADICALS = re.compile("[\u2e80-\u2fdf]")


def text_of(path: Path, report: headless.Report) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8")
    report.equal((done.returncode, done.stderr), (0, ""), f"pdftotext {path.name}")
    return done.stdout


def check_pdf(path: Path, report: headless.Report) -> None:
    text = text_of(path, report)
    for figure in PRINTED:
        report.expect(figure in text, f"{figure} is not in {path.name}")
    for name in ("表Ⅱ-1", "表Ⅱ-2", "表Ⅲ"):
        report.expect(name in text, f"{name} is not in {path.name}")
    report.equal(RADICALS.findall(text), [], f"radicals in {path.name}")


def main() -> int:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        os.environ.pop(name, None)
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)

    def write(name: str, *options: str) -> tuple[Path, Path]:
        pdf, xlsx = program.folder / f"{name}.pdf", program.folder / f"{name}-report.xlsx"
        program.must("report", county, "--year", headless.YEAR, "--pdf", pdf, "--xlsx", xlsx, *options)
        return pdf, xlsx

    first, second = write("first"), write("second")
    for one, other in zip(first, second, strict=True):
        report.equal(headless.sha256(one), headless.sha256(other), f"{one.name} and {other.name}")
    check_pdf(first[0], report)

    dated = write("dated", "--date", "2024-02-29")
    report.expect("2024年2月29日" in text_of(dated[0], report), "the date is not in the PDF file")
    for one, other in zip(first, dated, strict=True):
        report.expect(headless.sha256(one) != headless.sha256(other), f"{other.name} does not show its date")

    answer = program.run("report", county, "--year", headless.YEAR, "--pdf", "x.pdf", "--date", "2025-02-29")
    report.equal(answer.code, headless.USAGE, "a date that is none")
    report.expect("2025-02-29" in answer.err, answer.err)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
