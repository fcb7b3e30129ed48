#!/usr/bin/python3
"""The working sheets of the report: recalculated by LibreOffice they give every figure back, and follow a changed one.

    working_sheets.py CLI FOLDER COUNT

The sample county, the golden counties and COUNT random ones are written as workbooks. Each is recalculated as it is, and
again with raw figures changed; the second must say what `assess` says of the equally changed data book.
"""

from __future__ import annotations

import copy
import random
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import random_whole
import recalculate
import template_book
import workbook_cells
import working_parts

ROOT = Path(__file__).resolve().parents[2]
TOLERANCE = 1e-12
LONGEST_FORMULA = 8192
# Nothing that Excel 2010, WPS or LibreOffice lacks.
FUNCTIONS = {
    *("IF", "AND", "OR", "NOT", "ISNUMBER", "N", "COUNT", "COUNTBLANK", "COUNTIF", "COUNTIFS", "SUM", "SUMIF", "SUMPRODUCT"),
    "SMALL",
    *("SQRT", "ROUND", "ROUNDUP", "ABS", "MAX", "MIN", "MID", "TRUE", "FALSE"),
}
STAGES = {"primary": "小学", "junior": "初中"}
STATUS_WORDS = {"met": "达标", "floor": "85%以上", "below": "低于85%", "missing": "待填报"}
VERDICT_WORDS = {"pass": "达标", "fail": "未达标", "missing": "待填报", "met": "达标", "unmet": "未达标"}
MISSING, DASH, CHECK, IN_SCOPE = "待填报", "——", "核对", "参评"
INDICATORS = [f"R{n}" for n in range(1, 8)]

Workbook = dict[str, workbook_cells.Sheet]


# --- reading the workbook --------------------------------------------------------------------


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


@dataclass
class Sheet:
    """A working sheet as rows of values; the head tells what the columns are."""

    rows: list[list]
    head: int  # rows above the body, title and caption included

    def columns(self) -> dict[str, int]:
        """The column an indicator is judged by: the last one below its heading that is no check."""
        found, current = {}, None
        names = self.rows[self.head - 1]
        for column, title in enumerate(self.rows[2]):
            if title:
                current = str(title).split()[0]
            if current and column < len(names) and names[column] != CHECK:
                found[current] = column
        return found


def sheet_of(book: Workbook, name: str, head: int) -> Sheet | None:
    return Sheet(book[name].rows(), 2 + head) if name in book else None


class Reading:
    """What the recalculated working sheets say."""

    def __init__(self, path: Path) -> None:
        self.book = workbook_cells.read_workbook(path)
        self.sections: dict[tuple[str, str], dict] = {}
        self.balance: dict[str, dict] = {}
        for stage, name in STAGES.items():
            raw = sheet_of(self.book, f"{name}-原始数据", 1)
            if raw is not None:
                codes = [str(row[1]) for row in raw.rows[raw.head :]]
                self.read_sections(stage, name, codes)
                self.read_balance(stage, name)

    def read_sections(self, stage: str, name: str, codes: list[str]) -> None:
        values, verdicts = sheet_of(self.book, f"{name}-生均值", 2), sheet_of(self.book, f"{name}-判定", 3)
        columns = values.columns()
        for index, code in enumerate(codes):
            value = values.rows[values.head + index]
            verdict = verdicts.rows[verdicts.head + 2 + index]
            self.sections[stage, code] = {
                "scope": value[2],
                "values": [value[columns[i]] for i in INDICATORS],
                "statuses": list(verdict[3:10]),
                "met": verdict[10],
                "verdict": verdict[11],
                "remark": verdict[12],
            }

    def read_balance(self, stage: str, name: str) -> None:
        sheet = sheet_of(self.book, f"{name}-均衡", 2)
        mean, deviation, coefficient, _, verdict = sheet.rows[sheet.head : sheet.head + 5]
        columns = [3 + 2 * i for i in range(7)]
        self.balance[stage] = {
            "mean": [mean[c] for c in columns],
            "sd": [deviation[c] for c in columns],
            "cv": [coefficient[c] for c in columns],
            "status": [verdict[c] for c in columns],
            "composite": coefficient[17],
        }

    def check_total(self) -> tuple[object, object]:
        """The word and the sum on the cover."""
        row = next(r for r in self.book["封面"].rows() if r[0] == "核对合计")
        return row[1], row[3]


