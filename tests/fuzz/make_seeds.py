#!/usr/bin/env python3
"""The seeds and dictionaries of the fuzz targets, a few KB each, from the data of the project.

    make_seeds.py FOLDER

writes FOLDER/TARGET/* and FOLDER/TARGET.dict. The first bytes of a seed say what the rest is, as the target takes them
(see the head of each *_fuzzer.cpp).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
LEVELS = ("school", "section", "campus", "room", "county")  # the sheets of templates_fuzzer.cpp


def items() -> list[dict]:
    with (DATA / "items.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def standards() -> tuple[list[bytes], set[str]]:
    seeds, words = [], {"null", "true", "false", "1e400", "18446744073709551615", '"1/0"', '"0"'}
    for path in sorted((DATA / "standards").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        words |= {f'"{name}"' for name in re.findall(r'"([A-Za-z_0-9]+)"', text)}
        document = json.loads(text)
        if document["extends"]:
            seeds.append(b"\0" + text.encode())
            parts = {k: v for k, v in document.items() if k not in ("format", "id", "title", "extends", "sources")}
            seeds.append(b"\1" + json.dumps(parts, ensure_ascii=False)[1:-1].encode())
    national = json.loads((DATA / "standards/national-2017.json").read_text(encoding="utf-8"))
    # Each part by itself, small enough to be changed everywhere.
    for name, value in national.items():
        if isinstance(value, (dict, list)) and name != "sources":
            for part in value[:6] if isinstance(value, list) else [value]:
                whole = [part] if isinstance(value, list) else part
                seeds.append(b"\1" + json.dumps({name: whole}, ensure_ascii=False)[1:-1].encode())
    seeds.append(b'\1"scope":[]')
    return seeds, words


def rows(level: str) -> bytes:
    """Three rows of plain figures under the headings of a sheet, the last of a school without pupils or anything."""
    lines = []
    for school in range(3):
        cells = [] if level in ("school", "county") else [f"990000000{school + 1}"]
        for item in items():
            if item["level"] != level:
                continue
            if item["code"] == "school_code":
                cells.append(f"990000000{school + 1}")
            elif item["choices"]:
                cells.append(item["choices"].split("|")[0])
            else:
                cells.append({"flag": "是", "text": "示例"}.get(item["kind"], "#12" if school < 2 else "#0"))
        lines.append("\t".join(cells))
    if level == "county":
        lines = [f"{item['label']}\t#12" for item in items() if item["level"] == "county"][3:12]
    return "\n".join(lines).encode()


def templates() -> tuple[list[bytes], set[str]]:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    sheet = (
        f'<worksheet {space}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>学校</t></r>'
        '<rPh><t>x</t></rPh></is></c><c r="B1" s="1"><v>0.5</v></c></row><row r="2" hidden="1"><c r="A2" t="s"><v>0</v>'
        '</c><c r="B2"><f>A1</f><v>1E-4</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c s="2"><v>45000</v></c>'
        '</row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>'
    )
    styles = (
        f'<styleSheet {space}><numFmts><numFmt numFmtId="170" formatCode="0.00%"/></numFmts><fonts><font><strike/>'
        '</font></fonts><cellXfs><xf/><xf numFmtId="170" fontId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    strings = f'<sst {space}><si><t>_x0041_示例</t></si><si><r><t>a</t></r><r><t>b</t></r></si></sst>'
    seeds = [b"\2" + bytes([i]) + sheet.encode() for i in range(len(LEVELS))]
    seeds += [b"\3" + bytes([i]) + rows(level) for i, level in enumerate(LEVELS)]
    seeds += [b"\1\2" + strings.encode(), b"\1\3" + styles.encode()]
    words = {"<row>", "</row>", "<c>", "</c>", "<v>", "</v>", "<f>", 't="s"', 's="1"', "<mergeCell ref=", "A1:XFD1048576"}
    words |= {"不适用", "小学", "初中", "本部", "#1e308", "#-1", "=A1", "９９", "，", "%", "万元", "亩", "\t", "\n"}
    return seeds, words


def packages() -> tuple[list[bytes], set[str]]:
    manifest = {
        "format": 1,
        "program": "0.1.0",
        "county": {"code": "990101", "name": "示例县"},
        "year": 2025,
        "date": "2025-12-01",
        "standard": "own",
        "verdict": "待填报",
        "data_code": "0000-0000",
        "files": [{"name": "县级数据.junheng", "size": 1, "sha256": "00"}],
    }
    standard = {"format": 1, "id": "own", "title": "自定", "extends": "own", "sources": {}}
    seeds = [b"\1" + json.dumps(manifest, ensure_ascii=False).encode(), b"\2" + json.dumps(standard).encode()]
    seeds += [b"\0PK\3\4", b"\3SQLite format 3\0"]
    return seeds, {f'"{name}"' for name in manifest} | {"PK\\x01\\x02", "PK\\x03\\x04", "PK\\x05\\x06", "../", "评估标准/"}


def county_rows() -> tuple[list[bytes], set[str]]:
    figures = '{"pupils":400,"classes":10,"school_type":"小学","teaching_area":[200000,2],"teachers":false}'
    changes = '[["pupils",null,400,"C2"],["teaching_area",[1,0],[200000,2],""],[null,null,true,""]]'
    seeds = [b"\0" + bytes([row]) + figures.encode() for row in (0, 1, 3, 12, 18)]
    seeds += [b"\1" + bytes([row]) + changes.encode() for row in (0, 1, 5)]
    seeds += [bytes([place, 1]) + text.encode() for place, text in
              ((2, "junior"), (3, "9900000002"), (4, "campus"), (5, "<img src=x>"), (6, "2025-12-01T00:00:00.000Z"),
               (9, "national-2017"), (10, '{"format":1,"id":"own","extends":"own"}'))]
    words = {f'"{item["code"]}"' for item in items()}
    return seeds, words | {"999999999999999999", "-1", "[1,19]", "[1,-1]", "null", "true", "false", '"不适用"', "1e400"}


def quoted(word: str) -> str:
    if "\\x" in word:
        return f'"{word}"'
    return '"' + "".join(f"\\x{b:02X}" if b < 32 or b > 126 or b in b'"\\' else chr(b) for b in word.encode()) + '"'


def main() -> None:
    folder = Path(sys.argv[1])
    for make in (standards, templates, packages, county_rows):
        seeds, words = make()
        target = folder / make.__name__
        target.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds):
            (target / f"{number:03}").write_bytes(seed)
        lines = "\n".join(quoted(word) for word in sorted(words))
        (folder / f"{make.__name__}.dict").write_text(lines + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
