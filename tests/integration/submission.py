#!/usr/bin/python3
"""The submission package: the same data give the same bytes, verify finds whatever was changed in it, and the county
file remembers what was handed in.

    submission.py CLI FOLDER
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import template_book

MANIFEST, SUMS, COUNTY = "清单.json", "SHA256SUMS", "县级数据.junheng"
WORKBOOK, STANDARD = "申报表及计算底稿.xlsx", "评估标准/national-2017.json"
DOCUMENTS = (WORKBOOK, "自评报告.docx", "自评报告.pdf")
Parts = dict[str, bytes]


def parts_of(package: Path) -> Parts:
    with zipfile.ZipFile(package) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write(package: Path, parts: Parts) -> None:
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def signed(parts: Parts) -> Parts:
    """As somebody would who knows how: manifest and checksums made to fit."""
    manifest = json.loads(parts[MANIFEST])
    for file in manifest["files"]:
        file["size"] = len(parts[file["name"]])
        file["sha256"] = hashlib.sha256(parts[file["name"]]).hexdigest()
    parts = {**parts, MANIFEST: json.dumps(manifest).encode()}
    lines = [f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in parts.items() if name != SUMS]
    return {**parts, SUMS: "".join(lines).encode()}


def with_pupils(parts: Parts, folder: Path, pupils: int) -> Parts:
    """The county file in it changed past the program."""
    file = folder / "changed.junheng"
    file.write_bytes(parts[COUNTY])
    with sqlite3.connect(file) as county:
        county.execute("UPDATE subject SET figures = json_set(figures, '$.pupils', ?) WHERE kind = 'section'", [pupils])
    county.close()
    return {**parts, COUNTY: file.read_bytes()}


def with_verdict(parts: Parts, verdict: str) -> Parts:
    return signed({**parts, MANIFEST: json.dumps({**json.loads(parts[MANIFEST]), "verdict": verdict}).encode()})


def tamperings(folder: Path) -> dict[str, tuple[Callable[[Parts], Parts], str]]:
    """What is done to a package, and what verify must say of it."""
    known = {f"{name} changed": (lambda p, n=name: {**p, n: p[n] + b" "}, f"“{name}”与“{MANIFEST}”中的校验值不符")
             for name in (*DOCUMENTS, COUNTY, STANDARD)}
    return {
        **known,
        "a document taken out": (lambda p: {n: d for n, d in p.items() if n != WORKBOOK}, f"缺少“{WORKBOOK}”"),
        "the county file taken out": (lambda p: {n: d for n, d in p.items() if n != COUNTY}, f"缺少“{COUNTY}”"),
        "a file put in": (lambda p: {**p, "更正.xlsx": b"x"}, "“更正.xlsx”不在“清单.json”中"),
        "the manifest changed": (lambda p: {**p, MANIFEST: p[MANIFEST].replace(b"2025", b"2024")}, "校验值不符"),
        "other data, all made to fit": (lambda p: signed(with_pupils(p, folder, 1)), "数据校验码"),
        "the manifest taken out": (lambda p: {n: d for n, d in p.items() if n != MANIFEST}, "不是均衡生成的上报包"),
        "of a newer version": (lambda p: {**p, MANIFEST: p[MANIFEST].replace(b'"format": 1', b'"format": 2')},
                               "请升级均衡"),
    }


def rows_of(county: Path, query: str) -> list[tuple]:
    connection = sqlite3.connect(f"file:{county}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def check_county_file(county: Path, package: Path, report: headless.Report) -> None:
    issues = rows_of(county, "SELECT year, date, standard, verdict FROM issue")
    report.equal(issues, [(2025, "2025-10-18", "national-2017", "未达标")], "what was handed in")
    files = {name: (sha256, data) for name, sha256, data in
             rows_of(county, "SELECT name, sha256, bytes FROM issued_file")}
    report.equal(sorted(files), sorted((*DOCUMENTS, package.name)), "the files of it")
    report.equal(files[package.name], (headless.sha256(package), None), "the package itself")
    parts = parts_of(package)
    for name in DOCUMENTS:
        report.equal(files[name][1], parts[name], f"{name} as kept")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    book = program.folder / "n10.xlsx"
    template_book.write_book(book, golden_county.BOOKS["n10"]())
    county = program.county("n10.junheng", book)
    twin = county.with_name("twin.junheng")
    shutil.copy(county, twin)

    def hand_in(file: Path, target: Path) -> headless.Answer:
        return program.run("report", file, "--year", headless.YEAR, "--date", "2025-10-18", "--package", target)

    first, second, third = (program.folder / f"{name}.zip" for name in ("first", "second", "third"))
    for file, target in ((county, first), (twin, second), (twin, third)):
        report.equal(hand_in(file, target).code, 0, f"writing {target.name}")
        report.equal(headless.sha256(target), headless.sha256(first), f"{target.name} and {first.name}")
    check_county_file(county, first, report)

    sound = program.run("verify", first, "--json")
    document = json.loads(sound.out)
    report.equal((sound.code, document["sound"], document["damage"], document["notices"]), (0, True, [], []), "verify")
    report.equal(document["sha256"], headless.sha256(first), "the checksum that verify tells")
    parts = parts_of(first)
    report.equal(parts[SUMS].count(b"\n"), len(parts) - 1, "lines of checksums")
    for line in parts[SUMS].decode().splitlines():
        digest, name = line.split("  ")
        report.equal(hashlib.sha256(parts[name]).hexdigest(), digest, f"checksum of {name}")

    folders = program.folder / "again.zip"
    write(folders, {**parts, "评估标准/": b""})
    report.equal(program.run("verify", folders).code, 0, "packed again, with its folder")
    for name, (change, sentence) in tamperings(program.folder).items():
        package = program.folder / "tampered.zip"
        write(package, change(parts))
        answer = program.run("verify", package)
        report.equal(answer.code, headless.COUNTY_FILE, name)
        report.expect(sentence in answer.err, f"{name}: {answer.err}")
    judged = program.folder / "judged.zip"
    write(judged, with_verdict(parts, "达标"))
    answer = program.run("verify", judged)
    report.expect("结论是“未达标”，清单中是“达标”" in answer.err, f"another verdict: {answer.err}")

    cut = program.folder / "cut.zip"
    cut.write_bytes(first.read_bytes()[:-1000])
    answer = program.run("verify", cut)
    report.equal(answer.code, headless.COUNTY_FILE, "a package cut off")
    report.expect("不完整或已损坏" in answer.err, answer.err)
    report.expect("不是均衡生成的上报包" in program.run("verify", book).err, "a workbook is no package")

    nowhere = program.folder / "no folder" / "x.zip"
    before = headless.sha256(county)
    report.equal(hand_in(county, nowhere).code, headless.COUNTY_FILE, "a folder that is not there")
    report.equal(headless.sha256(county), before, "the county file after it")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
