#!/usr/bin/env python3
"""The golden counties as template workbooks, with the figures they must give.

    golden_county.py OUTDIR           write n1, n2, n10, n10a, n10b and mixed .xlsx
    golden_county.py OUTDIR --check   and compare exact.py with the golden figures

The figures below are published or derived by hand; exact.py never supplies them.
"""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import exact  # noqa: E402
import template_book  # noqa: E402

YEAR = 2025
COUNTY = {"county_name": "算例县", "county_code": "990110", "school_year": YEAR}

# N10: unit -> (type, 小学, 初中, 高中, campus); a stage is (pupils, h, b, a), None is not run;
# a campus is (teaching area, indoor, ground, equipment in 万元, rooms).
N10 = {
    "P1": ("小学", (900, 44, 11, 9), None, None, (4300, 0, 7200, 198.0, 24)),
    "P2": ("小学", (300, 16, 2, 3), None, None, (1530, 0, 2700, 75.0, 9)),
    "T1": ("小学教学点", (60, 4, 1, 1), None, None, (400, 0, 900, 14.4, 3)),
    "T2": ("小学教学点", (40, None, None, None), None, None, None),
    "J1": ("初级中学", None, (800, 52, 10, 9), None, (4900, 0, 8600, 210.0, 21)),
    "N1": ("九年一贯制学校", (400, 20, 5, 4), (300, 20, 4, 3), None, (3800, 0, 6400, 160.0, 18)),
    "W1": ("完全中学", None, (500, 30, 6, 5), 700, (9000, 0, 15000, 420.0, 32)),
}


def school_row(index: int, name: str, school_type: str) -> dict:
    return {"school_code": code(index), "school_name": name, "school_type": school_type}


def code(index: int) -> str:
    return f"99{index:08d}"


def section_row(index: int, stage: str, pupils: int, h, b, a) -> dict:
    """All of h under 本科, all of a under 体育, their other addends 0."""
    row: dict = {"school_code": code(index), "stage": stage, "pupils": pupils}
    if h is not None:
        row |= {
            "teachers_college": 0,
            "teachers_bachelor": h,
            "teachers_master": 0,
            "teachers_doctor": 0,
            "backbone_teachers": b,
            "pe_teachers": a,
            "music_teachers": 0,
            "fine_art_teachers": 0,
            "other_art_teachers": 0,
        }
    return row


def campus_row(index: int, amounts, name: str | None = None, **pupils: int) -> dict:
    row: dict = {"school_code": code(index), "campus_name": name}
    row |= {f"campus_pupils_{stage}": n for stage, n in pupils.items()}
    if amounts:
        row |= dict(
            zip(
                (
                    "teaching_area",
                    "indoor_sports_area",
                    "sports_ground_area",
                    "equipment_value",
                    "multimedia_rooms",
                ),
                amounts,
            )
        )
    return row


def as_book(schools: list[dict], sections: list[dict], campuses: list[dict]) -> template_book.Book:
    return template_book.with_headings(
        {
            "学校": schools,
            "学段": sections,
            "校区": campuses,
            "县级": template_book.county_rows(COUNTY),
        }
    )


def n10(units: dict = N10, n1_campuses: list[dict] | None = None) -> template_book.Book:
    schools, sections, campuses = [], [], []
    for index, (name, unit) in enumerate(units.items(), start=1):
        school_type, primary, junior, senior, amounts = unit
        schools.append(school_row(index, name, school_type))
        for stage, figures in (("小学", primary), ("初中", junior)):
            if figures:
                sections.append(section_row(index, stage, *figures))
        if senior:
            sections.append({"school_code": code(index), "stage": "高中", "pupils": senior})
        if name == "N1" and n1_campuses:
            campuses += n1_campuses
        else:
            campuses.append(campus_row(index, amounts))
    return as_book(schools, sections, campuses)


def n10a() -> template_book.Book:
    """P1 with an indoor hall inside its teaching area: the same results."""
    p1 = N10["P1"]
    return n10(N10 | {"P1": (*p1[:4], (4800, 500, 6700, 198.0, 24))})


def n10b() -> template_book.Book:
    """N1 on two campuses of one stage each: nothing is divided."""
    index = list(N10).index("N1") + 1
    return n10(
        n1_campuses=[
            campus_row(index, (2000, 0, 3000, 80, 9), "A校区", primary=400, junior=0),
            campus_row(index, (1800, 0, 3400, 80, 9), "B校区", primary=0, junior=300),
        ]
    )


