#!/usr/bin/python3
"""The template as openpyxl and LibreOffice see it: lists, notes, protection, cross-checks that are live, a new year.

    template_aids.py CLI FOLDER
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next ones known
import openpyxl
import random_county
import recalculate
import template_book

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "demo-county.xlsx"
CHECK = "核对"
# 松岗镇中心小学, whose data are doubtful on purpose (data/samples/README.md)
SAMPLE_DOUBTS = {("学段", 14): "中级及以上职务教师数大于专任教师数"}
OWN = {CHECK, "学校名称(自动)", "指标内容(自动)", "填写说明"}
COMPLETE = "9901001001"  # 示例县第一小学, on one campus
NEXT_YEAR = headless.YEAR + 1


class Table:
    """A data sheet by heading and key."""

    def __init__(self, sheet) -> None:
        self.sheet = sheet
        self.columns = {
            template_book.plain_label(cell.value) if cell.value not in OWN else cell.value: cell.column
            for cell in sheet[1]
            if cell.value
        }

    def column(self, label: str) -> int:
        return self.columns[template_book.plain_label(label)]

    def cell(self, row: int, label: str):
        return self.sheet.cell(row, self.column(label))

    def row(self, *key: str) -> int:
        """The first row that begins with this key, the school's name not counted."""
        first = [c for c in range(1, 5) if self.sheet.cell(1, c).value != "学校名称（自动）"][: len(key)]
        for row in range(2, self.sheet.max_row + 1):
            if [self.sheet.cell(row, column).value for column in first] == list(key):
                return row
        raise KeyError((self.sheet.title, key))

    def blank_row(self) -> int:
        return next(r for r in range(2, self.sheet.max_row + 1) if self.sheet.cell(r, 1).value is None)


def checks_of(path: Path) -> dict[tuple[str, int], str]:
    """What the column 核对 says, where it says something."""
    book = openpyxl.load_workbook(path, data_only=True)
    result = {}
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[1]]
        if CHECK not in heads:
            continue
        column = heads.index(CHECK) + 1
        for row in range(2, sheet.max_row + 1):
            if text := sheet.cell(row, column).value:
                result[sheet.title, row] = text
    return result