class Comparison:
    """A recalculated workbook against the document of ``assess --json``."""

    def __init__(self, name: str, reading: Reading, document: dict, report: headless.Report) -> None:
        self.name, self.reading, self.document, self.report = name, reading, document, report

    def run(self) -> None:
        for section in self.document["sections"]:
            self.compare_section(section)
        for section in self.document["excluded"]:
            if section["stage"] in STAGES:
                found = self.reading.sections[section["stage"], section["school_code"]]
                self.report.expect(
                    found["scope"] != IN_SCOPE and found["verdict"] == DASH,
                    f"{self.name}: {section['school']} {section['stage']} is in scope: {found}",
                )
        judged = len(self.document["sections"])
        in_scope = sum(s["scope"] == IN_SCOPE for s in self.reading.sections.values())
        self.report.equal(in_scope, judged, f"{self.name}: sections in scope")
        for balance in self.document["balance"]:
            self.compare_balance(balance)
        self.compare_official()
        working_parts.PartsComparison(self.name, self.reading.book, self.document, self.report).run()

    def close(self, found: object, wanted: float | None, scale: float, where: str, blank: str = MISSING) -> None:
        if wanted is None:
            self.report.equal(found, blank, where)
        else:
            near = is_number(found) and abs(found - wanted) <= TOLERANCE * max(abs(wanted), scale)
            self.report.expect(near, f"{where}: {found!r}, expected {wanted!r}")

    def compare_section(self, section: dict) -> None:
        where = f"{self.name}: {section['school']} {section['stage']}"
        found = self.reading.sections[section["stage"], section["school_code"]]
        self.report.equal(found["scope"], IN_SCOPE, f"{where} scope")
        for i, indicator in enumerate(section["indicators"]):
            here = f"{where} {indicator['id']}"
            self.close(found["values"][i], indicator["value"], 0, here)
            self.report.equal(found["statuses"][i], STATUS_WORDS[indicator["status"]], here)
        self.report.equal(found["met"], section["met"], f"{where} met")
        self.report.equal(found["verdict"], VERDICT_WORDS[section["verdict"]], f"{where} verdict")
        # The form has the indicators in its columns L7 to L13.
        remark = re.sub(r"R(\d)", lambda match: f"L{int(match[1]) + 6}", section["reason"])
        self.report.equal(found["remark"], remark, f"{where} remark")

    def compare_balance(self, balance: dict) -> None:
        found = self.reading.balance[balance["stage"]]
        for i, wanted in enumerate(balance["indicators"]):
            where = f"{self.name}: {balance['stage']} {wanted['id']}"
            scale = wanted["mean"] or 0.0
            zero_mean = wanted["mean"] is not None and wanted["cv"] is None
            self.close(found["mean"][i], wanted["mean"], 0, f"{where} mean")
            self.close(found["sd"][i], wanted["sd"], scale, f"{where} sd")
            self.close(found["cv"][i], wanted["cv"], 1.0, f"{where} cv", DASH if zero_mean else MISSING)
            self.report.equal(found["status"][i], VERDICT_WORDS[wanted["status"]], f"{where} verdict")
        self.close(found["composite"], balance["composite"], 1.0, f"{self.name}: {balance['stage']} composite")

    def compare_official(self) -> None:
        """Tables Ⅱ-1 and Ⅲ follow; table Ⅱ-2 shows the same cells as the working sheets."""
        counts = {"小学": 4, "初中": 6}
        two = self.reading.book["表Ⅱ-1"].rows()
        three = self.reading.book["表Ⅲ"].rows()
        for balance in self.document["balance"]:
            stage = balance["stage"]
            row = counts[STAGES[stage]]
            if two[row][2] == DASH:
                continue  # the stage had no section in scope when the workbook was written
            sections = [s for s in self.document["sections"] if s["stage"] == stage]
            met = [sum(s["indicators"][i]["status"] == "met" for s in sections) for i in range(7)]
            met.append(sum(s["verdict"] == "pass" for s in sections))
            self.report.equal(list(two[row][2:10]), met, f"{self.name}: 表Ⅱ-1 {stage}")
            for i, wanted in enumerate(balance["indicators"]):
                if wanted["mean"] is not None:
                    near = is_number(three[row][2 + i]) and abs(three[row][2 + i] - wanted["mean"]) <= 0.005000001
                    self.report.expect(near, f"{self.name}: 表Ⅲ {stage} {wanted['id']}: {three[row][2 + i]!r}")


# --- what must hold of the file ---------------------------------------------------------------


