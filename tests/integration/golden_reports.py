#!/usr/bin/python3
"""The workbook and the PDF of the golden county N10, whole, against the references in tests/golden.

    golden_reports.py CLI FOLDER

A part that differs is left in FOLDER under the name of its reference, to be looked at and, if it is meant, taken over.
A reference that is missing is a difference.
"""

from __future__ import annotations

import difflib
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import template_book

REFERENCES = Path(__file__).resolve().parents[1] / "golden"
# The rest of the working sheets is recalculated cell by cell elsewhere; these show what each kind is made of.
SHEETS = ("封面", "目录", "表Ⅰ", "表Ⅱ-1", "表Ⅱ-2", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ", "未达标学校名单", "小学-原始数据", "小学-分摊",
          "小学-生均值", "小学-判定", "小学-均衡", "G3-逐校", "政府保障", "社会认可度")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def plain(name: str) -> str:
    return re.sub(r"\{[^}]*\}", "", name)


def normalised(element: ElementTree.Element, depth: int = 0) -> list[str]:
    """A line an element: its name, its attributes by name, its text."""
    attributes = "".join(f" {plain(name)}={value}" for name, value in sorted(element.attrib.items()))
    text = (element.text or "").strip().replace("\n", "\\n")
    lines = [f"{'  ' * depth}{plain(element.tag)}{attributes}{': ' + text if text else ''}"]
    for child in element:
        lines += normalised(child, depth + 1)
    return lines


def cell_line(cell: ElementTree.Element, strings: list[str]) -> str:
    value = cell.findtext(f"{MAIN}v", "")
    if cell.get("t") == "s":
        value = strings[int(value)]
    formula = cell.findtext(f"{MAIN}f")
    value = value.replace("\n", "\\n")
    return f"  {cell.get('r')} s{cell.get('s', '')} {value}{'' if formula is None else ' =' + formula}"


def sheet_lines(root: ElementTree.Element, strings: list[str]) -> list[str]:
    lines = []
    for element in root:
        if element.tag != f"{MAIN}sheetData":
            lines += normalised(element)
            continue
        for row in element:
            lines.append(f"row {row.get('r')} ht={row.get('ht', '')}")
            lines += [cell_line(cell, strings) for cell in row]
    return lines


def parts_of(book: Path) -> dict[str, list[str]]:
    """The parts that are compared, by the name of their reference."""
    with zipfile.ZipFile(book) as archive:
        def tree(name: str) -> ElementTree.Element:
            return ElementTree.fromstring(archive.read(name))

        strings = ["".join(text.text or "" for text in entry.iter(f"{MAIN}t")) for entry in tree("xl/sharedStrings.xml")]
        targets = {entry.get("Id"): entry.get("Target") for entry in tree("xl/_rels/workbook.xml.rels")}
        workbook = tree("xl/workbook.xml")
        parts = {"workbook.txt": normalised(workbook), "styles.txt": normalised(tree("xl/styles.xml")),
                 "chart1.txt": normalised(tree("xl/charts/chart1.xml"))}
        for sheet in workbook.iter(f"{MAIN}sheet"):
            if sheet.get("name") in SHEETS:
                part = tree(f"xl/{targets[sheet.get(RELATION)]}")
                parts[f"sheet-{sheet.get('name')}.txt"] = sheet_lines(part, strings)
    return parts


def text_of(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    lines = (re.sub(r"\s+", " ", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def compare(name: str, found: list[str], folder: Path, report: headless.Report) -> None:
    reference = REFERENCES / name
    wanted = reference.read_text(encoding="utf-8").splitlines() if reference.is_file() else None
    report.checks += 1
    if wanted == found:
        return
    (folder / name).write_text("\n".join(found) + "\n", encoding="utf-8")
    if wanted is None:
        report.differences.append(f"tests/golden has no {name}; what was made is {folder / name}")
    else:
        report.differences += list(difflib.unified_diff(wanted, found, str(reference), str(folder / name), "", "", 1, ""))


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)
    workbook, pdf = program.folder / "report.xlsx", program.folder / "report.pdf"
    program.must("report", county, "--year", headless.YEAR, "--date", "2025-10-08", "--xlsx", workbook, "--pdf", pdf)
    parts = parts_of(workbook)
    report.equal(sum(name.startswith("sheet-") for name in parts), len(SHEETS), "sheets to compare")
    for name, lines in {**parts, "report.txt": text_of(pdf)}.items():
        compare(name, lines, program.folder, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
