"""The government's part, G1-G15, under national-2017 in exact fractions."""

from __future__ import annotations

from fractions import Fraction

from exact_book import SPECIAL_SCHOOL, County, School, State
from exact_judgement import (
    MISSING,
    NOT_APPLICABLE,
    Cell,
    Judgement,
    Sum,
    all_of,
    attested,
    judge,
    judge_share,
    ratio,
    with_conclusion,
)
from exact_schools import g3, g4, g5, g6, g7

FULL_IN_ZONE = {"primary": Fraction(1), "junior": Fraction("0.95")}


def at_least(
    county: County, part: str, whole: str, limit: str
) -> tuple[str, Fraction | None, set[Cell]]:
    """One figure of the county as a share of another."""
    top, bottom = Sum(), Sum()
    top.add(None, part, county.numbers[part])
    bottom.add(None, whole, county.numbers[whole])
    return judge_share(top, bottom, Fraction(limit))


def given(county: County, *items: str) -> dict[str, Fraction | None]:
    """Figures as they were entered, None where there is none."""
    return {
        item: value if isinstance(value := county.numbers[item], Fraction) else None
        for item in items
    }


def g8(county: County) -> Judgement:
    """Where one of the salaries does not apply there is nothing to compare: the conclusion stands."""
    values = given(county, "teacher_salary", "civil_servant_salary")
    teachers, servants = values.values()
    missing = {(None, item) for item in values if county.numbers[item] is State.MISSING}
    if missing:
        status = MISSING
    else:
        status = NOT_APPLICABLE if None in (teachers, servants) else judge(teachers >= servants)
    return with_conclusion(county, Judgement("G8", status, values, missing))


def share_of_teachers(county: County, id: str, item: str, ratio_name: str) -> Judgement:
    """Every teacher of the compulsory and special sections."""
    part, whole = Sum(), Sum()
    for school in county.schools:
        for stage in (*school.compulsory_stages(), "special"):
            if stage != "special" or stage in school.sections:
                part.add_section(school, stage, item)
                whole.add_section(school, stage, "teachers")
    status, value, missing = judge_share(part, whole, Fraction(1))
    values = {item: part.figure, "teachers": whole.figure, ratio_name: value}
    return Judgement(id, status, values, missing)


def g11(county: County) -> Judgement:
    rotation = at_least(county, "rotation_actual", "rotation_eligible", "0.10")
    backbone = at_least(county, "rotation_backbone", "rotation_actual", "0.20")
    values = given(county, "rotation_actual", "rotation_eligible", "rotation_backbone")
    values |= {"rotation_ratio": rotation[1], "backbone_ratio": backbone[1]}
    status = all_of((rotation[0], backbone[0]))
    return Judgement("G11", status, values, rotation[2] | backbone[2])


def in_zone_scope(school: School, stage: str) -> tuple[bool | None, set[Cell]]:
    """Whether a section is 公办, in 城区 or 镇区 and without boarders; None if unknown."""
    boarding = school.boarding.get(stage, State.MISSING)
    if boarding is State.MISSING:
        boarding = school.choices["boarding"]
    conditions = {
        "sponsor": (school.choices["sponsor"], lambda v: v != "民办"),
        "locality": (school.choices["locality"], lambda v: v in ("城区", "镇区")),
        "boarding": (boarding, lambda v: v != "是"),
    }
    known = {k: holds(v) for k, (v, holds) in conditions.items() if v is not State.MISSING}
    if not all(known.values()):
        return False, set()
    unknown = {(school.code, k) for k in conditions if k not in known}
    return (None, unknown) if unknown else (True, set())


def g13(county: County) -> Judgement:
    result = Judgement("G13", NOT_APPLICABLE)
    statuses = []
    for stage, limit in FULL_IN_ZONE.items():
        here, pupils = Sum(), Sum()
        unknown: set[Cell] = set()
        sections = 0
        for school in county.schools:
            if school.type == SPECIAL_SCHOOL or stage not in school.compulsory_stages():
                continue
            inside, blanks = in_zone_scope(school, stage)
            if school.pupils(stage) != 0:
                unknown |= blanks
            if inside:
                sections += 1
                here.add_section(school, stage, "in_zone_pupils")
                pupils.add_section(school, stage, "pupils")
        if unknown:
            status, value, missing = MISSING, None, here.missing | pupils.missing | unknown
        else:
            status, value, missing = judge_share(here, pupils, limit)
        statuses.append(status)
        result.missing |= missing
        names = ("in_zone_ratio_in_zone_pupils", "in_zone_ratio_pupils", "in_zone_ratio")
        figures = (here.figure, pupils.figure, value)
        if unknown or not sections:  # nobody in scope, or not known who is
            figures = (None, None, None)
        result.values |= {f"{stage}_{name}": f for name, f in zip(names, figures)}
    result.status = all_of(statuses)
    return result


def g14(county: County) -> Judgement:
    """How many of those allocated went to rural juniors must be told, though no number is asked."""
    status, value, missing = at_least(county, "quota_allocated", "quota_total", "0.50")
    if county.numbers["quota_rural"] is State.MISSING:
        missing.add((None, "quota_rural"))
        if county.numbers["quota_allocated"] != 0:
            status = all_of((status, MISSING))
    values = given(county, "quota_allocated", "quota_total", "quota_rural")
    values |= {
        "quota_ratio": value,
        "rural_quota_ratio": ratio(values["quota_rural"], values["quota_allocated"]),
    }
    return with_conclusion(county, Judgement("G14", status, values, missing))


def g15(county: County) -> Judgement:
    part, whole = Sum(), Sum()
    for item in ("migrant_public", "migrant_purchased"):
        part.add(None, item, county.numbers[item])
    whole.add(None, "migrant_eligible", county.numbers["migrant_eligible"])
    status, value, missing = judge_share(part, whole, Fraction("0.85"))
    values = given(county, "migrant_public", "migrant_purchased", "migrant_eligible")
    values |= {"migrant_ratio_sum": part.figure, "migrant_ratio": value}
    return with_conclusion(county, Judgement("G15", status, values, missing))


def assess_government(county: County, standard: str) -> list[Judgement]:
    return [
        attested(county, "G1"),
        attested(county, "G2"),
        g3(county),
        g4(county),
        g5(county),
        g6(county, standard),
        g7(county),
        g8(county),
        share_of_teachers(county, "G9", "trained_teachers", "training_ratio"),
        attested(county, "G10"),
        g11(county),
        share_of_teachers(county, "G12", "certified_teachers", "certified_ratio"),
        g13(county),
        g14(county),
        g15(county),
    ]