def compare_cells(name: str, written: Path, recalculated: Workbook, report: headless.Report) -> None:
    """Every cell as the program stored it and as LibreOffice calculates it; 1e-12 of the column's mean for numbers."""
    stored = workbook_cells.read_workbook(written)
    report.equal(list(recalculated), list(stored), f"{name}: sheets")
    for sheet in stored.values():
        report.expect(len(sheet.name) <= 31, f"{name}: {sheet.name} is too long a name")
        scales = column_means(sheet)
        for (row, column), wanted in sheet.cells.items():
            found = recalculated[sheet.name].value(row, column)
            where = f"{name}: {sheet.name}!{workbook_cells.name_of(row, column)}"
            if wanted.formula is not None:
                check_formula(wanted.formula, wanted.value, where, report)
            if is_number(wanted.value):
                scale = max(scales[column], abs(wanted.value))
                near = is_number(found) and abs(found - wanted.value) <= TOLERANCE * scale
                report.expect(near, f"{where}: {found!r}, stored {wanted.value!r}")
            else:
                report.equal(found, wanted.value, where)


def check_names(book: Workbook, report: headless.Report) -> None:
    """Names that look like formulas and numbers are text."""
    cells = book["学校-原始数据"].cells
    for row, name in enumerate(FORMULA_NAMES, start=4):
        report.equal(cells[row, 3], workbook_cells.Cell(name), f"name in row {row}")


def column_means(sheet: workbook_cells.Sheet) -> dict[int, float]:
    columns: dict[int, list[float]] = {}
    for (_, column), cell in sheet.cells.items():
        if is_number(cell.value):
            columns.setdefault(column, []).append(abs(cell.value))
    return {column: max(sum(numbers) / len(numbers), 1e-3) for column, numbers in columns.items()}


def check_formula(formula: str, stored: object, where: str, report: headless.Report) -> None:
    report.expect(len(formula) <= LONGEST_FORMULA, f"{where}: {len(formula)} characters")
    used = set(re.findall(r"([A-Z][A-Z0-9.]*)\(", re.sub(r'"[^"]*"', "", formula)))
    report.expect(used <= FUNCTIONS, f"{where}: {used - FUNCTIONS}")
    report.expect(stored is not None, f"{where}: no value beside the formula")


# --- changing raw figures ----------------------------------------------------------------------


@dataclass
class Change:
    """One raw figure: where it stands in the data book and in the workbook, and what it becomes."""

    sheet: str  # of the data book
    row: int
    heading: str
    value: object
    place: tuple[str, str]  # sheet and cell of the workbook

    def __str__(self) -> str:
        return f"{self.place[0]}!{self.place[1]} {self.heading} = {self.value!r}"


def set_cells(book: Path, target: Path, values: dict[tuple[str, str], object]) -> None:
    """The workbook with other raw figures, everything else as it was."""
    sheets = workbook_cells.read_workbook(book)
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result:
        parts = {name: source.read(name) for name in source.namelist()}
        for (sheet, cell), value in values.items():
            part = sheets[sheet].part
            text, count = re.subn(
                rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)',
                lambda match: cell_xml(cell, match[1] or "", value),
                parts[part].decode(),
            )
            if count != 1:
                raise AssertionError(f"{book.name} {sheet}!{cell}: {count} cells")
            parts[part] = text.encode()
        for name, content in parts.items():
            result.writestr(name, content)


def cell_xml(cell: str, style: str, value: object) -> str:
    if value is None:
        return f'<c r="{cell}"{style}/>'
    if isinstance(value, str):
        return f'<c r="{cell}"{style} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{cell}"{style}><v>{value!r}</v></c>'


