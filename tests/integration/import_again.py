#!/usr/bin/python3
"""A book imported again, changed, with blanks; and the same figures by every way.

    import_again.py CLI FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import make_workbooks
import template_book

YEAR = headless.YEAR
P1 = golden_county.code(1)


def written(program: headless.Program, name: str, book: template_book.Book) -> Path:
    path = program.folder / f"{name}.xlsx"
    template_book.write_book(path, book)
    return path


def head(book: template_book.Book, sheet: str, label: str) -> str:
    return next(h for h in book[sheet][0] if template_book.plain_label(h) == label)


def changes_of(answer: headless.Answer) -> list[tuple]:
    return sorted(
        (c["sheet"], c["school_code"], c["part"], c["item"], c["before"], c["after"], c["source"]["cell"])
        for c in answer.json()["changes"]
    )


def batches(program: headless.Program, county: Path) -> list[dict]:
    return program.must("history", county, "--json").json()["batches"]


def check_same_again(program, county: Path, book: Path, report: headless.Report) -> None:
    before = headless.sha256(county)
    answer = program.must("import", county, "--year", YEAR, book, "--json")
    report.equal(answer.json()["changes"], [], "again: changes")
    report.equal(answer.json()["new_schools"], 0, "again: new schools")
    report.equal(headless.sha256(county), before, "again: county file")
    report.equal(len(batches(program, county)), 1, "again: batches")


def check_changed(program, county: Path, report: headless.Report) -> None:
    """N10a differs from N10 in three cells of P1, columns F to H of the sheet 校区."""
    book = written(program, "n10a", golden_county.n10a())
    wanted = [
        ("校区", P1, "本部", "indoor_sports_area", "0", "500", "G2"),
        ("校区", P1, "本部", "sports_ground_area", "7200", "6700", "H2"),
        ("校区", P1, "本部", "teaching_area", "4300", "4800", "F2"),
    ]
    before = headless.sha256(county)
    dry = program.must("import", county, "--year", YEAR, book, "--json", "--dry-run")
    report.equal(changes_of(dry), wanted, "dry run: changes")
    report.equal(dry.json()["committed"], False, "dry run: committed")
    report.equal(headless.sha256(county), before, "dry run: county file")

    real = program.must("import", county, "--year", YEAR, book, "--json")
    report.equal(changes_of(real), wanted, "changed: changes")
    report.equal(real.json()["committed"], True, "changed: committed")
    history = batches(program, county)
    report.equal([(b["changes"], b["file"]) for b in history][0], (3, "n10a.xlsx"), "changed: batch")
    cells = program.must(
        "history", county, "--school", P1, "--item", "teaching_area", "--json"
    ).json()["cells"]
    report.equal(
        [(c["before"], c["after"], c["file"], c["source"]) for c in cells],
        [
            ("4300", "4800", "n10a.xlsx", {"sheet": "校区", "cell": "F2"}),
            ("待填报", "4300", "n10.xlsx", {"sheet": "校区", "cell": "F2"}),
        ],
        "history of a cell",
    )
    report.equal(program.assess(county), program.assess(book), "county file and book")


def check_blanks(program, county: Path, report: headless.Report) -> None:
    """A blank cell keeps what is stored; --clear-blanks clears it."""
    contents = golden_county.n10a()
    contents["校区"][0][head(contents, "校区", "教学及辅助用房面积")] = None
    book = written(program, "blank", contents)
    kept = program.must("import", county, "--year", YEAR, book, "--json")
    report.equal(kept.json()["changes"], [], "blank: changes")
    report.expect(kept.json()["kept_cells"] > 0, "blank: kept cells")

    cleared = program.must("import", county, "--year", YEAR, book, "--json", "--clear-blanks")
    report.equal(
        changes_of(cleared),
        [("校区", P1, "本部", "teaching_area", "4800", None, "F2")],
        "clear blanks: changes",
    )
    r4 = program.assess(county)["sections"][0]["indicators"][3]
    report.equal((r4["value"], r4["status"]), (None, "missing"), "clear blanks: R4 of P1")


def check_absent_school(program, book: Path, report: headless.Report) -> None:
    """A school that is absent from a later book stays, and is listed."""
    county = program.county("absent.junheng", book)
    contents = golden_county.n10({k: v for k, v in golden_county.N10.items() if k != "W1"})
    before = program.assess(county)
    answer = program.must("import", county, "--year", YEAR, written(program, "absent", contents), "--json")
    report.equal(answer.json()["changes"], [], "absent: changes")
    report.expect(
        any(f["severity"] == "notice" and "W1" in f["message"] for f in answer.json()["findings"]),
        "absent: W1 is not listed",
    )
    report.equal(program.assess(county), before, "absent: assessment")


def check_several_sources(program, report: headless.Report) -> None:
    """Two books in one import are one batch; the county is whole only with both."""
    halves = []
    for name, units in (("first", ("P1", "P2", "T1", "T2")), ("second", ("J1", "N1", "W1"))):
        contents = golden_county.n10()
        kept = {c for c, unit in zip(map(golden_county.code, range(1, 8)), golden_county.N10) if unit in units}
        for sheet in ("学校", "学段", "校区"):
            code = head(contents, sheet, "学校标识码")
            contents[sheet] = [row for row in contents[sheet] if row[code] in kept]
        halves.append(written(program, name, contents))
    county = program.county("halves.junheng", *halves)
    report.equal(len(batches(program, county)), 1, "several sources: batches")
    whole = program.assess(written(program, "whole", golden_county.n10()))
    report.equal(program.assess(county), whole, "several sources: assessment")


def check_documents(program, county: Path, report: headless.Report) -> None:
    """The prefilled template imports without a change; the report is a whole workbook."""
    book = program.folder / "prefilled.xlsx"
    program.must("template", book, "--from", county, "--year", YEAR)
    again = program.must("import", county, "--year", YEAR, book, "--json")
    report.equal(again.json()["changes"], [], "prefilled: changes")
    report.equal(again.json()["new_rows"], 0, "prefilled: new rows")
    blank = program.folder / "blank_template.xlsx"
    program.must("template", blank)
    report.equal(program.run("assess", blank).code, headless.BAD_INPUT, "blank template: assess")
    tables = program.folder / "report.xlsx"
    program.must("report", county, "--year", YEAR, "--xlsx", tables)
    for path in (book, blank, tables):
        make_workbooks.verify(str(path))


def check_soundness(program, county: Path, report: headless.Report) -> None:
    report.equal(program.must("verify", county, "--json").json()["sound"], True, "verify")
    damaged = program.folder / "damaged.junheng"
    damaged.write_bytes(county.read_bytes()[:4096])
    report.equal(program.run("verify", damaged).code, headless.COUNTY_FILE, "verify: truncated")
    foreign = program.folder / "foreign.junheng"
    foreign.write_text("not a county file", encoding="utf-8")
    for words in (("verify", foreign), ("assess", foreign, "--year", YEAR)):
        report.equal(program.run(*words).code, headless.COUNTY_FILE, f"{words[0]}: foreign file")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = written(program, "n10", golden_county.n10())
    county = program.county("county.junheng", book)
    check_same_again(program, county, book, report)
    check_changed(program, county, report)
    check_documents(program, county, report)
    check_soundness(program, county, report)
    check_blanks(program, county, report)
    check_absent_school(program, book, report)
    check_several_sources(program, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