def n1() -> template_book.Book:
    """The five-school example; its books stand in the column of R7, as a coefficient is
    blind to the unit. All else is blank."""
    schools, sections, campuses = [], [], []
    for index, (pupils, amount) in enumerate(
        ((45, 279), (37, 137), (89, 935), (76, 160), (55, 402)), start=1
    ):
        schools.append(school_row(index, f"小学{index}", "小学"))
        sections.append({"school_code": code(index), "stage": "小学", "pupils": pupils})
        campuses.append({"school_code": code(index), "multimedia_rooms": amount})
    return as_book(schools, sections, campuses)


def n2() -> template_book.Book:
    """The published split of 23226 books between 166 and 210 pupils, as sports ground."""
    return as_book(
        [school_row(1, "九年一贯制学校", "九年一贯制学校")],
        [
            {"school_code": code(1), "stage": "小学", "pupils": 166},
            {"school_code": code(1), "stage": "初中", "pupils": 210},
        ],
        [{"school_code": code(1), "sports_ground_area": 23226, "indoor_sports_area": 0}],
    )


def mixed() -> template_book.Book:
    """A one-stage and a mixed campus: R4 = 235/32 and 165/16.

    Campus A 300 小 on 2000, campus B 100 小 + 200 初 (weights 100 + 220) on 3000:
    小 (2000 + 3000*100/320) / 400 = 2937.5/400, 初 (3000*220/320) / 200 = 2062.5/200.
    """
    return as_book(
        [school_row(1, "两校区学校", "九年一贯制学校")],
        [
            {"school_code": code(1), "stage": "小学", "pupils": 400},
            {"school_code": code(1), "stage": "初中", "pupils": 200},
        ],
        [
            campus_row(1, (2000, 0), "A校区", primary=300, junior=0),
            campus_row(1, (3000, 0), "B校区", primary=100, junior=200),
        ],
    )


BOOKS = {"n1": n1, "n2": n2, "n10": n10, "n10a": n10a, "n10b": n10b, "mixed": mixed}

# --- golden figures -------------------------------------------------------------------

FLOORS = {
    "primary": "3.57 0.85 0.765 3.825 6.375 1700 1.955",
    "junior": "4.505 0.85 0.765 4.93 8.67 2125 2.04",
}
# (unit, stage): seven values, met, verdict, the indicators not met with their status
N10_SECTIONS = {
    ("P1", "primary"): ("4.888889 1.222222 1.0 4.777778 8.0 2200 2.666667", 7, "pass", {}),
    ("P2", "primary"): ("5.333333 0.666667 1.0 5.1 9.0 2500 3.0", 6, "fail", {"R2": "below"}),
    ("T1", "primary"): ("6.666667 1.666667 1.666667 6.666667 15.0 2400 5.0", 7, "pass", {}),
    ("N1", "primary"): ("5.0 1.25 1.0 5.205479 8.767123 2191.780822 2.465753", 7, "pass", {}),
    ("J1", "junior"): ("6.5 1.25 1.125 6.125 10.75 2625 2.625", 7, "pass", {}),
    ("N1", "junior"): (
        "6.666667 1.333333 1.0 5.726027 9.643836 2410.958904 2.712329",
        4,
        "fail",
        {"R4": "floor", "R5": "floor", "R6": "floor"},
    ),
    ("W1", "junior"): (
        "6.0 1.2 1.0 6.716418 11.194030 3134.328358 2.388060",
        6,
        "pass",
        {"R7": "floor"},
    ),
}
# stage: (mean, sd, cv) of the seven, composite
N10_BALANCE = {
    "primary": (
        "5.060241 0.351492 0.069461; 1.144578 0.238905 0.208728; 1.024096 0.124433 0.121505; "
        "5.007344 0.372965 0.074484; 8.618584 1.308038 0.151769; "
        "2259.465258 119.126004 0.052723; 2.762832 0.466204 0.168741",
        "0.121059",
    ),
    "junior": (
        "6.375 0.260208 0.040817; 1.25 0.045644 0.036515; 1.0625 0.0625 0.058824; "
        "6.235011 0.356439 0.057167; 10.681354 0.535094 0.050096; "
        "2744.032406 274.75196 0.100127; 2.567330 0.125092 0.048725",
        "0.056039",
    ),
}
N10B_N1 = {
    "primary": ("5", "7.5", "2000", "2.25"),
    "junior": ("6", "11.333333", "2666.666667", "3"),
}


def agrees(value: float, printed: str) -> bool:
    """Whether a figure has all the digits printed."""
    decimals = len(printed.partition(".")[2])
    return abs(value - float(printed)) <= 0.5000001 * 10.0**-decimals


