#!/usr/bin/env python3
"""Random counties with every part of the standard, and what the independent judge says of them.

    random_whole.py COUNT OUTDIR      county_0001.xlsx with expected_0001.json ...

county_0004.xlsx has county_0004_2024.xlsx and so on beside it: the years before, for E2.
expected_0001_xinjiang-2021.json is what that standard makes of an odd one, where G6 asks rural schools only;
expected_0001_urumqi-county-2022.json the quality of the same, where Q2 asks for each kind of disabled children.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import exact  # noqa: E402
import template_book  # noqa: E402
from random_county import YEAR, CountyMaker  # noqa: E402
from random_parts import CountyParts, Row  # noqa: E402
from random_school_parts import SchoolParts  # noqa: E402

REGIONAL = ("xinjiang-2021", "urumqi-county-2022")
# Compulsory pupils of a whole school at what G4 asks, and one beyond.
EDGES = {
    "小学": (2000, 2001, 2400, 2401),
    "初级中学": (2000, 2001, 2400, 2401),
    "完全中学": (2000, 2001, 2400, 2401),
    "九年一贯制学校": (2500, 2501, 3000, 3001),
    "十二年一贯制学校": (2500, 2501, 3000),
}


class WholeCountyMaker(CountyMaker):
    """Schools of which some are at the limits of size; a sound county has enough of everything."""

    def __init__(self, seed: int, sound: bool, small: bool) -> None:
        super().__init__(seed)
        self.sound = sound
        self.small = small or sound  # no school is too large but those at the edges
        self.sizes = random.Random(f"sizes {seed}")

    def pupils(self) -> int:
        count = super().pupils()
        return min(count, 1000) if self.small else count

    def target(self, threshold: Fraction, step: Fraction) -> Fraction:
        if self.sound:
            return threshold * Fraction(self.rng.randint(135, 165), 100)
        return super().target(threshold, step)

    def blank_cells(self) -> None:
        if not self.sound:
            super().blank_cells()

    def stage_pupils(self, school_type: str) -> dict[str, int]:
        pupils = super().stage_pupils(school_type)
        if school_type in EDGES and self.sizes.random() < 0.1:
            total = self.sizes.choice(EDGES[school_type][: 1 if self.sound else None])
            stages = [stage for stage in ("primary", "junior") if stage in pupils]
            first = total if len(stages) == 1 else self.sizes.randint(total // 3, total // 2)
            pupils |= dict(zip(stages, (first, total - first)))
        return pupils

    def add_school(self, school_type: str | None = None, pupils: dict | None = None) -> None:
        if self.sound and school_type is None:
            kinds = ("小学", "小学", "小学教学点", "初级中学", "九年一贯制学校", "完全中学", "特殊教育学校")
            school_type = self.rng.choice(kinds)
        super().add_school(school_type, pupils)


@dataclass
class WholeCounty:
    """A county, and for some what was in the years before."""

    book: template_book.Book
    before: dict[int, template_book.Book]


def whole_county(seed: int) -> WholeCounty:
    sound = seed % 8 == 0
    maker = WholeCountyMaker(seed, sound, small=seed % 3 != 0)
    maker.make_schools(None)
    schools = SchoolParts(seed, maker.schools, maker.sections, sound)
    schools.make()
    county = CountyParts(seed, sound)
    county.make()
    identity = maker.identity()
    before = {}
    if seed % 4 == 0:
        years = (YEAR - 1, YEAR - 2, YEAR - 3)
        for year, values in county.prior_years(years).items():
            values |= identity | {"school_year": year}
            if seed % 8 == 0 or seed % 16 == 4:
                before[year] = whole_year_before(maker, schools, values)
            else:
                before[year] = year_before(maker, values)
    sheets = {"专用教室": schools.rooms} | county.sheets()
    book = maker.book(
        identity | schools.county | county.county, {name: rows for name, rows in sheets.items() if rows}
    )
    return WholeCounty(book, before)


def year_before(maker: CountyMaker, county: Row) -> template_book.Book:
    """A year of which only one school is known, so the composites are those entered."""
    code = maker.schools[0]["school_code"]
    items = ("school_code", "school_name", "school_type", "stage", "pupils")
    sheets = {
        sheet: [{i: row[i] for i in items if i in row} for row in rows if row["school_code"] == code]
        for sheet, rows in (("学校", maker.schools), ("学段", maker.sections))
    }
    sheets |= {"校区": [{"school_code": code}], "县级": template_book.county_rows(county)}
    return template_book.with_headings(sheets, only_used=True)


def whole_year_before(maker: CountyMaker, parts: SchoolParts, county: Row) -> template_book.Book:
    """The schools of today with what the 2012 system counts, here and there a blank."""
    chance = parts.rng
    sections = [dict(row) for row in maker.sections]
    for row in sections:
        if isinstance(row.get("teachers"), int):
            share = 100 if parts.sound else chance.randint(20, 100)
            row["senior_title_teachers"] = row["teachers"] * share // 100
        else:
            row["teachers"] = None  # all the addends there are
    campuses = []
    for row in maker.campuses:
        area = row["teaching_area"] or 100
        most = 130 if parts.sound else chance.choice((130, 500))
        campuses.append(
            row
            | {
                "computers": int(area * chance.randint(100, most) / 1000),
                "books": int(area * chance.randint(100, most) / 10),
            }
        )
    if chance.random() < 0.2:
        chance.choice(campuses)[chance.choice(("computers", "books"))] = None
    sheets = {"学校": maker.schools, "学段": sections, "校区": campuses}
    return template_book.with_headings(
        sheets | {"县级": template_book.county_rows(county)}, only_used=True
    )


def write_many(count: int, folder: Path) -> None:
    """Counties of the seeds 1..count, each with what exact.py says of the written files."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(1, count + 1):
        path = folder / f"county_{seed:04d}.xlsx"
        county = whole_county(seed)
        template_book.write_book(path, county.book)
        before = {year: folder / f"{path.stem}_{year}.xlsx" for year in county.before}
        for year, book in county.before.items():
            template_book.write_book(before[year], book)
        write_json(folder / f"expected_{seed:04d}.json", exact.assess(path, YEAR, before))
        if before or seed % 2 == 0:
            continue
        for standard in REGIONAL:
            said = exact.assess(path, YEAR, standard=standard)
            if standard == "urumqi-county-2022":
                said = {"quality": said["quality"]}
            write_json(folder / f"expected_{seed:04d}_{standard}.json", said)


def write_json(path: Path, document: dict) -> None:
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False)


def main() -> int:
    parser = argparse.ArgumentParser(description="write random counties and what is expected")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    write_many(arguments.count, arguments.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
