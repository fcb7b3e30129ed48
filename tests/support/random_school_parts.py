"""What G3-G7, G9, G12, G13, Q1, Q3, Q4 and Q6 ask of the schools of a random county.

Fills the rows of schools and sections that random_county.py has made. What the sizes of the
schools decide (G4) follows from them.
"""

from __future__ import annotations

import math
from fractions import Fraction

from random_parts import NOT_APPLICABLE, Chances, Row

STAGES = {"小学": "primary", "初中": "junior"}
CLASS_LIMITS = {"primary": 45, "junior": 50}
# The largest class that a band takes; the last has no end.
BANDS = {
    "classes_le25": 25,
    "classes_26_30": 30,
    "classes_31_35": 35,
    "classes_36_40": 40,
    "classes_41_45": 45,
    "classes_46_50": 50,
    "classes_51_55": 55,
    "classes_56_60": 60,
    "classes_61_65": 65,
    "classes_ge66": 999,
}
# What a section may have nothing of.
FIGURES = (
    "teachers",
    "trained_teachers",
    "certified_teachers",
    "in_zone_pupils",
    "graduates",
    "entrants",
    "transferred_in",
    "transferred_out",
    "deaths",
    "classes",
    "migrant_pupils",
    *list(BANDS)[-3:],
)
ROOM_AREAS = {  # kind -> count, then the areas that matter from the largest
    "音乐": ("music_rooms", (120, 96, 95.99, 73, 72.99, 61, 60.99, 54, 53.99)),
    "美术": ("fine_art_rooms", (110, 90, 89.99, 67, 66.99, 61, 60.99, 54, 53.99)),
}


def money(yuan: Fraction) -> float:
    """元 as 万元 of four decimals, never less than it was."""
    return max(0, math.ceil(yuan)) / 10000