class Places:
    """Where the raw figures of a data book stand in the working sheets."""

    def __init__(self, workbook: Path, book: template_book.Book) -> None:
        self.book = book
        self.written = workbook_cells.read_workbook(workbook)
        self.heads: dict[str, dict[str, int]] = {}
        self.lines: dict[str, dict[tuple, int]] = {}
        self.parts = working_parts.PartPlaces(self.written, book)
        for sheet in ("学校-原始数据", "小学-原始数据", "初中-原始数据", "校区-原始数据"):
            if sheet in self.written:
                self.read(sheet)

    def read(self, name: str) -> None:
        rows = self.written[name].rows()
        self.heads[name] = {template_book.plain_label(str(h)): c for c, h in enumerate(rows[2]) if h}
        campus = name == "校区-原始数据"
        self.lines[name] = {
            (row[1], row[3] if campus else ""): number for number, row in enumerate(rows[3:], start=4)
        }

    def find(self, sheet: str, row: dict, heading: str) -> tuple[str, str] | None:
        label = template_book.plain_label(heading)
        code = row[self.head(sheet, "学校标识码")]
        part = ""
        if sheet == "学段":
            stage = row[self.head(sheet, "学段")]
            if stage == "高中" and label == "在校学生数":
                sheet, label = "学校", "高中在校学生数"
                name = "学校-原始数据"
            else:
                name = f"{stage}-原始数据"
        elif sheet == "校区":
            name, part = "校区-原始数据", row[self.head(sheet, "校区名称")] or "本部"
        else:
            name = "学校-原始数据"
        if label not in self.heads.get(name, {}) or (code, part) not in self.lines[name]:
            return None
        return name, workbook_cells.name_of(self.lines[name][code, part], self.heads[name][label] + 1)

    def head(self, sheet: str, label: str) -> str:
        return next(h for h in self.book[sheet][0] if template_book.plain_label(h) == label)


def new_value(rng: random.Random, sheet: str, label: str, old: object) -> object:
    """Something that crosses a limit, empties a cell or fills an empty one."""
    if label.startswith("是否"):
        return rng.choice(["是", "否", None])
    if sheet == "学校":
        return old
    if rng.random() < 0.2 and old is not None:
        return None
    if "在校学生数" in label:
        return rng.choice([0, 1, 49, 50, 51, 99, 100, 101, 1000, (old or 0) + 1])
    number = old if is_number(old) else 0
    factors = [0, 0.5, 0.8, 0.85, 0.9, 1.1, 1.5, 3]
    if "面积" in label:
        return round(rng.choice([number * rng.choice(factors), rng.randint(0, 9000)]) + 0.25, 2)
    if "资产值" in label:
        return round(rng.choice([number * rng.choice(factors), rng.randint(0, 400)]) + 0.1234, 4)
    return rng.choice([int(number * rng.choice(factors)), number + 1, max(0, number - 1), rng.randint(0, 90)])


# The same in the sample county: sheet, row, item, new value; and what becomes of indicators that were otherwise before.
PLANTED_PARTS = {
    # The one large class was of 46; 657 of 710 were satisfied, 600 are 84.5 %; 128 of 1286 are 9.95 %.
    "sample_met_and_unmet": (
        [
            ("学段", ("9901001008", "小学"), "最大班额", 45),
            ("学段", ("9901001008", "小学"), "46-50人班数", 0),
            ("质量监测", ("数学/八年级",), "学业水平等级", "Ⅱ"),
            ("社会认可度", ("学生",), "满意问卷数", 52),
            ("县级", ("教师年平均工资收入",), "数值", 97814.99),
            ("县级", ("实际交流轮岗教师数",), "数值", 128),
        ],
        {"G5": "met", "Q9": "unmet", "S1": "unmet", "G8": "unmet", "G11": "unmet"},
    ),
    "sample_missing": (
        [
            ("定性结论", ("G1",), "自评结论", "待定"),
            ("县级", ("实际交流轮岗教师数",), "数值", None),
            ("质量监测", ("体育/四年级",), "校际差异率", None),
            ("社会认可度", ("学生",), "满意问卷数", None),
        ],
        {"G1": "missing", "G11": "missing", "Q9": "missing", "S1": "missing"},
    ),
}

# What must be followed, one case each, in the golden county N10: unit, stage or campus, item, new value.
PLANTED = {
    "below_threshold": [("P1", "小学", "本科学历专任教师数", 37)],  # 4.11 < 4.2
    "below_floor": [("P1", "小学", "本科学历专任教师数", 32)],  # 3.56 < 3.57
    "blank": [("P2", "小学", "县级及以上骨干教师数", None)],
    "blank_area": [("N1", "本部", "室内体育用房面积", None)],
    "not_applicable": [("N1", "本部", "室内体育用房面积", "不适用")],
    "out_of_scope": [("T1", "小学", "在校学生数", 49)],
    "into_scope": [("T2", "小学", "在校学生数", 50)],  # nothing else is given there
    "no_pupils": [("N1", "初中", "在校学生数", 0)],
    "senior_pupils": [("W1", "高中", "在校学生数", 1)],
    "senior_blank": [("W1", "高中", "在校学生数", None)],
    "relaxed": [
        ("T1", "小学", "体育专任教师数", 0),
        ("T1", "小学", "交流轮岗、兼职、走教体育艺术教师数", 2),
        ("T1", "", "是否农村小规模学校", "是"),
    ],
    "too_many_to_be_relaxed": [
        ("T1", "小学", "体育专任教师数", 0),
        ("T1", "小学", "交流轮岗、兼职、走教体育艺术教师数", 2),
        ("T1", "", "是否农村小规模学校", "是"),
        ("T1", "小学", "在校学生数", 100),
    ],
    "dense_core": [
        ("P1", "", "是否人口密度过高的中心城区学校", "是"),
        ("P1", "本部", "专用运动空间及校外租赁场馆面积", 1234.5),
    ],
}

