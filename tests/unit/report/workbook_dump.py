#!/usr/bin/env python3
"""Check a workbook's package and print its sheets as JSON.

    workbook_dump.py FILE.xlsx

Exit 1, with a sentence for each, when a part is not well-formed, a relationship has no target, a part has no content
type, or a sheet's name is double or too long. Otherwise prints
{sheet: {"cells": {"A1": {"value", "shown", "format"}}, "merged": [...], "page": {...}}}, "shown" being a number as its
format prints it, half up from its shortest decimal form.
"""

import json
import posixpath
import re
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from xml.etree import ElementTree

import openpyxl

CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def faults_of(path: str) -> list[str]:
    faults = []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        if len(names) != len(set(names)):
            faults.append("a part stands twice in the package")
        trees = {}
        for name in names:
            try:
                trees[name] = ElementTree.fromstring(package.read(name))
            except ElementTree.ParseError as error:
                faults.append(f"{name} is not well-formed: {error}")
    types = trees["[Content_Types].xml"]
    defaults = {e.get("Extension") for e in types.iter(CONTENT_TYPES + "Default")}
    overrides = {e.get("PartName") for e in types.iter(CONTENT_TYPES + "Override")}
    faults += [f"no part for the content type of {o}" for o in overrides if o.lstrip("/") not in names]
    for name in names:
        extension = name.rpartition(".")[2]
        if name != "[Content_Types].xml" and "/" + name not in overrides and extension != "rels":
            faults.append(f"{name} has no content type of its own")
    if not {"rels", "xml"} <= defaults:
        faults.append(f"content types of rels and xml: {defaults}")
    for name in names:
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in trees[name].iter(RELATIONSHIPS + "Relationship"):
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target")))
            if relation.get("TargetMode") != "External" and target not in names:
                faults.append(f"{name}: no part {target}")
    return faults


def shown(value: float, number_format: str) -> str:
    match = re.fullmatch(r'0(\.0+)?("[^"]*")?', number_format)
    if not match:
        raise ValueError(f"number format {number_format}")
    digits = len(match[1] or ".") - 1
    rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return str(rounded) + (match[2] or "").strip('"')


def dump(sheet) -> dict:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is None:
                continue
            number = cell.data_type == "n"
            cells[cell.coordinate] = {
                "value": cell.value,
                "shown": shown(cell.value, cell.number_format) if number else str(cell.value),
                "type": cell.data_type,
                "font": cell.font.name,
                "bold": bool(cell.font.b),
                "italic": bool(cell.font.i),
                "fill": cell.fill.fgColor.rgb if cell.fill.fill_type else "",
            }
    page = sheet.page_setup
    return {
        "cells": cells,
        "merged": sorted(str(m) for m in sheet.merged_cells.ranges),
        "page": {
            "paper": int(page.paperSize),
            "orientation": page.orientation,
            "wide": int(page.fitToWidth if page.fitToWidth is not None else 1),
            "tall": int(page.fitToHeight if page.fitToHeight is not None else 1),
            "fit": bool(sheet.sheet_properties.pageSetUpPr.fitToPage),
            "repeated": sheet.print_title_rows,
            "footer": sheet.oddFooter.center.text,
            "frozen": sheet.freeze_panes,
        },
    }


def main() -> int:
    path = sys.argv[1]
    faults = faults_of(path)
    book = openpyxl.load_workbook(path)
    names = book.sheetnames
    if len({n.lower() for n in names}) != len(names) or any(len(n) > 31 for n in names):
        faults.append(f"sheet names {names}")
    for fault in faults:
        print(fault, file=sys.stderr)
    json.dump({sheet.title: dump(sheet) for sheet in book}, sys.stdout)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
