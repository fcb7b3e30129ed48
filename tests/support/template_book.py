"""The template workbook (数据表) as plain Python data.

One place knows the sheets and headings, so the scripts that make counties and the
independent computation cannot disagree about them. A book is a dict
``{sheet name: [ {heading: value}, ... ]}``; ``None`` is a blank cell, school codes
stay text. Rows keyed by item code are turned into headings by ``with_headings``.
"""

from __future__ import annotations

import csv
import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

import openpyxl
import xlsxwriter

Row = dict[str, object]
Book = dict[str, list[Row]]

NOT_APPLICABLE = "不适用"

CLASS_BANDS = (
    "classes_le25",
    "classes_26_30",
    "classes_31_35",
    "classes_36_40",
    "classes_41_45",
    "classes_46_50",
    "classes_51_55",
    "classes_56_60",
    "classes_61_65",
    "classes_ge66",
)

# sheet -> (item code, label, unit); the order is the order of the columns.
COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "学校": (
        ("school_code", "学校标识码", ""),
        ("school_name", "学校名称", ""),
        ("school_type", "办学类型", ""),
        ("sponsor", "举办者类型", ""),
        ("locality", "城乡类型", ""),
        ("boarding", "是否寄宿制", ""),
        ("built_year", "规划建成年份", "年"),
        ("dense_core", "是否人口密度过高的中心城区学校", ""),
        ("rural_small", "是否农村小规模学校", ""),
        ("public_funds_budget", "年度公用经费预算总额", "万元"),
        ("teacher_training_budget", "教师培训经费预算", "万元"),
        ("charter", "是否制定章程", ""),
        ("parent_code", "所属中心校标识码", ""),
        ("independent_accounts", "是否独立核算", ""),
        ("small_school_funds", "按100人核定的公用经费", "万元"),
        ("music_rooms", "音乐专用教室间数", "间"),
        ("fine_art_rooms", "美术专用教室间数", "间"),
        ("moral_culture_grade", "德育与校园文化等级", ""),
        ("founded_year", "建校年份", "年"),
    ),
    "学段": (
        ("school_code", "学校标识码", ""),
        ("stage", "学段", ""),
        ("pupils", "在校学生数", "人"),
        ("grades", "年级数", "个"),
        ("classes", "教学班数", "个"),
        ("classes_le25", "25人及以下班数", "个"),
        ("classes_26_30", "26-30人班数", "个"),
        ("classes_31_35", "31-35人班数", "个"),
        ("classes_36_40", "36-40人班数", "个"),
        ("classes_41_45", "41-45人班数", "个"),
        ("classes_46_50", "46-50人班数", "个"),
        ("classes_51_55", "51-55人班数", "个"),
        ("classes_56_60", "56-60人班数", "个"),
        ("classes_61_65", "61-65人班数", "个"),
        ("classes_ge66", "66人及以上班数", "个"),
        ("largest_class", "最大班额", "人"),
        ("staff", "教职工数", "人"),
        ("teachers", "专任教师数", "人"),
        ("teachers_college", "专科学历专任教师数", "人"),
        ("teachers_bachelor", "本科学历专任教师数", "人"),
        ("teachers_master", "硕士学历专任教师数", "人"),
        ("teachers_doctor", "博士学历专任教师数", "人"),
        ("backbone_teachers", "县级及以上骨干教师数", "人"),
        ("pe_teachers", "体育专任教师数", "人"),
        ("music_teachers", "音乐专任教师数", "人"),
        ("fine_art_teachers", "美术专任教师数", "人"),
        ("other_art_teachers", "其他艺术专任教师数", "人"),
        ("visiting_pe_art_teachers", "交流轮岗、兼职、走教体育艺术教师数", "人"),
        ("senior_title_teachers", "中级及以上专业技术职务专任教师数", "人"),
        ("certified_teachers", "持教师资格证专任教师数", "人"),
        ("trained_teachers", "近5年培训满360学时专任教师数", "人"),
        ("migrant_pupils", "进城务工人员随迁子女在校生数", "人"),
        ("in_zone_pupils", "划片范围内学生数", "人"),
        ("graduates", "本届初中毕业生数", "人"),
        ("entrants", "该届三年前初一在校生数", "人"),
        ("transferred_in", "该届三年转入学生数", "人"),
        ("transferred_out", "该届三年转出学生数", "人"),
        ("deaths", "该届三年死亡学生数", "人"),
        ("boarding", "是否寄宿制", ""),
    ),
    "校区": (
        ("school_code", "学校标识码", ""),
        ("campus_name", "校区名称", ""),
        ("campus_pupils_primary", "小学在校学生数", "人"),
        ("campus_pupils_junior", "初中在校学生数", "人"),
        ("campus_pupils_senior", "高中在校学生数", "人"),
        ("teaching_area", "教学及辅助用房面积", "㎡"),
        ("indoor_sports_area", "室内体育用房面积", "㎡"),
        ("sports_ground_area", "运动场地面积", "㎡"),
        ("extra_sports_area", "专用运动空间及校外租赁场馆面积", "㎡"),
        ("leased_sports_area", "其中：校外租借场馆面积", "㎡"),
        ("equipment_value", "教学仪器设备资产值", "万元"),
        ("multimedia_rooms", "网络多媒体教室间数", "间"),
        ("computers", "教学用计算机台数", "台"),
        ("books", "图书册数", "册"),
    ),
    "专用教室": (
        ("school_code", "学校标识码", ""),
        ("room_kind", "专用教室类别", ""),
        ("room_area", "专用教室使用面积", "㎡"),
    ),
    "县级": (("item", "指标项", ""), ("value", "数值", "")),
    "任务清单": (
        ("indicator", "指标编号", ""),
        ("task_unit", "责任单位", ""),
        ("task_deadline", "完成时限", ""),
        ("task_note", "备注", ""),
    ),
    "质量监测": (
        ("monitored_subject", "监测学科", ""),
        ("monitored_grade", "监测年级", ""),
        ("monitored_source", "监测来源", ""),
        ("monitored_year", "监测年份", "年"),
        ("monitored_level", "学业水平等级", "级"),
        ("monitored_gap", "校际差异率", ""),
    ),
    "社会认可度": (
        ("survey_group", "调查对象", ""),
        ("survey_issued", "问卷总数", "份"),
        ("survey_valid", "回收有效问卷数", "份"),
        ("survey_satisfied", "满意问卷数", "份"),
        ("visits", "实地走访人数", "人"),
        ("visits_satisfied", "实地走访满意人数", "人"),
    ),
    "定性结论": (
        ("indicator", "指标编号", ""),
        ("conclusion", "自评结论", ""),
        ("note", "说明", ""),
    ),
    "一票否决": (
        ("veto", "编号", ""),
        ("veto_present", "是否存在", ""),
        ("note", "说明", ""),
    ),
}

