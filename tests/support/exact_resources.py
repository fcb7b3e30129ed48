"""R1-R7 and the balance between schools under national-2017, in exact fractions."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

from exact_book import (
    COMPULSORY,
    SPECIAL_SCHOOL,
    SPLIT_WEIGHTS,
    STAGE_ORDER,
    TEACHING_POINT,
    VOCATIONAL_SCHOOL,
    BadInput,
    County,
    Observation,
    School,
    State,
)

TYPES_OUT_OF_SCOPE = (SPECIAL_SCHOOL, VOCATIONAL_SCHOOL)
TEACHING_POINT_MINIMUM = 50
RURAL = ("镇区", "乡村")

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


def both_stages(*codes: str) -> dict[str, tuple[str, ...]]:
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
    Indicator("R2", _limits("1", "1"), both_stages("backbone_teachers"), scale=Fraction(100)),
    Indicator(
        "R3",
        _limits("0.9", "0.9"),
        both_stages("pe_teachers", "music_teachers", "fine_art_teachers", "other_art_teachers"),
        scale=Fraction(100),
        relaxation="visiting",
        relaxed_plus="visiting_pe_art_teachers",
    ),
    Indicator(
        "R4",
        _limits("4.5", "5.8"),
        both_stages("teaching_area"),
        minus=("indoor_sports_area",),
        split=True,
    ),
    Indicator(
        "R5",
        _limits("7.5", "10.2"),
        both_stages("sports_ground_area", "indoor_sports_area"),
        split=True,
        relaxation="dense_core",
        relaxed_plus="extra_sports_area",
    ),
    Indicator(
        "R6",
        _limits("2000", "2500"),
        both_stages("equipment_value"),
        scale=Fraction(10000),  # 万元 to 元
        split=True,
    ),
    Indicator(
        "R7",
        _limits("2.3", "2.4"),
        both_stages("multimedia_rooms"),
        scale=Fraction(100),
        split=True,
    ),
)


@dataclass
class Amount:
    """A numerator: the part always counted, the part a relaxation adds, or what is missing."""

    base: Fraction = Fraction(0)
    extra: Fraction = Fraction(0)
    missing: list[str] = field(default_factory=list)

    @property
    def known(self) -> bool:
        return not self.missing


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
    run = [stage for stage in school.stages_run() if stage in SPLIT_WEIGHTS]
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
        if stage not in run or whole[stage] == 0:  # a blank can only be 0
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
    if indicator.relaxation is None or year < RELAXATIONS_FROM_YEAR or school.waived:
        return False
    if indicator.relaxation == "dense_core":
        return school.says_yes("dense_core")
    # 规程: "50人及以上但不足100人的农村小规模学校和教学点"; a 教学点 is one by its type.
    rural_point = school.type == TEACHING_POINT and school.choices["locality"] in RURAL
    pupils = school.compulsory_pupils()
    small = school.says_yes("rural_small") or rural_point
    return small and pupils is not None and 50 <= pupils <= 99


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


@dataclass
class Resources:
    """The sections judged, those left out, and the rows of the balance between schools."""

    judged: list[Judged]
    excluded: list[dict]
    balance: list[dict]

    def relaxed(self) -> bool:
        return any(row["without_relaxations"] for row in self.balance)

    def section_verdicts(self, with_relaxation: bool) -> list[str]:
        return [section_verdict(j.statuses(with_relaxation)) for j in self.judged]

    def coefficient_statuses(self, with_relaxation: bool) -> list[str]:
        return [
            c["status"]
            for row in self.balance
            for c in (not with_relaxation and row["without_relaxations"]) or row["indicators"]
        ]


def assess_resources(county: County, year: int) -> Resources:
    judged: list[Judged] = []
    excluded = []
    for school, stage, _ in county.sections(*STAGE_ORDER):
        reason = None if stage == "senior" else exclusion(school, stage)
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
    balance = [
        balance_row(stage, of_stage)
        for stage in COMPULSORY
        if (of_stage := [j for j in judged if j.stage == stage])
    ]
    return Resources(judged, excluded, balance)