def check_looks(path: Path, report: headless.Report) -> None:
    book = openpyxl.load_workbook(path)
    report.equal(book.sheetnames[0], "填表说明", "first sheet")
    for sheet in book.worksheets:
        name = sheet.title
        report.expect(sheet.protection.sheet and sheet.protection.password is None, f"{name}: protected, no password")
        if name == "填表说明":
            continue
        open_to = ("formatColumns", "sort", "autoFilter", "insertRows", "deleteRows")
        report.expect(not any(getattr(sheet.protection, what) for what in open_to), f"{name}: open to sorting")
        report.expect(all(cell.protection.locked for cell in sheet[1] if cell.value), f"{name}: headings locked")
        report.expect(not sheet.column_dimensions["B"].protection.locked, f"{name}: cells open")
        report.expect(sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$1:$1", f"{name}: page")
        report.expect(sheet.freeze_panes is not None and sheet.print_area, f"{name}: frozen, print area")
        noted = sheet["A"][1:] if name == "县级" else sheet[1]
        for cell in noted:
            if cell.value and template_book.plain_label(cell.value) not in {"学校名称", "指标内容"} | OWN:
                report.expect(cell.comment is not None, f"{name}!{cell.coordinate}: no note")
        rules = sheet.data_validations.dataValidation
        report.expect(len(rules) < 65_534, f"{name}: {len(rules)} validations")
        for rule in rules:
            report.expect(len(rule.formula1 or "") <= 257, f"{name}: long condition {rule.sqref}")
            for text, most in ((rule.errorTitle, 32), (rule.error, 255), (rule.promptTitle, 32), (rule.prompt, 255)):
                report.expect(len(text or "") <= most, f"{name}: long text {rule.sqref}")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.data_type == "f":
                    report.expect(len(cell.value) <= 8192, f"{name}!{cell.coordinate}: long formula")


def rule_of(sheet, row: int, column: int):
    place = sheet.cell(row, column).coordinate
    return next(rule for rule in sheet.data_validations.dataValidation if place in rule.sqref)


def check_lists(path: Path, report: headless.Report) -> None:
    book = openpyxl.load_workbook(path)
    for sheet, label, wanted in (
        ("学校", "城乡类型", '"城区,镇区,乡村"'),
        ("学校", "是否制定章程", '"是,否,不适用"'),
        ("学段", "学段", '"小学,初中,高中,特教"'),
        ("专用教室", "专用教室类别", '"音乐,美术"'),
        ("定性结论", "自评结论", '"达标,未达标,待定"'),
        ("一票否决", "是否存在", '"是,否"'),
        ("质量监测", "监测学科", '"语文,数学,科学,体育,艺术,德育,英语,劳动,心理健康"'),
        ("社会认可度", "调查对象", '"学生,家长,教师,校长,人大代表,政协委员,其他群众"'),
    ):
        table = Table(book[sheet])
        rule = rule_of(table.sheet, 2, table.column(label))
        report.equal((rule.type, rule.formula1, rule.errorStyle), ("list", wanted, None), f"{sheet}: {label}")
    code = rule_of(book["学段"], 2, 1)
    report.equal((code.type, code.errorStyle), ("list", "warning"), "学段: codes are chosen from 学校")
    report.equal(rule_of(book["学校"], 2, 1).type, "custom", "学校: ten digits")


def two_campus_school(book) -> str:
    codes = [row[0].value for row in book["校区"].iter_rows(min_row=2) if row[0].value]
    return next(code for code in codes if codes.count(code) > 1)


def plant(path: Path) -> dict[tuple[str, int], str]:
    """Plants errors that the importer takes; what 核对 has to say, by sheet and row."""
    book = openpyxl.load_workbook(path)
    tables = {sheet.title: Table(sheet) for sheet in book.worksheets if sheet.title != "填表说明"}
    wanted = dict(SAMPLE_DOUBTS)

    def spoil(sheet: str, row: int, label: str, value: object, message: str) -> None:
        tables[sheet].cell(row, label).value = value
        wanted[sheet, row] = message

    sections = tables["学段"]
    codes = dict.fromkeys(r[0].value for r in sections.sheet.iter_rows(min_row=2) if r[2].value == "小学")
    rows = iter([sections.row(code, "小学") for code in codes if code != two_campus_school(book)])
    for label, whole, message in (
        ("本科学历专任教师数", "专任教师数", "各学历教师之和大于专任教师数"),
        ("县级及以上骨干教师数", "专任教师数", "骨干教师数大于专任教师数"),
        ("体育专任教师数", "专任教师数", "体育、艺术教师之和大于专任教师数"),
        ("持教师资格证专任教师数", "专任教师数", "持证教师数大于专任教师数"),
        ("近5年培训满360学时专任教师数", "专任教师数", "培训满学时教师数大于专任教师数"),
        ("专任教师数", "教职工数", "专任教师数大于教职工数"),
        ("进城务工人员随迁子女在校生数", "在校学生数", "随迁子女数大于在校学生数"),
        ("划片范围内学生数", "在校学生数", "划片范围内学生数大于在校学生数"),
        ("最大班额", "在校学生数", "最大班额大于在校学生数"),
    ):
        row = next(rows)
        spoil("学段", row, label, sections.cell(row, whole).value + 1, message)
    row = next(rows)
    spoil("学段", row, "教学班数", 1, "平均班额超过80人；各档班数之和不等于教学班数")
    row = next(rows)
    spoil("学段", row, "教学班数", sections.cell(row, "教学班数").value + 1, "各档班数之和不等于教学班数")
    campuses = tables["校区"]
    row = campuses.row(COMPLETE)
    spoil("校区", row, "室内体育用房面积", 99_999, "室内体育用房面积大于教学及辅助用房面积")
    schools = tables["学校"]
    row = schools.row(COMPLETE)
    spoil("学校", row, "音乐专用教室间数", 40, "音乐专用教室间数与“专用教室”表的行数不一致")
    spoil("学校", row + 1, "教师培训经费预算", 99_999, "教师培训经费大于公用经费预算")
    spoil("学校", row + 2, "所属中心校标识码", "9900000000", "所属中心校标识码不在本表")
    spoil("社会认可度", 2, "满意问卷数", 99_999, "满意问卷数大于有效问卷数")
    county = tables["县级"].sheet
    quota = next(r for r in range(2, county.max_row + 1) if county.cell(r, 1).value.startswith("分配到初中的名额数"))
    county.cell(quota, 2).value = 999_999
    wanted["县级", quota] = "分配到初中的名额数大于名额总数"
    book.save(path)
    return wanted


def plant_refused(path: Path) -> dict[tuple[str, int], str]:
    """Plants errors that the importer refuses, on top of the others."""
    book = openpyxl.load_workbook(path)
    schools, sections, campuses = (Table(book[name]) for name in ("学校", "学段", "校区"))
    wanted: dict[tuple[str, int], str] = {}
    row = schools.blank_row()
    schools.cell(row, "学校标识码").value = "123456789"
    schools.cell(row + 1, "学校名称").value = "无码小学"
    wanted["学校", row] = "学校标识码应为十位数字"
    wanted["学校", row + 1] = "没有填写“学校标识码”"
    schools.cell(row + 2, "学校标识码").value = schools.sheet.cell(10, 1).value
    wanted["学校", row + 2] = wanted["学校", 10] = "学校标识码重复"

    row = sections.blank_row()
    for number, (code, stage) in enumerate((("9900000001", "小学"), (COMPLETE, "小学"))):
        sections.cell(row + number, "学校标识码").value = code
        sections.cell(row + number, "学段").value = stage
    wanted["学段", row] = "学校标识码不在“学校”表"
    wanted["学段", row + 1] = "同一学校的学段重复"
    # COMPLETE has an error of its own by now, in the row that is repeated.
    first = sections.row(COMPLETE, "小学")
    wanted["学段", first] = "同一学校的学段重复；各学历教师之和大于专任教师数"

    # An empty cell of two campuses says where it is, a wrong one where it does not add up.
    code = two_campus_school(book)
    row = campuses.row(code)
    for stage in ("小学", "初中"):
        cell = campuses.cell(row, f"{stage}在校学生数")
        if cell.value:
            cell.value += 1
            wanted["学段", sections.row(code, stage)] = f"各校区{stage}在校学生数之和不等于在校学生数"
    other = campuses.blank_row()
    for number, name in enumerate(("南校区", "南校区")):
        campuses.cell(other + number, "学校标识码").value = COMPLETE
        campuses.cell(other + number, "校区名称").value = name
        campuses.cell(other + number, "小学在校学生数").value = 0
        wanted["校区", other + number] = "同一学校的校区重名（空白即本部）"
    own = campuses.row(COMPLETE)
    wanted["校区", own] = "有两个以上校区，要填小学在校学生数，没有填 0；室内体育用房面积大于教学及辅助用房面积"
    campuses.cell(other + 2, "学校标识码").value = code
    campuses.cell(other + 2, "校区名称").value = "高中部"
    campuses.cell(other + 2, "小学在校学生数").value = 0
    campuses.cell(other + 2, "初中在校学生数").value = 0
    campuses.cell(other + 2, "高中在校学生数").value = 5
    wanted["校区", other + 2] = "“学段”表没有这所学校的高中"
    book.save(path)
    return wanted


def fill_blank(program) -> Path:
    """The sample's figures typed into a blank template."""
    path = program.folder / "filled.xlsx"
    program.must("template", path)
    book = openpyxl.load_workbook(path)
    for sheet, rows in openpyxl_rows(SAMPLE).items():
        table = Table(book[sheet])
        for number, row in enumerate(rows, start=2):
            for label, value in row.items():
                if label in table.columns and value is not None:
                    table.cell(number, label).value = value
    book.save(path)
    return path


def openpyxl_rows(path: Path) -> dict[str, list[dict]]:
    book = openpyxl.load_workbook(path)
    result = {}
    for sheet in book.worksheets:
        heads = [template_book.plain_label(cell.value) for cell in sheet[1]]
        result[sheet.title] = [dict(zip(heads, row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    return result


def county_of(program, name: str, *books: Path) -> Path:
    path = program.folder / name
    program.must("init", path, "--county", "示例县", "--code", "990101")
    program.must("import", path, "--year", headless.YEAR, *books)
    return path


def spoil(book: template_book.Book, seed: int) -> None:
    """Puts nonsense, 不适用 and blanks over a tenth of the figures, in ways that the importer takes."""
    chance = random.Random(seed)
    for sheet in ("学校", "学段", "校区"):
        for row in book[sheet]:
            for head, value in row.items():
                if not isinstance(value, (int, float)) or "年份" in head or chance.random() >= 0.1:
                    continue
                if "学生数" not in head:
                    # A figure that alone makes an indicator must not be 不适用.
                    other = template_book.NOT_APPLICABLE if "班数" in head else None
                    row[head] = chance.choice((0, 3, 77, 5000, other, None))
                elif sheet == "校区":
                    row[head] = None


def spoiled_templates(program, report: headless.Report) -> list[Path]:
    """Templates of random counties with blanks, campuses, every type and much that cannot be right."""
    books = []
    for seed in range(6):
        source = program.folder / f"random{seed}.xlsx"
        contents = random_county.random_county(seed)
        spoil(contents, seed)
        template_book.write_book(source, contents)
        words = {template_book.plain_label(row["指标项"]): row["数值"] for row in contents["县级"]}
        county = program.folder / f"random{seed}.junheng"
        program.must("init", county, "--county", words["县(市、区)名称"], "--code", words["行政区划代码"])
        program.must("import", county, "--year", headless.YEAR, source)
        books.append(program.folder / f"random{seed}_template.xlsx")
        program.must("template", books[-1], "--from", county, "--year", headless.YEAR)
    report.expect(sum(len(checks_of(book)) for book in books) > 30, "random counties: 核对 says too little")
    return books


def check_next_year(program, county: Path, report: headless.Report) -> None:
    path = program.folder / "next.xlsx"
    program.must("template", path, "--from", county, "--year", NEXT_YEAR)
    check_looks(path, report)
    book = openpyxl.load_workbook(path)
    sections, campuses, schools = (Table(book[name]) for name in ("学段", "校区", "学校"))
    row = sections.row(COMPLETE, "小学")
    pupils = sections.cell(row, "在校学生数")
    report.equal(pupils.value, None, "next year: pupils")
    rule = rule_of(sections.sheet, row, pupils.column)
    report.equal((rule.type, rule.promptTitle), ("custom", "上年：1860"), "next year: last year's pupils")
    report.equal(rule.prompt, "示例县第一小学 小学 2025 学年：1860 人", "next year: whose pupils")
    report.expect(campuses.cell(campuses.row(COMPLETE), "教学及辅助用房面积").value == 12260, "next year: area")
    own = schools.row(COMPLETE)
    report.equal(schools.cell(own, "学校名称").value, "示例县第一小学", "next year: name")
    report.equal(schools.cell(own, "年度公用经费预算总额").value, None, "next year: budget")
    report.equal(
        [book["县级"].cell(r, 2).value for r in (2, 3, 4)], ["示例县", "990101", NEXT_YEAR], "next year: identity"
    )
    follower = program.folder / "next.junheng"
    shutil.copy(county, follower)
    program.must("import", follower, "--year", NEXT_YEAR, path)
    result = program.must("assess", follower, "--year", NEXT_YEAR, "--json").json()
    sections = result["sections"]
    report.expect(len(sections) > 60 and all(s["pupils"] is None for s in sections), "next year: pupils of no section")
    report.equal(
        program.run("template", program.folder / "no.xlsx", "--from", county, "--year", headless.YEAR - 1).code,
        headless.BAD_INPUT,
        "a year before the first",
    )


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    county = county_of(program, "sample.junheng", SAMPLE)
    sound = program.folder / "sound.xlsx"
    program.must("template", sound, "--from", county, "--year", headless.YEAR)
    check_looks(sound, report)
    check_lists(sound, report)
    check_next_year(program, county, report)

    planted = program.folder / "planted.xlsx"
    shutil.copy(sound, planted)
    soft = plant(planted)
    refused = program.folder / "refused.xlsx"
    shutil.copy(planted, refused)
    hard = plant_refused(refused)
    filled = fill_blank(program)
    randoms = spoiled_templates(program, report)
    books = [sound, planted, refused, filled, *randoms]
    again = dict(zip(books, recalculate.recalculate(books, program.folder / "recalculated")))

    report.equal(checks_of(sound), SAMPLE_DOUBTS, "sound: as written")
    report.equal(checks_of(again[sound]), SAMPLE_DOUBTS, "sound: recalculated")
    report.equal(checks_of(again[planted]), soft, "planted: recalculated")
    report.equal(checks_of(again[refused]), soft | hard, "refused: recalculated")
    for book in randoms:
        report.equal(checks_of(again[book]), checks_of(book), f"{book.name}: as written and recalculated")

    # Written by LibreOffice, the template imports as it did before.
    answer = program.must("import", county, "--year", headless.YEAR, again[sound], "--json").json()
    report.equal((answer["changes"], answer["findings"]), ([], []), "round trip: import")
    typed = county_of(program, "typed.junheng", again[filled])
    report.equal(program.assess(typed), program.assess(county), "typed into a blank template: assessment")
    # What the importer takes stands in the checks of the next export before anybody recalculates.
    spoiled = county_of(program, "spoiled.junheng", again[planted])
    export = program.folder / "spoiled.xlsx"
    program.must("template", export, "--from", spoiled, "--year", headless.YEAR)
    report.equal(checks_of(export), soft, "planted: exported with values")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