# The sheet 县级 has one row an item, so its labels are cells rather than headings.
COUNTY_ITEMS: dict[str, str] = {
    "county_name": "县（市、区）名称",
    "county_code": "行政区划代码",
    "school_year": "学年",
    "funds_standard_primary": "小学生均公用经费基准定额",
    "funds_standard_junior": "初中生均公用经费基准定额",
    "special_funds": "特殊教育学校公用经费总额",
    "special_pupils": "特殊教育学校学生数",
    "teacher_salary": "教师年平均工资收入",
    "civil_servant_salary": "当地公务员年平均工资收入",
    "rotation_eligible": "符合交流条件教师总数",
    "rotation_actual": "实际交流轮岗教师数",
    "rotation_backbone": "其中交流轮岗骨干教师数",
    "quota_total": "优质高中招生名额总数",
    "quota_allocated": "分配到初中的名额数",
    "quota_rural": "其中分配到农村初中的名额数",
    "migrant_eligible": "符合条件的随迁子女总数",
    "migrant_public": "在公办学校就读的随迁子女数",
    "migrant_purchased": "在政府购买服务民办学校就读的随迁子女数",
    "disabled_total": "适龄残疾儿童少年总数",
    "disabled_enrolled": "适龄残疾儿童少年入学人数",
    "disabled_special": "其中在特殊教育学校就读人数",
    "disabled_blind_total": "其中适龄盲童总数",
    "disabled_blind_enrolled": "其中盲童入学人数",
    "disabled_deaf_total": "其中适龄聋童总数",
    "disabled_deaf_enrolled": "其中聋童入学人数",
    "disabled_mental_total": "其中适龄智障儿童总数",
    "disabled_mental_enrolled": "其中智障儿童入学人数",
    "posts_approved": "核定教职工编制数",
    "posts_filled": "在编教职工数",
    "teachers_temporary": "代课及编外教师数",
    "population": "常住人口总数",
    "rural_population": "农业人口数",
    "towns": "乡镇数",
    "villages": "行政村数",
    "gdp_per_head": "年人均国内生产总值",
    "revenue_per_head": "年人均地方财政收入",
    "rural_income": "农民年人均纯收入",
    "urban_income": "城镇居民年人均可支配收入",
    "basic_recognised_year": "义务教育基本均衡认定年份",
    "basic_all_met": "当年基本均衡规定指标是否全部达标",
    "relaxations_applied": "规程放宽条款是否计入",
    "fund_year": "经费年度",
    "basic_cv_primary": "当年小学综合差异系数（基本均衡监测）",
    "basic_cv_junior": "当年初中综合差异系数（基本均衡监测）",
    "inclusive_pupils": "随班就读学生数",
    "inclusive_funds": "随班就读公用经费",
    "compulsory_retention": "义务教育巩固率",
    "filled_by": "填报人",
    "reviewed_by": "审核人",
    "responsible": "单位负责人",
}


