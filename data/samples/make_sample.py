#!/usr/bin/env python3
"""Make the sample county 示例县: demo-county.xlsx and the CSV folder demo-county/.

    make_sample.py            write both beside this script; always the same bytes
    make_sample.py --check    recompute the written workbook with tests/support/exact.py and
                              confirm every planted failure of README.md

Everything is invented. Most schools are ordinary: their figures are drawn, seeded, a little
above the thresholds. What is worth looking at is planted by hand in ``plant_failures``.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "tests" / "support"))
import exact  # noqa: E402
import template_book  # noqa: E402

SEED = 20250901
YEAR = 2025
QUOTA = {"primary": 720, "junior": 940, "senior": 1200, "special": 7000}  # 元 a pupil
STAGE_NAMES = {"primary": "小学", "junior": "初中", "senior": "高中", "special": "特教"}
CLASS_LIMIT = {"primary": 45, "junior": 50, "special": 12}
THRESHOLDS = {i.id: i.thresholds for i in exact.INDICATORS}
PRIVATE = "民办"
POINT = "小学教学点"
NINE, TWELVE, FULL = "九年一贯制学校", "十二年一贯制学校", "完全中学"


@dataclass
class Spec:
    """What is decided by hand of a school; the rest is drawn."""

    name: str
    type: str
    locality: str
    pupils: dict[str, int]
    sponsor: str = "县级教育部门"
    parent: str | None = None
    built: int | None = None
    dense_core: bool = False
    rural_small: bool = False
    boarding: bool = False
    campuses: dict[str | None, dict[str, int]] = field(default_factory=dict)


def primary(name: str, locality: str, pupils: int, **more: object) -> Spec:
    return Spec(name, "小学", locality, {"primary": pupils}, **more)


def point(name: str, pupils: int, parent: str, **more: object) -> Spec:
    return Spec(name, POINT, "乡村", {"primary": pupils}, parent=parent, **more)


def junior(name: str, locality: str, pupils: int, **more: object) -> Spec:
    return Spec(name, "初级中学", locality, {"junior": pupils}, **more)


def nine(name: str, locality: str, first: int, second: int, **more: object) -> Spec:
    return Spec(name, NINE, locality, {"primary": first, "junior": second}, **more)


SCHOOLS = (
    primary("示例县第一小学", "城区", 1860, dense_core=True, built=1998),
    primary("示例县第二小学", "城区", 1191, built=2004),
    primary("示例县第三小学", "城区", 1000, built=2009),
    primary("示例县第四小学", "城区", 1420, built=2007),
    primary("示例县第五小学", "城区", 2150, built=2006),
    primary("示例县实验小学", "城区", 1680, built=2019),
    primary("示例县城东小学", "城区", 960, built=2021),
    primary("示例县滨河小学", "城区", 1240, dense_core=True, built=2001),
    primary("示例县城西小学", "城区", 740),
    primary("示例县育英小学", "城区", 860, sponsor=PRIVATE, built=2013),
    primary("示例县矿区小学", "镇区", 410, sponsor="地方企业", built=1988),
    primary("柳溪镇中心小学", "镇区", 880),
    primary("松岗镇中心小学", "镇区", 640),
    primary("青石镇中心小学", "镇区", 720),
    primary("云台镇中心小学", "镇区", 560),
    primary("枫林镇中心小学", "镇区", 810),
    primary("大湾镇中心小学", "镇区", 690),
    primary("金沙镇中心小学", "镇区", 455),
    primary("白鹭乡中心小学", "乡村", 330),
    primary("双河乡中心小学", "乡村", 286),
    primary("石桥乡中心小学", "乡村", 264),
    primary("桃园乡中心小学", "乡村", 198),
    primary("北坡村小学", "乡村", 76, rural_small=True),
    primary("南湾村小学", "乡村", 92, rural_small=True),
    primary("新田村小学", "乡村", 124),
    primary("长岭村小学", "乡村", 45, rural_small=True),
    point("杨树坪教学点", 58, "柳溪镇中心小学", rural_small=True),
    point("黄泥塘教学点", 63, "松岗镇中心小学"),
    point("石门教学点", 51, "青石镇中心小学"),
    point("上河教学点", 72, "大湾镇中心小学"),
    point("竹园教学点", 24, "柳溪镇中心小学"),
    point("月牙湾教学点", 31, "大湾镇中心小学"),
    point("高坪教学点", 20, "云台镇中心小学"),
    point("龙潭教学点", 38, "枫林镇中心小学"),
    point("岩背教学点", 46, "石桥乡中心小学"),
    point("红旗岭教学点", 27, "金沙镇中心小学"),
    junior("示例县第二中学", "城区", 1650, built=2003),
    junior("示例县第三中学", "城区", 1480, built=2008),
    junior("示例县实验中学", "城区", 1760, built=2018),
    junior("示例县城南初级中学", "城区", 1120),
    junior("柳溪镇初级中学", "镇区", 760),
    junior("青石镇初级中学", "镇区", 690, boarding=True),
    junior("云台镇初级中学", "镇区", 540, boarding=True),
    junior("枫林镇初级中学", "镇区", 820),
    junior("大湾镇初级中学", "镇区", 610, boarding=True),
    junior("金沙镇初级中学", "镇区", 380),
    junior("双河乡初级中学", "乡村", 265, boarding=True),
    junior("示例县明德初级中学", "城区", 450, sponsor=PRIVATE, built=2012),
    nine("松岗九年一贯制学校", "镇区", 620, 540),
    nine("白鹭九年一贯制学校", "乡村", 260, 210, boarding=True),
    nine("石桥九年一贯制学校", "乡村", 180, 160, boarding=True),
    nine("桃园九年一贯制学校", "乡村", 150, 130, boarding=True),
    nine("云岭九年一贯制学校", "乡村", 210, 0),
    nine(
        "城北九年一贯制学校",
        "城区",
        900,
        700,
        built=2016,
        campuses={None: {"primary": 300, "junior": 700}, "东校区": {"primary": 600, "junior": 0}},
    ),
    nine("新城九年一贯制学校", "城区", 1400, 1080, built=2020),
    nine("北坡九年一贯制学校", "乡村", 46, 38, rural_small=True, boarding=True),
    nine("星光双语学校", "城区", 480, 360, sponsor=PRIVATE, built=2014),
    nine(
        "开发区九年一贯制学校",
        "镇区",
        760,
        520,
        built=2017,
        campuses={None: {"primary": 420, "junior": 330}, "南校区": {"primary": 340, "junior": 190}},
    ),
    Spec(
        "示例县博雅学校",
        TWELVE,
        "城区",
        {"primary": 720, "junior": 560, "senior": 430},
        sponsor=PRIVATE,
        built=2015,
        boarding=True,
    ),
    Spec(
        "示例县外国语学校",
        TWELVE,
        "城区",
        {"primary": 900, "junior": 780, "senior": 640},
        built=2019,
    ),
    Spec("示例县第一中学", FULL, "城区", {"junior": 860, "senior": 2140}, sponsor="地级教育部门"),
    Spec("示例县第四中学", FULL, "城区", {"junior": 720, "senior": 960}),
    Spec("金沙镇中学", FULL, "镇区", {"junior": 430, "senior": 380}, boarding=True),
    Spec("枫林镇中学", FULL, "镇区", {"junior": 350, "senior": 300}, boarding=True),
    Spec("示例县高级中学", "高级中学", "城区", {"senior": 2600}, boarding=True),
    Spec("示例县第五中学", "高级中学", "城区", {"senior": 1450}),
    Spec("启航高级中学", "高级中学", "城区", {"senior": 620}, sponsor=PRIVATE, boarding=True),
    Spec("示例县特殊教育学校", "特殊教育学校", "城区", {"special": 96}),
    Spec("示例县启智学校", "特殊教育学校", "镇区", {"special": 42}, sponsor=PRIVATE),
    Spec("示例县职业技术学校", "职业学校（附设）", "城区", {"junior": 88, "senior": 1320}),
)

# Where the difference coefficients come from: money in two new schools, 骨干教师 in two old ones.
RICH = {
    ("示例县实验小学", "R6"): 4.9,
    ("示例县城东小学", "R6"): 4.2,
    ("示例县实验中学", "R2"): 3.9,
    ("示例县第二中学", "R2"): 3.1,
}
SPREAD = {  # how far above its threshold an ordinary figure lies
    "R1": (1.08, 1.32),
    "R2": (1.04, 1.45),
    "R3": (1.05, 1.45),
    "R4": (1.04, 1.50),
    "R5": (1.04, 1.45),
    "R6": (1.04, 1.45),
    "R7": (1.05, 1.50),
}


def yuan_in_wan(amount: float) -> float:
    """元 as 万元, to the yuan."""
    return round(amount) / 10000


class Maker:
    """Draws the figures of every school; rows are keyed by item code."""

    def __init__(self) -> None:
        self.rng = random.Random(SEED)
        self.codes = {spec.name: f"9901{1001 + 7 * k:06d}" for k, spec in enumerate(SCHOOLS)}
        self.schools: dict[str, dict] = {}
        self.sections: dict[tuple[str, str], dict] = {}
        self.campuses: dict[tuple[str, str | None], dict] = {}
        self.rooms: list[dict] = []
        self.specs = {spec.name: spec for spec in SCHOOLS}

    def factor(self, spec: Spec, indicator: str) -> float:
        low, high = SPREAD[indicator]
        if indicator == "R5" and spec.locality == "乡村":
            high += 0.5  # the country has room
        drawn = self.rng.uniform(low, high)
        return RICH.get((spec.name, indicator), drawn)

    def add(self, spec: Spec) -> None:
        for stage in spec.pupils:
            self.sections[spec.name, stage] = self.section(spec, stage)
        self.schools[spec.name] = self.school(spec)
        for name, here in (spec.campuses or {None: spec.pupils}).items():
            row = self.campus(spec, name, here)
            if spec.campuses:
                row |= {f"campus_pupils_{stage}": n for stage, n in here.items()}
            self.campuses[spec.name, name] = row

    # --- 学段 ---

    def section(self, spec: Spec, stage: str) -> dict:
        pupils = spec.pupils[stage]
        row: dict = {
            "school_code": self.codes[spec.name],
            "stage": STAGE_NAMES[stage],
            "pupils": pupils,
        }
        if stage == "senior":
            return row
        row |= self.classes(spec, stage, pupils)
        if stage == "special":
            teachers = math.ceil(pupils / 4)
            return row | {
                "staff": teachers + 4,
                "teachers": teachers,
                "certified_teachers": teachers,
                "trained_teachers": teachers,
            }
        row |= self.teachers(spec, stage, pupils, row["classes"])
        share = {"城区": 0.18, "镇区": 0.06, "乡村": 0.01}[spec.locality]
        row["migrant_pupils"] = int(pupils * share * self.rng.uniform(0.7, 1.2))
        in_zone_counts = (
            spec.sponsor != PRIVATE and spec.locality != "乡村" and not spec.boarding and pupils
        )
        loss = 0.0 if stage == "primary" else self.rng.uniform(0.005, 0.025)
        row["in_zone_pupils"] = int(pupils * (1 - loss)) if in_zone_counts else "不适用"
        if stage == "junior":
            row |= self.cohort(pupils)
        return row

    def classes(self, spec: Spec, stage: str, pupils: int) -> dict:
        grades = {"primary": 6, "junior": 3, "special": 9}[stage]
        if spec.type == POINT and pupils < 50:
            grades = 4
        if pupils == 0:
            return {"grades": 0, "classes": 0, "largest_class": 0} | dict.fromkeys(
                template_book.CLASS_BANDS, 0
            )
        limit = CLASS_LIMIT[stage]
        number = max(grades, math.ceil(pupils / (limit - self.rng.randint(2, 4))))
        if stage == "special":
            number = math.ceil(pupils / 10)
        sizes = [pupils // number + (k < pupils % number) for k in range(number)]
        for _ in range(number):  # move a pupil here and there, within the limit
            a, b = self.rng.randrange(number), self.rng.randrange(number)
            if a != b and sizes[a] < limit and sizes[b] > 1:
                sizes[a], sizes[b] = sizes[a] + 1, sizes[b] - 1
        return {"grades": grades} | self.bands(sizes)

    @staticmethod
    def bands(sizes: list[int]) -> dict:
        counts = dict.fromkeys(template_book.CLASS_BANDS, 0)
        for size in sizes:
            index = min(max(0, math.ceil((size - 25) / 5)), len(template_book.CLASS_BANDS) - 1)
            counts[template_book.CLASS_BANDS[index]] += 1
        return {"classes": len(sizes), **counts, "largest_class": max(sizes)}

    def teachers(self, spec: Spec, stage: str, pupils: int, classes: int) -> dict:
        def count(indicator: str) -> int:
            threshold = float(THRESHOLDS[indicator][stage])
            return math.ceil(threshold * self.factor(spec, indicator) * pupils / 100)

        # However small the school, its classes must be taught.
        least = classes * (2 if stage == "junior" else 1) if pupils >= 50 else (classes + 1) // 2
        qualified = max(count("R1"), least)
        backbone, pe_art = count("R2"), count("R3")
        masters = round(qualified * {"城区": 0.08, "镇区": 0.04, "乡村": 0.0}[spec.locality])
        college = round(qualified * self.rng.uniform(0.15, 0.35))
        if stage == "junior":
            college, below = round(qualified * self.rng.uniform(0.02, 0.08)), 0
            bachelors = qualified - masters
            total = qualified + college
        else:
            below = round(qualified * self.rng.uniform(0, 0.03))
            bachelors = qualified - masters - college
            total = qualified + below
        music = pe_art * 27 // 100
        fine_art = pe_art * 26 // 100
        other = 1 if pe_art >= 12 else 0
        return {
            "staff": total + math.ceil(total * 0.06),
            "teachers": total,
            "teachers_college": college,
            "teachers_bachelor": bachelors,
            "teachers_master": masters,
            "teachers_doctor": 0,
            "backbone_teachers": backbone,
            "pe_teachers": pe_art - music - fine_art - other,
            "music_teachers": music,
            "fine_art_teachers": fine_art,
            "other_art_teachers": other,
            "senior_title_teachers": round(total * self.rng.uniform(0.42, 0.62)),
            "certified_teachers": total,
            "trained_teachers": total,
        }

    def cohort(self, pupils: int) -> dict:
        """The leaving year three years on: at most 4 % lost."""
        entrants = round(pupils / 3)
        came, went = round(entrants * 0.03), round(entrants * 0.02)
        lost = int(entrants * self.rng.uniform(0.0, 0.04))
        return {
            "graduates": max(0, entrants + came - went - lost),
            "entrants": entrants,
            "transferred_in": came,
            "transferred_out": went,
            "deaths": 0,
        }

    # --- 学校 and 专用教室 ---

    def school(self, spec: Spec) -> dict:
        rng = self.rng
        built = spec.built or rng.randint(1990, 2015)
        compulsory = {s: n for s, n in spec.pupils.items() if s in ("primary", "junior")}
        number = sum(compulsory.values())
        funds = sum(n * QUOTA[stage] for stage, n in spec.pupils.items()) * rng.uniform(1.02, 1.08)
        small_funds = None
        if 0 < number < 100 and "senior" not in spec.pupils:
            quota = sum(n * QUOTA[stage] for stage, n in compulsory.items()) / number
            small_funds = yuan_in_wan(math.ceil(round(100 * quota, 6)))
            funds = small_funds * 10000
        elif 0 < number < 100:  # beside 高中, the budget does not tell what the few pupils get
            small_funds = yuan_in_wan(100 * QUOTA["junior"])
        row = {
            "school_code": self.codes[spec.name],
            "school_name": spec.name,
            "school_type": spec.type,
            "sponsor": spec.sponsor,
            "locality": spec.locality,
            "boarding": "是" if spec.boarding else "否",
            "built_year": built,
            "founded_year": built - rng.choice((0, 0, 0, 12, 25, 36)),
            "dense_core": "是" if spec.dense_core else "否",
            "rural_small": "是" if spec.rural_small else "否",
            "public_funds_budget": yuan_in_wan(funds),
            "charter": "是",
            "parent_code": self.codes[spec.parent] if spec.parent else None,
            "independent_accounts": "否" if spec.type == POINT else "是",
            "small_school_funds": small_funds,
            "moral_culture_grade": rng.choice(("优秀", "优秀", "良好")),
        }
        if spec.type == POINT:  # its money is booked at the parent
            parent = self.schools[spec.parent]
            parent["public_funds_budget"] = round(parent["public_funds_budget"] + small_funds, 4)
            row["public_funds_budget"] = 0
        return row | self.special_rooms(spec, built)

    def special_rooms(self, spec: Spec, built: int) -> dict:
        """As many music and art rooms as the classes ask for, large enough for the year."""
        classes = sum(
            self.sections[spec.name, stage]["classes"]
            for stage in spec.pupils
            if stage in ("primary", "junior")
        )
        needed = math.ceil(classes / 12)
        if built <= 2016:
            least = {"音乐": 73, "美术": 67}
        else:
            least = {"音乐": 96, "美术": 90}
        if spec.rural_small:
            least = dict.fromkeys(least, 61 if "junior" in spec.pupils else 54)
        for kind, area in least.items():
            for _ in range(needed):
                self.rooms.append(
                    {
                        "school_code": self.codes[spec.name],
                        "room_kind": kind,
                        "room_area": area + self.rng.randint(0, 18),
                    }
                )
        return {"music_rooms": needed, "fine_art_rooms": needed}

    # --- 校区 ---

    def campus(self, spec: Spec, name: str | None, pupils: dict[str, int]) -> dict:
        """Enough of everything for the stage that asks most of a shared campus."""
        weights = exact.SPLIT_WEIGHTS
        weighted = float(sum(n * weights.get(stage, 1) for stage, n in pupils.items()))

        def whole(indicator: str) -> float:
            thresholds = THRESHOLDS[indicator]
            most = max(
                float(thresholds.get(stage, thresholds["junior"]) / weights.get(stage, 1))
                for stage, n in pupils.items()
                if n
            )
            return most * self.factor(spec, indicator) * weighted

        net = math.ceil(whole("R4") / 10) * 10
        venue = math.ceil(whole("R5") / 10) * 10
        indoor = 0
        if weighted > 400:
            indoor = min(int(net * self.rng.uniform(0.05, 0.15) / 10) * 10, venue)
        return {
            "school_code": self.codes[spec.name],
            "campus_name": name,
            "teaching_area": net + indoor,
            "indoor_sports_area": indoor,
            "sports_ground_area": venue - indoor,
            "equipment_value": math.ceil(whole("R6") / 100) / 100,
            "multimedia_rooms": math.ceil(whole("R7") / 100),
            "computers": math.ceil(sum(pupils.values()) * self.rng.uniform(0.12, 0.2)),
            "books": math.ceil(weighted * self.rng.uniform(24, 36)),
        }

    # --- what is planted ---

    def set_teachers(self, name: str, stage: str, **counts: int) -> None:
        """Replace figures of a section and keep its totals consistent."""
        row = self.sections[name, stage]
        row |= counts
        degrees = ("teachers_college", "teachers_bachelor", "teachers_master", "teachers_doctor")
        total = max(sum(row[d] for d in degrees), row["backbone_teachers"])
        row |= {
            "staff": total + math.ceil(total * 0.06),
            "teachers": total,
            "certified_teachers": total,
            "trained_teachers": total,
            "senior_title_teachers": total // 2,
        }

    def set_pe_art(self, name: str, stage: str, pe: int, music: int, art: int, **more: int) -> None:
        self.sections[name, stage] |= {
            "pe_teachers": pe,
            "music_teachers": music,
            "fine_art_teachers": art,
            "other_art_teachers": 0,
        } | more

    def plant_failures(self) -> None:
        """The cases of README.md, in its order."""
        campus, section = self.campuses, self.sections
        # exactly at the threshold: 42 of 1000 is 4.2; and one that only prints as 4.20
        self.set_teachers(
            "示例县第三小学", "primary", teachers_college=9, teachers_bachelor=30, teachers_master=3
        )
        self.set_teachers(
            "示例县第二小学", "primary", teachers_college=10, teachers_bachelor=37, teachers_master=3
        )
        # one unmet, above its floor: passes with six
        campus["示例县第四小学", None] |= {"indoor_sports_area": 600, "sports_ground_area": 9370}
        campus["青石镇初级中学", None]["multimedia_rooms"] = 16
        campus["松岗九年一贯制学校", None] |= {
            "teaching_area": 6670,
            "indoor_sports_area": 600,
        }
        # two unmet: fails
        self.set_pe_art("枫林镇中心小学", "primary", 3, 2, 2)
        campus["枫林镇中心小学", None]["multimedia_rooms"] = 18
        campus["示例县城南初级中学", None] |= {
            "teaching_area": 6510,
            "indoor_sports_area": 450,
            "sports_ground_area": 10150,
        }
        self.set_teachers(
            "示例县明德初级中学",
            "junior",
            teachers_college=6,
            teachers_bachelor=22,
            teachers_master=0,
            backbone_teachers=4,
        )
        # one below its floor: fails though six are met
        self.set_teachers("双河乡中心小学", "primary", backbone_teachers=2)
        # blank cells
        section["云台镇中心小学", "primary"]["music_teachers"] = None
        campus["白鹭乡中心小学", None]["multimedia_rooms"] = None
        # relaxed: visiting teachers of small rural schools, extra space in the dense core
        for name in ("北坡村小学", "南湾村小学", "杨树坪教学点", "北坡九年一贯制学校"):
            self.set_pe_art(name, "primary", 0, 0, 0, visiting_pe_art_teachers=1)
        section["北坡九年一贯制学校", "junior"]["visiting_pe_art_teachers"] = 1
        campus["示例县第一小学", None] |= {
            "indoor_sports_area": 800,
            "sports_ground_area": 12034,
            "extra_sports_area": 2100,
            "leased_sports_area": 0,
        }
        campus["示例县滨河小学", None] |= {
            "indoor_sports_area": 0,
            "sports_ground_area": 7564,
            "extra_sports_area": 1900,
            "leased_sports_area": 1200,
        }
        # a class of 46, the limit of 小学 being 45
        section["示例县第二小学", "primary"] |= self.bands([46] + [43] * 11 + [42] * 16)
        # doubts about the data that touch no indicator: one that cannot be, one in thousands
        teachers = section[DOUBTFUL_TITLES, "primary"]
        teachers["senior_title_teachers"] = teachers["teachers"] + 2
        campus["青石镇中心小学", None]["books"] //= 1000

    def set_training_budgets(self) -> None:
        """After the points' money has gone to their parents."""
        for row in self.schools.values():
            budget = row["public_funds_budget"]
            row["teacher_training_budget"] = math.ceil(budget * 5.5) / 100 if budget else 0

    def county(self) -> dict:
        """Values of the county that agree with the schools' figures."""
        migrants = {True: 0, False: 0}
        for (name, _), row in self.sections.items():
            migrants[self.specs[name].sponsor == PRIVATE] += row.get("migrant_pupils", 0)
        special = [spec for spec in SCHOOLS if "special" in spec.pupils]
        return {
            "county_name": "示例县",
            "county_code": "990101",
            "school_year": YEAR,
            "funds_standard_primary": QUOTA["primary"],
            "funds_standard_junior": QUOTA["junior"],
            "special_funds": round(
                sum(self.schools[spec.name]["public_funds_budget"] for spec in special), 4
            ),
            "special_pupils": sum(spec.pupils["special"] for spec in special),
            "teacher_salary": 98640,
            "civil_servant_salary": 97815,
            "rotation_eligible": 1286,
            "rotation_actual": 152,
            "rotation_backbone": 37,
            "quota_total": 1680,
            "quota_allocated": 1008,
            "quota_rural": 486,
            "migrant_eligible": sum(migrants.values()),
            "migrant_public": migrants[False],
            "migrant_purchased": migrants[True] * 3 // 4,
            "disabled_total": 262,
            "disabled_enrolled": 257,
            "disabled_special": 138,
            "population": 41.36,
            "rural_population": 18.92,
            "towns": 12,
            "villages": 148,
            "gdp_per_head": 58230,
            "revenue_per_head": 4410,
            "rural_income": 23860,
            "urban_income": 44120,
            "basic_recognised_year": 2015,
            "basic_all_met": "是",
            "basic_cv_primary": 0.412,
            "basic_cv_junior": 0.356,
            "inclusive_pupils": 97,
            "inclusive_funds": 67.9,
            "compulsory_retention": 97.85,
            "filled_by": "示例填报人",
            "reviewed_by": "示例审核人",
            "responsible": "示例负责人",
        }

    def book(self) -> template_book.Book:
        for spec in SCHOOLS:
            self.add(spec)
        self.plant_failures()
        self.set_training_budgets()
        return template_book.with_headings(
            {
                "学校": self.schools.values(),
                "学段": self.sections.values(),
                "校区": self.campuses.values(),
                "专用教室": self.rooms,
                "县级": template_book.county_rows(self.county()),
                **county_sheets(),
            }
        )


