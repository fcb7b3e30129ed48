#!/usr/bin/python3
"""What a stored cell means: the sample county with one thing in it that another program or a clerk may leave there.

    stored_cells.py CLI FOLDER

Every case is judged by what a clerk sees in Excel or WPS: it ends 3 and names words, or reads like the sample itself, whether
something is said or nothing. Sheet 学段, column C: 在校学生数, where the sample has 1860 in C2 and 1191 in C3; sheet 校区,
column F: 教学及辅助用房面积（㎡）; 县级 B37: 义务教育巩固率（%）.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import headless  # noqa: I001  makes the folder of the next one known
import sample_parts as book

PUPILS = "1191"  # 学段 C3
ON_LOAD = 'fullCalcOnLoad="1"'  # the sample says it


@dataclass
class Case:
    change: Callable[[book.Parts], None]
    code: int = headless.DONE
    words: tuple[str, ...] = ()  # said on stderr
    never: tuple[str, ...] = ("已损坏",)
    same: bool = True  # the document of the sample


CASES: dict[str, Case] = {}


def case(*words: str, refused: bool = False, same: bool = True, never: tuple[str, ...] = ("已损坏",)):
    def register(change: Callable[[book.Parts], None]) -> Callable[[book.Parts], None]:
        CASES[change.__name__] = Case(
            change, headless.BAD_INPUT if refused else headless.DONE, words, never, same and not refused
        )
        return change

    return register


def calculation(parts: book.Parts, properties: str) -> None:
    book.replace(parts, "xl/workbook.xml", ON_LOAD, properties)


# --- formulas whose value nobody vouches for ---------------------------------------------------------------------

SAVE_ONCE = "用 Excel 或 WPS 打开、保存一次"


@case("工作表“学段”", "单元格 C3", SAVE_ONCE, refused=True)
def zero_on_load(parts):
    book.put(parts, "学段", "C3", book.formula("C3", "1000+191", "0"))


@case("单元格 C3", SAVE_ONCE, "共 3 个", "C4、C5", refused=True, never=("已损坏", "第 4 行"))
def shared_formula_on_load(parts):
    book.put(parts, "学段", "C3", '<c r="C3"><f t="shared" ref="C3:C5" si="0">D3*100</f><v>0</v></c>')
    for place in ("C4", "C5"):
        book.put(parts, "学段", place, f'<c r="{place}"><f t="shared" si="0"/><v>0</v></c>')


@case("单元格 C3", SAVE_ONCE, "共 2 个", "C4", refused=True)
def array_on_load(parts):
    book.put(parts, "学段", "C3", '<c r="C3"><f t="array" ref="C3:C4">D3:D4*100</f><v>0</v></c>')
    book.put(parts, "学段", "C4", book.number("C4", "0"))


@case("单元格 A3", SAVE_ONCE, refused=True)
def code_by_formula_on_load(parts):
    book.put(parts, "校区", "A3", '<c r="A3" t="str"><f>学校!A3</f><v>9901001008</v></c>')


@case("单元格 C3", "公式没有计算结果", refused=True)
def empty_text_on_load(parts):
    book.put(parts, "学段", "C3", '<c r="C3" t="str"><f>IF(D3&gt;0,1191,"")</f><v></v></c>')


@case(never=("已损坏", "公式"))
def formulas_drawn_down_too_far(parts):
    part = book.part_of("学段")
    rows = "".join(f'<row r="{row}"><c r="C{row}" t="str"><f>IF(D{row}&gt;0,1,"")</f><v></v></c></row>' for row in range(91, 25_000))
    book.replace(parts, part, "</sheetData>", rows + "</sheetData>")


@case("单元格 C3", SAVE_ONCE, refused=True)
def not_completed(parts):
    calculation(parts, 'calcMode="manual" calcCompleted="0"')
    book.put(parts, "学段", "C3", book.formula("C3", "1000+191", PUPILS))


@case("手动计算", "共 2 个", "单元格 C2")
def calculated_by_hand(parts):
    calculation(parts, 'calcMode="manual"')
    book.put(parts, "学段", "C2", book.formula("C2", "1800+60", "1860"))
    book.put(parts, "学段", "C3", book.formula("C3", "1000+191", PUPILS))


@case(never=("已损坏", "手动计算", SAVE_ONCE))
def calculated_and_saved(parts):
    calculation(parts, 'calcMode="auto"')
    book.put(parts, "学段", "C3", book.formula("C3", "1000+191", PUPILS))


@case(never=("已损坏", SAVE_ONCE))
def checks_on_load(parts):
    """A column of checks is read by nobody."""
    book.add(parts, "学段", "AZ1", book.inline("AZ1", "<t>核对</t>"))
    book.add(parts, "学段", "AZ3", book.formula("AZ3", 'IF(C3>0,"","!")', "0"))


# --- struck out, raised ------------------------------------------------------------------------------------------

STRUCK = "<rPr><strike/></rPr>"


@case("单元格 C3", "删除线", "119", refused=True)
def struck_digits(parts):
    book.put(parts, "学段", "C3", book.inline("C3", f"<r>{STRUCK}<t>119</t></r><r><t>{PUPILS}</t></r>"))


@case("单元格 C3", "上标", refused=True)
def note_mark(parts):
    raised = '<rPr><vertAlign val="superscript"/></rPr>'
    book.put(parts, "学段", "C3", book.inline("C3", f"<r><t>{PUPILS}</t></r><r>{raised}<t>2</t></r>"))


@case("单元格 C3", "删除线", refused=True)
def struck_cell(parts):
    book.put(parts, "学段", "C3", book.number("C3", PUPILS, book.style(parts, "General", "<strike/><sz val=\"11\"/>")))


@case("单元格 B3", "删除线", "旧校名")
def struck_name(parts):
    name = name_of_second_school(parts)
    book.put(parts, "学校", "B3", book.inline("B3", f"<r>{STRUCK}<t>旧校名</t></r><r><t>{name}</t></r>"))


@case("单元格 A3", "删除线", refused=True)
def struck_code(parts):
    book.put(parts, "学校", "A3", book.inline("A3", f"<r>{STRUCK}<t>99</t></r><r><t>9901001008</t></r>"))


@case(never=("已损坏", "删除线"))
def struck_off(parts):
    plain = '<rPr><strike val="0"/><vertAlign val="baseline"/></rPr>'
    book.put(parts, "学段", "C3", book.inline("C3", f"<r>{plain}<t>11</t></r><r><t>91</t></r>"))


# --- number formats ----------------------------------------------------------------------------------------------


def rate(code: str, value: str) -> Callable[[book.Parts], None]:
    return lambda parts: book.put(parts, "县级", "B37", book.number("B37", value, book.style(parts, code)))


def formatted(code: str, value: str) -> Callable[[book.Parts], None]:
    return lambda parts: book.put(parts, "学段", "C3", book.number("C3", value, book.style(parts, code)))


@case("单元格 C3", "百分比格式", "119100%", refused=True)
def pupils_in_per_cent(parts):
    formatted("0%", PUPILS)(parts)


@case("单元格 C3", "1.2千", PUPILS, refused=True)
def scaled_by_comma(parts):
    formatted('0.0,"千"', PUPILS)(parts)


@case("单元格 C3", "0.1万", PUPILS, refused=True)
def scaled_to_ten_thousands(parts):
    formatted('0!.0,"万"', PUPILS)(parts)


@case("单元格 C3", "1191万", refused=True)
def unit_added_by_the_format(parts):
    formatted('0"万"', PUPILS)(parts)


@case("单元格 C3", "“有”", PUPILS, refused=True)
def words_instead(parts):
    formatted('"有"', PUPILS)(parts)


@case("单元格 C3", "不显示", PUPILS)
def hidden_figure(parts):
    formatted(";;;", PUPILS)(parts)


@case(never=("已损坏", "显示"))
def harmless_formats(parts):
    for place, value, code in (("C2", "1860", '#,##0"人"'), ("C3", PUPILS, "0.00E+00"), ("C4", None, "# ?/?"),
                               ("C5", None, "[Red][>9999]0;[Blue]0"), ("C6", None, "[$-804]0_ ")):
        found = value or cell_value(parts, place)
        book.put(parts, "学段", place, book.number(place, found, book.style(parts, code)))


@case("单元格 C3", "单元格格式无法读取")
def style_out_of_range(parts):
    book.put(parts, "学段", "C3", book.number("C3", PUPILS, 406))


def cell_value(parts: book.Parts, place: str) -> str:
    return parts[book.part_of("学段")].split(f'<c r="{place}"')[1].split("<v>")[1].split("</v>")[0]


def name_of_second_school(parts: book.Parts) -> str:
    import openpyxl

    return openpyxl.load_workbook(book.SAMPLE, read_only=True)["学校"]["B3"].value


# --- whole numbers with a point ----------------------------------------------------------------------------------

for case_name, sheet, place, stored in (
    ("code_with_point", "学校", "A3", "9901001008.0"),
    ("code_with_exponent", "学校", "A3", "9.901001008E9"),
    ("year_with_point", "县级", "B4", "2025.0"),
    ("county_code_with_point", "县级", "B3", "990101.0"),
    ("choice_with_point", "学校", "D3", "7.0"),
    ("flag_with_point", "学校", "F3", "0.0"),
    ("pupils_with_point", "学段", "C3", "1191.00"),
    ("pupils_with_exponent", "学段", "C3", "1.191E3"),
):
    CASES[case_name] = Case(lambda parts, s=sheet, p=place, v=stored: book.put(parts, s, p, book.number(p, v)))


# --- what no data cell needs -------------------------------------------------------------------------------------


def sheet_entry(attribute: str) -> Callable[[book.Parts], None]:
    entry = f'<sheet name="modMain" sheetId="18" state="veryHidden" {attribute}/></sheets>'
    return lambda parts: book.replace(parts, "xl/workbook.xml", "</sheets>", entry)


CASES["sheet_with_empty_id"] = Case(sheet_entry('r:id=""'))
CASES["sheet_without_id"] = Case(sheet_entry(""))
CASES["sheet_with_dangling_id"] = Case(sheet_entry('r:id="rId99"'))
CASES["sheet_of_another_ones_part"] = Case(sheet_entry('r:id="rId1"'))


@case()
def unreadable_things_beside(parts):
    """A cell, a merge, a validation, properties and a theme that cannot be read, and a damaged sheet of notes."""
    book.add(parts, "学段", "AZ3", '<c r="AZ3" t="q"><v>1</v></c>')
    book.add(parts, "学段", "BA3", '<c r="BA3" t="s"><v>999999</v></c>')
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="A0:ZZZZ9"/></mergeCells>'
                                    '<dataValidations count="1"><dataValidation type="nothing" sqref="?"/></dataValidations>')
    parts["docProps/core.xml"] = "<"
    parts["xl/theme/theme1.xml"] = "<"
    book.replace(parts, "xl/workbook.xml", "</sheets>", '<sheet name="备忘" sheetId="19" r:id="rId77"/></sheets>')
    book.replace(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
                 '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
                 'Target="worksheets/sheet77.xml"/></Relationships>')
    parts["xl/worksheets/sheet77.xml"] = "<worksheet><sheetData><row"


@case("工作表“学段”", "单元格 C3", "无法读取", refused=True)
def unreadable_figure(parts):
    book.put(parts, "学段", "C3", '<c r="C3" t="q"><v>1191</v></c>')


@case("工作表“校区”", "sheet3.xml", refused=True, never=())
def unreadable_sheet(parts):
    parts["xl/worksheets/sheet3.xml"] = parts["xl/worksheets/sheet3.xml"][:5000]


@case("单元格格式无法读取")
def styles_that_cannot_be_read(parts):
    book.put(parts, "学段", "C3", book.number("C3", PUPILS, 1))
    parts["xl/styles.xml"] = "<styleSheet><cellXfs"


# --- what the clerk sees and the program says --------------------------------------------------------------------


@case("隐藏的", "取消隐藏", refused=True)
def hidden_second_sheet(parts):
    book.replace(parts, "xl/workbook.xml", 'name="任务清单" sheetId="6"', 'name="学校 " sheetId="6" state="hidden"')


@case("深度隐藏", "Alt+F11", refused=True)
def very_hidden_second_sheet(parts):
    book.replace(parts, "xl/workbook.xml", 'name="任务清单" sheetId="6"', 'name="学校 " sheetId="6" state="veryHidden"')


@case("隐藏的内容照常导入", "整张工作表", "取消隐藏")
def hidden_sheet(parts):
    book.replace(parts, "xl/workbook.xml", 'name="学段" sheetId="2"', 'name="学段" sheetId="2" state="hidden"')


@case("隐藏的内容照常导入", "第 3–5、9 行", "D–E 列")
def hidden_rows_and_columns(parts):
    part = book.part_of("学段")
    for row in (3, 4, 5, 9):
        book.replace(parts, part, f'<row r="{row}" ', f'<row r="{row}" hidden="1" ')
    book.replace(parts, part, "<cols>", '<cols><col min="4" max="5" width="9" hidden="1"/>')


@case("单元格 A51", "取消合并", "A50:A51", refused=True, never=("已损坏", "合计行"))
def merged_code(parts):
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="A50:A51"/></mergeCells>')


@case("单元格 B51", "取消合并", refused=True)
def merged_stage(parts):
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="B50:B51"/></mergeCells>')


@case("单元格 D50", "取消合并", "D49:D50", refused=True)
def merged_figure(parts):
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="D49:D50"/></mergeCells>')


@case("单元格 D3", "取消合并", "C3:D3", refused=True)
def merged_across(parts):
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="C3:D3"/></mergeCells>')


@case(never=("已损坏", "合并"))
def merged_blanks(parts):
    book.behind_data(parts, "学段", '<mergeCells count="1"><mergeCell ref="A95:C97"/></mergeCells>')


def picture(cell: str) -> Callable[[book.Parts], None]:
    return lambda parts: book.put(parts, "定性结论", "C2", f'<c r="C2" {cell}</c>')


PICTURE = '=DISPIMG("ID_0A1B2C",1)'
for case_name, cell in (
    ("picture_of_wps", f't="str"><f>_xlfn{PICTURE.replace("=", ".")}</f><v>{PICTURE}</v>'),
    ("picture_as_text", f't="inlineStr"><is><t>{PICTURE}</t></is>'),
    ("picture_placed_in_the_cell", 't="e" vm="1"><v>#VALUE!</v>'),
    ("picture_by_function", 't="e" vm="1"><f>_xlfn.IMAGE("https://example.org/a.png")</f><v>#VALUE!</v>'),
):
    CASES[case_name] = Case(picture(cell), words=("单元格 C2", "图片不导入"), same=False)


def county(program: headless.Program, book_path: Path, name: str) -> headless.Answer:
    file = program.folder / f"{name}.junheng"
    program.must("init", file, "--county", "示例县", "--code", "990101")
    return program.run("import", file, "--year", headless.YEAR, book_path, "--json")


def check_rates(program: headless.Program, report: headless.Report) -> None:
    """Per cents are read as they are seen: 96.5 for 0.965 shown as 96.5%, and likewise."""
    for index, (code, stored, wanted) in enumerate((
        ("0.0%", "0.965", "96.5"), ("0%", "0.97", "97"), ("0.00%", "0.96499999999999997", "96.5"),
        ("[Blue]0.0%;[Red]-0.0%", "0.9712", "97.12"), ('0.0"%"', "96.5", "96.5"), ("0.0\\%", "96.5", "96.5"), ("General", "96.5", "96.5"),
    )):
        parts = book.sample()
        rate(code, stored)(parts)
        path = program.folder / f"rate_{index}.xlsx"
        book.save(parts, path)
        answer = county(program, path, f"rate_{index}")
        report.equal(answer.code, headless.DONE, f"{code} of {stored}: exit\n{answer.err}{answer.out}")
        found = [change["after"] for change in answer.json()["changes"] if change["item"] == "compulsory_retention"]
        report.equal(found, [wanted], f"{code} of {stored}")


def check_rounded(program: headless.Program, report: headless.Report) -> None:
    """An area shown with one digit is read as stored, and the difference is said; not where it is read as shown."""
    areas = (("0.0", "4600.57", True), ("0", "4600.57", True), ("0.00", "4600.57", False), ("0.00", "4600.573", False))
    for index, (code, stored, said) in enumerate(areas):
        parts = book.sample()
        book.put(parts, "校区", "F3", book.number("F3", stored, book.style(parts, code)))
        path = program.folder / f"rounded_{index}.xlsx"
        book.save(parts, path)
        answer = program.run("assess", path, "--year", headless.YEAR)
        report.equal(answer.code, headless.DONE, f"{code} of {stored}: exit\n{answer.err}")
        report.equal("显示" in answer.err, said, f"{code} of {stored}: {answer.err}")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    wanted = json.loads(program.must("assess", book.SAMPLE, "--year", headless.YEAR, "--json").out)
    for name, one in CASES.items():
        parts = book.sample()
        one.change(parts)
        path = program.folder / f"{name}.xlsx"
        book.save(parts, path)
        answer = program.run("assess", path, "--year", headless.YEAR, "--json")
        report.equal(answer.code, one.code, f"{name}: exit\n{answer.err}")
        for word in one.words:
            report.expect(word in answer.err, f"{name}: no “{word}” in\n{answer.err}")
        for word in one.never:
            report.expect(word not in answer.err, f"{name}: “{word}” in\n{answer.err}")
        if one.same and answer.code == headless.DONE:
            report.equal(answer.json(), wanted, f"{name}: document")
    check_rates(program, report)
    check_rounded(program, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
