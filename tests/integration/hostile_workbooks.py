#!/usr/bin/python3
"""Small workbooks that unpack to much: each is read or refused within a bound of time and of memory.

    hostile_workbooks.py CLI FOLDER

Time is a multiple of what a sound workbook takes in the same run, one of 1.9 million cells, and of what it would take if it
unpacked to as much; memory, the peak of the process as the kernel counts it, a multiple of what that workbook takes.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Callable, Iterator

import headless  # noqa: I001  makes the folder of the next one known
import sample_parts as book

MIB = 1 << 20
MOST_TIMES = 3  # of the sound workbook
MOST_MEMORY = 2  # times that of the sound workbook: 2 million cells and 64 MiB of text

Pieces = Iterator[bytes]
CASES: dict[str, tuple[str, Callable[[], Pieces]]] = {}


def case(part: str):
    def register(pieces: Callable[[], Pieces]) -> Callable[[], Pieces]:
        CASES[pieces.__name__] = (part, pieces)
        return pieces

    return register


def around(part: str, inside: Iterator[bytes]) -> Pieces:
    """The part of the sample with something more before its last tag."""
    xml = book.sample()[part]
    end = xml.rindex("</")
    yield xml[:end].encode()
    yield from inside
    yield xml[end:].encode()


def repeated(piece: bytes, size: int) -> Pieces:
    block = piece * max(1, MIB // len(piece))
    for _ in range(size // len(block)):
        yield block


SCHOOLS, STRINGS, STYLES = book.part_of("学校"), "xl/sharedStrings.xml", "xl/styles.xml"
WORKBOOK, RELATIONSHIPS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def attribute(size: int) -> Pieces:
    def inside() -> Pieces:
        yield b'<x a="'
        yield from repeated(b"a", size)
        yield b'"/>'

    return around(SCHOOLS, inside())


@case(SCHOOLS)
def attribute_of_8_mib():
    return attribute(8 * MIB)


@case(SCHOOLS)
def attribute_of_300_mib():
    return attribute(300 * MIB)


@case(STYLES)
def attribute_in_styles():
    def inside() -> Pieces:
        yield b'<x a="'
        yield from repeated(b"a", 200 * MIB)
        yield b'"/>'

    return around(STYLES, inside())


@case(SCHOOLS)
def tags_just_below_the_limit():
    def inside() -> Pieces:
        for _ in range(300):
            yield b'<x a="' + b"a" * (MIB - 70_000) + b'"/>'

    return around(SCHOOLS, inside())


@case(SCHOOLS)
def comment_of_400_mib():
    def inside() -> Pieces:
        yield b"<!--"
        yield from repeated(b"c", 400 * MIB)
        yield b"-->"

    return around(SCHOOLS, inside())


@case(WORKBOOK)
def instruction_of_200_mib():
    def inside() -> Pieces:
        yield b"<?x "
        yield from repeated(b"c", 200 * MIB)
        yield b"?>"

    return around(WORKBOOK, inside())


@case(SCHOOLS)
def element_name_of_100_mib():
    def inside() -> Pieces:
        yield b"<"
        yield from repeated(b"n", 100 * MIB)
        yield b"/>"

    return around(SCHOOLS, inside())


@case(SCHOOLS)
def a_million_attributes():
    def inside() -> Pieces:
        yield b"<x"
        for first in range(0, 1_000_000, 1000):
            yield b"".join(b' a%d=""' % number for number in range(first, first + 1000))
        yield b"/>"

    return around(SCHOOLS, inside())


def texts(count: int, size: int) -> Pieces:
    def inside() -> Pieces:
        for _ in range(count):
            yield b"<si><t>"
            yield from repeated(b"t", size)
            yield b"</t></si>"

    return around(STRINGS, inside())


@case(STRINGS)
def text_of_450_mib():
    return texts(1, 450 * MIB)


@case(STRINGS)
def texts_of_5_mib():
    return texts(90, 5 * MIB)


@case(STRINGS)
def texts_as_long_as_a_cell():
    def inside() -> Pieces:
        text = b"<si><t>" + b"t" * 200_000 + b"</t></si>"
        for _ in range(2000):
            yield text

    return around(STRINGS, inside())


@case(STRINGS)
def five_million_texts():
    return around(STRINGS, repeated(b"<si><t>t</t></si>", 85 * MIB))


@case(SCHOOLS)
def inline_texts():
    def inside() -> Pieces:
        for row in range(100, 2100):
            yield b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>' % (row, row) + b"t" * 200_000 + b"</t></is></c></row>"

    return in_rows(inside())


def in_rows(inside: Iterator[bytes]) -> Pieces:
    xml = book.sample()[SCHOOLS]
    end = xml.index("</sheetData>")
    yield xml[:end].encode()
    yield from inside
    yield xml[end:].encode()


@case(SCHOOLS)
def a_sheet_full_of_cells():
    def inside() -> Pieces:
        for row in range(72, 20_001):
            yield b'<row r="%d">' % row + b"<c><v>1</v></c>" * 256 + b"</row>"

    return in_rows(inside())


@case(SCHOOLS)
def arrays_without_values():
    def inside() -> Pieces:
        for row in range(72, 20_001):
            yield b'<row r="%d"><c r="A%d"><f t="array" ref="A%d:IV20000">1</f></c></row>' % (row, row, row)

    return in_rows(inside())


@case(SCHOOLS)
def two_million_merges():
    def inside() -> Pieces:
        yield b"<mergeCells>"
        yield from repeated(b'<mergeCell ref="A1:B2"/>', 48 * MIB)
        yield b"</mergeCells>"

    return around(SCHOOLS, inside())


@case(SCHOOLS)
def empty_cells():
    return in_rows(repeated(b'<row r="80"><c r="A80"/><c r="B80"/><c r="C80"/></row>', 250 * MIB))


@case(WORKBOOK)
def entries_of_one_part():
    xml = book.sample()[WORKBOOK]
    entry = xml.index("</sheets>")
    yield xml[:entry].encode()
    yield from repeated(b'<sheet name="s" sheetId="1" r:id="rId1"/>', 5 * MIB)
    yield xml[entry:].encode()


@case(RELATIONSHIPS)
def long_targets():
    def inside() -> Pieces:
        for number in range(400):
            yield b'<Relationship Id="x%d" Type="t" Target="' % number + b"a" * (MIB - 70_000) + b'"/>'

    return around(RELATIONSHIPS, inside())


@case(STYLES)
def formats_without_end():
    def inside() -> Pieces:
        yield b"<numFmts>"
        for number in range(60_000):
            yield b'<numFmt numFmtId="%d" formatCode="' % (1000 + number) + b'0&quot;x&quot;' * 60 + b'"/>'
        yield b"</numFmts><cellXfs>"
        for number in range(60_000):
            yield b'<xf numFmtId="%d" fontId="0"/>' % (1000 + number)
        yield b"</cellXfs>"

    return around(STYLES, inside())


def write(path: Path, part: str, pieces: Pieces) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in book.sample().items():
            if name != part:
                archive.writestr(name, content)
        with archive.open(part, "w", force_zip64=True) as out:
            for piece in pieces:
                out.write(piece)


def sound(path: Path) -> None:
    """A workbook of 1.9 million cells, which is nearly as many as are read."""
    def rows() -> Pieces:
        for row in range(72, 20_000):
            yield b'<row r="%d">' % row + b"".join(
                b'<c r="%s%d" s="2"><v>%d.5</v></c>' % (make_column(column), row, row * column) for column in range(20, 115)
            ) + b"</row>"

    write(path, SCHOOLS, in_rows(rows()))


def make_column(column: int) -> bytes:
    return (chr(64 + column // 26) if column >= 26 else "").encode() + chr(65 + column % 26).encode()


def unpacked(path: Path) -> int:
    with zipfile.ZipFile(path) as archive:
        return sum(part.file_size for part in archive.infolist())


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    largest = program.folder / "sound.xlsx"
    sound(largest)
    usual = program.measured("assess", largest, "--year", headless.YEAR)
    report.expect("工作簿" not in usual.err, f"the sound workbook: {usual.err[:400]}")
    size_of_sound = unpacked(largest)
    print(f"sound: {usual.seconds:.2f} s, {usual.mebibytes:.0f} MiB, {size_of_sound // MIB} MiB unpacked")
    largest.unlink()
    for name, (part, pieces) in CASES.items():
        path = program.folder / f"{name}.xlsx"
        write(path, part, pieces())
        cost = program.measured("assess", path, "--year", headless.YEAR)
        print(f"{name}: exit {cost.code}, {cost.seconds:.2f} s, {cost.mebibytes:.0f} MiB, "
              f"{path.stat().st_size // 1024} KiB")
        report.expect(cost.code in (headless.DONE, headless.BAD_INPUT), f"{name}: exit {cost.code}\n{cost.err[:400]}")
        if cost.code == headless.BAD_INPUT:
            report.expect("。" in cost.err, f"{name}: no sentence: {cost.err[:400]}")
        allowed = MOST_TIMES * usual.seconds * max(1, unpacked(path) / size_of_sound)
        report.expect(cost.seconds <= allowed, f"{name}: {cost.seconds:.1f} s, more than {allowed:.1f} s")
        report.expect(cost.mebibytes <= MOST_MEMORY * usual.mebibytes, f"{name}: {cost.mebibytes:.0f} MiB")
        path.unlink()
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
