"""The working sheets of 政府保障, 教育质量 and 社会认可度: what they say, and their raw figures.

For working_sheets.py, which knows the sheets of resources and balance.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import headless  # noqa: I001  makes the folder of the next ones known
import template_book
import workbook_cells

PARTS = {"government": "政府保障", "quality": "教育质量"}
COVER = {"resources": "资源配置", "balance": "校际均衡", "approval": "社会认可度"} | PARTS
STATUS_WORDS = {"met": "达标", "unmet": "未达标", "missing": "待填报", "not_applicable": "不适用"}
VERDICT_WORDS = {"pass": "达标", "fail": "未达标", "missing": "待填报"}
LEVELS = "ⅠⅡⅢⅣ"
# Columns of a part's sheet.
ID, UNIT, FIGURE, CHECK, STATUS = 0, 2, 3, 4, 8
APPROVAL = {"issued": 0, "valid": 1, "satisfied": 2, "rate": 3, "parents_share": 4}
REQUIRED_SAMPLE = "按常住人口应发问卷数"  # behind the shares of the groups that were asked
APPROVAL_STATUS = 7

Workbook = dict[str, workbook_cells.Sheet]


def statuses(document: dict) -> dict[str, str]:
    found = {indicator["id"]: indicator["status"] for part in PARTS for indicator in document[part]}
    return found | {"S1": document["approval"]["status"]}


def is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def body(book: Workbook, name: str) -> list[list]:
    return book[name].rows()[3:]


class PartsComparison:
    """The recalculated sheets against the document of ``assess --json``."""

    def __init__(self, name: str, book: Workbook, document: dict, report: headless.Report) -> None:
        self.name, self.book, self.document, self.report = name, book, document, report

    def run(self) -> None:
        for part, sheet in PARTS.items():
            rows = body(self.book, sheet)
            verdict = VERDICT_WORDS[self.document["verdict"][part]]
            self.report.equal(rows[0][STATUS], verdict, f"{self.name}: {sheet}")
            found = self.indicators(rows[1:])
            self.report.equal(list(found), [i["id"] for i in self.document[part]], f"{self.name}: {sheet}")
            for indicator in self.document[part]:
                self.compare_indicator(indicator, found[indicator["id"]])
        self.compare_approval()
        self.compare_cover()

    def compare_cover(self) -> None:
        # The parts come before the sheets of the same names.
        words = {row[0]: row[1] for row in reversed(self.book["封面"].rows())}
        for part, label in COVER.items():
            verdict = VERDICT_WORDS[self.document["verdict"][part]]
            self.report.equal(words[label], verdict, f"{self.name}: 封面 {label}")

    @staticmethod
    def indicators(rows: list[list]) -> dict[str, list[list]]:
        found: dict[str, list[list]] = {}
        lines: list[list] = []
        for row in rows:
            if row[ID]:
                lines = found[row[ID]] = []
            lines.append(row)
        return found

    def compare_indicator(self, wanted: dict, lines: list[list]) -> None:
        where = f"{self.name}: {wanted['id']}"
        self.report.equal(lines[0][STATUS], STATUS_WORDS[wanted["status"]], where)
        figures = [self.figure(line) for line in lines if line[CHECK] is not None]
        figures = [f for f in figures if f is not None]
        values = [v for v in wanted["values"].values() if v is not None]
        same = len(figures) == len(values) and all(
            abs(f - v) <= 1e-12 * max(1.0, abs(v)) for f, v in zip(figures, values)
        )
        self.report.expect(same, f"{where}: {figures}, expected {values}")
        self.compare_schools(wanted)

    @staticmethod
    def figure(line: list) -> float | None:
        if is_number(line[FIGURE]):
            return line[FIGURE] / 100 if line[UNIT] == "%" else line[FIGURE]
        return LEVELS.index(line[FIGURE]) + 1 if line[FIGURE] in LEVELS else None

    def compare_schools(self, wanted: dict) -> None:
        """Which schools fall short, by name: names are unique in these counties."""
        sheet = f"{wanted['id']}-逐校"
        if sheet not in self.book:
            return
        short = {row[1] for row in body(self.book, sheet) if STATUS_WORDS["unmet"] in row[2:]}
        unmet = {school["school"] for school in wanted["schools"] if school["status"] == "unmet"}
        self.report.equal(short, unmet, f"{self.name}: {sheet}")

    def compare_approval(self) -> None:
        rows, wanted = body(self.book, "社会认可度"), self.document["approval"]
        required = next(i for i, row in enumerate(rows) if REQUIRED_SAMPLE in row)
        for name, row in (APPROVAL | {"required_sample": required}).items():
            where, found = f"{self.name}: 社会认可度 {name}", rows[row][FIGURE]
            if wanted[name] is None:
                self.report.equal(found, STATUS_WORDS["missing"], where)
                continue
            value = wanted[name] * (100 if rows[row][UNIT] == "%" else 1)
            near = is_number(found) and abs(found - value) <= 1e-12 * max(1.0, value)
            self.report.expect(near, f"{where}: {found!r}, expected {value!r}")
        status = rows[APPROVAL["rate"]][APPROVAL_STATUS]
        self.report.equal(status, STATUS_WORDS[wanted["status"]], f"{self.name}: S1")
        verdict = VERDICT_WORDS[self.document["verdict"]["approval"]]
        self.report.equal(status, verdict, f"{self.name}: 社会认可度")


# --- where the raw figures stand -----------------------------------------------------------------

# A sheet of the data book, the sheet of the workbook, and the columns of the latter that name a row.
SHEETS = {
    "学校": ("学校-原始数据二", (1,)),
    "学段": ("学段-原始数据", (1, 3)),
    "专用教室": ("专用教室-原始数据", (1, 3)),
    "县级": ("县级-原始数据", (1,)),
    "定性结论": ("定性结论-原始数据", (1,)),
    "质量监测": ("质量监测-原始数据", (1,)),
    "社会认可度": ("社会认可度-原始数据", (1,)),
}


class PartPlaces:
    def __init__(self, workbook: Workbook, book: template_book.Book) -> None:
        self.heads: dict[str, dict[str, int]] = {}
        self.lines: dict[str, dict[tuple, int]] = {}
        self.entered: dict[tuple[str, int, int], object] = {}
        for sheet, (name, key) in SHEETS.items():
            if name not in workbook:
                continue
            rows = workbook[name].rows()
            self.heads[sheet] = {template_book.plain_label(str(h)): c for c, h in enumerate(rows[2])}
            self.lines[sheet] = {tuple(row[k] for k in key): n for n, row in enumerate(rows[3:], start=4)}
            self.entered |= {(sheet, n, c): v for n, row in enumerate(rows[3:], start=4) for c, v in enumerate(row)}
        self.keys = {sheet: list(self.row_keys(sheet, rows)) for sheet, rows in book.items() if sheet in SHEETS}

    @staticmethod
    def row_keys(sheet: str, rows: list[dict]) -> Iterator[tuple]:
        rooms: dict[str, int] = {}
        for row in rows:
            plain = {template_book.plain_label(heading): value for heading, value in row.items()}
            code = plain.get("学校标识码")
            if sheet == "专用教室":
                rooms[code] = rooms.get(code, 0) + 1
                yield code, f"第{rooms[code]}间"
            elif sheet == "学段":
                yield code, plain["学段"]
            elif sheet == "质量监测":
                yield (f"{plain['监测学科']}/{plain['监测年级']}",)
            else:
                heading = {"县级": "指标项", "定性结论": "指标编号", "社会认可度": "调查对象"}.get(sheet)
                yield (plain[heading] if heading else code,)

    def find(self, sheet: str, index: int, heading: str) -> tuple[str, str] | None:
        """The cell of a row of the data book; None where it is not entered on these sheets."""
        row = self.lines.get(sheet, {}).get(self.keys[sheet][index])
        column = self.heads.get(sheet, {}).get(template_book.plain_label(heading))
        names_row = column is not None and (column <= max(SHEETS[sheet][1]) or heading.startswith("学校名称"))
        if row is None or column is None or names_row or self.entered[sheet, row, column] == "——":
            return None
        return SHEETS[sheet][0], workbook_cells.name_of(row, column + 1)


# --- changing them -------------------------------------------------------------------------------

CHOICES = {
    "举办者类型": ("7 县级教育部门", "10 民办"),
    "城乡类型": ("城区", "镇区", "乡村"),
    "德育与校园文化等级": ("优秀", "良好", "合格", "不合格"),
    "自评结论": ("达标", "未达标", "待定"),
    "学业水平等级": ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ"),
    "校际差异率": (0.1, 0.149, 0.15, 0.2),
    "规划建成年份": (2009, 2010, 2011, 2016, 2017),
    "专用教室使用面积": (53.99, 54, 61, 66.5, 67, 73, 89.99, 90, 95.99, 96),
    "专用教室类别": ("音乐", "美术"),
    "最大班额": (29, 30, 45, 46, 50, 51),
    "按100人核定的公用经费": (6, 7.2, 8.1234, 9.4, 20),
    "教师培训经费预算": (0, 0.5, 1.25, 3, 10),
}


def new_value(rng: random.Random, label: str, old: object, codes: list[str]) -> object:
    """Something that crosses a limit, empties a cell or fills an empty one."""
    if old is not None and rng.random() < 0.15:
        return None
    if rng.random() < 0.05:
        return template_book.NOT_APPLICABLE
    if label in CHOICES:
        return rng.choice(CHOICES[label])
    if label.startswith("是否"):
        return rng.choice(("是", "否"))
    if label == "所属中心校标识码":
        return rng.choice(codes)
    number = old if is_number(old) else rng.randint(1, 300)
    scaled = round(number * rng.choice((0, 0.5, 0.9, 0.95, 1.05, 1.1, 2)), 2)
    return int(scaled) if isinstance(number, int) or number == int(number) else scaled
