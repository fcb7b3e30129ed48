#!/usr/bin/python3
"""County files that other programs, versions or disks had their hands on: they are read as far as they can be, what
cannot be read is named, nothing is written to them, and no list is shorter without a word.

    hostile_files.py CLI FOLDER
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import template_book


def changed(county: Path, name: str, *statements: str) -> Path:
    """A copy, changed past the program."""
    copy = county.with_name(f"{name}.junheng")
    shutil.copy(county, copy)
    connection = sqlite3.connect(copy)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return copy


def with_figure(county: Path, name: str, item: str, json: str, kind: str = "section") -> Path:
    return changed(county, name, f"UPDATE subject SET figures = json_set(figures, '$.{item}', {json}) WHERE id ="
                                 f" (SELECT min(id) FROM subject WHERE kind = '{kind}' AND json_valid(figures))")


def without_leaf(county: Path, table: str) -> Path:
    """A leaf page in the middle of a table zeroed: an interior page (type 5) has its cell pointers from byte 12, and
    each cell begins with the number of a child (sqlite.org/fileformat2.html)."""
    connection = sqlite3.connect(county)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    data = bytearray(county.read_bytes())
    page = (root - 1) * size
    assert data[page] == 5, f"{table} has one page only"
    cells = int.from_bytes(data[page + 3:page + 5], "big")
    pointer = page + 12 + cells // 2 * 2
    cell = page + int.from_bytes(data[pointer:pointer + 2], "big")
    child = int.from_bytes(data[cell:cell + 4], "big")
    data[(child - 1) * size:child * size] = bytes(size)
    copy = county.with_name(f"without-{table}.junheng")
    copy.write_bytes(data)
    return copy


def check_figures(program: headless.Program, county: Path, book: Path, report: headless.Report) -> None:
    """Limits of docs/architecture.md: counts up to 9,999,999, amounts of at most 15 digits, nothing negative."""
    for json, found in (("999999999999999999", "999999999999999999"), ("-1", "-1"), ("10000000", "10000000"),
                        ("'三百'", "三百"), ("json('[3,1]')", "0.3"), ("json('[[]]')", "[[]]"), ("1e300", "1e+300")):
        file = with_figure(county, "figure", "pupils", json)
        before = headless.sha256(file)
        assessed = program.run("assess", file, "--year", headless.YEAR, "--json")
        report.equal(assessed.code, 0, f"assess with {json}: {assessed.err}")
        report.expect("在校学生数" in assessed.err and found in assessed.err, f"{json} is named: {assessed.err}")
        report.expect(assessed.json() != program.assess(county), f"{json} is not what stood there before")
        verified = program.run("verify", file)
        report.equal(verified.code, headless.COUNTY_FILE, f"verify with {json}")
        report.expect(found in verified.err, f"verify names {json}: {verified.err}")
        for words in (("import", file, book, "--year", headless.YEAR),
                      ("report", file, "--year", headless.YEAR, "--package", program.folder / "never.zip")):
            answer = program.run(*words)
            report.equal(answer.code, headless.COUNTY_FILE, f"{words[0]} with {json}")
        for words in (("history", file), ("check", file, "--year", headless.YEAR)):
            report.equal(program.run(*words).code, 0, f"{words[0]} with {json}")
        target = program.folder / "taken.xlsx"
        target.unlink(missing_ok=True)
        report.equal(program.run("template", target, "--from", file, "--year", headless.YEAR).code, 0, f"export, {json}")
        report.equal(headless.sha256(file), before, f"the file with {json}")
        report.expect(not (program.folder / "never.zip").exists(), "a package all the same")


def check_rows(program: headless.Program, county: Path, report: headless.Report) -> None:
    """Rows that no level can have, and a county that nobody can have typed: named, left out, and nothing ends."""
    section = "WHERE id = (SELECT min(id) FROM subject WHERE kind = 'section')"
    for name, statement, named in (
        ("stage", f"UPDATE subject SET part = 'zzz' {section}", "zzz"),
        ("no stage", f"UPDATE subject SET part = '' {section}", "section"),
        ("code", f"UPDATE subject SET school = '12' {section}", "12"),
        ("county of a part", f"UPDATE subject SET kind = 'county' {section}", "county"),
        ("room", f"UPDATE subject SET kind = 'room', part = '-3' {section}", "-3"),
        ("group", f"UPDATE subject SET kind = 'survey', school = '', part = '路人' {section}", "路人"),
        ("name", "UPDATE county SET name = printf('%.100000c', 'x')", "县（市、区）名称"),
    ):
        file = changed(county, "row", statement)
        before = headless.sha256(file)
        verified = program.run("verify", file)
        report.equal(verified.code, headless.COUNTY_FILE, f"verify, {name}")
        report.expect(named in verified.err, f"verify, {name}: {verified.err}")
        year = ("--year", headless.YEAR)
        tables, template = program.folder / "rows.xlsx", program.folder / "rows-template.xlsx"
        for words in (("assess", file, *year), ("assess", file, *year, "--json"), ("check", file, *year),
                      ("report", file, *year, "--xlsx", tables, "--force"),
                      ("template", template, "--from", file, *year, "--force")):
            answer = program.run(*words)
            report.equal(answer.code, 0, f"{words[0]}, {name}: {answer.err}")
            report.expect(named in answer.err, f"{words[0]} names it, {name}: {answer.err}")
        report.equal(headless.sha256(file), before, f"the file, {name}")


def check_pupils(program: headless.Program, county: Path, report: headless.Report) -> None:
    """A standard that does not leave out sections without pupils, in the file or beside it: they are out all the same."""
    empty = ("UPDATE subject SET figures = json_set(figures, '$.pupils', 0, '$.backbone_teachers', 0) WHERE id ="
             " (SELECT min(id) FROM subject WHERE kind = 'section' AND part = 'primary')")
    point = '{"exclude": {"school_type": "小学教学点"}, "reason": "教学点", "source": "6号"}'
    for scope in ("", point, point.replace('{"school', '{"without_pupils": true, "school')):
        document = f'{{"format": 1, "id": "own", "title": "自定", "extends": "national-2017", "scope": [{scope}]}}'
        beside = program.folder / "own.json"
        beside.write_text(document, encoding="utf-8")
        file = changed(county, "pupils", empty, "UPDATE county SET standard = 'own'",
                       f"INSERT INTO standard VALUES ('own', '{document}')")
        for words in (("assess", file, "--json"), ("assess", file, "--standard", beside, "--json"), ("assess", file),
                      ("report", file, "--xlsx", program.folder / "pupils.xlsx", "--force")):
            answer = program.run(*words, "--year", headless.YEAR)
            report.equal(answer.code, 0, f"{words[0]}, scope [{scope}]: {answer.err}")
            if words[-1] == "--json" and answer.code == 0:
                reasons = [excluded["reason"] for excluded in answer.json()["excluded"]]
                report.expect("该学段没有在校学生" in reasons, f"excluded, scope [{scope}]: {reasons}")


def check_devices(program: headless.Program, county: Path, report: headless.Report) -> None:
    """What never ends, or waits for somebody to write, is not read."""
    pipe = program.folder / "pipe"
    os.mkfifo(pipe)
    year = ("--year", headless.YEAR)
    for path in (Path("/dev/zero"), pipe):
        for words in (("assess", path, *year), ("import", county, *year, path), ("verify", path), ("history", path),
                      ("assess", county, *year, "--standard", path)):
            answer = program.run(*words)
            report.expect(answer.code in (headless.USAGE, headless.BAD_INPUT, headless.COUNTY_FILE),
                          f"{words[0]} of {path}: exit {answer.code}")
            report.expect("不是普通文件" in answer.err, f"{words[0]} of {path}: {answer.err}")


def check_damage(program: headless.Program, county: Path, report: headless.Report) -> None:
    many = changed(county, "many", """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
        INSERT INTO batch SELECT NULL, 2025, '2025-09-01T00:00:00.000Z', 'root', 'edit', '修改', '', '', NULL, 1 FROM n
        """)
    whole = program.must("history", many).out.count("\n")
    report.expect(whole > 9000, f"{whole} lines of history")
    broken = without_leaf(many, "batch")
    for words in (("history", broken), ("history", broken, "--json"), ("verify", broken)):
        answer = program.run(*words)
        report.equal(answer.code, headless.COUNTY_FILE, f"{words[0]} without a page")
        report.expect("损坏" in answer.err, f"{words[0]} without a page: {answer.err}")


def check_standards(program: headless.Program, county: Path, report: headless.Report) -> None:
    for name, statements in {
        "unknown": ["UPDATE county SET standard = 'national-2031'"],
        "broken": ["UPDATE county SET standard = 'own'", "INSERT INTO standard VALUES ('own', '{broken')"],
        "deep": ["UPDATE county SET standard = 'own'",
                 f"INSERT INTO standard VALUES ('own', '{'[' * 1_500_000}')"],
        "of another kind": ["UPDATE county SET standard = 'own'",
                            "INSERT INTO standard VALUES ('own', '{\"format\": 1, \"id\": 7}')"],
    }.items():
        file = changed(county, "standard", *statements)
        before = headless.sha256(file)
        year = ("--year", headless.YEAR)
        verified = program.run("verify", file)
        report.equal(verified.code, 0, f"verify, {name}: {verified.err}")
        report.expect("标准" in verified.err, f"verify, {name}: {verified.err}")
        target = program.folder / "taken.xlsx"
        for words in (("history", file), ("check", file, *year), ("template", target, "--from", file, *year),
                      ("assess", file, *year, "--standard", "national-2017")):
            target.unlink(missing_ok=True)
            answer = program.run(*words)
            report.equal(answer.code, 0, f"{words[0]}, {name}: {answer.err}")
        for words in (("assess", file, *year), ("report", file, *year, "--xlsx", program.folder / "never.xlsx"),
                      ("report", file, *year, "--package", program.folder / "never.zip")):
            answer = program.run(*words)
            report.equal(answer.code, headless.BAD_INPUT, f"{words[0]}, {name}")
            report.expect("标准" in answer.err and "换用另一个标准" in answer.err, f"{words[0]}, {name}: {answer.err}")
        report.equal(list(program.folder.glob("never.*")), [], f"files written, {name}")
        report.equal(headless.sha256(file), before, f"the file, {name}")


def check_paths(program: headless.Program, county: Path, report: headless.Report) -> None:
    deep = program.folder
    while len(os.fsencode(deep)) < 520:
        deep = deep / ("县教育局督导评估材料" * 3)
    deep.mkdir(parents=True)
    made = program.run("init", deep / "示例县.junheng", "--county", "示例县", "--code", "990101")
    report.equal(made.code, headless.COUNTY_FILE, "init far down")
    report.expect("路径太长" in made.err and "磁盘未满" not in made.err, f"init far down: {made.err}")
    shutil.copy(county, deep / "示例县.junheng")
    for words in (("verify", deep / "示例县.junheng"), ("history", deep / "示例县.junheng"),
                  ("assess", deep / "示例县.junheng", "--year", headless.YEAR)):
        answer = program.run(*words)
        report.equal(answer.code, headless.COUNTY_FILE, f"{words[0]} far down")
        report.expect("路径太长" in answer.err, f"{words[0]} far down: {answer.err}")
    named = program.run("init", program.folder / ("县" * 80 + ".junheng"), "--county", "示例县", "--code", "990101")
    report.equal(named.code, headless.COUNTY_FILE, "a long name")
    report.expect("文件名太长" in named.err, f"a long name: {named.err}")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)
    check_figures(program, county, book, report)
    check_rows(program, county, report)
    check_pupils(program, county, report)
    check_devices(program, county, report)
    check_damage(program, county, report)
    check_standards(program, county, report)
    check_paths(program, county, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