def county_sheets() -> dict[str, list[dict]]:
    """The sheets that say nothing of single schools."""
    offices = {
        "资源": "县教育局、县财政局",
        "编制": "县委编办、县人力资源社会保障局、县教育局",
        "建设": "县自然资源局、县住房城乡建设局、县教育局",
        "经费": "县财政局、县教育局",
        "质量": "县教育局",
    }
    topic = dict.fromkeys(("R1", "R2", "R3", "G9", "G10", "G11", "G12"), "编制")
    topic |= dict.fromkeys(("R4", "R5", "G1", "G2", "G3", "G4", "G5"), "建设")
    topic |= dict.fromkeys(("R6", "R7"), "资源")
    topic |= dict.fromkeys(("G6", "G7", "G8"), "经费")
    indicators = [
        f"{part}{k}" for part, last in (("R", 7), ("G", 15), ("Q", 9)) for k in range(1, last + 1)
    ]
    attested = "G1 G2 G8 G10 G14 G15 Q3 Q5 Q6 Q7 Q8 E2 E3 E5".split()
    monitoring = (
        ("数学", "四年级", "0.118"),
        ("数学", "八年级", "0.132"),
        ("体育", "四年级", "0.094"),
        ("体育", "八年级", "0.107"),
    )
    survey = (
        ("学生", 120, 116, 109, 30, 29),
        ("家长", 360, 347, 319, 40, 37),
        ("教师", 70, 70, 66, 20, 19),
        ("校长", 50, 50, 48, 10, 10),
        ("人大代表", 40, 38, 35, 6, 6),
        ("政协委员", 40, 37, 34, 6, 5),
        ("其他群众", 60, 52, 46, 8, 7),
    )
    return {
        "任务清单": [
            {
                "indicator": indicator,
                "task_unit": offices[topic.get(indicator, "质量")],
                "task_deadline": "2026-06-30",
            }
            for indicator in indicators
        ],
        "质量监测": [
            {
                "monitored_subject": subject,
                "monitored_grade": grade,
                "monitored_source": "国家",
                "monitored_year": 2024,
                "monitored_level": "Ⅲ",
                "monitored_gap": float(gap),
            }
            for subject, grade, gap in monitoring
        ],
        "社会认可度": [
            dict(zip((code for code, _, _ in template_book.COLUMNS["社会认可度"]), row))
            for row in survey
        ],
        "定性结论": [
            {"indicator": indicator, "conclusion": "达标", "note": "佐证材料已归档"}
            for indicator in attested
        ],
        "一票否决": [{"veto": f"V{k}", "veto_present": "否"} for k in range(1, 8)],
    }


