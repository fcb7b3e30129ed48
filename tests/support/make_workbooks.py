#!/usr/bin/python3
"""Workbooks as other programs write them, and files that are none.

    make_workbooks.py make CASE FILE    writes one case
    make_workbooks.py dump FILE         prints the cells as openpyxl sees them, as JSON
    make_workbooks.py sizes FILE        prints the unpacked bytes of the parts that hold cells or lead to them
    make_workbooks.py verify FILE       fails unless the package is complete and well-formed
"""
import json
import os
import posixpath
import re
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


def relationships(entries, rel=REL):
    body = "".join(
        f'<Relationship Id="{key}" Type="{rel}/{kind}" Target="{target}"/>' for key, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE_REL}">{body}</Relationships>'


def worksheet(rows, after="", main=MAIN):
    return f'{HEAD}<worksheet xmlns="{main}" xmlns:r="{REL}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def package(path, sheets, strings=None, styles=None, workbook_extra="", main=MAIN, rel=REL, replace=None, skip=()):
    """sheets: name -> XML. `replace` overrides parts, `skip` leaves them out."""
    parts = {"[Content_Types].xml": f'{HEAD}<Types xmlns="{TYPES}"/>',
             "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")], rel)}
    listed, entries = "", []
    for number, (name, xml) in enumerate(sheets.items(), 1):
        listed += f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}"/>'
        entries.append((f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    entries += [("rId90", "sharedStrings", "sharedStrings.xml"), ("rId91", "styles", "styles.xml")]
    parts["xl/workbook.xml"] = (f'{HEAD}<workbook xmlns="{main}" xmlns:r="{rel}">{workbook_extra}'
                                f"<sheets>{listed}</sheets></workbook>")
    parts["xl/_rels/workbook.xml.rels"] = relationships(entries, rel)
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{main}">{strings}</sst>'
    if styles is not None:
        parts["xl/styles.xml"] = f'{HEAD}<styleSheet xmlns="{main}">{styles}</styleSheet>'
    parts.update(replace or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name not in skip:
                archive.writestr(name, text)


def styles(formats, ids):
    listed = "".join(f'<numFmt numFmtId="{key}" formatCode="{code}"/>' for key, code in formats.items())
    cells = "".join(f'<xf numFmtId="{key}" applyNumberFormat="1"/>' for key in ids)
    return (f'<numFmts>{listed}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{cells}</cellXfs>'
            '<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>')


# --- books as other programs write them ---------------------------------------------------------------------------

@case
def excel_like(path):
    strings = ("<si><t>学校标识码</t></si>"
               '<si><t xml:space="preserve">  前后有空格 </t></si>'
               "<si><r><rPr><b/></rPr><t>第一</t></r><r><t xml:space=\"preserve\"> 小学</t></r>"
               "<rPh sb=\"0\" eb=\"2\"><t>ディーイー</t></rPh><phoneticPr fontId=\"1\"/></si>"
               "<si><t>上_x000D_\n下</t></si>"
               "<si><t>_x005F_x0041_ _x0041_ _x00g1_ _x41_ _x005F</t></si>"
               "<si/><si><t></t></si>"
               "<si><t>&lt;甲&amp;乙&gt; &#x1F600;</t></si>")
    cells = ('<row r="1" spans="1:8"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>'
             '<c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>5</v></c>'
             '<c r="G1" t="s"><v>6</v></c><c r="H1" t="s"><v>7</v></c></row>'
             '<row r="3"><c r="A3"><v>1234.5</v></c><c r="B3"><v>0.10000000000000001</v></c>'
             '<c r="C3"><v>4.2000000000000002</v></c><c r="D3"><v>1E-4</v></c><c r="E3" t="n"><v>-7</v></c>'
             '<c r="F3"><v>6531000001</v></c><c r="G3"><v> 12 </v></c><c r="H3"><v>123456789012345</v></c>'
             '<c r="I3"><v>0.30000000000000004</v></c></row>'
             '<row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="b"><v>0</v></c><c r="C4" t="e"><v>#DIV/0!</v></c>'
             '<c r="D4"><f>1+1</f><v>2</v></c><c r="E4"><f>1+1</f></c><c r="F4"><f>1+1</f><v></v></c>'
             '<c r="G4" t="str"><f>""</f><v></v></c><c r="H4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>'
             '<c r="I4" t="inlineStr"><is><r><t>内</t></r><r><t>联</t></r><rPh><t>x</t></rPh></is></c>'
             '<c r="J4" t="str"><f>A1</f></c><c r="K4" t="e"><f>A1</f><v>#N/A</v></c></row>'
             '<row r="6"><c r="A6" s="3"/></row>')
    merged = ('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>'
              '<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><v>6</v></c></row>'
              '<row r="3"><c r="A3"><v>7</v></c><c r="C3"><v>8</v></c></row>')
    after = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C2:C3"/></mergeCells>'
    package(path, {"数据": worksheet(cells), "合并": worksheet(merged, after)}, strings,
            styles({}, [0, 14, 0, 4]),
            replace={"xl/chartsheets/sheet1.xml": f'{HEAD}<chartsheet xmlns="{MAIN}"/>',
                     "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>'
                                        '<sheet name="数据" sheetId="1" r:id="rId1"/>'
                                        '<sheet name="图表" sheetId="7" r:id="rId7"/>'
                                        '<sheet name="合并" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
                     "xl/_rels/workbook.xml.rels": relationships(
                         [("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "worksheets/sheet2.xml"),
                          ("rId7", "chartsheet", "chartsheets/sheet1.xml"),
                          ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml")])})


@case
def wps_like(path):
    """Absolute targets, prefixed elements, no positions, a byte order mark, another case in a part's name."""
    sheet = (f'\ufeff<?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
             '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row>'
             '<x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row>'
             '<x:row r="5"><x:c><x:v>3</x:v></x:c><x:c r="D5"><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row>'
             '<x:row><x:c><x:v>6</x:v></x:c></x:row></x:sheetData></x:worksheet>')
    workbook = (f'{HEAD}<x:workbook xmlns:x="{MAIN}" xmlns:rel="{REL}"><x:sheets>'
                '<x:sheet name="学校" sheetId="1" rel:id="a"/></x:sheets></x:workbook>')
    strings = f'{HEAD}<x:sst xmlns:x="{MAIN}"><x:si><x:t>甲</x:t></x:si></x:sst>'
    package(path, {}, replace={
        "_rels/.rels": relationships([("x", "officeDocument", "/xl/workbook.xml")]),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relationships([("a", "worksheet", "/xl/worksheets/Sheet1.xml"),
                                                     ("b", "sharedStrings", "../xl/./sharedStrings.xml")]),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": strings})


@case
def strict(path):
    rows = ('<row r="1"><c r="A1" t="d"><v>2024-09-01</v></c><c r="B1" t="d"><v>2024-09-01T00:00:00.000Z</v></c>'
            '<c r="C1" t="d"><v>2024-09-01T08:30:00</v></c><c r="D1" t="b"><v>true</v></c>'
            '<c r="E1" t="s"><v>0</v></c></row>')
    package(path, {"学校": worksheet(rows, main=STRICT_MAIN)}, "<si><t>严格</t></si>", main=STRICT_MAIN, rel=STRICT_REL)


DATE_FORMATS = {164: "yyyy&quot;年&quot;m&quot;月&quot;", 165: "[Red]0.00", 166: "0&quot;days&quot;", 167: "0\\d",
                168: "[h]:mm", 169: "[$-804]yyyy/m/d;@", 170: "_ * #,##0.00_ ;[Red]-#,##0", 171: "General", 172: "h:mm",
                173: "[$¥-804]#,##0.00", 175: "0.00E+00"}


@case
def dates(path):
    serials = {1: (14, 45536), 2: (164, 45536), 3: (165, 45536), 4: (166, 45536), 5: (167, 45536), 6: (169, 45536),
               7: (170, 45536), 8: (171, 45536), 9: (173, 45536), 10: (22, 45536.5), 11: (172, 0.3541666667),
               12: (31, 45536), 13: (57, 45536), 14: (14, 1), 15: (14, 59), 16: (14, 61), 17: (14, -3),
               18: (14, 2958465), 19: (14, 2958466), 20: (175, 45536), 21: (49, 45536), 22: (168, 0.5)}
    ids = [0] + [entry[0] for entry in serials.values()]
    rows = "".join(f'<row r="{number}"><c r="A{number}" s="{number}"><v>{serial}</v></c></row>'
                   for number, (_, serial) in serials.items())
    package(path, {"日期": worksheet(rows)}, styles=styles(DATE_FORMATS, ids))


@case
def date1904(path):
    rows = '<row r="1"><c r="A1" s="1"><v>44074</v></c><c r="B1" s="1"><v>0</v></c></row>'
    package(path, {"日期": worksheet(rows)}, styles=styles({}, [0, 14]), workbook_extra='<workbookPr date1904="true"/>')


@case
def openpyxl_book(path):
    import datetime
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "学校"
    sheet.append(["学校标识码", "名称", "建校", "面积", "是", "和"])
    sheet.append(["6531000001", "一小", datetime.date(1956, 9, 1), 1234.5, True, "=D2*2"])
    sheet.append([6531000002, "=甲&乙", datetime.datetime(2001, 1, 2, 3, 4, 5), 0.1 + 0.2, False, "=1/0"])
    sheet["B3"].data_type = "s"
    sheet.merge_cells("A5:B6")
    sheet["A5"] = "合并"
    book.create_sheet("隐藏").sheet_state = "veryHidden"
    book.save(path)


@case
def xlsxwriter_book(path):
    import datetime
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("学段")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_string("A1", "在校学生数")
    sheet.write_number("A2", 1200)
    sheet.write_datetime("A3", datetime.datetime(2024, 9, 1), date)
    sheet.write_boolean("A4", True)
    sheet.write_formula("A5", "=A2*2", None, 2400)
    sheet.write_rich_string("A6", "一", book.add_format({"bold": True}), "二", "三")
    sheet.write_formula("A7", '="甲"', None, "甲")
    sheet.write_formula("A8", "=1/0", None, "#DIV/0!")
    book.close()


@case
def libreoffice_book(path):
    import openpyxl
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "source.xlsx")
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "县级"
        sheet.append(["指标项", "数值"])
        sheet.append(["巩固率", 0.1])
        sheet.append(["和", "=B2+0.2"])
        sheet.append(["除", "=1/0"])
        sheet.append(["空文字", '=""'])
        sheet.append(["真", "=1=1"])
        sheet.append(["日期", "=DATE(2024,9,1)"])
        sheet["B7"].number_format = "yyyy-mm-dd"
        sheet.append(["  两端空格  ", "6531000001"])
        book.save(source)
        out = os.path.join(folder, "out")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", out, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.replace(os.path.join(out, "source.xlsx"), path)


@case
def plain(path):
    """Neither styles nor shared strings, and none referred to."""
    package(path, {"表": worksheet('<row r="2"><c r="B2" t="inlineStr"><is><t>文</t></is></c></row>')})


@case
def styled_blanks(path):
    """Formatting far beyond the limits and one cell of content."""
    import openpyxl
    from openpyxl.styles import Font
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["B3"] = 5
    for row in range(1, 30001):
        sheet.cell(row, 2).font = Font(bold=True)
    for column in range(1, 301):
        sheet.cell(9, column).font = Font(bold=True)
    book.save(path)


@case
def unordered(path):
    rows = ('<row r="3"><c r="B3"><v>32</v></c><c r="A3"><v>31</v></c></row>'
            '<row r="1"><c r="C1"><v>13</v></c></row>')
    package(path, {"表": worksheet(rows)})


def looks(formats, fonts="<font/>", xfs=()):
    """Styles by number format and font: xfs = (format id, font index) ..."""
    listed = "".join(f'<numFmt numFmtId="{key}" formatCode="{code}"/>' for key, code in formats.items())
    cells = "".join(f'<xf numFmtId="{number}" fontId="{font}"/>' for number, font in xfs)
    return f"<numFmts>{listed}</numFmts><fonts>{fonts}</fonts><cellXfs>{cells}</cellXfs>"


@case
def displays(path):
    """Numbers whose format shows something else."""
    codes = {164: "0.0%", 165: "0!.0,&quot;万&quot;", 166: ";;;", 167: "0.0", 168: "0&quot;人&quot;"}
    rows = ('<row r="1"><c r="A1" s="1"><v>0.96499999999999997</v></c><c r="B1" s="2"><v>0.5</v></c>'
            '<c r="C1" s="3"><v>12345</v></c><c r="D1" s="4"><v>7</v></c><c r="E1" s="5"><v>4.5732</v></c>'
            '<c r="F1" s="6"><v>12</v></c><c r="G1" s="99"><v>5</v></c>'
            '<c r="H1" s="4" t="inlineStr"><is><t>字</t></is></c></row>')
    package(path, {"表": worksheet(rows)}, styles=looks(
        codes, xfs=[(0, 0), (164, 0), (10, 0), (165, 0), (166, 0), (167, 0), (168, 0)]))


@case
def runs(path):
    """Texts with a line through some of them, raised signs, and a style with a line through."""
    struck, plain, raised = "<rPr><strike/></rPr>", '<rPr><strike val="0"/></rPr>', '<rPr><vertAlign val="superscript"/></rPr>'
    level = '<rPr><vertAlign val="baseline"/></rPr>'
    strings = (f"<si><r>{struck}<t>119</t></r><r><t>1191</t></r></si>"
               f"<si><r>{struck}<t>旧</t></r><r>{struck}<t>名</t></r></si>"
               f"<si><r><t>1191</t></r><r>{raised}<t>2</t></r></si>"
               f"<si><r>{plain}<t>不</t></r><r>{level}<t>划</t></r></si>"
               "<si><t>整格</t></si>"
               f"<si><r>{plain}<t>自己的字体</t></r></si>"
               f"<si><r>{raised}<t>全部上标</t></r></si>")
    rows = ('<row r="1">' + "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("ABCD")) +
            '<c r="E1" s="1" t="s"><v>4</v></c><c r="F1" s="1" t="s"><v>5</v></c><c r="G1" s="1"><v>7</v></c>'
            '<c r="H1" s="2"><v>8</v></c><c r="I1" t="s"><v>6</v></c></row>'
            f'<row r="2"><c r="A2" t="inlineStr"><is><r>{struck}<t>旧</t></r><r><t>新</t></r>'
            f"<rPh><t>しん</t></rPh></is></c></row>")
    package(path, {"表": worksheet(rows)}, strings, looks(
        {}, '<font/><font><strike/></font><font><strike val="0"/></font>', [(0, 0), (0, 1), (0, 2)]))


FORMULAS = ('<row r="1"><c r="A1"><f>1+1</f><v>0</v></c><c r="B1"><v>5</v></c><c r="C1" t="str"><f>"甲"</f><v>乙</v></c></row>'
            '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B1</f><v>1</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>'
            '<row r="4"><c r="A4"><f t="array" ref="A4:B5">B1:C2</f><v>1</v></c><c r="B4"><v>2</v></c></row>'
            '<row r="5"><c r="A5"><v>3</v></c><c r="B5"><v>4</v></c><c r="C5"><v>5</v></c></row>'
            '<row r="6"><c r="A6"><f t="array" ref="A6:B6">B1:C1</f></c></row>'
            '<row r="7"><c r="A7"><f t="dataTable" ref="A7:A8" r1="B1"/><v>1</v></c></row><row r="8"><c r="A8"><v>2</v></c></row>'
            '<row r="9"><c r="A9" t="str"><f>""</f><v></v></c></row>'
            '<row r="30000"><c r="A30000" t="str"><f>""</f><v></v></c></row>')


def calculated(path, properties):
    """Formulas of every kind in a workbook with these properties of calculation."""
    package(path, {"表": worksheet(FORMULAS)}, workbook_extra=f"<calcPr {properties}/>")


@case
def calculated_on_load(path):
    calculated(path, 'calcId="1" fullCalcOnLoad="1"')


@case
def calculation_not_completed(path):
    calculated(path, 'calcId="1" calcMode="manual" calcCompleted="0"')


@case
def calculated_by_hand(path):
    calculated(path, 'calcId="1" calcMode="manual"')


@case
def tables_by_hand(path):
    calculated(path, 'calcId="1" calcMode="autoNoTable"')


@case
def calculated_always(path):
    calculated(path, 'calcId="1" forceFullCalc="1" fullCalcOnLoad="0" calcCompleted="1"')


@case
def pictures(path):
    """As WPS and Excel put them into a cell; two errors that are none, and a formula of a like name."""
    rows = ('<row r="1"><c r="A1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>'
            '<c r="B1" t="e"><f>_xlfn.DISPIMG("ID_1",1)</f><v>#NAME?</v></c>'
            '<c r="C1" t="e" vm="1"><v>#VALUE!</v></c><c r="D1" t="e" vm="2"><f>_xlfn.IMAGE("https://x/y.png")</f><v>#VALUE!</v></c>'
            '<c r="E1" t="inlineStr"><is><t>=DISPIMG("ID_1",1)</t></is></c>'
            '<c r="F1" t="e" vm="3"><f>SEQUENCE(3)</f><v>#VALUE!</v></c><c r="G1" t="e"><v>#VALUE!</v></c>'
            '<c r="H1"><f>IMAGES(1)</f><v>1</v></c></row>')
    package(path, {"表": worksheet(rows)})


@case
def hidden_parts(path):
    rows = ('<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
            '<row r="3" ht="0" customHeight="1"><c r="A3"><v>3</v></c></row><row r="4" hidden="1"><c r="A4" s="0"/></row>'
            '<row r="5" hidden="0" ht="15"><c r="A5"><v>5</v></c></row><row r="6" hidden="1"><c r="A6"><v>6</v></c></row>'
            '<row r="6" hidden="1"><c r="B6"><v>6</v></c></row>')
    columns = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="4" max="4" width="0" customWidth="1"/><col min="9" max="16384" hidden="1"/></cols>'
    sheet = worksheet(rows).replace("<sheetData>", columns + "<sheetData>")
    package(path, {}, replace={
        "xl/worksheets/sheet1.xml": sheet,
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="表" sheetId="1" '
                           'state="veryHidden" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships([("rId1", "worksheet", "worksheets/sheet1.xml")])})


@case
def merged_figures(path):
    rows = ('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'
            '<row r="5"><c r="C5"><v>4</v></c></row>')
    package(path, {"表": worksheet(rows, '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A5:B6"/>'
                                         '<mergeCell ref="B2:D2"/><mergeCell ref="nonsense"/></mergeCells>')})


@case
def half_sound(path):
    """Damage in cells and sheets of all kinds beside a cell that is as it should be."""
    rows = ('<row r="zero"><c r="A1"><v>1</v></c></row>'
            '<row r="2"><c r="A2" t="q"><v>1</v></c><c r="B2"><v>1,5</v></c><c r="C2" t="s"><v>77</v></c>'
            '<c r="D2" t="b"><v>maybe</v></c><c r="E2"><v>inf</v></c><c r="F2" s="7"><v>8</v></c><c r="G2" s="x"><v>9</v></c></row>'
            '<row r="3"><c r="A3"><v>1</v></c><c r="A3"><v>1</v></c><c r="B3"><v>1</v></c><c r="B3"><v>2</v></c>'
            f'<c r="C3" t="inlineStr"><is><t>{"x" * 1100000}</t></is></c><c r="12D"/></row>'
            '<row r="30000"><c r="A30000" t="inlineStr"><is><t> </t></is></c></row>')
    bad = worksheet('<row r="1"><c r="A1"><v>1</c></row>')
    package(path, {"好": worksheet(rows), "坏": bad, "长": worksheet('<row r="20001"><c><v>1</v></c></row>')},
            strings="<si><t>甲</t></si>", styles="<cellXfs><xf/><",
            replace={"docProps/core.xml": "<", "xl/theme/theme1.xml": "\0", "[Content_Types].xml": "<"})


@case
def sheets_without_part(path):
    package(path, one_cell(), replace={
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="空" sheetId="3" r:id=""/>'
                           '<sheet name="校区" sheetId="1" r:id="rId1"/><sheet name="无" sheetId="4"/>'
                           '<sheet name="悬" sheetId="5" r:id="rId99"/><sheet name="再" sheetId="6" r:id="rId1"/></sheets></workbook>'})


@case
def strings_damaged(path):
    package(path, {"文": worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
                   "数": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')}, strings="<si><t>甲</si>")


@case
def large(path):
    """The size of a county of 300 schools: 10 sheets, 25,000 cells."""
    import xlsxwriter
    book = xlsxwriter.Workbook(path)
    for number in range(10):
        sheet = book.add_worksheet(f"表{number}")
        for row in range(150):
            sheet.write_string(row, 0, f"65310{number}{row:04d}")
            for column in range(1, 17):
                if column % 4 == 0:
                    sheet.write_string(row, column, ("小学", "初中", "是", "否")[row % 4])
                else:
                    sheet.write_number(row, column, row * column + column / 8)
    book.close()


# --- files that are refused ---------------------------------------------------------------------------------------

def one_cell():
    return {"校区": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')}


def write(path, data):
    with open(path, "wb") as out:
        out.write(data)


@case
def empty_file(path):
    write(path, b"")


@case
def text_file(path):
    write(path, "学校标识码,学校名称\n".encode())


@case
def encrypted(path):
    write(path, OLE + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(2048))


@case
def old_format(path):
    write(path, OLE + bytes(1016) + "Workbook".encode("utf-16-le") + bytes(2048))


@case
def truncated(path):
    package(path, {"表": worksheet("".join(f'<row><c><v>{n * 7919 % 1000}</v></c></row>' for n in range(3000)))})
    with open(path, "rb") as whole:
        data = whole.read()
    write(path, data[:len(data) * 2 // 3])


@case
def flipped_bytes(path):
    package(path, {"表": worksheet("".join(f'<row><c><v>{n * 7919 % 1000}</v></c></row>' for n in range(3000)))})
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    with open(path, "r+b") as archive:
        archive.seek(start + 3000)
        archive.write(b"\xff" * 40)


@case
def other_zip(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "甲")


@case
def empty_zip(path):
    zipfile.ZipFile(path, "w").close()


@case
def word_document(path):
    package(path, {}, replace={"_rels/.rels": relationships([("rId1", "officeDocument", "word/document.xml")]),
                               "word/document.xml": f'{HEAD}<w:document xmlns:w="urn:w"/>'})


@case
def binary_workbook(path):
    package(path, {}, replace={"_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.bin")]),
                               "xl/workbook.bin": "\x83\x01"})


@case
def missing_workbook(path):
    package(path, one_cell(), skip=["xl/workbook.xml"])


@case
def missing_sheet(path):
    package(path, one_cell(), skip=["xl/worksheets/sheet1.xml"])


@case
def missing_relationship(path):
    package(path, one_cell(), replace={"xl/_rels/workbook.xml.rels": relationships([])})


@case
def malformed(path):
    package(path, {"校区": worksheet('<row r="1"><c r="A1"><v>1</c></row>')})


@case
def half_a_part(path):
    package(path, {"校区": worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')[:-30]})


@case
def zeros(path):
    package(path, {"校区": "\0" * 1000})


@case
def doctype(path):
    """Ten entities, each ten of the one before."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    sheet = worksheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>')
    package(path, {"校区": sheet.replace("<worksheet", f'<!DOCTYPE z [<!ENTITY e0 "lol">{entities}]><worksheet', 1)})


@case
def deep(path):
    """Elements within elements, each of which takes memory; 300 KiB in the file."""
    package(path, {"校区": worksheet("<a>" * (30 << 20))})


@case
def many_styles(path):
    package(path, one_cell(), styles=f'<cellXfs>{"<xf/>" * 200000}</cellXfs>')


@case
def many_sheets(path):
    package(path, one_cell(), workbook_extra=f'<sheets>{"<sheet/>" * 200000}</sheets>')


@case
def many_relationships(path):
    package(path, one_cell(), replace={"xl/_rels/workbook.xml.rels": relationships(
        [(f"r{number}", "worksheet", "w.xml") for number in range(200000)])})


def bad_cell(path, cell, **more):
    package(path, {"校区": worksheet(f'<row r="12">{cell}</row>')}, **more)


@case
def string_out_of_range(path):
    bad_cell(path, '<c r="C12" t="s"><v>1</v></c>', strings="<si><t>甲</t></si>")


@case
def strings_missing(path):
    bad_cell(path, '<c r="C12" t="s"><v>0</v></c>')


@case
def style_out_of_range(path):
    bad_cell(path, '<c r="C12" s="1"><v>0</v></c>')


@case
def not_a_number(path):
    bad_cell(path, '<c r="C12"><v>1,5</v></c>')


@case
def infinite(path):
    bad_cell(path, '<c r="C12"><v>inf</v></c>')


@case
def unknown_type(path):
    bad_cell(path, '<c r="C12" t="q"><v>1</v></c>')


@case
def twice(path):
    bad_cell(path, '<c r="C12"><v>1</v></c><c r="C12"><v>2</v></c>')


@case
def bad_position(path):
    bad_cell(path, '<c r="12C"><v>1</v></c>')


@case
def bad_row(path):
    package(path, {"校区": worksheet('<row r="1048577"><c><v>1</v></c></row>')})


@case
def long_text(path):
    bad_cell(path, f'<c r="C12" t="inlineStr"><is><t>{"x" * 1100000}</t></is></c>')


@case
def rows_60000(path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("学段")
    for row in range(60000):
        for column in range(5):
            sheet.write_number(row, column, row)
    book.close()


@case
def columns_257(path):
    bad_cell(path, '<c r="IV12"><v>1</v></c><c r="IW12"><v>1</v></c>')


def bomb(path, mebibytes):
    """XML that never ends; 600 MiB of blanks are 600 KiB in the file."""
    package(path, one_cell(), skip=["xl/worksheets/sheet1.xml"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            for _ in range(mebibytes):
                part.write(b" " * (1 << 20))
            part.write(b"</sheetData></worksheet>")


@case
def zip_bomb(path):
    bomb(path, 600)


@case
def small_bomb(path):
    """A bomb whose directory declares 100 bytes."""
    bomb(path, 8)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    with open(path, "rb") as lied:
        data = lied.read()
    assert data.count(size) == 2
    write(path, data.replace(size, (100).to_bytes(4, "little")))


# --- looking at what was written ----------------------------------------------------------------------------------

def dump(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    sheets = {}
    for sheet in book.worksheets:
        sheets[sheet.title] = {
            "cells": {cell.coordinate: [cell.data_type, str(cell.value), cell.number_format]
                      for row in sheet.iter_rows() for cell in row if cell.value is not None},
            "merges": sorted(str(merge) for merge in sheet.merged_cells.ranges),
            "freeze": sheet.freeze_panes,
            "gridlines": sheet.sheet_view.showGridLines,
            "page": {"paper": sheet.page_setup.paperSize, "orientation": sheet.page_setup.orientation,
                     # 1 when the attribute is left out
                     "wide": 1 if sheet.page_setup.fitToWidth is None else sheet.page_setup.fitToWidth,
                     "tall": 1 if sheet.page_setup.fitToHeight is None else sheet.page_setup.fitToHeight,
                     "fit": sheet.sheet_properties.pageSetUpPr is not None
                     and sheet.sheet_properties.pageSetUpPr.fitToPage,
                     "left": round(sheet.page_margins.left * 25.4, 6), "top": round(sheet.page_margins.top * 25.4, 6),
                     "centred": sheet.print_options.horizontalCentered, "footer": sheet.oddFooter.center.text,
                     "repeated": sheet.print_title_rows, "repeated_columns": sheet.print_title_cols,
                     "lines": sheet.print_options.gridLines, "area": str(sheet.print_area)},
            "validations": {str(rule.sqref): [rule.type, rule.formula1, rule.errorStyle, rule.allow_blank,
                                              rule.errorTitle, rule.error, rule.promptTitle, rule.prompt]
                            for rule in sheet.data_validations.dataValidation},
            "notes": {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment},
            "conditions": [[str(block.sqref), rule.formula[0], str(rule.dxf.fill.bgColor.rgb)]
                           for block in sheet.conditional_formatting for rule in block.rules],
            "protected": sheet.protection.sheet and [sheet.protection.password] + [
                name for name in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort",
                                  "autoFilter", "insertColumns", "deleteColumns") if not getattr(sheet.protection, name)],
            "unlocked": [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked],
            "filter": sheet.auto_filter.ref,
            "charts": [[chart.anchor._from.row, chart.anchor._from.col, chart.anchor.to.row, chart.anchor.to.col,
                        chart.overlap] +
                       [[series.val.numRef.f, (series.cat.strRef or series.cat.numRef).f,
                         series.spPr.solidFill is not None, series.trendline and series.trendline.spPr.ln.prstDash]
                        for series in chart.series] for chart in sheet._charts],
            "widths": {key: round(value.width, 2) for key, value in sheet.column_dimensions.items()},
            "heights": {str(key): value.height for key, value in sheet.row_dimensions.items() if value.height},
            "looks": {cell.coordinate: {"font": cell.font.name, "size": cell.font.sz, "bold": cell.font.b,
                                        "italic": cell.font.i, "colour": cell.font.color and str(cell.font.color.rgb),
                                        "fill": cell.fill.fill_type and str(cell.fill.fgColor.rgb),
                                        "border": [cell.border.left.style, cell.border.right.style,
                                                   cell.border.top.style, cell.border.bottom.style],
                                        "align": [cell.alignment.horizontal, cell.alignment.vertical,
                                                  bool(cell.alignment.wrap_text), cell.alignment.indent,
                                                  cell.alignment.text_rotation]}
                      for row in sheet.iter_rows() for cell in row if cell.has_style}}
    with zipfile.ZipFile(path) as archive:
        drawings = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".vml"))
    # openpyxl does not read how large notes are: points, in the order of the cells
    heights = [float(height) for height in re.findall(r";height:([0-9.]+)pt;", drawings)]
    cached = openpyxl.load_workbook(path, data_only=True)
    values = {sheet.title: {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row
                            if cell.value is not None} for sheet in cached.worksheets}
    print(json.dumps({"sheets": sheets, "values": values, "note_heights": heights, "title": book.properties.title,
                      "creator": book.properties.creator, "created": book.properties.created.isoformat(),
                      "styles": len(book._cell_styles)}, ensure_ascii=False, default=str))


def sizes(path):
    with zipfile.ZipFile(path) as archive:
        print(sum(part.file_size for part in archive.infolist() if part.filename != "[Content_Types].xml"))


def verify(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names)), "a part twice"
        trees = {name: ElementTree.fromstring(archive.read(name)) for name in names
                 if name.endswith((".xml", ".rels"))}
    types = trees["[Content_Types].xml"]
    defaults = {entry.get("Extension") for entry in types.iter(f"{{{TYPES}}}Default")}
    overrides = [entry.get("PartName").lstrip("/") for entry in types.iter(f"{{{TYPES}}}Override")]
    for name in names:
        assert name == "[Content_Types].xml" or name in overrides or name.rsplit(".", 1)[-1] in defaults, name
    missing = set(overrides) - set(names)
    assert not missing, missing
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        ids = [entry.get("Id") for entry in tree]
        assert len(ids) == len(set(ids)), name
        for entry in tree:
            if entry.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, entry.get("Target"))).lstrip("/")
                assert target in names, (name, target)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        CASES[sys.argv[2]](sys.argv[3])
    else:
        {"dump": dump, "sizes": sizes, "verify": verify}[sys.argv[1]](sys.argv[2])
