#!/usr/bin/env python3
"""An independent assessment of a template workbook in exact fractions.

The judge of the engine: it computes resource allocation (R1-R7) and balance between
schools under national-2017 with ``fractions.Fraction`` only, from the text of the rules
and not from the program, and prints the document of ``assess --json``. Beside every
figure stands its exact value ("exact"); what blocks a figure is listed ("missing").

    exact.py BOOK.xlsx --year 2025
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import template_book  # noqa: E402


class BadInput(Exception):
    """The book cannot be assessed at all; the message says where and why."""


class State(Enum):
    """What a cell holds when it holds no number."""

    MISSING = "missing"
    NOT_APPLICABLE = "not applicable"


Observation = Fraction | State

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
TYPES_OUT_OF_SCOPE = ("特殊教育学校", "职业学校（附设）")
TEACHING_POINT = "小学教学点"
TEACHING_POINT_MINIMUM = 50

FLOOR = Fraction("0.85")
ROWS_MET = 6
CV_LIMITS = {"primary": Fraction("0.50"), "junior": Fraction("0.45")}
RELAXATIONS_FROM_YEAR = 2019


@dataclass(frozen=True)
class Indicator:
    """One resource indicator: value = scale x (plus - minus) / pupils of the section."""

    id: str
    thresholds: dict[str, Fraction]
    plus: dict[str, tuple[str, ...]]
    minus: tuple[str, ...] = ()
    scale: Fraction = Fraction(1)
    split: bool = False
    relaxation: str | None = None
    relaxed_plus: str | None = None


def _both(*codes: str) -> dict[str, tuple[str, ...]]:
    return {"primary": codes, "junior": codes}


def _limits(primary: str, junior: str) -> dict[str, Fraction]:
    return {"primary": Fraction(primary), "junior": Fraction(junior)}


DEGREES = ("teachers_bachelor", "teachers_master", "teachers_doctor")
INDICATORS = (
    Indicator(
        "R1",
        _limits("4.2", "5.3"),
        {"primary": ("teachers_college", *DEGREES), "junior": DEGREES},
        scale=Fraction(100),
    ),
    Indicator("R2", _limits("1", "1"), _both("backbone_teachers"), scale=Fraction(100)),
    Indicator(
        "R3",
        _limits("0.9", "0.9"),
        _both("pe_teachers", "music_teachers", "fine_art_teachers", "other_art_teachers"),
        scale=Fraction(100),
        relaxation="visiting",
        relaxed_plus="visiting_pe_art_teachers",
    ),
    Indicator(
        "R4",
        _limits("4.5", "5.8"),
        _both("teaching_area"),
        minus=("indoor_sports_area",),
        split=True,
    ),
    Indicator(
        "R5",
        _limits("7.5", "10.2"),
        _both("sports_ground_area", "indoor_sports_area"),
        split=True,
        relaxation="dense_core",
        relaxed_plus="extra_sports_area",
    ),
    Indicator(
        "R6",
        _limits("2000", "2500"),
        _both("equipment_value"),
        scale=Fraction(10000),  # 万元 to 元
        split=True,
    ),
    Indicator(
        "R7",
        _limits("2.3", "2.4"),
        _both("multimedia_rooms"),
        scale=Fraction(100),
        split=True,
    ),
)

DECIMALS = {
    "teaching_area": 2,
    "indoor_sports_area": 2,
    "sports_ground_area": 2,
    "extra_sports_area": 2,
    "equipment_value": 4,
}
SECTION_ITEMS = ("pupils", "visiting_pe_art_teachers") + tuple(
    sorted({c for i in INDICATORS if not i.split for cs in i.plus.values() for c in cs})
)
CAMPUS_ITEMS = ("multimedia_rooms", *DECIMALS)


@dataclass
class Campus:
    pupils: dict[str, Observation]
    amounts: dict[str, Observation]


@dataclass
class School:
    code: str
    name: str
    type: str
    dense_core: bool
    rural_small: bool
    sections: dict[str, dict[str, Observation]] = field(default_factory=dict)
    campuses: list[Campus] = field(default_factory=list)

    def pupils(self, stage: str) -> Observation:
        return self.sections[stage]["pupils"] if stage in self.sections else State.MISSING

    def compulsory_pupils(self) -> Fraction | None:
        """Pupils of 小学 and 初中 together; None while a stage that is run is unknown."""
        run = set(self.sections) | set(STAGES_RUN.get(self.type, ()))
        counts = [self.pupils(stage) for stage in COMPULSORY if stage in run]
        return None if State.MISSING in counts else sum(counts, Fraction(0))


@dataclass
class Amount:
    """A numerator: the part always counted, the part a relaxation adds, or what is missing."""

    base: Fraction = Fraction(0)
    extra: Fraction = Fraction(0)
    missing: list[str] = field(default_factory=list)

    @property
    def known(self) -> bool:
        return not self.missing


# --- reading -------------------------------------------------------------------------


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


def school_code(value: object) -> str:
    """A code is text; a numeric cell of ten digits is accepted."""
    text = str(int(value)) if isinstance(value, float) else str(value).strip()
    if len(text) != 10 or not text.isdigit():
        raise BadInput(f"学校标识码须为10位数字：{value}")
    return text


def read_county(path: Path | str, year: int) -> tuple[dict[str, str], list[School]]:
    """The county's name and code, and its schools ordered by code."""
    book = template_book.read_book(path)
    values = {
        template_book.plain_label(str(row["item"])): row.get("value")
        for row in book.get("县级", [])
    }

    def county(code: str) -> object:
        return values.get(template_book.plain_label(template_book.COUNTY_ITEMS[code]))

    if county("school_year") is not None and int(str(county("school_year"))) != year:
        raise BadInput(f"县级：学年为 {county('school_year')}，要求 {year}")

    schools = {}
    for row in book["学校"]:
        school = School(
            code=school_code(row["school_code"]),
            name=str(row["school_name"]),
            type=str(row["school_type"]),
            dense_core=row.get("dense_core") == "是",
            rural_small=row.get("rural_small") == "是",
        )
        if school.code in schools:
            raise BadInput(f"学校重复：{school.code}")
        schools[school.code] = school
    for row in book["学段"]:
        code = school_code(row["school_code"])
        stage = STAGES[str(row["stage"])]
        section = {
            item: observe(row.get(item), 0, f"学段 {code} {stage} {item}")
            for item in SECTION_ITEMS
        }
        if section["pupils"] is State.NOT_APPLICABLE:
            raise BadInput(f"学段 {code}：在校学生数不能为不适用")
        if stage in schools[code].sections:
            raise BadInput(f"学段重复：{code} {stage}")
        schools[code].sections[stage] = section
    for row in book["校区"]:
        code = school_code(row["school_code"])
        schools[code].campuses.append(
            Campus(
                pupils={
                    stage: observe(row.get(f"campus_pupils_{stage}"), 0, f"校区 {code} {stage}")
                    for stage in SPLIT_WEIGHTS
                },
                amounts={
                    item: observe(row.get(item), DECIMALS.get(item, 0), f"校区 {code} {item}")
                    for item in CAMPUS_ITEMS
                },
            )
        )
    identity = {
        "name": str(county("county_name") or ""),
        "code": str(county("county_code") or ""),
    }
    return identity, [schools[code] for code in sorted(schools)]