def heading(label: str, unit: str) -> str:
    """The heading of a column: its label and, in full-width brackets, its unit."""
    return f"{label}（{unit}）" if unit else label


def with_headings(
    sheets: Mapping[str, Iterable[Mapping[str, object]]],
    *,
    units: bool = True,
    only_used: bool = False,
) -> Book:
    """Rows keyed by item code become rows keyed by heading, in the columns' order.

    ``only_used`` leaves out columns that no row names: absent columns are legal in
    a template workbook and keep big sets of test counties small.
    """
    book: Book = {}
    for sheet, rows in sheets.items():
        rows = list(rows)
        known = {code for code, _, _ in COLUMNS[sheet]}
        used = {code for row in rows for code in row}
        if used - known:
            raise KeyError(f"{sheet}: {sorted(used - known)}")
        columns = [
            (code, heading(label, unit if units else ""))
            for code, label, unit in COLUMNS[sheet]
            if code in used or not only_used
        ]
        book[sheet] = [{head: row.get(code) for code, head in columns} for row in rows]
    return book


def county_rows(values: Mapping[str, object]) -> list[Row]:
    """County values by item code as the rows of the sheet 县级."""
    return [{"item": COUNTY_ITEMS[code], "value": value} for code, value in values.items()]


def write_book(path: Path | str, book: Book, engine: str = "xlsxwriter") -> None:
    """Write a workbook, ``engine`` being "xlsxwriter" or "openpyxl".

    The same book gives the same bytes under xlsxwriter (creation date fixed).
    """
    writers = {"xlsxwriter": _write_xlsxwriter, "openpyxl": _write_openpyxl}
    writers[engine](Path(path), book)


def write_csv_folder(folder: Path | str, book: Book) -> None:
    """Write one UTF-8 file ``<sheet>.csv`` a sheet, headings as in the workbook."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for sheet, rows in book.items():
        with open(folder / f"{sheet}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _headings(sheet, rows), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def read_book(path: Path | str) -> Book:
    """Read a template workbook into rows keyed by item code; unknown columns are kept
    under their heading, wholly blank rows are left out."""
    workbook = openpyxl.load_workbook(path, read_only=True, data_only=True)
    book: Book = {}
    for worksheet in workbook.worksheets:
        codes = {
            plain_label(label): code for code, label, _ in COLUMNS.get(worksheet.title, ())
        }
        cells = worksheet.iter_rows(values_only=True)
        heads = [
            codes.get(plain_label(head), head) if isinstance(head, str) else None
            for head in next(cells, ())
        ]
        book[worksheet.title] = [
            {head: value for head, value in zip(heads, row) if head is not None}
            for row in cells
            if any(value not in (None, "") for value in row)
        ]
    workbook.close()
    return book


def plain_label(text: str) -> str:
    """A heading without blanks, full-width forms and the unit in brackets at its end."""
    text = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\([^()]*\)$", "", text)


def _headings(sheet: str, rows: list[Row]) -> list[str]:
    """The headings in order of appearance; an empty sheet still gets its full heading row."""
    if not rows:
        return [heading(label, unit) for _, label, unit in COLUMNS[sheet]]
    return list(dict.fromkeys(head for row in rows for head in row))


def _write_xlsxwriter(path: Path, book: Book) -> None:
    workbook = xlsxwriter.Workbook(str(path))
    workbook.set_properties({"created": datetime.datetime(2025, 9, 1)})
    bold = workbook.add_format({"bold": True, "text_wrap": True})
    text = workbook.add_format({"num_format": "@"})
    for sheet, rows in book.items():
        worksheet = workbook.add_worksheet(sheet)
        heads = _headings(sheet, rows)
        worksheet.freeze_panes(1, 0)
        worksheet.set_column(0, len(heads) - 1, 14)
        for column, head in enumerate(heads):
            worksheet.write_string(0, column, head, bold)
        for line, row in enumerate(rows, start=1):
            for column, head in enumerate(heads):
                value = row.get(head)
                if isinstance(value, str):
                    worksheet.write_string(line, column, value, text)
                elif value is not None:
                    worksheet.write_number(line, column, value)
    workbook.close()


def _write_openpyxl(path: Path, book: Book) -> None:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet, rows in book.items():
        worksheet = workbook.create_sheet(sheet)
        heads = _headings(sheet, rows)
        worksheet.append(heads)
        worksheet.freeze_panes = "A2"
        for line, row in enumerate(rows, start=2):
            for column, head in enumerate(heads, start=1):
                value = row.get(head)
                if value is None:
                    continue
                cell = worksheet.cell(line, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"  # a name beginning with = is not a formula
                    cell.number_format = "@"
    workbook.save(path)