# --- the check --------------------------------------------------------------------------

# (school, stage): (verdict, {indicator: (status, printed with two decimals)}); everything
# not named here is met.
PLANTED: dict[tuple[str, str], tuple[str, dict[str, tuple[str, str]]]] = {
    ("示例县第三小学", "primary"): ("pass", {"R1": ("met", "4.20")}),
    ("示例县第二小学", "primary"): ("pass", {"R1": ("floor", "4.20")}),
    ("示例县第四小学", "primary"): ("pass", {"R5": ("floor", "7.02")}),
    ("青石镇初级中学", "junior"): ("pass", {"R7": ("floor", "2.32")}),
    ("松岗九年一贯制学校", "primary"): ("pass", {"R4": ("met", "5.00")}),
    ("松岗九年一贯制学校", "junior"): ("pass", {"R4": ("floor", "5.50")}),
    ("枫林镇中心小学", "primary"): ("fail", {"R3": ("floor", "0.86"), "R7": ("floor", "2.22")}),
    ("示例县城南初级中学", "junior"): ("fail", {"R4": ("floor", "5.41"), "R5": ("floor", "9.46")}),
    ("示例县明德初级中学", "junior"): ("fail", {"R1": ("floor", "4.89"), "R2": ("floor", "0.89")}),
    ("双河乡中心小学", "primary"): ("fail", {"R2": ("below", "0.70")}),
    ("云台镇中心小学", "primary"): ("missing", {"R3": ("missing", "")}),
    ("白鹭乡中心小学", "primary"): ("missing", {"R7": ("missing", "")}),
}
# (school, stage, indicator): (relaxation, status without it, value without, value with)
RELAXED = {
    ("北坡村小学", "primary", "R3"): ("visiting", "below", "0.00", "1.32"),
    ("南湾村小学", "primary", "R3"): ("visiting", "below", "0.00", "1.09"),
    ("杨树坪教学点", "primary", "R3"): ("visiting", "below", "0.00", "1.72"),
    ("北坡九年一贯制学校", "primary", "R3"): ("visiting", "below", "0.00", "2.17"),
    ("北坡九年一贯制学校", "junior", "R3"): ("visiting", "met", "2.63", "5.26"),
    ("示例县第一小学", "primary", "R5"): ("dense_core", "floor", "6.90", "8.03"),
    ("示例县滨河小学", "primary", "R5"): ("dense_core", "below", "6.10", "7.63"),
}
DOUBTFUL_TITLES = "松岗镇中心小学"  # its senior titles exceed its teachers
UNMET_COEFFICIENTS = {("primary", "R6"), ("junior", "R2")}
MISSING_COEFFICIENTS = {("primary", "R3"), ("primary", "R7")}
CLEARLY_WITHIN = Fraction("0.85")  # of the limit: where every other coefficient stays