# --- the split between stages -----------------------------------------------------------


def shares_by_weight(pupils: dict[str, Fraction]) -> dict[str, Fraction] | None:
    """Each stage's share of what a place holds; None where nobody is taught."""
    weighted = {stage: n * SPLIT_WEIGHTS[stage] for stage, n in pupils.items()}
    total = sum(weighted.values())
    return {stage: w / total for stage, w in weighted.items()} if total else None


def campus_shares(school: School) -> tuple[list[dict[str, Fraction]], list[str]]:
    """For each campus the share of every stage, or the items that must be given first."""
    if not school.campuses:
        return [], ["campus"]
    run = [s for s in SPLIT_WEIGHTS if s in school.sections or s in STAGES_RUN.get(school.type, ())]
    whole = {stage: school.pupils(stage) for stage in run}
    if State.MISSING in whole.values():
        return [], ["pupils"]
    school_shares = shares_by_weight(whole)
    if school_shares is None:
        return [], ["pupils"]  # only sections without pupils, all excluded
    if len(school.campuses) == 1:
        return [school_shares], []

    missing = []
    for stage in SPLIT_WEIGHTS:
        column = [
            Fraction(0) if c.pupils[stage] is State.NOT_APPLICABLE else c.pupils[stage]
            for c in school.campuses
        ]
        if stage not in run:
            given = [n for n in column if n is not State.MISSING]
            complete = sum(given, Fraction(0)) == 0
        else:
            complete = State.MISSING not in column and sum(column) == whole[stage]
        if not complete:
            missing.append(f"campus_pupils_{stage}")
    if missing:
        return [], missing
    shares = []
    for campus in school.campuses:
        here = {s: n for s in run if isinstance(n := campus.pupils[s], Fraction)}
        shares.append(shares_by_weight(here) or school_shares)
    return shares, []