def expect(condition: bool, what: str) -> None:
    if not condition:
        raise AssertionError(what)


def sections_by_unit(document: dict) -> dict:
    return {(s["school"], s["stage"]): s for s in document["sections"]}


def check_sections(document: dict, skip: tuple[str, ...] = ()) -> None:
    sections = sections_by_unit(document)
    expect(sections.keys() == N10_SECTIONS.keys(), "N10: sections")
    for unit, (values, met, verdict, unmet) in N10_SECTIONS.items():
        if unit[0] in skip:
            continue
        section = sections[unit]
        indicators = section["indicators"]
        for indicator, printed, floor in zip(indicators, values.split(), FLOORS[unit[1]].split()):
            where = f"N10 {unit} {indicator['id']}"
            expect(agrees(indicator["value"], printed), f"{where}: {indicator['value']}")
            expect(indicator["floor"] == float(floor), f"N9 {where}")
            expect(indicator["status"] == unmet.get(indicator["id"], "met"), where)
        expect((section["met"], section["verdict"]) == (met, verdict), f"N10 {unit}")


def check_balance(document: dict) -> None:
    expect([b["stage"] for b in document["balance"]] == list(N10_BALANCE), "N10: stages")
    for row in document["balance"]:
        triples, composite = N10_BALANCE[row["stage"]]
        for indicator, triple in zip(row["indicators"], triples.split("; ")):
            for name, printed in zip(("mean", "sd", "cv"), triple.split()):
                where = f"N10 {row['stage']} {indicator['id']} {name}: {indicator[name]}"
                expect(agrees(indicator[name], printed), where)
            expect(indicator["status"] == "met", f"N10 {row['stage']} {indicator['id']}")
        expect(agrees(row["composite"], composite), f"N10 {row['stage']} composite")


def check(folder: Path) -> None:
    """Compare exact.py with every golden figure; raises AssertionError at the first difference."""
    documents = {name: exact.assess(folder / f"{name}.xlsx", YEAR) for name in BOOKS}

    n1_primary = documents["n1"]["balance"][0]
    books = n1_primary["indicators"][6]
    expect(agrees(books["cv"], "0.515256630"), f"N1 cv {books['cv']}")
    expect(agrees(books["mean"] / 100, "6.334437086"), f"N1 mean {books['mean']}")
    expect(agrees(books["sd"] / 100, "3.263860705"), f"N1 sd {books['sd']}")
    expect(books["status"] == "unmet", "N1 verdict")

    split = sections_by_unit(documents["n2"])
    per_pupil = {s: split[("九年一贯制学校", s)]["indicators"][4] for s in ("primary", "junior")}
    expect(Fraction(per_pupil["primary"]["exact"]) == Fraction(23226, 397), "N2 小学")
    expect(agrees(per_pupil["primary"]["value"], "58.503778338"), "N2 小学 per pupil")
    expect(agrees(per_pupil["primary"]["value"] * 166, "9711.627204"), "N2 小学 part")
    expect(agrees(per_pupil["junior"]["value"], "64.354156171"), "N2 初中 per pupil")
    expect(agrees(per_pupil["junior"]["value"] * 210, "13514.372796"), "N2 初中 part")

    r4 = [s["indicators"][3]["exact"] for s in documents["mixed"]["sections"]]
    expect(r4 == ["235/32", "165/16"], f"mixed campuses {r4}")

    for name in ("n10", "n10a"):
        check_sections(documents[name])
        check_balance(documents[name])
    check_sections(documents["n10b"], skip=("N1",))
    for stage, printed in N10B_N1.items():
        values = sections_by_unit(documents["n10b"])[("N1", stage)]["indicators"][3:]
        for indicator, figure in zip(values, printed):
            expect(agrees(indicator["value"], figure), f"N10b {stage} {indicator['id']}")
    for name in ("n10", "n10a", "n10b"):
        document = documents[name]
        expect([e["school"] for e in document["excluded"]] == ["T2"], f"{name} excluded")
        verdict = document["verdict"]
        expect(
            (verdict["resources"], verdict["balance"], verdict["overall"])
            == ("fail", "pass", "fail"),
            f"{name} verdict {verdict}",
        )


def main() -> int:
    parser = argparse.ArgumentParser(description="write the golden counties")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--check", action="store_true", help="compare with the golden figures")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, make in BOOKS.items():
        template_book.write_book(arguments.folder / f"{name}.xlsx", make())
    if arguments.check:
        check(arguments.folder)
        print(f"{len(BOOKS)} books agree with the golden figures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
