"""Quality, approval, vetoes and eligibility under national-2017 in exact fractions, and Q2 of 乌鲁木齐县."""

from __future__ import annotations

from fractions import Fraction

from exact_basic import composite
from exact_book import COMPULSORY, DISABLED_KINDS, SPECIAL_SCHOOL, County, Observation, State
from exact_government import at_least, given
from exact_judgement import (
    MET,
    MISSING,
    NOT_APPLICABLE,
    UNMET,
    Judgement,
    Sum,
    all_of,
    attested,
    entry,
    judge,
    judge_share,
    number,
    ratio,
    sorted_cells,
    with_conclusion,
)
from exact_schools import schools_and_special

RETENTION = Fraction("0.95")
TRAINING_SHARE = Fraction("0.05")
GRADES = ("优秀", "良好", "合格", "不合格")
GOOD_GRADES = GRADES[:2]
LEVELS = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ")
GOOD_LEVELS = LEVELS[2:]
GAP_BELOW = Fraction("0.15")
ALL_RECOGNISED_FROM = 2025  # every county by the end of 2021 (国教督〔2022〕1号)
APPROVAL = Fraction("0.85")
VETOES = ("V1", "V2", "V3", "V4", "V5", "V6", "V7")
RECOGNISED_YEARS = 3
BASIC_LIMITS = {"primary": Fraction("0.60"), "junior": Fraction("0.50")}


def q1(county: County) -> Judgement:
    """(毕业 - 转入 + 转出) / (三年前初一 - 死亡), all junior sections together."""
    names = ("graduates", "transferred_in", "transferred_out", "entrants", "deaths")
    sums = {name: Sum() for name in names}
    for school in county.schools:
        if school.type != SPECIAL_SCHOOL and "junior" in school.stages_run():
            for name, total in sums.items():
                total.add_section(school, "junior", name)
    graduates, moved_in, moved_out, entrants, deaths = sums.values()
    status, value, missing = judge_share(
        graduates.plus(moved_out).minus(moved_in), entrants.minus(deaths), RETENTION
    )
    values = {name: total.figure for name, total in sums.items()}
    return Judgement("Q1", status, values | {"retention": value}, missing)


def q2(county: County, standard: str) -> Judgement:
    status, value, missing = at_least(county, "disabled_enrolled", "disabled_total", "0.95")
    values = given(county, "disabled_enrolled", "disabled_total", "disabled_special")
    values |= {
        "disabled_ratio": value,
        "special_school_ratio": ratio(values["disabled_special"], values["disabled_enrolled"]),
    }
    if standard == "urumqi-county-2022":
        statuses = [status]
        for kind in DISABLED_KINDS:  # 盲、聋、智障三类…入学率均在95%以上
            enrolled, total = f"disabled_{kind}_enrolled", f"disabled_{kind}_total"
            status, value, cells = at_least(county, enrolled, total, "0.95")
            statuses.append(status)
            missing |= cells
            values |= given(county, enrolled, total) | {f"disabled_{kind}_ratio": value}
        status = all_of(statuses)
    return Judgement("Q2", status, values, missing)


def counted(statuses: list[str]) -> dict[str, Fraction | None]:
    """How many schools are judged and how many fall short, once all are known."""
    known = MISSING not in statuses
    return {
        "schools": Fraction(len(statuses)) if known else None,
        "short": Fraction(statuses.count(UNMET)) if known else None,
    }


def q3(county: County) -> Judgement:
    result = Judgement("Q3", NOT_APPLICABLE)
    statuses = []
    for school in schools_and_special(county):
        charter = school.choices["charter"]
        if charter is State.MISSING:
            statuses.append(MISSING)
            result.missing.add((school.code, "charter"))
        elif charter is not State.NOT_APPLICABLE:
            statuses.append(judge(charter == "是"))
            if charter != "是":
                result.schools.append(entry(school))
    result.status = all_of(statuses)
    result.values = counted(statuses)
    return with_conclusion(county, result)


def q4(county: County) -> Judgement:
    result = Judgement("Q4", NOT_APPLICABLE)
    statuses = []
    shares = []
    for school in schools_and_special(county):
        budget = school.numbers["public_funds_budget"]
        training = school.numbers["teacher_training_budget"]
        if training is State.NOT_APPLICABLE:
            training = Fraction(0)
        if school.choices["independent_accounts"] == "否":
            continue
        if budget == 0 or budget is State.NOT_APPLICABLE:
            continue
        if State.MISSING in (budget, training):
            statuses.append(MISSING)
            result.missing |= {
                (school.code, item)
                for item in ("public_funds_budget", "teacher_training_budget")
                if school.numbers[item] is State.MISSING
            }
            continue
        shares.append(training / budget)
        statuses.append(judge(training / budget >= TRAINING_SHARE))
        if statuses[-1] == UNMET:
            result.schools.append(entry(school, training / budget, TRAINING_SHARE))
    result.status = all_of(statuses)
    known = shares and MISSING not in statuses
    result.values = counted(statuses) | {"least_share": min(shares) if known else None}
    return result


def q6(county: County) -> Judgement:
    """Every school 良好 or better; the conclusion where no school has a grade."""
    grades = {s.code: s.choices["moral_culture_grade"] for s in schools_and_special(county)}
    if set(grades.values()) <= {State.MISSING}:
        return attested(county, "Q6")
    result = Judgement("Q6", NOT_APPLICABLE)
    statuses = []
    for school in schools_and_special(county):
        grade = grades[school.code]
        if grade is State.MISSING:
            statuses.append(MISSING)
            result.missing.add((school.code, "moral_culture_grade"))
        elif grade is not State.NOT_APPLICABLE:
            statuses.append(judge(grade in GOOD_GRADES))
            if grade not in GOOD_GRADES:
                rank = Fraction(GRADES.index(grade))
                result.schools.append(entry(school, rank, Fraction(len(GOOD_GRADES) - 1)))
    result.status = all_of(statuses)
    result.values = counted(statuses)
    return result


