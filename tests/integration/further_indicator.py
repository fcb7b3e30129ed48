#!/usr/bin/python3
"""An eighth resource indicator that a standard's file brings: every way through the program knows it.

    further_indicator.py CLI FOLDER

tests/support/further-indicator.json adds R8, computers for 100 pupils, and asks for seven of the eight. The judge of the
engine computes it in fractions from the sample's figures, told R8 here from the words of that file and not by reading it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import exact
import exact_resources
import openpyxl
import recalculate
import workbook_cells
from compare import SAMPLE, Comparison

STANDARD = headless.SUPPORT / "further-indicator.json"
ID = "further-indicator"
TITLE = "每百名学生拥有教学用计算机台数"
SHORT = "教学用计算机"
TASKS = "任务清单"
UNIT = "县教育局装备中心"
# 示例县第一小学: 317 computers, all for its 1860 pupils, as it has one stage and one campus.
FIRST_SCHOOL = "9901001001"
FIRST_VALUE = Fraction(317 * 100, 1860)


def judge_eight() -> dict:
    """What the judge makes of the sample by the standard with R8."""
    computers = exact_resources.Indicator(
        "R8",
        {"primary": Fraction("12.5"), "junior": Fraction(14)},
        exact_resources.both_stages("computers"),
        scale=Fraction(100),
        split=True,
    )
    exact_resources.INDICATORS = (*exact_resources.INDICATORS, computers)
    exact_resources.ROWS_MET = 7
    wanted = json.loads(json.dumps(exact.assess(SAMPLE, headless.YEAR)))
    wanted["standard"]["id"] = ID
    return wanted


def check_assessment(found: dict, wanted: dict, report: headless.Report) -> None:
    Comparison("R8", report).compare(found, wanted, "")
    first = next(s for s in found["sections"] if s["school_code"] == FIRST_SCHOOL)
    report.expect(abs(first["indicators"][7]["value"] - float(FIRST_VALUE)) < 1e-12, "R8 of the first school")
    statuses = Counter(section["indicators"][7]["status"] for section in found["sections"])
    report.expect(set(statuses) == {"met", "floor", "below"}, f"R8 is not always the same: {statuses}")
    # Seven of eight pass where the eighth is above its floor. Six of eight, which would do of seven, do not.
    verdicts = Counter((section["met"], section["verdict"]) for section in found["sections"])
    for seen in ((8, "pass"), (7, "pass"), (7, "fail"), (6, "fail")):
        report.expect(verdicts[seen] > 0, f"no section with {seen}: {verdicts}")
    report.expect(not any(met < 7 and verdict == "pass" for met, verdict in verdicts), f"six do: {verdicts}")
    by_eighth = [s for s in found["sections"] if s["met"] == 7 and s["indicators"][7]["status"] == "floor"]
    report.expect(any(s["verdict"] == "pass" for s in by_eighth), "R8 is never the one that misses")


def rows_of(path: Path, sheet: str) -> list[tuple]:
    return list(openpyxl.load_workbook(path)[sheet].iter_rows(min_row=2, values_only=True))


def check_template(program, county: Path, report: headless.Report) -> None:
    """The list of tasks has a row for R8, which comes back by import and stays."""
    template = program.folder / "template.xlsx"
    program.must("template", template, "--from", county, "--year", headless.YEAR)
    ids = [row[0] for row in rows_of(template, TASKS)]
    report.equal(len(ids), 32, "tasks of the template")
    report.equal(ids[6:9], ["R7", "R8", "G1"], "the place of R8")
    book = openpyxl.load_workbook(template)
    sheet = book[TASKS]
    heads = [cell.value for cell in sheet[1]]
    at = ids.index("R8") + 2
    report.equal(sheet.cell(at, heads.index("指标内容（自动）") + 1).value, TITLE, "the name of R8")
    choices = next(r for r in sheet.data_validations.dataValidation if f"A{at}" in r.sqref).formula1
    report.expect(",R8," in choices, f"R8 may be chosen: {choices}")
    sheet.cell(at, 1).value = "r8"
    sheet.cell(at, heads.index("责任单位") + 1).value = UNIT
    book.save(template)
    plan = program.must("import", county, "--year", headless.YEAR, template, "--json").json()
    report.equal([(c["part"], c["item"], c["after"]) for c in plan["changes"]],
                 [("R8", "task_unit", UNIT)], "the import of R8's task")

    again = program.folder / "again.xlsx"
    program.must("template", again, "--from", county, "--year", headless.YEAR)
    report.expect(any(row[0] == "R8" and UNIT in row for row in rows_of(again, TASKS)), "R8's task in the next template")
    national = program.sample_county("national.junheng")
    refused = program.run("import", national, "--year", headless.YEAR, again)
    report.equal(refused.code, headless.BAD_INPUT, "a county whose standard has no R8")
    report.expect("R8" in refused.out + refused.err, "the row of R8 is named")


def check_workbook(program, book: Path, report: headless.Report) -> None:
    sheets = workbook_cells.read_workbook(book)
    for name in ("表Ⅱ-1", "表Ⅱ-2", "表Ⅲ", "未达标学校名单", "小学-分摊", "小学-生均值", "小学-判定", "初中-均衡"):
        words = [str(cell) for line in sheets[name].rows() for cell in line if cell is not None]
        report.expect(any(SHORT in word or TITLE in word for word in words), f"R8 in {name}")
    recalculated = recalculate.recalculate([book], program.folder / "recalculated")[0]
    cover = workbook_cells.read_workbook(recalculated)["封面"].rows()
    total = next(row for row in cover if row[0] == "核对合计")
    report.expect(total[3] == 0, f"recalculated: {total}")


def words_of(pdf: Path) -> str:
    """Without blanks and ends of lines, as a table breaks its words."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    return "".join(text.split())


def check_pdf(pdf: Path, report: headless.Report) -> None:
    plain = words_of(pdf)
    for words in ("资源配置八项指标情况", "资源配置八项指标综合达标", "小学八项指标的校际差异系数", f"{SHORT}（台/百生）"):
        report.expect(words in plain, f"{words} is not in {pdf.name}")
    report.expect("七项" not in plain, f"{pdf.name} still counts seven")


def check_dossier(program, county: Path, report: headless.Report) -> None:
    dossier = program.folder / "dossier.pdf"
    program.must("report", county, "--year", headless.YEAR, "--dossiers", dossier, "--school", FIRST_SCHOOL)
    # Value, limit and 85 % of it.
    report.expect(f"R8{SHORT}（台/百生）17.0412.510.625达标" in words_of(dossier), "R8 in the dossier")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    county = program.folder / "eight.junheng"
    program.must("init", county, "--county", "示例县", "--code", "990101", "--standard", STANDARD)
    program.must("import", county, "--year", headless.YEAR, SAMPLE)
    check_assessment(program.assess(county), judge_eight(), report)
    check_template(program, county, report)
    book, pdf = program.folder / "report.xlsx", program.folder / "report.pdf"
    program.must("report", county, "--year", headless.YEAR, "--xlsx", book, "--pdf", pdf)
    check_workbook(program, book, report)
    check_pdf(pdf, report)
    check_dossier(program, county, report)
    seven = program.must("assess", county, "--year", headless.YEAR, "--standard", "national-2017", "--json").json()
    report.equal({len(section["indicators"]) for section in seven["sections"]}, {7}, "by the national standard")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
