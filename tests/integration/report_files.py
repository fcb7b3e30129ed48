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
import zipfile
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next one known
import golden_county
import recalculate
import template_book

# Published figures of N10: a value, a coefficient of 小学, a verdict.
PRINTED = ("2410.96", "0.209", "未达标")
TABLES = ("表Ⅰ", "表Ⅱ-1", "表Ⅱ-2", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ")
PARTS = ("一、基本情况", "二、申报条件（资格审核）", "六、社会认可度", "十、自评结论")
# Of N10, by code.
SCHOOLS = ("P1", "P2", "T1", "T2", "J1", "N1", "W1")
CODES = tuple(golden_county.code(index) for index in range(1, len(SCHOOLS) + 1))
RADICALS = re.compile("[\u2e80-\u2fdf]")


def text_of(path: Path, report: headless.Report) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8")
    report.equal((done.returncode, done.stderr), (0, ""), f"pdftotext {path.name}")
    return done.stdout


def check_words(text: str, path: Path, report: headless.Report) -> None:
    for words in PRINTED + TABLES + PARTS:
        report.expect(words in text, f"{words} is not in {path.name}")


def check_docx(path: Path, report: headless.Report) -> None:
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
    check_words(re.sub("<[^>]*>", "", document), path, report)
    report.expect("<w:drawing>" in document, f"{path.name} has no figure")


def page_count(pdf: Path) -> str:
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, encoding="utf-8", check=True).stdout
    return re.search(r"^Pages:\s+(\d+)", text, re.MULTILINE)[1]


def check_writer(docx: Path, pdf: Path, report: headless.Report) -> None:
    """LibreOffice opens the document on as many pages as the PDF has, with the same words."""
    opened = recalculate.recalculate([docx], docx.parent / "writer", "pdf")[0]
    check_words(text_of(opened, report), opened, report)
    report.equal(page_count(opened), page_count(pdf), f"pages of {docx.name} in LibreOffice")


def check_pdf(path: Path, report: headless.Report) -> None:
    text = text_of(path, report)
    check_words(text, path, report)
    report.equal(RADICALS.findall(text), [], f"radicals in {path.name}")


def check_dossiers(program: headless.Program, county: Path, report: headless.Report) -> None:
    """All schools in one file, twice the same bytes; two of them in a folder."""
    books = [program.folder / name for name in ("all.pdf", "again.pdf")]
    for book in books:
        program.must("report", county, "--year", headless.YEAR, "--dossiers", book, "--date", "2025-11-03")
    report.equal(headless.sha256(books[0]), headless.sha256(books[1]), "dossiers made twice")
    pages = text_of(books[0], report).split("\f")
    # A form ends each dossier, and each begins with the school's name.
    # The form of a school with two stages may go on on a second page.
    forms = [page for page in pages if "学校自评表" in page and "学校自评表（续）" not in page]
    report.equal(len(forms), len(SCHOOLS), "forms")
    first = [page.split()[0] for page in pages if "义务教育优质均衡发展一校一册" in page]
    report.equal(first, list(SCHOOLS), "first pages")
    dated = [page for page in pages if "2025年11月3日" in page]
    report.equal(len(dated), len(SCHOOLS), "dates of the dossiers")
    report.equal(RADICALS.findall("".join(pages)), [], "radicals in the dossiers")

    folder = program.folder / "each"
    words = ("report", county, "--year", headless.YEAR, "--dossiers", folder, "--json")
    answer = program.must(*words, "--school", CODES[1], "--school", CODES[0])
    names = [f"{code} {name}.pdf" for code, name in zip(CODES, SCHOOLS)]
    report.equal(sorted(path.name for path in folder.iterdir()), names[:2], "files of two schools")
    written = [Path(file["path"]).name for file in answer.json()["files"]]
    report.equal(written, [names[1], names[0]], "files in the order wanted")
    report.expect("5.33" in text_of(folder / names[1], report), "R1 of P2")


def main() -> int:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        os.environ.pop(name, None)
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)

    def write(name: str, *options: str) -> list[Path]:
        files = [program.folder / f"{name}.{kind}" for kind in ("pdf", "docx", "report.xlsx")]
        targets = [word for file, option in zip(files, ("--pdf", "--docx", "--xlsx")) for word in (option, file)]
        program.must("report", county, "--year", headless.YEAR, *targets, *options)
        return files

    first, second = write("first"), write("second")
    for one, other in zip(first, second, strict=True):
        report.equal(headless.sha256(one), headless.sha256(other), f"{one.name} and {other.name}")
    check_pdf(first[0], report)
    check_docx(first[1], report)
    check_writer(first[1], first[0], report)

    dated = write("dated", "--date", "2024-02-29")
    report.expect("2024年2月29日" in text_of(dated[0], report), "the date is not in the PDF file")
    for one, other in zip(first, dated, strict=True):
        report.expect(headless.sha256(one) != headless.sha256(other), f"{other.name} does not show its date")

    check_dossiers(program, county, report)
    answer = program.run("report", county, "--year", headless.YEAR, "--pdf", "x.pdf", "--date", "2025-02-29")
    report.equal(answer.code, headless.USAGE, "a date that is none")
    report.expect("2025-02-29" in answer.err, answer.err)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