FORMULA_NAMES = ("=1+1", "+1", "-1", "@SUM(A1)", "007", '=HYPERLINK("http://a.example","点")', "1E5")


def planted_changes(places: Places, wanted: list[tuple[str, str, str, object]]) -> list[Change]:
    codes = {row[places.head("学校", "学校名称")]: row[places.head("学校", "学校标识码")] for row in places.book["学校"]}
    changes = []
    for unit, part, label, value in wanted:
        sheet = {"": "学校", "本部": "校区"}.get(part, "学段")
        for index, row in enumerate(places.book[sheet]):
            ours = row[places.head(sheet, "学校标识码")] == codes[unit]
            if ours and (sheet != "学段" or row[places.head(sheet, "学段")] == part):
                heading = places.head(sheet, label)
                changes.append(Change(sheet, index, heading, value, places.find(sheet, row, heading)))
    if len(changes) != len(wanted):
        raise AssertionError(f"{wanted}: found {changes}")
    return changes


def planted_part_changes(places: Places, wanted: list[tuple[str, tuple, str, object]]) -> list[Change]:
    changes = []
    for sheet, key, label, value in wanted:
        index = places.parts.keys[sheet].index(key)
        heading = places.head(sheet, label)
        changes.append(Change(sheet, index, heading, value, places.parts.find(sheet, index, heading)))
    return changes


def part_changes(rng: random.Random, places: Places, count: int) -> list[Change]:
    """Raw figures of government, quality and approval."""
    candidates = [
        (sheet, index, heading, old, place)
        for sheet, rows in places.book.items()
        if sheet in working_parts.SHEETS
        for index, row in enumerate(rows)
        for heading, old in row.items()
        if (place := places.parts.find(sheet, index, heading)) is not None
    ]
    # As many figures of each sheet, whatever its size.
    codes = [row[places.head("学校", "学校标识码")] for row in places.book["学校"]]
    changes = []
    for sheet in rng.choices(sorted({c[0] for c in candidates}), k=count):
        _, index, heading, old, place = rng.choice([c for c in candidates if c[0] == sheet])
        row = places.book[sheet][index]
        label = row["指标项"] if sheet == "县级" else template_book.plain_label(heading)
        value = working_parts.new_value(rng, label, old, codes)
        if value != old and place not in [c.place for c in changes]:
            changes.append(Change(sheet, index, heading, value, place))
    return changes


def make_changes(rng: random.Random, places: Places, count: int) -> list[Change]:
    candidates = []
    for sheet in ("学校", "学段", "校区"):
        for index, row in enumerate(places.book[sheet]):
            for heading, old in row.items():
                place = places.find(sheet, row, heading)
                label = template_book.plain_label(heading)
                if place is None or label in ("学校标识码", "学校名称", "办学类型", "校区名称"):
                    continue
                # What moves scope, relaxations and shares is rarer than it is interesting.
                weight = 4 if "在校学生数" in label or label.startswith("是否") or old is None else 1
                candidates += [(sheet, index, heading, old, place)] * weight
    changes: list[Change] = []
    for sheet, index, heading, old, place in rng.sample(candidates, min(count * 3, len(candidates))):
        value = new_value(rng, sheet, template_book.plain_label(heading), old)
        if value != old and place not in [c.place for c in changes] and len(changes) < count:
            changes.append(Change(sheet, index, heading, value, place))
    return changes


# --- counties ------------------------------------------------------------------------------------


@dataclass
class Case:
    """A county, its workbook, and the same with raw figures changed."""

    name: str
    data: Path
    workbook: Path
    changes: list[Change]
    changed_document: dict  # what `assess` says of the changed data book

    @property
    def changed(self) -> Path:
        return self.workbook.with_name(f"{self.name}_changed.xlsx")