def monitoring(county: County, id: str, sources: tuple[str, ...]) -> Judgement:
    """Every row of these sources and of every subject monitored, so the worse row of a subject decides."""
    result = Judgement(id, MISSING)
    counted = [row for row in county.monitoring if row[1] in sources]
    if not counted:
        result.missing = {(None, "monitored_level"), (None, "monitored_gap")}
        return result
    statuses = []
    for subject in {row[0] for row in counted}:
        rows = [row[2:] for row in counted if row[0] == subject]
        levels = [LEVELS.index(level) + 1 for level, _ in rows if isinstance(level, str)]
        gaps = [gap for _, gap in rows if isinstance(gap, Fraction)]
        result.values[f"{subject}_level"] = Fraction(min(levels)) if levels else None
        result.values[f"{subject}_gap"] = max(gaps) if gaps else None
    for _, _, level, gap in counted:
        if isinstance(level, str):
            statuses.append(judge(level in GOOD_LEVELS))
        elif level is State.MISSING:
            statuses.append(MISSING)
            result.missing.add((None, "monitored_level"))
        if isinstance(gap, Fraction):
            statuses.append(judge(gap < GAP_BELOW))
        elif gap is State.MISSING:
            statuses.append(MISSING)
            result.missing.add((None, "monitored_gap"))
    result.status = all_of(statuses)
    return result


def assess_quality(county: County, standard: str) -> list[Judgement]:
    return [
        q1(county),
        q2(county, standard),
        q3(county),
        q4(county),
        attested(county, "Q5"),
        q6(county),
        attested(county, "Q7"),
        attested(county, "Q8"),
        monitoring(county, "Q9", ("国家",)),
    ]


def assess_approval(county: County) -> dict:
    """Satisfied / valid over all groups."""
    valid, satisfied = Sum(), Sum()
    for returned, content in county.survey:
        valid.add(None, "survey_valid", returned)
        satisfied.add(None, "survey_satisfied", content)
    if not county.survey:
        valid.missing.add((None, "survey_valid"))
        satisfied.missing.add((None, "survey_satisfied"))
    rate = ratio(satisfied.value, valid.value)
    return {
        "valid": None if valid.value is None else int(valid.value),
        "satisfied": None if satisfied.value is None else int(satisfied.value),
        "rate": number(rate),
        "threshold": 0.85,
        "status": MISSING if rate is None else judge(rate >= APPROVAL),
        "missing": sorted_cells(valid.missing | satisfied.missing),
    }


def assess_vetoes(county: County) -> list[dict]:
    present = {"是": True, "否": False}
    return [
        {
            "id": id,
            "present": present.get(county.vetoes.get(id)),
            "values": posts(county) if id == "V4" else {},
        }
        for id in VETOES
    ]


def posts(county: County) -> dict[str, float | None]:
    """Beside 有编不补: 编制, 在编, 空编, 代课."""
    figures = given(county, "posts_approved", "posts_filled", "teachers_temporary")
    approved, filled = figures["posts_approved"], figures["posts_filled"]
    known = approved is not None and filled is not None
    figures["posts_vacant"] = approved - filled if known else None
    return {name: number(figure) for name, figure in figures.items()}


# --- eligibility -------------------------------------------------------------------------------


def e1(county: County, year: int) -> Judgement:
    recognised = county.numbers["basic_recognised_year"]
    if recognised is State.MISSING and year >= ALL_RECOGNISED_FROM:
        return Judgement("E1", MET, {"basic_recognised_year": None, "years": None})
    if not isinstance(recognised, Fraction):
        missing = {(None, "basic_recognised_year")}
        return Judgement("E1", MISSING, {"basic_recognised_year": None, "years": None}, missing)
    years = year - recognised
    values = {"basic_recognised_year": recognised, "years": years}
    return Judgement("E1", judge(years >= RECOGNISED_YEARS), values)


def e2(county: County, year: int) -> Judgement:
    """The three years before: all figures of the 2012 system met, its composites small enough,
    by the county's own figures or, where these are not complete, as monitored."""
    result = Judgement("E2", MISSING)
    statuses = []
    for back in (1, 2, 3):
        before = county.prior.get(year - back)
        all_met = before.basic_all_met if before else State.MISSING
        if isinstance(all_met, str):
            statuses.append(judge(all_met == "是"))
        else:
            statuses.append(MISSING)
            result.missing.add((None, "basic_all_met"))
        for stage in COMPULSORY:
            item = f"basic_cv_{stage}"
            value: Observation | None = composite(before, stage) if before else None
            if value is None and before:
                value = before.numbers[item]
            known = isinstance(value, Fraction)
            result.values[f"composite_{stage}_{back}"] = value if known else None
            statuses.append(judge(value <= BASIC_LIMITS[stage]) if known else MISSING)
            if not known:
                result.missing.add((None, item))
    result.status = all_of(statuses)
    return with_conclusion(county, result)


def e4(coefficient_statuses: list[str], without: list[str]) -> Judgement:
    """Each single coefficient of the balance between schools."""
    return Judgement("E4", all_of(coefficient_statuses), without=all_of(without))


def assess_eligibility(
    county: County, year: int, coefficients: list[str], without: list[str]
) -> list[Judgement]:
    return [
        e1(county, year),
        e2(county, year),
        with_conclusion(county, monitoring(county, "E3", ("国家", "省级"))),
        e4(coefficients, without),
        attested(county, "E5"),
    ]
