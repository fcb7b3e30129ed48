"""The sample county's workbook taken apart, so that single cells and parts can be made what no library writes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "demo-county.xlsx"
NAMES = ("学校", "学段", "校区", "专用教室", "县级", "任务清单", "质量监测", "社会认可度", "定性结论", "一票否决")

Parts = dict[str, "str | bytes"]


def part_of(sheet: str) -> str:
    return f"xl/worksheets/sheet{NAMES.index(sheet) + 1}.xml"


def sample() -> Parts:
    with zipfile.ZipFile(SAMPLE) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def save(parts: Parts, path: Path, compression: int = zipfile.ZIP_DEFLATED) -> None:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content if isinstance(content, bytes) else content.encode())


def put(parts: Parts, sheet: str, place: str, cell: str) -> None:
    """The cell at `place`, which the sheet has, becomes this XML."""
    part = part_of(sheet)
    found = re.subn(rf'<c r="{place}"(?: [^>]*)?(?:/>|>.*?</c>)', lambda _: cell, parts[part], count=1, flags=re.S)
    assert found[1] == 1, (sheet, place)
    parts[part] = found[0]


def add(parts: Parts, sheet: str, place: str, cell: str) -> None:
    """A cell behind those of its row."""
    row = re.search(r"\d+", place)[0]
    part = part_of(sheet)
    found = re.subn(rf'(<row r="{row}"[^>]*>.*?)</row>', lambda m: m[1] + cell + "</row>", parts[part], count=1, flags=re.S)
    assert found[1] == 1, (sheet, place)
    parts[part] = found[0]


def number(place: str, value: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def formula(place: str, text: str, value: str) -> str:
    return f'<c r="{place}"><f>{escape(text)}</f><v>{value}</v></c>'


def inline(place: str, content: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is>{content}</is></c>'


def behind_data(parts: Parts, sheet: str, xml: str) -> None:
    replace(parts, part_of(sheet), "</sheetData>", "</sheetData>" + xml)


def replace(parts: Parts, part: str, old: str, new: str) -> None:
    assert old in parts[part], (part, old)
    parts[part] = parts[part].replace(old, new)


def style(parts: Parts, code: str, font: str = "") -> int:
    """The index of a new cell style with this number format, and a font of its own where its XML is given."""
    xml = parts["xl/styles.xml"]
    count = int(re.search(r'<cellXfs count="(\d+)"', xml)[1])
    fonts = int(re.search(r'<fonts count="(\d+)"', xml)[1])
    number_format = 500 + count
    xml = xml.replace("</numFmts>", f'<numFmt numFmtId="{number_format}" formatCode={quoteattr(code)}/></numFmts>')
    if font:
        xml = xml.replace("</fonts>", f"<font>{font}</font></fonts>").replace(f'<fonts count="{fonts}"', f'<fonts count="{fonts + 1}"')
    xf = f'<xf numFmtId="{number_format}" fontId="{fonts if font else 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    xml = xml.replace("</cellXfs>", xf + "</cellXfs>").replace(f'<cellXfs count="{count}"', f'<cellXfs count="{count + 1}"')
    parts["xl/styles.xml"] = xml
    return count
