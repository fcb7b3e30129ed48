#!/usr/bin/python3
"""The sample county's workbook in other clothes: whatever a writer chose, the document stays that of the sample.

    workbook_structures.py CLI FOLDER

Writers differ in prefixes, quotes, encodings, positions, counts and in what they leave out; all of it is within the
format, or opened by Excel and WPS all the same. The last ones are the sample written anew by other programs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Callable

import headless  # noqa: I001  makes the folder of the next one known
import sample_parts as book

SHEETS = [book.part_of(name) for name in book.NAMES]
STRINGS, STYLES, WORKBOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
RELATIONSHIPS = "xl/_rels/workbook.xml.rels"

CASES: dict[str, Callable[[book.Parts], None]] = {}


def case(change: Callable[[book.Parts], None]) -> Callable[[book.Parts], None]:
    CASES[change.__name__] = change
    return change


def edit(parts: book.Parts, part: str, pattern: str, new, flags: int = 0) -> None:
    parts[part], count = re.subn(pattern, new, parts[part], flags=flags)
    assert count > 0, (part, pattern)


@case
def elements_with_a_prefix(parts):
    for part in [*SHEETS, WORKBOOK, STRINGS, STYLES]:
        edit(parts, part, r"<(/?)(?=[A-Za-z])", r"<\1s:")
        edit(parts, part, r"(<s:(?:worksheet|workbook|sst|styleSheet)) xmlns=", r"\1 xmlns:s=")


@case
def relationships_with_a_prefix(parts):
    edit(parts, RELATIONSHIPS, r"<(/?)(?=Relationship)", r"<\1p:")
    edit(parts, RELATIONSHIPS, " xmlns=", " xmlns:p=")


def dangling(kind: str, before: bool) -> Callable[[book.Parts], None]:
    """A second relationship of a kind, of a part that is not there."""
    relationship = ('<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                    f'{kind}" Target="gone.xml"/>').format("rId0" if before else "rId9876")

    def change(parts: book.Parts) -> None:
        if before:
            edit(parts, RELATIONSHIPS, "(<Relationships[^>]*>)", r"\1" + relationship)
        else:
            edit(parts, RELATIONSHIPS, "</Relationships>", relationship + "</Relationships>")

    return change


for kind in ("sharedStrings", "styles"):
    for before in (True, False):
        CASES[f"dangling_{kind}_{'first' if before else 'last'}"] = dangling(kind, before)


@case
def a_dangling_workbook(parts):
    edit(parts, "_rels/.rels", "</Relationships>",
         '<Relationship Id="rId9876" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
         'officeDocument" Target="gone.xml"/></Relationships>')


@case
def a_row_element_for_each_cell(parts):
    def split(row: re.Match) -> str:
        cells = re.findall(r"<c [^>]*/>|<c .*?</c>", row[2], re.S)
        return "".join(f'<row r="{row[1]}">{cell}</row>' for cell in cells)

    edit(parts, book.part_of("校区"), r'<row r="(\d+)"[^>]*>(.*?)</row>', split, re.S)


@case
def no_positions(parts):
    part = book.part_of("专用教室")
    edit(parts, part, r'<row r="\d+"[^>]*>', "<row>")
    edit(parts, part, r'<c r="[A-Z]+\d+"', "<c")


@case
def rows_in_any_order(parts):
    def turn(data: re.Match) -> str:
        return data[1] + "".join(reversed(re.findall(r"<row .*?</row>", data[2], re.S))) + data[3]

    edit(parts, book.part_of("学段"), r"(<sheetData>)(.*)(</sheetData>)", turn, re.S)


@case
def single_quotes(parts):
    for part in SHEETS:
        parts[part] = parts[part].replace('"', "'")


@case
def utf_16(parts):
    for part in [*SHEETS, STRINGS, WORKBOOK]:
        parts[part] = parts[part].replace("UTF-8", "UTF-16").encode("utf-16")


@case
def byte_order_mark(parts):
    for part in [*SHEETS, STRINGS, WORKBOOK, STYLES]:
        parts[part] = parts[part].encode("utf-8-sig")


@case
def texts_as_cdata(parts):
    edit(parts, STRINGS, r"<t([^>]*)>([^<&]*)</t>", r"<t\1><![CDATA[\2]]></t>")


@case
def texts_as_entities(parts):
    edit(parts, STRINGS, r"[\u3400-\u9fff]", lambda sign: f"&#{ord(sign[0])};")


@case
def texts_in_runs(parts):
    """Every text in two runs with fonts of their own, with a reading aid behind them."""
    def split(text: re.Match) -> str:
        first, rest = text[1][:1], text[1][1:]
        font = '<rPr><b/><vertAlign val="baseline"/></rPr>'
        return (f'<si><r>{font}<t xml:space="preserve">{first}</t></r><r><t xml:space="preserve">{rest}</t></r>'
                '<rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="0"/></si>')

    edit(parts, STRINGS, r"<si><t(?: [^>]*)?>([^<&]+)</t></si>", split)


@case
def wrong_counts_and_dimension(parts):
    edit(parts, book.part_of("学校"), r'<dimension ref="[^"]*"/>', '<dimension ref="A1"/>')
    edit(parts, STRINGS, r'count="\d+" uniqueCount="\d+"', 'count="1" uniqueCount="7"')


@case
def odd_properties(parts):
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace("<dc:creator>", "<dc:strange>?</dc:strange><dc:creator>")
    parts["docProps/custom.xml"] = "no XML at all"


@case
def no_styles(parts):
    del parts[STYLES]


@case
def no_theme_and_no_properties(parts):
    for part in ("xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml"):
        parts.pop(part, None)


@case
def absolute_targets_in_capitals(parts):
    edit(parts, RELATIONSHIPS, 'Target="', 'Target="/xl/')
    for part in list(parts):
        if part != "[Content_Types].xml":
            parts[part.upper()] = parts.pop(part)


@case
def protected_and_filtered(parts):
    book.behind_data(parts, "学校", '<sheetProtection sheet="1" objects="1" password="83AF"/><autoFilter ref="A1:C71">'
                                    '<filterColumn colId="2"><filters><filter val="初级中学"/></filters></filterColumn></autoFilter>')
    edit(parts, book.part_of("学校"), r'<row r="(1\d)"', r'<row r="\1" hidden="1"')
    book.replace(parts, WORKBOOK, "<bookViews>", '<workbookProtection workbookPassword="83AF" lockStructure="1"/><bookViews>')


@case
def from_1904(parts):
    book.replace(parts, WORKBOOK, "<workbookPr ", '<workbookPr date1904="1" ')


@case
def quoted_texts(parts):
    edit(parts, STYLES, r'<xf numFmtId="164"', '<xf quotePrefix="1" numFmtId="164"')


@case
def formatted_to_the_last_row(parts):
    """Three hundred thousand rows with a style and nothing in them."""
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="2"/></row>' for row in range(1000, 300_000))
    book.replace(parts, book.part_of("学校"), "</sheetData>", blank + "</sheetData>")


@case
def cells_that_say_their_type(parts):
    edit(parts, book.part_of("学段"), r'<c r="([A-Z]+\d+)"><v>', r'<c r="\1" t="n"><v>')


@case
def things_of_later_versions(parts):
    """Extensions, alternate content, notes, links, rules and an unknown element."""
    more = ('<conditionalFormatting sqref="A1"><cfRule type="later" priority="1"/></conditionalFormatting>'
            '<hyperlinks><hyperlink ref="A1" display="x"/></hyperlinks><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice '
            'Requires="x"><sheetData><row r="3"><c r="C3"><v>7</v></c></row></sheetData></mc:Choice></mc:AlternateContent>'
            '<extLst><ext uri="{1}"><later/></ext></extLst>')
    book.behind_data(parts, "学段", more)


def by_openpyxl(path: Path) -> None:
    import openpyxl

    openpyxl.load_workbook(book.SAMPLE).save(path)


def by_xlsxwriter(path: Path) -> None:
    import openpyxl
    import xlsxwriter

    written = xlsxwriter.Workbook(str(path), {"in_memory": True, "strings_to_formulas": False})
    for sheet in openpyxl.load_workbook(book.SAMPLE):
        target = written.add_worksheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    write = target.write_string if isinstance(cell.value, str) else target.write
                    write(cell.row - 1, cell.column - 1, cell.value)
    written.close()


def by_libreoffice(path: Path) -> None:
    folder = path.parent / "libreoffice"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder.resolve()}/profile", "--headless", "--convert-to", "xlsx",
                    "--outdir", str(folder), str(book.SAMPLE)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (folder / book.SAMPLE.name).rename(path)


def stored(path: Path) -> None:
    book.save(book.sample(), path, zipfile.ZIP_STORED)


def streamed(path: Path) -> None:
    """Sizes and checksums behind the data, as writers do that cannot go back."""
    class OneWay:
        def __init__(self, file) -> None:
            self.file = file

        def write(self, data: bytes) -> int:
            return self.file.write(data)

        def flush(self) -> None:
            self.file.flush()

    with open(path, "wb") as file, zipfile.ZipFile(OneWay(file), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in book.sample().items():
            archive.writestr(name, content)


WRITERS = {"openpyxl": by_openpyxl, "xlsxwriter": by_xlsxwriter, "libreoffice": by_libreoffice, "stored": stored, "streamed": streamed}


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    wanted = json.loads(program.must("assess", book.SAMPLE, "--year", headless.YEAR, "--json").out)
    books: dict[str, Path] = {}
    for name, change in CASES.items():
        parts = book.sample()
        change(parts)
        books[name] = program.folder / f"{name}.xlsx"
        book.save(parts, books[name])
    for name, write in WRITERS.items():
        books[name] = program.folder / f"by_{name}.xlsx"
        write(books[name])
    for name, path in books.items():
        answer = program.run("assess", path, "--year", headless.YEAR, "--json")
        report.equal(answer.code, headless.DONE, f"{name}: exit\n{answer.err}")
        if answer.code == headless.DONE:
            report.equal(answer.json(), wanted, f"{name}: document")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