def write_case(program: headless.Program, name: str, book: template_book.Book, rng: random.Random) -> Case:
    folder = program.folder
    data = folder / f"{name}_data.xlsx"
    template_book.write_book(data, book)
    county = {row["指标项"]: row["数值"] for row in book["县级"]}
    file = folder / f"{name}.junheng"
    program.must("init", file, "--county", county["县（市、区）名称"], "--code", county["行政区划代码"])
    program.must("import", file, "--year", headless.YEAR, data)
    workbook = folder / f"{name}.xlsx"
    program.must("report", file, "--year", headless.YEAR, "--xlsx", workbook)
    places = Places(workbook, book)
    while True:
        if name in PLANTED:
            changes = planted_changes(places, PLANTED[name])
        elif name in PLANTED_PARTS:
            changes = planted_part_changes(places, PLANTED_PARTS[name][0])
        else:
            changes = make_changes(rng, places, rng.choice((1, 1, 2, 4)))
            changes += part_changes(rng, places, rng.choice((1, 2, 4)))
        document = changed_document(program, name, book, changes)
        if changes and document is not None:
            break
        if name in PLANTED or name in PLANTED_PARTS:
            raise AssertionError(f"{name} is bad input")
    case = Case(name, data, workbook, changes, document)
    set_cells(workbook, case.changed, {c.place: c.value for c in changes})
    return case


def changed_document(
    program: headless.Program, name: str, book: template_book.Book, changes: list[Change]
) -> dict | None:
    """What the program says of the changed data book; None where it is bad input."""
    book = copy.deepcopy(book)
    for change in changes:
        book[change.sheet][change.row][change.heading] = change.value
    path = program.folder / f"{name}_changed_data.xlsx"
    template_book.write_book(path, book)
    answer = program.run("assess", path, "--year", headless.YEAR, "--json")
    return answer.json() if answer.code == headless.DONE else None


def headed(book: template_book.Book) -> template_book.Book:
    """A book that was read, keyed by headings again."""
    return template_book.with_headings({s: rows for s, rows in book.items() if s in template_book.COLUMNS})


def counties(count: int) -> dict[str, template_book.Book]:
    sample = template_book.read_book(ROOT / "data" / "samples" / "demo-county.xlsx")
    books = {
        "sample": headed(sample),
        "n10": golden_county.n10(),
        "n10a": golden_county.n10a(),
        "n10b": golden_county.n10b(),
    }
    books |= {name: golden_county.n10() for name in PLANTED}
    books |= {name: headed(sample) for name in PLANTED_PARTS}
    books["formula_names"] = golden_county.n10()
    for row, name in zip(books["formula_names"]["学校"], FORMULA_NAMES, strict=True):
        row["学校名称"] = name
    for seed in range(1, count + 1):
        books[f"random{seed:04d}"] = random_whole.whole_county(seed).book
    return books


def main() -> int:
    executable, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    program = headless.Program(executable, folder)
    report = headless.Report()
    rng = random.Random(20251008)
    moved = moved_parts = 0
    cases = [write_case(program, name, book, rng) for name, book in counties(count).items()]
    books = [book for case in cases for book in (case.workbook, case.changed)]
    again = {path.stem: path for path in recalculate.recalculate(books, program.folder / "recalculated")}

    for case in cases:
        reading = Reading(again[case.workbook.stem])
        document = program.assess(case.data)
        compare_cells(case.name, case.workbook, reading.book, report)
        if case.name == "formula_names":
            check_names(reading.book, report)
        Comparison(case.name, reading, document, report).run()
        report.equal(reading.check_total(), ("核对一致", 0), f"{case.name}: checks")
        name = f"{case.name} with {', '.join(map(str, case.changes))}"
        Comparison(name, Reading(again[case.changed.stem]), case.changed_document, report).run()
        moved += case.changed_document["sections"] != document["sections"]
        moved_parts += working_parts.statuses(case.changed_document) != working_parts.statuses(document)
        if case.name in PLANTED_PARTS:
            became = working_parts.statuses(case.changed_document)
            wanted = PLANTED_PARTS[case.name][1]
            report.equal({id: became[id] for id in wanted}, wanted, f"{case.name}: planted")
    print(f"{len(cases)} counties; the change moved a section in {moved}, an indicator's status in {moved_parts}")
    report.expect(moved > len(cases) // 3, "too few changes had an effect")
    report.expect(moved_parts > len(cases) // 5, "too few changes had an effect on indicators")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