class SchoolParts(Chances):
    def __init__(self, seed: int, schools: list[Row], sections: list[Row], sound: bool) -> None:
        super().__init__(f"schools {seed}", sound)
        self.schools = schools
        self.sections = sections
        self.rooms: list[Row] = []
        self.of_school: dict[str, list[Row]] = {s["school_code"]: [] for s in schools}
        for row in sections:
            self.of_school[row["school_code"]].append(row)

    def compulsory(self) -> list[Row]:
        return [row for row in self.sections if row["stage"] in STAGES]

    def compulsory_pupils(self, school: Row) -> int:
        rows = self.of_school[school["school_code"]]
        return sum(row["pupils"] or 0 for row in rows if row["stage"] in STAGES)

    def general_schools(self) -> list[Row]:
        """With 小学 or 初中 rows, special schools apart."""
        return [
            school
            for school in self.schools
            if school["school_type"] != "特殊教育学校"
            and any(row["stage"] in STAGES for row in self.of_school[school["school_code"]])
        ]

    def every_school(self) -> list[Row]:
        return [school for school in self.schools if school["school_type"] != "高级中学"]

    # --- sections ---

    def make_classes(self) -> None:
        """G5, and the classes that G3 counts: bands, the largest class, or both."""
        outcome = self.outcome(without=("not_applicable",))
        small = {s["school_code"] for s in self.schools if s["rural_small"] == "是"}
        for row in self.compulsory():
            stage, pupils = STAGES[row["stage"]], row["pupils"] or 0
            size = self.rng.randint(20, CLASS_LIMITS[stage])
            if row["school_code"] in small:
                size = self.rng.choice((20, 29, 29, 30, 31))
            classes = math.ceil(pupils / size)
            if pupils and self.chance(0.3):
                classes = self.rng.choice((1, 12, 13, 24, 25))
            row["classes"] = classes
            largest = size if outcome != "limit" else CLASS_LIMITS[stage]
            if row["school_code"] in small:
                largest = size
            self.write_classes(row, classes, largest if classes else 0)
            if row["school_code"] not in small and self.chance(0.3):
                row.pop("largest_class")  # the bands stand alone
            elif self.chance(0.4):
                for band in BANDS:
                    row.pop(band)
        rows = [row for row in self.compulsory() if row["school_code"] not in small]
        if outcome == "unmet":
            for row in self.some([row for row in rows if row["classes"]]):
                limit = CLASS_LIMITS[STAGES[row["stage"]]]
                large = limit + self.rng.choice((1, 1, 5, 20))
                if self.chance(0.3) and "largest_class" in row and "classes_le25" in row:
                    row["largest_class"] = large  # the bands disagree
                else:
                    self.write_classes(row, row["classes"], large)
        elif outcome == "missing":
            for row in self.some(rows):
                row["largest_class"] = None
                if self.chance(0.5):
                    for band in BANDS:
                        row[band] = None
                else:
                    row |= {self.rng.choice(list(BANDS)[5:]): None}

    def write_classes(self, row: Row, classes: int, largest: int) -> None:
        """Bands with one class of the largest and all others no larger."""
        row["largest_class"] = largest
        fitting = [b for b, high in BANDS.items() if high < largest] or ["classes_le25"]
        row |= dict.fromkeys(BANDS, 0)
        top = next(band for band, high in BANDS.items() if largest <= high)
        for index in range(classes):
            row[top if index == 0 else self.rng.choice(fitting)] += 1

    def make_teachers(self) -> None:
        """G9 and G12."""
        rows = [row for row in self.sections if row["stage"] != "高中"]
        for row in rows:
            row.setdefault("teachers", self.rng.randint(3, 40))
        for item in ("trained_teachers", "certified_teachers"):
            outcome = self.outcome(without=("not_applicable",))
            for row in rows:
                row[item] = row["teachers"]
            if outcome == "unmet":
                for row in self.some(rows):
                    row[item] = max(0, row["teachers"] - self.rng.choice((1, 1, 3)))
            elif outcome == "missing":
                self.blank(rows, item)
        if not self.sound and self.chance(0.05):
            self.blank(rows, "teachers")

    def make_zones(self) -> None:
        """G13: 100 % of the primary pupils, 95 % of the junior ones of a county together."""
        for item in ("primary", "junior"):
            outcome = self.outcome()
            rows = [row for row in self.compulsory() if STAGES[row["stage"]] == item]
            scope = [row for row in rows if self.in_zone_scope(row)]
            pupils = sum(row["pupils"] or 0 for row in scope)
            limit = Fraction(1) if item == "primary" else Fraction("0.95")
            wanted = math.ceil(pupils * limit) if outcome == "limit" else pupils
            if outcome == "unmet":
                wanted = max(0, math.ceil(pupils * limit) - 1)
            outside = pupils - wanted
            for row in rows:
                row["in_zone_pupils"] = row["pupils"] or 0
            for row in self.rng.sample(scope, len(scope)):
                away = min(outside, row["pupils"] or 0)
                row["in_zone_pupils"] -= away
                outside -= away
            if outcome == "missing":
                self.blank(scope, "in_zone_pupils")
        if not self.sound and self.chance(0.06):
            self.some(self.schools)[0][self.rng.choice(("boarding", "locality", "sponsor"))] = None
        if not self.sound and self.chance(0.06):
            for school in self.schools:
                school["boarding"] = "是"

    def in_zone_scope(self, row: Row) -> bool:
        school = next(s for s in self.schools if s["school_code"] == row["school_code"])
        boarding = row.get("boarding") or school["boarding"]
        return (
            school["school_type"] != "特殊教育学校"
            and school["sponsor"] not in ("民办", "10")
            and school["locality"] != "乡村"
            and boarding == "否"
        )

    def make_boarding(self) -> None:
        """A stage may differ from its school."""
        for row in self.compulsory():
            if self.chance(0.1):
                row["boarding"] = self.rng.choice(("是", "否"))

    def make_migrants(self) -> None:
        """随迁子女: exactly half, one more, or not given; they decide G4 in large schools."""
        for row in self.compulsory():
            pupils = row["pupils"] or 0
            half = pupils // 2
            more = min(pupils, half + 1)
            choices = (None, 0, half, more, pupils) if pupils < 1000 else (None, half, more, more)
            row["migrant_pupils"] = self.rng.choice(choices)

    def make_retention(self) -> None:
        """Q1 over all junior sections."""
        outcome = self.outcome(without=("not_applicable",))
        rows = [row for row in self.compulsory() if row["stage"] == "初中"]
        for row in rows:
            entrants, deaths = 20 * self.rng.randint(1, 20), self.rng.choice((0, 0, 0, 20))
            moved_in, moved_out = self.rng.randint(0, 9), self.rng.randint(0, 9)
            stayed = (entrants - deaths) * 19 // 20  # exactly 95 %
            if outcome != "limit":
                stayed = self.rng.randint(stayed, entrants - deaths)
            row |= {
                "entrants": entrants,
                "deaths": self.rng.choice((0, NOT_APPLICABLE)) if deaths == 0 else deaths,
                "transferred_in": moved_in,
                "transferred_out": min(moved_out, stayed + moved_in),
            }
            row["graduates"] = stayed + moved_in - row["transferred_out"]
        if outcome == "unmet" and rows:
            for row in rows:
                row["graduates"] = max(
                    0, (row["entrants"] - self.blank_is_zero(row["deaths"])) * 19 // 20
                    + row["transferred_in"] - row["transferred_out"],
                )
            row = self.rng.choice(rows)
            row["graduates"] = max(0, row["graduates"] - 1)
        elif outcome == "missing":
            names = ("graduates", "entrants", "deaths", "transferred_in", "transferred_out")
            self.blank(rows, *names)

    @staticmethod
    def blank_is_zero(value: object) -> int:
        return value if isinstance(value, int) else 0

    # --- schools ---

    def make_years(self) -> None:
        for school in self.schools:
            years = (None, None, 2010, 2011, 2016, 2017, 1996)
            if self.compulsory_pupils(school) > 2000:
                years = (2010, 2010, 2010, 2011, None)
            school["built_year"] = self.rng.choice(years)

    def make_rooms(self) -> None:
        """G3: rooms just large enough by the rule or by a relaxation, or just too small."""
        outcome = self.outcome(without=("not_applicable",))
        schools = self.general_schools()
        for school in schools:
            rows = self.of_school[school["school_code"]]
            classes = sum(row["classes"] for row in rows if row["stage"] in STAGES)
            for kind, (item, areas) in ROOM_AREAS.items():
                number = math.ceil(classes / 12) + (self.chance(0.2) and outcome != "limit")
                school[item] = int(number)
                near = areas[1:2] if outcome == "limit" else areas[:2]
                if self.chance(0.7) and isinstance(school["built_year"], int):
                    near = areas[3:4] if school["built_year"] <= 2016 else near
                small = [row.get("largest_class") or 0 for row in rows if row["stage"] in STAGES]
                if school["rural_small"] == "是" and max(small) < 30:
                    junior = any(row["stage"] == "初中" for row in rows)
                    near = (61, 61 if junior else 54)
                self.rooms += [
                    {
                        "school_code": school["school_code"],
                        "room_kind": kind,
                        "room_area": self.rng.choice(near),
                    }
                    for _ in range(school[item])
                ]
        if outcome == "unmet":
            self.spoil_rooms(schools)
        elif outcome == "missing":
            if self.chance(0.5) or not self.rooms:
                self.blank(schools, "music_rooms", "fine_art_rooms")
            else:
                for room in self.some(self.rooms):
                    if self.chance(0.5):
                        room["room_area"] = None
                    else:
                        self.rooms.remove(room)
        if not self.sound and self.chance(0.04):
            self.blank(self.compulsory(), "classes")

    def spoil_rooms(self, schools: list[Row]) -> None:
        built = {school["school_code"]: school["built_year"] or 2017 for school in schools}
        rural = {school["school_code"] for school in schools if school["rural_small"] == "是"}
        for room in self.some(self.rooms):
            areas = ROOM_AREAS[room["room_kind"]][1]
            small = areas[4:] if built[room["school_code"]] <= 2016 else areas[2:4]
            room["room_area"] = self.rng.choice(areas[5:] if room["school_code"] in rural else small)
        if self.chance(0.3):
            school = self.rng.choice(schools)
            kind, (item, _) = self.rng.choice(list(ROOM_AREAS.items()))
            school[item] = 0
            self.rooms = [
                room
                for room in self.rooms
                if (room["school_code"], room["room_kind"]) != (school["school_code"], kind)
            ]

    def quota(self, school: Row) -> Fraction:
        """The standard per pupil, by the stages' pupils."""
        total = Fraction(0)
        for row in self.of_school[school["school_code"]]:
            if row["stage"] in STAGES:
                standard = self.standards[STAGES[row["stage"]]]
                total += (row["pupils"] or 0) * Fraction(str(standard))
        pupils = self.compulsory_pupils(school)
        return total / pupils if pupils else Fraction(0)

    def need(self, school: Row) -> Fraction:
        """What G6 asks of a school, as for 100 pupils at least."""
        return max(100, self.compulsory_pupils(school)) * self.quota(school)

    def make_funds(self) -> None:
        """G6 and Q4, with points whose money is their parent's."""
        self.standards = {"primary": 720, "junior": self.rng.choice((940, 940.5, 1000))}
        self.county |= {f"funds_standard_{s}": v for s, v in self.standards.items()}
        outcome = self.outcome(without=("not_applicable",))
        parents = [
            s
            for s in self.general_schools()
            if s["school_type"] in ("小学", "九年一贯制学校", "完全中学", "十二年一贯制学校")
        ]
        for school in self.schools:
            school["independent_accounts"] = self.rng.choice((None, "是"))
            if school["school_type"] == "特殊教育学校":
                continue  # has what make_special gave it
            factor = 100 if outcome == "limit" else self.rng.choice((100, 105, 150))
            if self.compulsory_pupils(school) >= 100:
                factor = 110
            needed = self.need(school) * factor / 100 or Fraction(50000)
            school["public_funds_budget"] = money(needed)
            if self.compulsory_pupils(school) < 100 and self.chance(0.5):
                school["small_school_funds"] = money(needed)
                school["public_funds_budget"] = money(needed * self.rng.choice((1, 2)))
            elif self.chance(0.05):
                school["small_school_funds"] = NOT_APPLICABLE
        for school in self.general_schools():
            if school["school_type"] == "小学教学点" and parents and self.chance(0.35):
                self.put_under(school, self.rng.choice(parents), outcome)
        small = [s for s in self.general_schools() if 0 < self.compulsory_pupils(s) < 100]
        if outcome == "unmet":
            for school in self.some(small):
                item = "small_school_funds"
                if not isinstance(school.get(item), float):
                    item = "public_funds_budget"
                if isinstance(school.get(item), float):
                    school[item] = money(self.need(school) - self.rng.choice((1, 1, 500)))
        elif outcome == "missing":
            for school in self.some(small):
                school["small_school_funds"] = None
                school["public_funds_budget"] = None
            if self.chance(0.3):
                self.blank([self.county], "funds_standard_primary", "funds_standard_junior")

    def put_under(self, point: Row, parent: Row, outcome: str) -> None:
        code = None if outcome == "missing" and self.chance(0.5) else parent["school_code"]
        point |= {"parent_code": code, "independent_accounts": "否"}
        if self.chance(0.7):
            point["small_school_funds"] = None
            point["public_funds_budget"] = self.rng.choice((None, 0))
            below = [
                s
                for s in self.schools
                if s.get("parent_code") == parent["school_code"]
                and s.get("small_school_funds") is None
                and 0 < self.compulsory_pupils(s) < 100
            ]
            both = self.need(parent) + sum((self.need(s) for s in below), Fraction(0))
            short = outcome == "unmet" and self.chance(0.5)
            # With 高中 the budget pays for others too.
            senior = parent["school_type"] in ("完全中学", "十二年一贯制学校")
            item = "small_school_funds" if senior else "public_funds_budget"
            parent[item] = money(both - 1 if short else both)
            if senior and outcome == "missing" and self.chance(0.5):
                parent[item] = None

    def make_training(self) -> None:
        """Q4: 5 % of the budget."""
        outcome = self.outcome(without=("not_applicable",))
        for school in self.every_school():
            budget = school["public_funds_budget"]
            if isinstance(budget, float):
                share = 5 if outcome == "limit" else self.rng.choice((5, 6, 10))
                school["teacher_training_budget"] = money(Fraction(str(budget)) * 100 * share)
            else:
                school["teacher_training_budget"] = self.rng.choice((0, 0, 1))
        schools = [
            s
            for s in self.every_school()
            if s["public_funds_budget"] and s.get("independent_accounts") != "否"
        ]
        if outcome == "unmet":
            for school in self.some(schools):
                budget = Fraction(str(school["public_funds_budget"]))
                school["teacher_training_budget"] = money(budget * 500 - 1)
        elif outcome == "missing":
            self.blank(self.every_school(), "teacher_training_budget")
        ordinary = [s for s in schools if s["school_type"] != "特殊教育学校"]
        if ordinary and not self.sound and self.chance(0.15):  # nothing to take 5 % of
            school = self.rng.choice(ordinary)
            school["public_funds_budget"] = self.rng.choice((0, NOT_APPLICABLE))
            school["teacher_training_budget"] = self.rng.choice((None, 0))

    def make_special(self) -> None:
        """G7: by special school, or the county's figures where there is none."""
        outcome = self.outcome()
        schools = [s for s in self.schools if s["school_type"] == "特殊教育学校"]
        short = self.rng.choice(schools)["school_code"] if schools else None
        others = [s for s in schools if s["school_code"] != short]
        for school in schools:
            rows = self.of_school[school["school_code"]]
            pupils = sum(row["pupils"] or 0 for row in rows if row["stage"] == "特教")
            each = 6000 if outcome == "limit" else self.rng.choice((6000, 8000))
            yuan = Fraction(each * pupils)
            if outcome == "unmet" and school["school_code"] == short:
                yuan = Fraction(6000 * pupils - 1)
            school["public_funds_budget"] = money(yuan)
            if outcome == "missing" and school["school_code"] == short:
                school["public_funds_budget"] = None
        if outcome == "unmet" and self.chance(0.5):
            self.blank(others, "public_funds_budget")
        pupils = self.rng.randint(5, 200)
        funds = 6000 * pupils - (outcome == "unmet") + (outcome == "met") * 100
        if outcome == "not_applicable":
            pupils = self.rng.choice((0, NOT_APPLICABLE))
        self.county |= {"special_pupils": pupils, "special_funds": funds / 10000}
        if outcome == "missing":
            self.blank([self.county], "special_pupils", "special_funds")

    def make_charters(self) -> None:
        """Q3 and Q6 by school."""
        for item, good, bad in (
            ("charter", ("是",), ("否",)),
            ("moral_culture_grade", ("优秀", "良好"), ("合格", "不合格")),
        ):
            outcome = self.outcome()
            for school in self.every_school():
                school[item] = self.rng.choice(good)
            if outcome == "unmet":
                for school in self.some(self.every_school()):
                    school[item] = self.rng.choice(bad)
            elif outcome == "missing":
                self.blank(self.every_school(), item)
            elif outcome == "not_applicable":
                for school in self.some(self.every_school()):
                    school[item] = NOT_APPLICABLE
            if item == "moral_culture_grade" and self.chance(0.4):
                for school in self.schools:
                    school.pop(item, None)  # the conclusion decides

    def put_not_applicable(self) -> None:
        """不适用 where a figure would have been."""
        if self.sound or not self.chance(0.3):
            return
        for row in self.some(self.sections):
            given = [item for item in FIGURES if isinstance(row.get(item), int)]
            if given:
                row[self.rng.choice(given)] = NOT_APPLICABLE
        school = self.rng.choice(self.schools)
        for item in ("teacher_training_budget", "music_rooms", "small_school_funds"):
            if item in school and self.chance(0.2):
                school[item] = NOT_APPLICABLE

    def make(self) -> None:
        self.make_years()
        self.make_boarding()
        self.make_classes()
        self.make_teachers()
        self.make_zones()
        self.make_migrants()
        self.make_retention()
        self.make_rooms()
        self.make_special()
        self.make_funds()
        self.make_training()
        self.make_charters()
        self.put_not_applicable()
