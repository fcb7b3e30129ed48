#!/usr/bin/python3
"""Bad workbooks: refused with a sentence that names the place, the county file byte-identical.

    bad_input.py CLI FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import make_workbooks
import openpyxl
import template_book
from openpyxl.utils import get_column_letter

Book = template_book.Book
SECOND, THIRD = 3, 4  # the rows of the second and third school in the workbook's own numbering


def head_of(book: Book, sheet: str, label: str) -> str:
    """The heading with its unit."""
    return next(h for h in book[sheet][0] if template_book.plain_label(h) == label)


def place(book: Book, sheet: str, label: str, row: int) -> str:
    column = list(book[sheet][0]).index(head_of(book, sheet, label)) + 1
    return f"{get_column_letter(column)}{row}"


@dataclass
class Case:
    """How to write the book, and words that the refusal must have."""

    write: Callable[[Path], None]
    words: tuple[str, ...]


def changed(sheet: str, label: str, value: object, *words: str, row: int = SECOND) -> Case:
    """N10 with one cell changed; the refusal names it and what was found."""
    book = golden_county.n10()
    book[sheet][row - 2][head_of(book, sheet, label)] = value
    return Case(
        lambda path: template_book.write_book(path, book),
        (f"“{sheet}”", f"单元格 {place(book, sheet, label, row)}", *words),
    )


def county_line(label: str, value: object, *words: str) -> Case:
    book = golden_county.n10()
    row = next(i for i, line in enumerate(book["县级"]) if label in line.values())
    line = book["县级"][row]
    line[list(line)[1]] = value
    return Case(
        lambda path: template_book.write_book(path, book), ("“县级”", f"单元格 B{row + 2}", *words)
    )


def without_sheet(sheet: str) -> Case:
    book = golden_county.n10()
    del book[sheet]
    return Case(lambda path: template_book.write_book(path, book), (f"“{sheet}”",))


def without_column(sheet: str, label: str) -> Case:
    book = golden_county.n10()
    head = head_of(book, sheet, label)
    for row in book[sheet]:
        del row[head]
    return Case(lambda path: template_book.write_book(path, book), (f"“{sheet}”", f"“{label}”"))


def without_schools() -> Case:
    book = golden_county.n10()
    for sheet in ("学校", "学段", "校区"):
        book[sheet] = []
    return Case(lambda path: template_book.write_book(path, book), ("“学校”",))


def duplicate_section() -> Case:
    """The second section becomes one of the first school; its stage is what is twice."""
    book = golden_county.n10()
    book["学段"][1][head_of(book, "学段", "学校标识码")] = golden_county.code(1)
    cell = place(book, "学段", "学段", SECOND)
    return Case(
        lambda path: template_book.write_book(path, book),
        ("“学段”", f"单元格 {cell}", golden_county.code(1), "小学"),
    )


def uncalculated() -> Case:
    """A formula as openpyxl writes it: without its value."""
    book = golden_county.n10()
    cell = place(book, "学段", "在校学生数", SECOND)

    def write(path: Path) -> None:
        template_book.write_book(path, book)
        workbook = openpyxl.load_workbook(path)
        workbook["学段"][cell] = "=100+200"
        workbook.save(path)

    return Case(write, ("“学段”", f"单元格 {cell}", "公式"))


def truncated() -> Case:
    def write(path: Path) -> None:
        template_book.write_book(path, golden_county.n10())
        content = path.read_bytes()
        path.write_bytes(content[: len(content) * 2 // 3])

    return Case(write, ())


def several() -> Case:
    """All errors at once."""
    book = golden_county.n10()
    book["学段"][0][head_of(book, "学段", "在校学生数")] = -1
    book["校区"][1][head_of(book, "校区", "运动场地面积")] = "很大"
    return Case(
        lambda path: template_book.write_book(path, book),
        (
            f"单元格 {place(book, '学段', '在校学生数', 2)}",
            "-1",
            f"单元格 {place(book, '校区', '运动场地面积', 3)}",
            "很大",
        ),
    )


def made(name: str, *words: str) -> Case:
    return Case(lambda path: make_workbooks.CASES[name](str(path)), words)


def cases() -> dict[str, Case]:
    codes = golden_county.code
    return {
        "not_a_workbook": made("text_file"),
        "empty": made("empty_file"),
        "truncated": truncated(),
        "encrypted": made("encrypted", "密码"),
        "old_format": made("old_format", ".xlsx"),
        "no_sheet_schools": without_sheet("学校"),
        "no_sheet_sections": without_sheet("学段"),
        "no_sheet_campuses": without_sheet("校区"),
        "no_column_code": without_column("学校", "学校标识码"),
        "no_column_name": without_column("学校", "学校名称"),
        "no_column_type": without_column("学校", "办学类型"),
        "no_column_stage": without_column("学段", "学段"),
        "no_column_pupils": without_column("学段", "在校学生数"),
        "duplicate_school": changed("学校", "学校标识码", codes(1), codes(1)),
        "duplicate_section": duplicate_section(),
        "unknown_type": changed("学校", "办学类型", "大学", "“大学”", row=THIRD),
        "unknown_stage": changed("学段", "学段", "幼儿园", "“幼儿园”"),
        "negative_pupils": changed("学段", "在校学生数", -300, "-300"),
        "text_in_a_number": changed("学段", "在校学生数", "三百", "三百"),
        "text_in_an_area": changed("校区", "教学及辅助用房面积", "约1530", "约1530"),
        "huge": changed("校区", "教学及辅助用房面积", 1e308),
        "long": changed("学段", "在校学生数", "1" * 41),
        "many_pupils": changed("学段", "在校学生数", 10_000_000, "10000000", "9999999"),
        "no_pupils_word": changed("学段", "在校学生数", "不适用", "不适用"),
        "short_code": changed("学校", "学校标识码", "990000002", "990000002"),
        "long_code": changed("学校", "学校标识码", "99000000021", "99000000021"),
        "short_number_code": changed("学校", "学校标识码", 990000002, "990000002"),
        "letters_in_code": changed("学校", "学校标识码", "99000O0002", "99000O0002"),
        "unknown_school": changed("学段", "学校标识码", "9900009999", "9900009999"),
        "unknown_school_campus": changed("校区", "学校标识码", "9900009999", "9900009999"),
        "no_schools": without_schools(),
        "rows_60000": made("rows_60000", "学段"),
        "zip_bomb": made("zip_bomb"),
        "small_bomb": made("small_bomb"),
        "other_county_code": county_line("行政区划代码", "990111", "990111", "990110"),
        "other_county_name": county_line("县（市、区）名称", "别的县", "别的县", "算例县"),
        "other_year": county_line("学年", 2024, "2024", "2025"),
        "uncalculated": uncalculated(),
        "several": several(),
    }


def check(program: headless.Program, name: str, case: Case, report: headless.Report) -> None:
    folder = program.folder / name
    folder.mkdir()
    county = program.county(f"{name}/county.junheng", program.folder / "n10.xlsx")
    book = folder / "bad.xlsx"
    case.write(book)
    before = headless.sha256(county)
    files = sorted(p.name for p in folder.iterdir())

    for words in (
        ("import", county, "--year", headless.YEAR, book),
        ("import", county, "--year", headless.YEAR, program.folder / "n10a.xlsx", book),
        ("import", county, "--year", headless.YEAR, "--dry-run", book),
    ):
        answer = program.run(*words)
        report.equal(answer.code, headless.BAD_INPUT, f"{name}: exit code of {words[0]}")
        for word in ("bad.xlsx", *case.words):
            report.expect(word in answer.err, f"{name}: no “{word}” in\n{answer.err}")
        report.equal(headless.sha256(county), before, f"{name}: county file")
        report.equal(sorted(p.name for p in folder.iterdir()), files, f"{name}: files left behind")
    if name.startswith("other_county"):
        return  # alone, it is a book like any other
    answer = program.run("assess", book, "--year", headless.YEAR, "--json")
    report.equal(answer.code, headless.BAD_INPUT, f"{name}: exit code of assess")
    report.equal(answer.out, "", f"{name}: stdout of assess")
    for word in ("bad.xlsx", *case.words):
        report.expect(word in answer.err, f"{name}: no “{word}” from assess in\n{answer.err}")


def check_json(program: headless.Program, report: headless.Report) -> None:
    """--json gives the findings as one document, and the same exit code."""
    county = program.folder / "negative_pupils" / "county.junheng"
    book = program.folder / "negative_pupils" / "bad.xlsx"
    answer = program.run("import", county, "--year", headless.YEAR, book, "--json")
    report.equal(answer.code, headless.BAD_INPUT, "json: exit code")
    document = answer.json()
    report.equal(document["committed"], False, "json: committed")
    report.equal(document["changes"], [], "json: changes")
    errors = [f for f in document["findings"] if f["severity"] == "error"]
    report.equal(len(errors), 1, "json: errors")
    report.equal(
        [(e["code"], e["file"], e["sheet"], e["cell"]) for e in errors],
        [("value.negative", "bad.xlsx", "学段", place(golden_county.n10(), "学段", "在校学生数", SECOND))],
        "json: place",
    )


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    template_book.write_book(program.folder / "n10.xlsx", golden_county.n10())
    template_book.write_book(program.folder / "n10a.xlsx", golden_county.n10a())
    for name, case in cases().items():
        check(program, name, case, report)
    check_json(program, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
