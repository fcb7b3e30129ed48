"""The composites of the 2012 system (基本均衡), which E2 asks of the three years before.

Eight coefficients a stage, enrolment-weighted; no thresholds, no relaxations. 表Ⅱ of 2012 left
out 民办, schools of provinces, prefectures and enterprises, and every 小学教学点.
"""

from __future__ import annotations

from fractions import Fraction

from exact_book import TEACHING_POINT, County, School
from exact_resources import (
    INDICATORS,
    TYPES_OUT_OF_SCOPE,
    Indicator,
    both_stages,
    coefficient,
    numerator,
)

BY_ID = {indicator.id: indicator for indicator in INDICATORS}
BASIC_INDICATORS = (
    BY_ID["R1"],
    BY_ID["R4"],
    BY_ID["R5"],
    BY_ID["R6"],
    Indicator("computers", {}, both_stages("computers"), split=True),
    Indicator("books", {}, both_stages("books"), split=True),
    Indicator("teachers", {}, both_stages("teachers")),
    Indicator("senior_title_teachers", {}, both_stages("senior_title_teachers")),
)
SPONSORS_IN_SCOPE = ("县级教育部门", "县级其他部门")


def in_scope(school: School, stage: str) -> bool:
    return (
        school.type not in (*TYPES_OUT_OF_SCOPE, TEACHING_POINT)
        and school.choices["sponsor"] in SPONSORS_IN_SCOPE
        and school.pupils(stage) != 0
    )


def composite(county: County, stage: str) -> Fraction | None:
    """The mean of the eight, or None where one of them is not known."""
    rows = [(s, section["pupils"]) for s, _, section in county.sections(stage) if in_scope(s, stage)]
    pupils = [n if isinstance(n, Fraction) else None for _, n in rows]
    coefficients = []
    for indicator in BASIC_INDICATORS:
        # Before 2019 nothing was relaxed; the year asked for decides that.
        amounts = [numerator(s, stage, indicator, year=2012) for s, _ in rows]
        known = [a.base if a.known else None for a in amounts]
        coefficients.append(coefficient(known, pupils, Fraction(1)).cv if rows else None)
    if None in coefficients:
        return None
    return sum(coefficients, Fraction(0)) / len(coefficients)
