#!/usr/bin/python3
"""Does a new kind of kept record cost what src/model/README.md says, and does it follow from its kind what becomes of it?

    kept_record.py ROOT             do the edits below still find their places, in at most 12 files of the product?
    kept_record.py ROOT FOLDER      makes them in a copy of the tree in FOLDER, builds it and takes a record through
                                    import, template, the next year, history and the submission package

The record is a building work (基建项目) of no year, no statistics, that stays in the house.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

MOST_FILES = 12
ITEMS = """work_number,项目序号,work,,integer,0,yes,key,基建项目,基建项目,,,,,,1,999
work_title,项目名称,work,,text,,yes,,基建项目,基建项目,,,,,,,
work_cost,项目投资,work,万元,money,2,no,,基建项目,基建项目,,,,,,,
"""
PART = """    case Level::Work:
        if (const auto parsed = readKey(row, m_keyColumn, model::itemOf(items::work_number)))
            return QString::number(parsed->amount);
        return std::nullopt;
"""
# File, the text it stands before, what is added. "" stands for the end of the file.
EDITS = (
    ("data/items.csv", "", ITEMS),
    ("src/model/level.h", "};\ninline constexpr int kLevelCount = ", "    Work,\n"),
    ("src/model/record_kind.cpp", "}};\n\n} // namespace",
     '    {.id = "work", .ofYear = false, .inDataCode = false, .inPackage = false, .frozen = false, .onEntryPage = false},\n'),
    ("src/model/subject.cpp", "    case Level::Room:\n        return isOrdinal(part);", "    case Level::Work:\n"),
    ("src/exchange/template_layout.cpp", "                                              {u\"任务清单\", Level::Task, false},",
     "                                              {u\"基建项目\", Level::Work, false},\n"),
    ("src/exchange/row_key.cpp", "    case Level::School:\n    case Level::County:\n    case Level::Evidence:", PART),
    ("ui/pages/entry/grid/entry_rows.cpp", "    case Level::Narrative:\n    case Level::Explanation:\n        return;",
     "    case Level::Work:\n"),
    ("ui/pages/entry/grid/entry_rows.cpp",
     "    case Level::Narrative:\n    case Level::Explanation:\n        return {tr(\"编号\"), tr(\"内容\")};",
     "    case Level::Work:\n"),
    ("ui/pages/entry/grid/entry_rows.cpp",
     "    case Level::Narrative:\n    case Level::Explanation:\n        return {subject.part};", "    case Level::Work:\n"),
)
# Lists that have one more.
COUNTS = (
    ("src/model/level.h", "kLevelCount = "),
    ("src/exchange/template_layout.cpp", "std::array<SheetWords, "),
)
SHEET, TITLE = "基建项目", "综合楼"
YEAR, NEXT = "2025", "2026"


def inserted(text: str, place: str, added: str) -> str:
    at = text.index(place) if place else len(text)
    return text[:at] + added + text[at:]


def counted(text: str, place: str) -> str:
    at = text.index(place) + len(place)
    end = at
    while text[end].isdigit():
        end += 1
    return text[:at] + str(int(text[at:end]) + 1) + text[end:]


def complaints(root: Path) -> list[str]:
    found = []
    for file, place in [(file, place) for file, place, _ in EDITS if place] + list(COUNTS):
        times = (root / file).read_text(encoding="utf-8").count(place)
        if times != 1:
            found.append(f"{file}: {times} times instead of once: {place!r}")
    files = {file for file, *_ in (*EDITS, *COUNTS)}
    if len(files) > MOST_FILES:
        found.append(f"a kind of record costs {len(files)} files: {', '.join(sorted(files))}")
    readme = (root / "src/model/README.md").read_text(encoding="utf-8")
    found += [f"src/model/README.md does not name {file}" for file in sorted(files) if file.removeprefix("src/") not in readme]
    return found


def make_tree(root: Path, tree: Path) -> None:
    shutil.rmtree(tree, ignore_errors=True)
    files = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    for name in filter(None, files.split("\0")):
        if (root / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, tree / name)
    for file, place, added in EDITS:
        path = tree / file
        path.write_text(inserted(path.read_text(encoding="utf-8"), place, added), encoding="utf-8")
    for file, place in COUNTS:
        path = tree / file
        path.write_text(counted(path.read_text(encoding="utf-8"), place), encoding="utf-8")
    tests = tree / "tests/unit/store"
    shutil.copy(root / "tests/recipes/kept_record_test.cpp", tests)
    listed = tests / "CMakeLists.txt"
    listed.write_text(inserted(listed.read_text(), "    migration_test.cpp", "    kept_record_test.cpp\n"))


def build(tree: Path) -> Path:
    made = tree / "build/trial"
    subprocess.run(["cmake", "-S", tree, "-B", made, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug", "-DCMAKE_CXX_FLAGS=-g0",
                    "-DCMAKE_UNITY_BUILD=ON", "-DJUNHENG_TESTS=ON", *sys.argv[3:]],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", made, "junheng-cli", "junheng", "junheng_test_store"], check=True, stdout=subprocess.DEVNULL)
    return made / "bin"


def main() -> int:
    root = Path(sys.argv[1]).resolve()
    found = complaints(root)
    print("\n".join(found))
    if found or len(sys.argv) == 2:
        return 1 if found else 0

    tree = Path(sys.argv[2]).resolve() / "tree"
    make_tree(root, tree)
    programs = build(tree)
    subprocess.run([programs / "junheng_test_store", "--gtest_brief=1"], check=True)
    return drive(root, programs / "junheng-cli", tree.parent / "scratch")


def rows(file: Path, query: str) -> list[tuple]:
    with sqlite3.connect(file) as county:
        found = county.execute(query).fetchall()
    county.close()
    return found


def drive(root: Path, executable: Path, folder: Path) -> int:
    sys.path.insert(0, str(root / "tests/integration"))
    import headless  # noqa: I001  makes the folder of the next one known
    import openpyxl
    import sample_parts

    program, report = headless.Program(str(executable), str(folder)), headless.Report()

    def with_work(name: str, cost: int) -> Path:
        book = openpyxl.load_workbook(sample_parts.SAMPLE)
        sheet = book.create_sheet(SHEET)
        sheet.append(["项目序号", "项目名称", "项目投资（万元）"])
        sheet.append([1, TITLE, cost])
        book.save(folder / name)
        return folder / name

    def package(county: Path) -> tuple[dict, bytes]:
        target = county.with_suffix(".zip")
        program.must("report", county, "--year", YEAR, "--date", "2025-10-18", "--package", target)
        program.must("verify", target)
        with zipfile.ZipFile(target) as parts:
            return json.loads(parts.read("清单.json")), parts.read("县级数据.junheng")

    without = program.sample_county("without.junheng", sample_parts.SAMPLE)
    county = program.sample_county("with.junheng", with_work("first.xlsx", 500))
    kept = "SELECT year, part, figures ->> '$.work_title', figures ->> '$.work_cost' FROM subject WHERE kind = 'work'"
    report.equal(rows(county, kept), [(0, "1", TITLE, "[50000,2]")], "the record after the import")
    report.equal(rows(county, "SELECT year FROM batch"), [(0,)], "the batch of a year and of none")
    report.equal(program.assess(county), program.assess(without), "the assessment")

    program.must("roll", county, "--from", YEAR)
    report.equal(rows(county, kept)[0][0], 0, "the record after the next year has begun")
    filled = folder / "filled.xlsx"
    program.must("template", filled, "--from", county, "--year", NEXT)
    table = [[cell.value for cell in row[:3]] for row in openpyxl.load_workbook(filled)[SHEET].iter_rows(max_row=2)]
    report.equal(table[1], ["1", TITLE, 500], "the record in the template of the next year")
    program.must("import", county, with_work("second.xlsx", 700), "--year", YEAR)
    report.equal(rows(county, kept), [(0, "1", TITLE, "[70000,2]")], "the record after the second import")
    labels = [entry["year"] for entry in program.must("history", county, "--json").json()["batches"]]
    report.equal(labels, [0, int(NEXT), 0], "the years of the history, newest first")
    program.must("verify", county)

    (manifest, extract), (other, _) = package(county), package(without)
    report.equal(manifest["data_code"], other["data_code"], "数据校验码")
    report.expect(TITLE.encode() not in extract, "the record went out with the package")
    copy = folder / "extract.junheng"
    copy.write_bytes(extract)
    report.equal(rows(copy, kept), [], "records in the county file of the package")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