# --- numerators ---------------------------------------------------------------------------


def add_signed(
    amount: Amount, source: dict[str, Observation], codes: tuple[str, ...], factor: Fraction
) -> None:
    """Add factor x each item; a missing one blocks, a not-applicable one adds nothing."""
    for code in codes:
        value = source[code]
        if value is State.MISSING:
            if code not in amount.missing:
                amount.missing.append(code)
        elif value is not State.NOT_APPLICABLE:
            amount.base += factor * value


def numerator(school: School, stage: str, indicator: Indicator, year: int) -> Amount:
    """What a section has of an indicator, before dividing by its pupils (without scale)."""
    amount = Amount()
    plus = indicator.plus[stage]
    if indicator.split:
        shares, missing = campus_shares(school)
        if missing:
            return Amount(missing=missing)
        # A campus that the stage does not use is not needed: its blanks block nothing here.
        parts = [
            (campus.amounts, share[stage])
            for campus, share in zip(school.campuses, shares)
            if share.get(stage)
        ]
    else:
        parts = [(school.sections[stage], Fraction(1))]
    if all(source[code] is State.NOT_APPLICABLE for source, _ in parts for code in plus):
        raise BadInput(f"{school.code} {stage} {indicator.id}：各加项都是不适用")

    for source, share in parts:
        add_signed(amount, source, plus, share)
        add_signed(amount, source, indicator.minus, -share)
        if relaxed(school, indicator, year):
            claimed = source[indicator.relaxed_plus]
            if isinstance(claimed, Fraction):  # blank is "not claimed"
                amount.extra += share * claimed
    return amount


def relaxed(school: School, indicator: Indicator, year: int) -> bool:
    """Whether the school may count the additional item of this indicator."""
    if indicator.relaxation is None or year < RELAXATIONS_FROM_YEAR:
        return False
    if indicator.relaxation == "dense_core":
        return school.dense_core
    pupils = school.compulsory_pupils()
    return school.rural_small and pupils is not None and 50 <= pupils <= 99


# --- judging --------------------------------------------------------------------------------


def status_of(value: Fraction | None, threshold: Fraction) -> str:
    if value is None:
        return "missing"
    if value >= threshold:
        return "met"
    return "floor" if value >= FLOOR * threshold else "below"


def section_verdict(statuses: list[str]) -> str:
    """Six met and the seventh above its floor; a certain failure outranks a gap."""
    if "below" in statuses or statuses.count("floor") > len(INDICATORS) - ROWS_MET:
        return "fail"
    return "missing" if "missing" in statuses else "pass"


def worst(verdicts: list[str]) -> str:
    """A fail outranks a missing; nothing to judge is missing."""
    if "fail" in verdicts:
        return "fail"
    return "missing" if "missing" in verdicts or not verdicts else "pass"


