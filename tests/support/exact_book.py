"""A template workbook as typed observations: what the independent judge judges."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from pathlib import Path

import template_book


class BadInput(Exception):
    """The book cannot be assessed at all; the message says where and why."""


class State(Enum):
    """What a cell holds when it holds nothing to calculate with."""

    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"


Observation = Fraction | State
Choice = str | State

STAGES = {"小学": "primary", "初中": "junior", "高中": "senior", "特教": "special"}
STAGE_ORDER = ("primary", "junior", "senior", "special")
COMPULSORY = ("primary", "junior")
SPLIT_WEIGHTS = {
    "primary": Fraction(1),
    "junior": Fraction("1.1"),
    "senior": Fraction("1.32"),
}
# Types whose name says which stages they run: a lacking row leaves the split unknown.
STAGES_RUN = {
    "九年一贯制学校": ("primary", "junior"),
    "十二年一贯制学校": ("primary", "junior", "senior"),
    "完全中学": ("junior", "senior"),
}
SPECIAL_SCHOOL = "特殊教育学校"
VOCATIONAL_SCHOOL = "职业学校（附设）"
TEACHING_POINT = "小学教学点"

DECIMALS = {
    "public_funds_budget": 4,
    "teacher_training_budget": 4,
    "small_school_funds": 4,
    "teaching_area": 2,
    "indoor_sports_area": 2,
    "sports_ground_area": 2,
    "extra_sports_area": 2,
    "equipment_value": 4,
    "room_area": 2,
    "funds_standard_primary": 2,
    "funds_standard_junior": 2,
    "special_funds": 4,
    "teacher_salary": 2,
    "civil_servant_salary": 2,
    "basic_cv_primary": 6,
    "basic_cv_junior": 6,
    "monitored_gap": 6,
}
SCHOOL_NUMBERS = (
    "built_year",
    "public_funds_budget",
    "teacher_training_budget",
    "small_school_funds",
    "music_rooms",
    "fine_art_rooms",
)
SCHOOL_CHOICES = (
    "sponsor",
    "locality",
    "boarding",
    "dense_core",
    "rural_small",
    "charter",
    "parent_code",
    "independent_accounts",
    "moral_culture_grade",
)
SECTION_NUMBERS = tuple(
    code
    for code, _, _ in template_book.COLUMNS["学段"]
    if code not in ("school_code", "stage", "boarding")
)
CAMPUS_NUMBERS = (
    "teaching_area",
    "indoor_sports_area",
    "sports_ground_area",
    "extra_sports_area",
    "equipment_value",
    "multimedia_rooms",
    "computers",
    "books",
)
DISABLED_KINDS = ("blind", "deaf", "mental")  # 盲、聋、智障
COUNTY_NUMBERS = (
    "funds_standard_primary",
    "funds_standard_junior",
    "special_funds",
    "special_pupils",
    "teacher_salary",
    "civil_servant_salary",
    "rotation_eligible",
    "rotation_actual",
    "rotation_backbone",
    "quota_total",
    "quota_allocated",
    "quota_rural",
    "migrant_eligible",
    "migrant_public",
    "migrant_purchased",
    "disabled_total",
    "disabled_enrolled",
    "disabled_special",
    *(f"disabled_{kind}_{what}" for kind in DISABLED_KINDS for what in ("total", "enrolled")),
    "posts_approved",
    "posts_filled",
    "teachers_temporary",
    "basic_recognised_year",
    "basic_cv_primary",
    "basic_cv_junior",
)
# The code of a sponsor stands for its name.
SPONSOR_CODES = {"10": "民办"} | {
    str(code): name
    for code, name in enumerate(
        (
            "中央教育部门",
            "中央其他部门",
            "省级教育部门",
            "省级其他部门",
            "地级教育部门",
            "地级其他部门",
            "县级教育部门",
            "县级其他部门",
            "地方企业",
        ),
        start=1,
    )
}


@dataclass
class Campus:
    pupils: dict[str, Observation]
    amounts: dict[str, Observation]


@dataclass
class School:
    code: str
    name: str
    type: str
    choices: dict[str, Choice]
    numbers: dict[str, Observation]
    sections: dict[str, dict[str, Observation]] = field(default_factory=dict)
    boarding: dict[str, Choice] = field(default_factory=dict)  # where a stage differs
    campuses: list[Campus] = field(default_factory=list)
    rooms: list[tuple[str, Observation]] = field(default_factory=list)
    waived: bool = False  # the county has chosen that no relaxation of the 规程 counts

    def says_yes(self, code: str) -> bool:
        return self.choices[code] == "是"

    def pupils(self, stage: str) -> Observation:
        return self.sections[stage]["pupils"] if stage in self.sections else State.MISSING

    def stages_run(self) -> list[str]:
        """The stages with a row, and those that the type names."""
        named = STAGES_RUN.get(self.type, ())
        return [stage for stage in STAGE_ORDER if stage in self.sections or stage in named]

    def compulsory_stages(self) -> list[str]:
        return [stage for stage in self.stages_run() if stage in COMPULSORY]

    def taught_stages(self) -> list[str]:
        """小学 and 初中 without those that are known to have no pupils."""
        return [stage for stage in self.compulsory_stages() if self.pupils(stage) != 0]

    def compulsory_pupils(self) -> Fraction | None:
        """Pupils of 小学 and 初中 together; None while a stage that is run is unknown."""
        counts = [self.pupils(stage) for stage in self.compulsory_stages()]
        return None if State.MISSING in counts else sum(counts, Fraction(0))


@dataclass
class County:
    """A county in one year; ``prior`` holds those of the years before, the latest first."""

    identity: dict[str, str]
    schools: list[School]
    numbers: dict[str, Observation]
    basic_all_met: Choice
    monitoring: list[tuple[str, str, Choice, Observation]]  # subject, source, level, gap
    survey: list[tuple[Observation, Observation]]  # valid, satisfied
    conclusions: dict[str, Choice]
    vetoes: dict[str, Choice]
    prior: dict[int, County] = field(default_factory=dict)

    def sections(self, *stages: str) -> Iterator[tuple[School, str, dict[str, Observation]]]:
        """Every section of these stages, by stage and then school code."""
        for stage in stages:
            for school in self.schools:
                if stage in school.sections:
                    yield school, stage, school.sections[stage]


def observe(value: object, decimals: int, place: str) -> Observation:
    """One cell. More decimals than declared are rounded half-up; counts must be whole."""
    if value is None:
        return State.MISSING
    text = unicodedata.normalize("NFKC", repr(value) if isinstance(value, float) else str(value))
    text = "".join(text.split()).replace(",", "")
    if text == "":
        return State.MISSING
    if text == template_book.NOT_APPLICABLE:
        return State.NOT_APPLICABLE
    try:
        number = Fraction(Decimal(text))
    except (InvalidOperation, ValueError, OverflowError):
        raise BadInput(f"{place}: 不是数：{value}") from None
    if number < 0:
        raise BadInput(f"{place}: 负数：{value}")
    if decimals == 0 and number.denominator != 1:
        raise BadInput(f"{place}: 不是整数：{value}")
    scale = 10**decimals
    return Fraction(math.floor(number * scale + Fraction(1, 2)), scale)


def choose(value: object) -> Choice:
    """One cell of words."""
    text = "" if value is None else "".join(str(value).split())
    if text == "":
        return State.MISSING
    return State.NOT_APPLICABLE if text == template_book.NOT_APPLICABLE else text


def school_code(value: object) -> str:
    """A code is text; a numeric cell of ten digits is accepted."""
    text = str(int(value)) if isinstance(value, float) else str(value).strip()
    if len(text) != 10 or not text.isdigit():
        raise BadInput(f"学校标识码须为10位数字：{value}")
    return text


def numbers(row: dict, codes: tuple[str, ...], place: str) -> dict[str, Observation]:
    return {
        code: observe(row.get(code), DECIMALS.get(code, 0), f"{place} {code}") for code in codes
    }


def read_schools(book: template_book.Book) -> dict[str, School]:
    schools: dict[str, School] = {}
    for row in book["学校"]:
        code = school_code(row["school_code"])
        if code in schools:
            raise BadInput(f"学校重复：{code}")
        choices = {item: choose(row.get(item)) for item in SCHOOL_CHOICES}
        choices["sponsor"] = SPONSOR_CODES.get(choices["sponsor"], choices["sponsor"])
        schools[code] = School(
            code=code,
            name=str(row["school_name"]),
            type=str(row["school_type"]),
            choices=choices,
            numbers=numbers(row, SCHOOL_NUMBERS, f"学校 {code}"),
        )
    for row in book["学段"]:
        school = schools[school_code(row["school_code"])]
        stage = STAGES[str(row["stage"])]
        section = numbers(row, SECTION_NUMBERS, f"学段 {school.code} {stage}")
        if section["pupils"] is State.NOT_APPLICABLE:
            raise BadInput(f"学段 {school.code}：在校学生数不能为不适用")
        if stage in school.sections:
            raise BadInput(f"学段重复：{school.code} {stage}")
        school.sections[stage] = section
        school.boarding[stage] = choose(row.get("boarding"))
    for row in book["校区"]:
        school = schools[school_code(row["school_code"])]
        codes = {stage: f"campus_pupils_{stage}" for stage in SPLIT_WEIGHTS}
        place = f"校区 {school.code}"
        pupils = numbers(row, tuple(codes.values()), place)
        school.campuses.append(
            Campus(
                pupils={stage: pupils[code] for stage, code in codes.items()},
                amounts=numbers(row, CAMPUS_NUMBERS, place),
            )
        )
    for row in book.get("专用教室", []):
        code = school_code(row["school_code"])
        area = observe(row.get("room_area"), DECIMALS["room_area"], f"专用教室 {code}")
        schools[code].rooms.append((str(row["room_kind"]), area))
    return schools


def read_county(path: Path | str, year: int) -> County:
    """A county with its schools ordered by code."""
    book = template_book.read_book(path)
    values = {
        template_book.plain_label(str(row["item"])): row.get("value")
        for row in book.get("县级", [])
    }
    county = {
        code: values.get(template_book.plain_label(label))
        for code, label in template_book.COUNTY_ITEMS.items()
    }
    if county["school_year"] is not None and int(str(county["school_year"])) != year:
        raise BadInput(f"县级：学年为 {county['school_year']}，要求 {year}")

    schools = read_schools(book)
    for school in schools.values():
        school.waived = choose(county["relaxations_applied"]) == "否"
    return County(
        identity={
            "name": str(county["county_name"] or ""),
            "code": str(county["county_code"] or ""),
        },
        schools=[schools[code] for code in sorted(schools)],
        numbers=numbers(county, COUNTY_NUMBERS, "县级"),
        basic_all_met=choose(county["basic_all_met"]),
        monitoring=[
            (
                str(row["monitored_subject"]),
                str(row.get("monitored_source") or "国家"),
                choose(row.get("monitored_level")),
                observe(row.get("monitored_gap"), DECIMALS["monitored_gap"], "质量监测"),
            )
            for row in book.get("质量监测", [])
        ],
        survey=[
            (
                observe(row.get("survey_valid"), 0, "社会认可度"),
                observe(row.get("survey_satisfied"), 0, "社会认可度"),
            )
            for row in book.get("社会认可度", [])
        ],
        conclusions={
            str(row["indicator"]): choose(row.get("conclusion"))
            for row in book.get("定性结论", [])
        },
        vetoes={
            str(row["veto"]): choose(row.get("veto_present")) for row in book.get("一票否决", [])
        },
    )