def printed(indicator: dict) -> str:
    """Two decimals, half-up, as the forms print."""
    if indicator["exact"] is None:
        return ""
    hundredths = math.floor(Fraction(indicator["exact"]) * 100 + Fraction(1, 2))
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def check() -> list[str]:
    """Every difference between the written workbook and what README.md promises."""
    document = exact.assess(HERE / "demo-county.xlsx", YEAR)
    wrong = check_sums()
    relaxed = {}
    for section in document["sections"]:
        key = (section["school"], section["stage"])
        verdict, named = PLANTED.get(key, ("pass", {}))
        if section["verdict"] != verdict:
            wrong.append(f"{key}: {section['verdict']}, expected {verdict}")
        for indicator in section["indicators"]:
            found = (indicator["status"], printed(indicator))
            if indicator["id"] in named and found != named[indicator["id"]]:
                wrong.append(f"{key} {indicator['id']}: {found}")
            if indicator["id"] not in named and indicator["status"] != "met":
                wrong.append(f"{key} {indicator['id']}: {found}, expected met")
            if indicator["relaxation"]:
                without = indicator["without"]
                relaxed[*key, indicator["id"]] = (
                    indicator["relaxation"],
                    without["status"],
                    printed(without),
                    printed(indicator),
                )
    if relaxed != RELAXED:
        wrong.append(f"relaxed: {relaxed}")
    for row in document["balance"]:
        for indicator in row["indicators"]:
            key = (row["stage"], indicator["id"])
            expected = "unmet" if key in UNMET_COEFFICIENTS else "met"
            expected = "missing" if key in MISSING_COEFFICIENTS else expected
            if indicator["status"] != expected:
                wrong.append(f"{key}: {indicator['status']} {indicator['cv']}")
            if expected == "met" and indicator["cv"] > CLEARLY_WITHIN * indicator["limit"]:
                wrong.append(f"{key}: {indicator['cv']} is too near the limit")
    excluded = sorted(e["reason"] for e in document["excluded"])
    expected_reasons = sorted(
        ["不足50人的教学点"] * 6 + ["特殊教育学校"] * 2 + ["职业学校（附设）", "在校学生数为0"]
    )
    if excluded != expected_reasons:
        wrong.append(f"excluded: {excluded}")
    return wrong