def square_root(x: Fraction, bits: int = 240) -> Fraction:
    """The root of x to within 2^-bits."""
    return Fraction(math.isqrt((x.numerator << 2 * bits) // x.denominator), 1 << bits)


@dataclass
class Coefficient:
    """Enrolment-weighted, with the population standard deviation."""

    mean: Fraction | None = None
    variance: Fraction | None = None
    cv: Fraction | None = None
    cv_squared: Fraction | None = None
    status: str = "missing"


def coefficient(
    amounts: list[Fraction | None], pupils: list[Fraction | None], limit: Fraction
) -> Coefficient:
    """Status exactly by N sum(r^2/n) <= (1 + limit^2) R^2; any gap or a zero mean blocks it."""
    if None in amounts or None in pupils:
        return Coefficient()
    n_total, r_total = sum(pupils), sum(amounts)
    result = Coefficient(mean=r_total / n_total)
    moment = n_total * sum(r * r / n for r, n in zip(amounts, pupils))
    result.variance = (moment - r_total * r_total) / (n_total * n_total)
    if r_total != 0:
        result.cv_squared = moment / (r_total * r_total) - 1
        result.cv = square_root(result.cv_squared)
        met = moment <= (1 + limit * limit) * r_total * r_total
        result.status = "met" if met else "unmet"
    return result


# --- the document -----------------------------------------------------------------------------


def number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def exact_text(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


@dataclass
class Judged:
    """A section with its seven numerators, ready for its row and its stage's coefficients."""

    school: School
    stage: str
    pupils: Fraction | None
    amounts: list[Amount]

    def scaled(self, index: int, with_relaxation: bool) -> Fraction | None:
        amount = self.amounts[index]
        if not amount.known or self.pupils is None:
            return None
        total = amount.base + (amount.extra if with_relaxation else 0)
        return INDICATORS[index].scale * total

    def value(self, index: int, with_relaxation: bool) -> Fraction | None:
        scaled = self.scaled(index, with_relaxation)
        return None if scaled is None else scaled / self.pupils

    def relaxation(self, index: int) -> str | None:
        """The relaxation's id where it really adds something to a known value."""
        counts = self.value(index, True) is not None and self.amounts[index].extra > 0
        return INDICATORS[index].relaxation if counts else None

    def statuses(self, with_relaxation: bool) -> list[str]:
        return [
            status_of(self.value(k, with_relaxation), indicator.thresholds[self.stage])
            for k, indicator in enumerate(INDICATORS)
        ]

    def row(self) -> dict:
        indicators = []
        for k, indicator in enumerate(INDICATORS):
            threshold = indicator.thresholds[self.stage]
            value = self.value(k, True)
            missing = ["pupils"] if self.pupils is None else []
            missing += [m for m in self.amounts[k].missing if m not in missing]
            entry = {
                "id": indicator.id,
                "value": number(value),
                "exact": exact_text(value),
                "threshold": float(threshold),
                "floor": float(FLOOR * threshold),
                "status": status_of(value, threshold),
                "relaxation": self.relaxation(k),
                "missing": missing,
            }
            if entry["relaxation"]:
                plain = self.value(k, False)
                entry["without"] = {
                    "value": number(plain),
                    "exact": exact_text(plain),
                    "status": status_of(plain, threshold),
                }
            indicators.append(entry)
        statuses = self.statuses(True)
        named = [
            f"{label}：{','.join(i['id'] for i in indicators if i['status'] == key)}"
            for key, label in (("floor", "85%以上"), ("below", "低于85%"), ("missing", "待填报"))
            if key in statuses
        ]
        return {
            "school_code": self.school.code,
            "school": self.school.name,
            "stage": self.stage,
            "pupils": None if self.pupils is None else int(self.pupils),
            "indicators": indicators,
            "met": statuses.count("met"),
            "verdict": section_verdict(statuses),
            "reason": "；".join([f"达标{statuses.count('met')}项", *named]),
        }


def exclusion(school: School, stage: str) -> str | None:
    """Why a section is out of resource allocation and balance, or None."""
    if school.type in TYPES_OUT_OF_SCOPE:
        return school.type
    if school.type == TEACHING_POINT:
        pupils = school.compulsory_pupils()
        if pupils is not None and pupils < TEACHING_POINT_MINIMUM:
            return "不足50人的教学点"
    return "在校学生数为0" if school.pupils(stage) == 0 else None


def balance_row(stage: str, sections: list[Judged]) -> dict:
    pupils = [s.pupils for s in sections]
    limit = CV_LIMITS[stage]

    def coefficients(with_relaxation: bool) -> list[Coefficient]:
        return [
            coefficient([s.scaled(k, with_relaxation) for s in sections], pupils, limit)
            for k in range(len(INDICATORS))
        ]

    judged = coefficients(True)
    complete = all(c.cv is not None for c in judged)
    composite = sum((c.cv for c in judged), Fraction(0)) / len(judged) if complete else None
    any_relaxed = any(s.relaxation(k) for s in sections for k in range(len(INDICATORS)))
    return {
        "stage": stage,
        "schools": len(sections),
        "pupils": None if None in pupils else int(sum(pupils)),
        "indicators": [
            {
                "id": indicator.id,
                "mean": number(c.mean),
                "exact": exact_text(c.mean),
                "sd": number(None if c.variance is None else square_root(c.variance)),
                "cv": number(c.cv),
                "cv_squared": exact_text(c.cv_squared),
                "limit": float(limit),
                "status": c.status,
            }
            for indicator, c in zip(INDICATORS, judged)
        ],
        "composite": number(composite),
        "without_relaxations": [
            {"id": indicator.id, "cv": number(c.cv), "status": c.status}
            for indicator, c in zip(INDICATORS, coefficients(False))
        ]
        if any_relaxed
        else None,
    }


def county_verdict(section_verdicts: list[str], coefficient_statuses: list[str]) -> dict:
    """The parts not computed here stay missing, so the county can fail but never pass."""
    as_verdict = {"met": "pass", "unmet": "fail", "missing": "missing"}
    verdict = {
        "resources": worst(section_verdicts),
        "balance": worst([as_verdict[s] for s in coefficient_statuses]),
        **dict.fromkeys(("government", "quality", "approval", "vetoes"), "missing"),
    }
    verdict["overall"] = worst(list(verdict.values()))
    return {**verdict, "eligibility": "missing", "can_apply": "missing"}


def assess_schools(county: dict[str, str], schools: list[School], year: int) -> dict:
    """The whole document for schools already read."""
    judged: list[Judged] = []
    excluded = []
    for stage in STAGE_ORDER:
        for school in schools:
            if stage not in school.sections or stage == "senior":
                continue
            reason = exclusion(school, stage)
            if reason:
                excluded.append(
                    {
                        "school_code": school.code,
                        "school": school.name,
                        "stage": stage,
                        "reason": reason,
                    }
                )
            elif stage in COMPULSORY:
                pupils = school.pupils(stage)
                amounts = [numerator(school, stage, i, year) for i in INDICATORS]
                judged.append(
                    Judged(school, stage, None if pupils is State.MISSING else pupils, amounts)
                )

    sections = [j.row() for j in judged]
    balance = [
        balance_row(stage, of_stage)
        for stage in COMPULSORY
        if (of_stage := [j for j in judged if j.stage == stage])
    ]
    without = None
    if any(row["without_relaxations"] for row in balance):
        without = county_verdict(
            [section_verdict(j.statuses(False)) for j in judged],
            [
                c["status"]
                for row in balance
                for c in row["without_relaxations"] or row["indicators"]
            ],
        )
    return {
        "format": 1,
        "county": county,
        "year": year,
        "standard": {
            "id": "national-2017",
            "title": "县域义务教育优质均衡发展督导评估办法",
        },
        "sections": sections,
        "excluded": excluded,
        "balance": balance,
        "government": [],
        "quality": [],
        "approval": {
            "valid": None,
            "satisfied": None,
            "rate": None,
            "threshold": 0.85,
            "status": "missing",
        },
        "vetoes": [],
        "eligibility": [],
        "verdict": county_verdict(
            [s["verdict"] for s in sections],
            [c["status"] for row in balance for c in row["indicators"]],
        ),
        "verdict_without_relaxations": without,
    }


def assess(path: Path | str, year: int) -> dict:
    """Read a template workbook and assess it; the document of ``assess --json``."""
    county, schools = read_county(path, year)
    return assess_schools(county, schools, year)


def main() -> int:
    parser = argparse.ArgumentParser(description="assess a template workbook in exact fractions")
    parser.add_argument("book", type=Path)
    parser.add_argument("--year", type=int, required=True)
    arguments = parser.parse_args()
    try:
        document = assess(arguments.book, arguments.year)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 3
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
