#!/usr/bin/env python3
"""The resources of random valid counties as template workbooks: the same seed gives the same county.

    random_county.py SEED OUT.xlsx [--schools N]

random_whole.py makes counties with every part of the standard from these.

The counties lean towards what breaks engines: values exactly at a threshold or floor and
one unit beside it, coefficients exactly at their limit, points of 49 and 50 pupils, small
schools of 49, 50, 99 and 100, campuses without pupils or with one stage, blanks, zeros,
不适用. Only readable input: nothing that an import refuses, and no blank that makes it a
matter of opinion whether a relaxation applies.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import exact  # noqa: E402
import template_book  # noqa: E402

YEAR = 2025
STAGE_NAMES = {"primary": "小学", "junior": "初中", "senior": "高中", "special": "特教"}
WEIGHTS = exact.SPLIT_WEIGHTS
THRESHOLDS = {i.id: i.thresholds for i in exact.INDICATORS}
FLOOR = exact.FLOOR

SCHOOL_TYPES = {  # how often, and the stages run
    "小学": (34, ("primary",)),
    "小学教学点": (14, ("primary",)),
    "初级中学": (16, ("junior",)),
    "九年一贯制学校": (16, ("primary", "junior")),
    "十二年一贯制学校": (5, ("primary", "junior", "senior")),
    "完全中学": (7, ("junior", "senior")),
    "高级中学": (2, ("senior",)),
    "特殊教育学校": (3, ("special",)),
    "职业学校（附设）": (3, ("junior", "senior")),
}
SPONSORS = (
    "中央教育部门",
    "中央其他部门",
    "省级教育部门",
    "省级其他部门",
    "地级教育部门",
    "地级其他部门",
    "县级教育部门",
    "县级其他部门",
    "地方企业",
    "民办",
)
LOCALITIES = ("城区", "镇区", "乡村")
DEGREES = ("teachers_college", "teachers_bachelor", "teachers_master", "teachers_doctor")
PE_ART = ("pe_teachers", "music_teachers", "fine_art_teachers", "other_art_teachers")
SECTION_CELLS = ("pupils", *DEGREES, "backbone_teachers", *PE_ART)
CAMPUS_CELLS = (
    "teaching_area",
    "indoor_sports_area",
    "sports_ground_area",
    "equipment_value",
    "multimedia_rooms",
)


def decimal_number(value: Fraction, decimals: int) -> int | float:
    """The nearest number of so many decimals, as a spreadsheet holds it."""
    scaled = math.floor(value * 10**decimals + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**decimals)
    return whole if rest == 0 else scaled / 10**decimals


class CountyMaker:
    """Builds the rows of one county, keyed by item code."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.schools: list[dict] = []
        self.sections: list[dict] = []
        self.campuses: list[dict] = []
        self.codes: set[str] = set()
        # How much is at a boundary differs between counties, so that some coefficients
        # are small and some counties pass.
        self.wildness = self.rng.choice((0.1, 0.5, 1.0))

    # --- small choices ---

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def new_code(self) -> str:
        while True:
            code = f"99{self.rng.randrange(10**8):08d}"
            if code not in self.codes:
                self.codes.add(code)
                return code

    def pupils(self) -> int:
        if self.chance(0.45):
            return self.rng.choice((1, 20, 49, 50, 99, 100, 200, 500, 1000, 1000, 2000))
        return self.rng.randint(20, 2600)

    def target(self, threshold: Fraction, step: Fraction) -> Fraction:
        """A value per pupil near what matters; ``step`` is the smallest difference."""
        kind = self.rng.random()
        if kind < 0.30 * self.wildness:
            return threshold
        if kind < 0.40 * self.wildness:
            return threshold * FLOOR
        if kind < 0.50 * self.wildness:
            return threshold - step
        if kind < 0.58 * self.wildness:
            return threshold * FLOOR - step
        if kind < 0.60 * self.wildness:
            return Fraction(0)
        return threshold * Fraction(self.rng.randint(95, 100 + int(60 + 200 * self.wildness)), 100)

    # --- schools ---

    def stage_pupils(self, school_type: str) -> dict[str, int]:
        pupils = {stage: self.pupils() for stage in SCHOOL_TYPES[school_type][1]}
        if school_type == "小学教学点":
            pupils["primary"] = self.rng.choice((0, 1, 12, 30, 49, 50, 51, 60, 85, 99, 100, 130))
        elif school_type == "特殊教育学校" and self.chance(0.4):
            pupils["primary"] = self.rng.randint(5, 120)
        elif school_type == "小学" and self.chance(0.04):
            pupils["junior"] = self.rng.randint(0, 150)  # a section that the type does not name
        elif school_type == "初级中学" and self.chance(0.06):
            pupils["senior"] = self.rng.randint(1, 400)
        if len(pupils) > 1 and self.chance(0.08):
            pupils[self.rng.choice(list(pupils))] = 0
        return pupils

    def make_small_rural(self, school: dict, pupils: dict[str, int]) -> None:
        """Bring the compulsory pupils to the edges of 50 to 99."""
        school["rural_small"] = "是"
        school["locality"] = "乡村"
        total = self.rng.choice((49, 50, 51, 75, 98, 99, 100))
        stages = [stage for stage in ("primary", "junior") if stage in pupils]
        first = total if len(stages) == 1 else self.rng.randint(0, total)
        for stage, count in zip(stages, (first, total - first)):
            pupils[stage] = count

    def add_school(self, school_type: str | None = None, pupils: dict | None = None) -> None:
        rng = self.rng
        if school_type is None:
            kinds = list(SCHOOL_TYPES)
            school_type = rng.choices(kinds, [SCHOOL_TYPES[kind][0] for kind in kinds])[0]
        plain = pupils is not None
        pupils = pupils if plain else self.stage_pupils(school_type)
        code = self.new_code()
        sponsor = rng.randrange(len(SPONSORS)) if self.chance(0.4) else 6
        school = {
            "school_code": code,
            "school_name": f"第{len(self.schools) + 1}{school_type}",
            "school_type": school_type,
            "sponsor": SPONSORS[sponsor] if self.chance(0.7) else str(sponsor + 1),
            "locality": rng.choice(LOCALITIES),
            "boarding": rng.choice(("是", "否")),
            "rural_small": rng.choice(("否", None)),
            "dense_core": rng.choice(("否", None)),
        }
        if not plain and school_type in ("小学", "小学教学点", "初级中学", "九年一贯制学校"):
            if self.chance(0.2):
                self.make_small_rural(school, pupils)
        if not plain and school["rural_small"] != "是" and self.chance(0.12):
            school |= {"dense_core": "是", "locality": "城区"}
        self.schools.append(school)
        for stage, count in pupils.items():
            self.sections.append(self.section(school, stage, count))
        self.campuses += self.school_campuses(school, pupils)
        if not plain and len(pupils) > 1 and school["rural_small"] != "是" and self.chance(0.03):
            self.forget_stage(code)

    def forget_stage(self, code: str) -> None:
        """Drop the row of one stage that the school runs."""
        own = [row for row in self.sections if row["school_code"] == code]
        self.sections.remove(self.rng.choice(own))

    def section(self, school: dict, stage: str, pupils: int) -> dict:
        row: dict = {
            "school_code": school["school_code"],
            "stage": STAGE_NAMES[stage],
            "pupils": pupils,
        }
        if stage not in ("primary", "junior"):
            return row

        def count(indicator: str) -> int:
            threshold = THRESHOLDS[indicator][stage]
            if pupils == 0:
                return self.rng.randint(0, 3)
            wanted = self.target(threshold, Fraction(100, pupils)) * pupils / 100
            return max(0, math.ceil(wanted))

        degrees = DEGREES if stage == "primary" else DEGREES[1:]
        row |= self.spread(count("R1"), degrees)
        if stage == "junior":
            row["teachers_college"] = self.rng.choice((None, 0, self.rng.randint(0, 30)))
        row["backbone_teachers"] = count("R2")
        row |= self.spread(count("R3"), PE_ART)
        row["visiting_pe_art_teachers"] = self.rng.choice((None, None, 0, 1, 2, "不适用"))
        if school["rural_small"] == "是" and self.chance(0.6):
            row["visiting_pe_art_teachers"] = self.rng.randint(1, 3)
        row["teachers"] = self.rng.randint(0, 5) + max(
            sum(row[d] or 0 for d in DEGREES if d in row),
            row["backbone_teachers"],
            sum(row[a] for a in PE_ART),
        )
        return row

    def spread(self, total: int, codes: tuple[str, ...]) -> dict[str, int]:
        """A total as a sum over some of the items; the others are 0."""
        parts = dict.fromkeys(codes, 0)
        used = self.rng.sample(codes, self.rng.randint(1, len(codes)))
        cuts = sorted(self.rng.randint(0, total) for _ in used[1:])
        for code, low, high in zip(used, [0, *cuts], [*cuts, total]):
            parts[code] = high - low
        return parts

    # --- campuses ---

    def campus_pupils(self, pupils: dict[str, int]) -> list[dict[str, int]]:
        """Pupils of each campus; a stage may sit on one campus only, a campus may be empty."""
        number = self.rng.choice((2, 2, 3))
        here: list[dict[str, int]] = [{} for _ in range(number)]
        for stage, count in pupils.items():
            if self.chance(0.5):
                home = self.rng.randrange(number)
                parts = [count if k == home else 0 for k in range(number)]
            else:
                cuts = sorted(self.rng.randint(0, count) for _ in range(number - 1))
                parts = [high - low for low, high in zip([0, *cuts], [*cuts, count])]
            for campus, part in zip(here, parts):
                campus[stage] = part
        if self.chance(0.25):
            empty = self.rng.randrange(number)
            other = (empty + 1) % number
            for stage in pupils:
                here[other][stage] += here[empty][stage]
                here[empty][stage] = 0
        return here

    def school_campuses(self, school: dict, pupils: dict[str, int]) -> list[dict]:
        split = {stage: n for stage, n in pupils.items() if stage in WEIGHTS}
        if not split:
            return [self.campus(school, None, pupils)]
        if not self.chance(0.15):
            row = self.campus(school, self.rng.choice((None, None, "本部")), split)
            if self.chance(0.2):  # a single campus may give its pupils too
                row |= {f"campus_pupils_{stage}": n for stage, n in split.items()}
            return [row]
        rows = []
        for index, here in enumerate(self.campus_pupils(split)):
            row = self.campus(school, None if index == 0 else f"第{index + 1}校区", here)
            row |= {f"campus_pupils_{stage}": n for stage, n in here.items()}
            rows.append(row)
        return rows

    def campus(self, school: dict, name: str | None, pupils: dict[str, int]) -> dict:
        weighted = sum(
            (n * WEIGHTS[stage] for stage, n in pupils.items() if stage in WEIGHTS), Fraction(0)
        )
        weighted = weighted or Fraction(self.rng.randint(0, 300))
        judged = [stage for stage, n in pupils.items() if stage in ("primary", "junior") and n]
        stage = self.rng.choice(judged or ["primary"])

        def whole(indicator: str, step: Fraction) -> Fraction:
            """The campus total that gives the chosen stage its target per pupil."""
            target = self.target(THRESHOLDS[indicator][stage], step)
            return max(Fraction(0), target * weighted / WEIGHTS[stage])

        tiny = Fraction(1, 100) / (weighted or 1)
        net = decimal_number(whole("R4", tiny), 2)
        venue = decimal_number(whole("R5", tiny), 2)
        indoor = 0
        if self.chance(0.4):
            indoor = decimal_number(Fraction(venue) * self.rng.randint(1, 40) / 100, 2)
        ground = Fraction(str(venue)) - Fraction(str(indoor))
        extra: int | float | str | None = self.rng.choice((None, None, 0, "不适用"))
        if school["dense_core"] == "是" and self.chance(0.7):
            extra = decimal_number(ground * self.rng.randint(5, 60) / 100, 2)
            if self.chance(0.5):
                ground -= Fraction(str(extra))
        rooms = whole("R7", 100 / (weighted or Fraction(1))) / 100
        return {
            "school_code": school["school_code"],
            "campus_name": name,
            "teaching_area": decimal_number(Fraction(str(net)) + Fraction(str(indoor)), 2),
            "indoor_sports_area": indoor,
            "sports_ground_area": decimal_number(max(ground, Fraction(0)), 2),
            "extra_sports_area": extra,
            "equipment_value": decimal_number(whole("R6", tiny) / 10000, 4),
            "multimedia_rooms": math.ceil(rooms),
        }

    # --- whole counties ---

    def add_pair_at_limit(self, stage: str) -> None:
        """Two equal schools whose coefficients are exactly at the limit, or one beside it.

        a and 3a give 0.50; 11k and 29k give 9/20.
        """
        low, high = (1, 3) if stage == "primary" else (11, 29)
        pupils = self.rng.choice((100, 500, 1000))
        school_type = "小学" if stage == "primary" else "初级中学"
        start = len(self.sections)
        self.add_school(school_type, {stage: pupils})
        self.add_school(school_type, {stage: pupils})
        poor, rich = self.sections[start:]
        base = self.rng.randint(1, 4)
        degrees = (*DEGREES[1:],) if stage == "junior" else DEGREES
        for row, factor in ((poor, low), (rich, high)):
            row |= self.spread(base * factor, degrees) | self.spread(base * factor, PE_ART)
            row["backbone_teachers"] = base * factor
            row["teachers"] = base * factor + 100
        if self.chance(0.3):
            rich["backbone_teachers"] += 1

    def empty_indicator(self, stage: str) -> None:
        """No 骨干教师 anywhere: a zero mean."""
        for row in self.sections:
            if row["stage"] == STAGE_NAMES[stage]:
                row["backbone_teachers"] = 0

    def not_applicable_addends(self) -> None:
        """不适用 in one addend of several, never in all."""
        for row in self.sections:
            if "teachers_bachelor" in row and self.chance(0.05):
                row[self.rng.choice(("teachers_master", "teachers_doctor"))] = "不适用"
            if "pe_teachers" in row and self.chance(0.05):
                row[self.rng.choice(PE_ART[1:])] = "不适用"
        for row in self.campuses:
            if self.chance(0.05):
                row["indoor_sports_area"] = "不适用"

    def blank_cells(self) -> None:
        """Some counties complete, some lacking one cell, some lacking many."""
        cells = [(row, code) for row in self.sections for code in SECTION_CELLS if code in row]
        cells += [(row, code) for row in self.campuses for code in CAMPUS_CELLS]
        cells += [
            (row, code)
            for row in self.campuses
            for code in row
            if code.startswith("campus_pupils_")
        ]
        how = self.rng.choice(("none", "none", "one", "few", "many"))
        number = {"none": 0, "one": 1, "few": 4, "many": max(5, len(cells) // 25)}[how]
        for row, code in self.rng.sample(cells, min(number, len(cells))):
            row[code] = None
            if code == "pupils":
                self.settle_relaxation(row["school_code"])

    def settle_relaxation(self, code: str) -> None:
        """A school whose pupils are unknown does not claim to be a small one."""
        for school in self.schools:
            if school["school_code"] == code and school["rural_small"] == "是":
                school["rural_small"] = "否"

    def make_schools(self, schools: int | None) -> None:
        rng = self.rng
        number = schools or rng.randint(5, 40)
        special = rng.random()
        if special < 0.06:
            for stage in ("primary", "junior"):
                self.add_pair_at_limit(stage)
            while len(self.schools) < number:  # nothing else may enter the coefficients
                self.add_school(rng.choice(("特殊教育学校", "高级中学", "职业学校（附设）")))
        else:
            while len(self.schools) < number:
                self.add_school()
            if not any(row["stage"] in ("小学", "初中") for row in self.sections):
                self.add_school("小学", {"primary": 300})
            if special < 0.10:
                self.empty_indicator(rng.choice(("primary", "junior")))
            self.not_applicable_addends()
            self.blank_cells()
        for rows in (self.schools, self.sections, self.campuses):
            rng.shuffle(rows)

    def identity(self) -> dict:
        return {
            "county_name": f"随机县{self.rng.randint(1, 9999)}",
            "county_code": f"99{self.rng.randint(0, 9999):04d}",
            "school_year": YEAR,
        }

    def book(self, county: dict, more: dict[str, list[dict]]) -> template_book.Book:
        sheets = {
            "学校": self.schools,
            "学段": self.sections,
            "校区": self.campuses,
            "县级": template_book.county_rows(county),
        }
        return self.shuffle_columns(
            template_book.with_headings(
                sheets | more, units=self.chance(0.8), only_used=True
            )
        )

    def shuffle_columns(self, book: template_book.Book) -> template_book.Book:
        """The order of columns is free."""
        if self.chance(0.7):
            return book
        for sheet, rows in book.items():
            heads = list(rows[0])
            self.rng.shuffle(heads)
            book[sheet] = [{head: row[head] for head in heads} for row in rows]
        return book


def random_county(seed: int, schools: int | None = None) -> template_book.Book:
    """The resources of a seed's county, with 5 to 40 schools unless a number is asked for."""
    maker = CountyMaker(seed)
    maker.make_schools(schools)
    return maker.book(maker.identity(), {})


def main() -> int:
    parser = argparse.ArgumentParser(description="write a random county")
    parser.add_argument("seed", type=int)
    parser.add_argument("out", type=Path)
    parser.add_argument("--schools", type=int)
    arguments = parser.parse_args()
    template_book.write_book(arguments.out, random_county(arguments.seed, arguments.schools))
    return 0


if __name__ == "__main__":
    sys.exit(main())