def check_sums() -> list[str]:
    """The rules of the item dictionary that tie figures together."""
    book = template_book.read_book(HERE / "demo-county.xlsx")
    names = {row["school_code"]: row["school_name"] for row in book["学校"]}
    wrong = []

    def at_most(row: dict, parts: tuple[str, ...], whole: str) -> None:
        given = [row[part] for part in parts if isinstance(row.get(part), int | float)]
        if given and sum(given) > row[whole]:
            wrong.append(f"{row['school_code']} {row.get('stage')}: {parts} > {whole}")

    for row in book["学段"]:
        if row.get("classes") is None:
            continue
        if sum(row[band] for band in template_book.CLASS_BANDS) != row["classes"]:
            wrong.append(f"{row['school_code']}: class bands")
        bounds = [range(0, 26), *(range(low, low + 5) for low in range(26, 66, 5)), range(66, 999)]
        counts = [row[band] for band in template_book.CLASS_BANDS]
        least = sum(count * bound[0] for count, bound in zip(counts, bounds))
        if not least <= row["pupils"] <= row["classes"] * row["largest_class"]:
            wrong.append(f"{row['school_code']}: pupils do not fit the classes")
        if row["classes"] and row["largest_class"] not in bounds[
            max(k for k, count in enumerate(counts) if count)
        ]:
            wrong.append(f"{row['school_code']}: largest class outside its band")
        at_most(row, ("teachers",), "staff")
        at_most(
            row,
            ("teachers_college", "teachers_bachelor", "teachers_master", "teachers_doctor"),
            "teachers",
        )
        at_most(
            row,
            ("pe_teachers", "music_teachers", "fine_art_teachers", "other_art_teachers"),
            "teachers",
        )
        for part in (
            "backbone_teachers",
            "certified_teachers",
            "trained_teachers",
            "senior_title_teachers",
        ):
            doubtful = part == "senior_title_teachers" and names[row["school_code"]] == DOUBTFUL_TITLES
            if not doubtful:
                at_most(row, (part,), "teachers")
        at_most(row, ("migrant_pupils",), "pupils")
        at_most(row, ("in_zone_pupils",), "pupils")
    for row in book["校区"]:
        at_most(row, ("indoor_sports_area",), "teaching_area")
        at_most(row, ("leased_sports_area",), "extra_sports_area")
    for school in book["学校"]:
        for kind, item in (("音乐", "music_rooms"), ("美术", "fine_art_rooms")):
            listed = [
                room
                for room in book["专用教室"]
                if (room["school_code"], room["room_kind"]) == (school["school_code"], kind)
            ]
            if len(listed) != school[item]:
                wrong.append(f"{school['school_name']}: {item}")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description="make the sample county")
    parser.add_argument("--check", action="store_true", help="confirm the planted failures")
    if parser.parse_args().check:
        wrong = check()
        print("\n".join(wrong) or "the sample county holds what README.md lists")
        return 1 if wrong else 0
    book = Maker().book()
    template_book.write_book(HERE / "demo-county.xlsx", book)
    template_book.write_csv_folder(HERE / "demo-county", book)
    return 0


if __name__ == "__main__":
    sys.exit(main())
