"""What every school must have, G3-G7 under national-2017, in exact fractions."""

from __future__ import annotations

import math
from fractions import Fraction

from exact_book import (
    SPECIAL_SCHOOL,
    TEACHING_POINT,
    VOCATIONAL_SCHOOL,
    County,
    School,
    State,
)
from exact_judgement import (
    MET,
    MISSING,
    NOT_APPLICABLE,
    UNMET,
    Cell,
    Judgement,
    Sum,
    all_of,
    entry,
    judge,
    ratio,
)
from exact_resources import RURAL

CLASSES_A_ROOM = 12
# kind -> item of the count, smallest area, the same for schools built by 2016
ROOMS = {
    "音乐": ("music_rooms", Fraction(96), Fraction(73)),
    "美术": ("fine_art_rooms", Fraction(90), Fraction(67)),
}
ROOM_PARTS = {"音乐": "music", "美术": "fine_art"}
ROOMS_BUILT_BY = 2016
SMALL_RURAL_CLASS_BELOW = 30
SMALL_RURAL_AREA = {"primary": Fraction(54), "junior": Fraction(61)}

PRIMARY_TYPES = ("小学", "小学教学点")
COMBINED_TYPES = ("九年一贯制学校", "十二年一贯制学校")
SIZE, COMBINED_SIZE = Fraction(2000), Fraction(2500)
RELAXED_SIZE, RELAXED_NINE_YEAR_SIZE = Fraction(2400), Fraction(3000)
SIZE_BUILT_BY = 2010
MIGRANT_SHARE_ABOVE = Fraction("0.5")

CLASS_LIMITS = {"primary": 45, "junior": 50}
BANDS_OVER = {
    "primary": (
        "classes_46_50",
        "classes_51_55",
        "classes_56_60",
        "classes_61_65",
        "classes_ge66",
    ),
    "junior": ("classes_51_55", "classes_56_60", "classes_61_65", "classes_ge66"),
}
SMALL_SCHOOL = 100
YUAN = 10000  # a 万元
SPECIAL_FUNDS = Fraction(6000)


def general_schools(county: County) -> list[School]:
    """The schools with pupils of 小学 or 初中 that are not special schools."""
    return [s for s in county.schools if s.type != SPECIAL_SCHOOL and s.taught_stages()]


def schools_and_special(county: County) -> list[School]:
    """Those and the special schools."""
    return [s for s in county.schools if s.type == SPECIAL_SCHOOL or s.taught_stages()]


# --- G3 ------------------------------------------------------------------------------------


def relaxed_areas(school: School, kind: str) -> list[tuple[Fraction, str]]:
    """The smallest area that counts by each relaxation that applies to the school."""
    if school.waived:
        return []
    _, _, built_before = ROOMS[kind]
    relaxed = []
    built = school.numbers["built_year"]
    if isinstance(built, Fraction) and built <= ROOMS_BUILT_BY:
        relaxed.append((built_before, "built_2016"))
    largest = [
        school.sections[s]["largest_class"] if s in school.sections else State.MISSING
        for s in school.taught_stages()
    ]
    known = [n for n in largest if isinstance(n, Fraction)]
    if school.says_yes("rural_small") and State.MISSING not in largest and known:
        if max(known) < SMALL_RURAL_CLASS_BELOW:
            stage = "junior" if "junior" in school.taught_stages() else "primary"
            relaxed.append((SMALL_RURAL_AREA[stage], f"small_rural_{stage}"))
    return relaxed


def rooms_status(school: School, kind: str, smallest: Fraction, needed: int) -> tuple[str, int]:
    """Whether enough rooms are large enough, and how many certainly are."""
    count = school.numbers[ROOMS[kind][0]]
    if count is State.MISSING:
        return MISSING, 0
    count = Fraction(0) if count is State.NOT_APPLICABLE else count
    areas = [area for room, area in school.rooms if room == kind]
    good = sum(1 for area in areas if isinstance(area, Fraction) and area >= smallest)
    unknown = areas.count(State.MISSING) + max(0, int(count) - len(areas))
    sure, at_most = min(good, count), min(good + unknown, count)
    if sure >= needed:
        return MET, int(sure)
    return (UNMET if at_most < needed else MISSING), int(sure)


def g3(county: County) -> Judgement:
    """The figures are the schools with classes, and those short of rooms once all are known;
    教学点 are counted in both and named apart."""
    result = Judgement("G3", NOT_APPLICABLE)
    with_classes = points = 0
    statuses: dict[bool, list[str]] = {True: [], False: []}
    short: dict[str, list[tuple[str, bool]]] = {kind: [] for kind in ROOMS}
    for school in general_schools(county):
        is_point = school.type == TEACHING_POINT
        classes = Sum()
        for stage in school.taught_stages():
            classes.add_section(school, stage, "classes")
        if classes.value is None:
            with_classes += 1
            points += is_point
            statuses[True].append(MISSING)
            statuses[False].append(MISSING)
            result.missing |= classes.missing
            for item, _, _ in ROOMS.values():
                if school.numbers[item] is State.MISSING:
                    result.missing.add((school.code, item))
            continue
        needed = math.ceil(classes.value / CLASSES_A_ROOM)
        with_classes += needed > 0
        points += is_point and needed > 0
        for kind, (item, plain, _) in ROOMS.items():
            without, good = rooms_status(school, kind, plain, needed)
            status, relaxation = without, None
            for area, name in relaxed_areas(school, kind):  # the most favourable counts
                relaxed, more = rooms_status(school, kind, area, needed)
                if more > good:
                    status, good, relaxation = relaxed, more, name
            statuses[True].append(status)
            statuses[False].append(without)
            short[kind].append((status, is_point))
            if status == MISSING:
                count = school.numbers[item]
                result.missing.add(
                    (school.code, item if count is State.MISSING else "room_area")
                )
            if status == UNMET or (status == MET and without != MET):
                result.schools.append(
                    entry(
                        school,
                        Fraction(good),
                        Fraction(needed),
                        part=ROOM_PARTS[kind],
                        relaxation=relaxation,
                    )
                )
    result.status, result.without = all_of(statuses[True]), all_of(statuses[False])
    complete = MISSING not in statuses[True]
    result.values = {"schools": Fraction(with_classes), "points": Fraction(points)}
    for kind, name in ROOM_PARTS.items():
        unmet = [is_point for status, is_point in short[kind] if status == UNMET]
        result.values |= {
            f"{name}_short": Fraction(len(unmet)) if complete else None,
            f"{name}_short_points": Fraction(sum(unmet)) if complete else None,
        }
    return result


# --- G4, G5 ------------------------------------------------------------------------------------


def migrant_share(school: School) -> Fraction | None:
    """随迁子女 among the compulsory pupils; None where a figure is not given."""
    migrants = Sum()
    for stage in school.taught_stages():
        migrants.add_section(school, stage, "migrant_pupils")
    return ratio(migrants.value, school.compulsory_pupils())


def size_limits(school: School) -> tuple[Fraction, Fraction, str | None]:
    """The largest size, by the rule and by a relaxation, which the text gives to 小学, 初中
    and 九年一贯制 only."""
    combined = school.type in COMBINED_TYPES
    limit = COMBINED_SIZE if combined else SIZE
    if school.waived:
        return limit, limit, None
    built, share = school.numbers["built_year"], migrant_share(school)
    if isinstance(built, Fraction) and built <= SIZE_BUILT_BY:
        relaxation = "built_2010"
    elif share is not None and share > MIGRANT_SHARE_ABOVE:
        relaxation = "migrant_majority"
    else:
        return limit, limit, None
    if school.type == "十二年一贯制学校":
        return limit, limit, None
    return limit, RELAXED_NINE_YEAR_SIZE if combined else RELAXED_SIZE, relaxation


def blank_pupils(school: School) -> set[Cell]:
    blank = any(school.pupils(s) is State.MISSING for s in school.compulsory_stages())
    return {(school.code, "pupils")} if blank else set()


def size_kind(school: School) -> str:
    if school.type in COMBINED_TYPES:
        return "over_combined"
    return "over_primary" if school.type in PRIMARY_TYPES else "over_junior"


def g4(county: County) -> Judgement:
    """The printed counts are of 2000 and 2500, relaxed or not; none is known before all are."""
    result = Judgement("G4", NOT_APPLICABLE)
    over = dict.fromkeys(("over_primary", "over_junior", "over_combined", "barred"), Fraction(0))
    statuses: dict[bool, list[str]] = {True: [], False: []}
    for school in general_schools(county):
        pupils = school.compulsory_pupils()
        if school.type == VOCATIONAL_SCHOOL:
            limit = relaxed = Fraction(0)
            relaxation, kind = None, "barred"
        else:
            limit, relaxed, relaxation = size_limits(school)
            kind = size_kind(school)
        if pupils is None:
            statuses[True].append(MISSING)
            statuses[False].append(MISSING)
            result.missing |= blank_pupils(school)
            continue
        statuses[True].append(judge(pupils <= relaxed))
        statuses[False].append(judge(pupils <= limit))
        over[kind] += pupils > limit
        if pupils > limit:
            shown = None if kind == "barred" else relaxed
            result.schools.append(entry(school, pupils, shown, relaxation=relaxation))
    result.status, result.without = all_of(statuses[True]), all_of(statuses[False])
    result.values = {k: None if MISSING in statuses[True] else v for k, v in over.items()}
    return result


def g5(county: County) -> Judgement:
    result = Judgement("G5", NOT_APPLICABLE)
    statuses = []
    over = {}
    for stage, limit in CLASS_LIMITS.items():
        total = Sum()
        for school in general_schools(county):
            if stage not in school.taught_stages():
                continue
            if stage not in school.sections:
                total.missing.add((school.code, "pupils"))
                result.missing.add((school.code, "pupils"))
                statuses.append(MISSING)
                continue
            section = school.sections[stage]
            classes = Sum()
            for band in BANDS_OVER[stage]:
                classes.add_section(school, stage, band)
            total.known += classes.known
            total.missing |= classes.missing
            largest = section["largest_class"]
            known_over = isinstance(largest, Fraction) and largest > limit
            if known_over or classes.known > 0:
                status = UNMET
            elif isinstance(largest, Fraction) or not classes.missing:
                status = MET
            else:
                status = MISSING
                result.missing.add((school.code, "largest_class"))
            statuses.append(status)
            if status == UNMET:
                shown = largest if isinstance(largest, Fraction) else None
                result.schools.append(entry(school, shown, Fraction(limit), stage=stage))
        over[f"over_{stage}"] = total.value
    result.status, result.values = all_of(statuses), over
    return result


# --- G6, G7 ---------------------------------------------------------------------------------


def per_head(county: County, school: School) -> tuple[Fraction | None, set[Cell]]:
    """The quota per pupil, over the school's compulsory stages by their pupils."""
    total, missing = Fraction(0), set()
    for stage in school.compulsory_stages():
        pupils = school.pupils(stage)
        if pupils == 0:
            continue
        if pupils is State.MISSING:
            missing.add((school.code, "pupils"))
            continue
        item = f"funds_standard_{stage}"
        standard = county.numbers[item]
        if not isinstance(standard, Fraction):
            missing.add((None, item))
        else:
            total += pupils * standard
    if missing:
        return None, missing
    return ratio(total, school.compulsory_pupils()) or Fraction(0), set()


def judged_at_parent(school: School) -> bool:
    return school.choices["independent_accounts"] == "否" and not isinstance(
        school.numbers["small_school_funds"], Fraction
    )


def small_funds(school: School) -> tuple[Fraction | None, set[Cell]]:
    """What a school of fewer than 100 has, in 元."""
    own = school.numbers["small_school_funds"]
    if isinstance(own, Fraction) or has_senior(school):
        return in_yuan(school, "small_school_funds")
    return in_yuan(school, "public_funds_budget")


def has_senior(school: School) -> bool:
    """Its budget is not that of the compulsory stages alone."""
    return "senior" in school.stages_run() and school.pupils("senior") != 0


def in_yuan(school: School, item: str) -> tuple[Fraction | None, set[Cell]]:
    value = school.numbers[item]
    if isinstance(value, Fraction):
        return value * YUAN, set()
    return None, {(school.code, item)}


def everywhere(school: School) -> tuple[bool | None, set[Cell]]:
    """规程: 不足100人的规模较小学校, wherever and whosever it is."""
    return True, set()


def rural_public(school: School) -> tuple[bool | None, set[Cell]]:
    """新政办发〔2021〕56号: 农村小学和教学点; 民办 schools are not assessed funds."""
    holds = {"locality": lambda v: v in RURAL, "sponsor": lambda v: v != "民办"}
    known = {k: h(v) for k, h in holds.items() if (v := school.choices[k]) is not State.MISSING}
    if not all(known.values()):
        return False, set()
    blank = {(school.code, k) for k in holds if k not in known}
    return (None, blank) if blank else (True, set())


# Which small schools a standard entitles to the funds of 100 pupils.
SMALL_SCHOOLS_OF = {
    "national-2017": everywhere,
    "xinjiang-2021": rural_public,
    "urumqi-county-2022": rural_public,  # extends xinjiang-2021
}


def g6(county: County, standard: str = "national-2017") -> Judgement:
    """A small school has the funds of 100 pupils; a point without accounts of its own is paid
    by its parent, whose budget must do for its own pupils and for 100 of each point. Of a parent
    with 高中 the funds of the compulsory stages must be told."""
    entitled = SMALL_SCHOOLS_OF[standard]
    result = Judgement("G6", NOT_APPLICABLE)
    statuses = []
    small: list[School] = []
    own_funds: list[Fraction | None] = []
    points: dict[str, list[School]] = {}
    by_code = {s.code: s for s in county.schools}

    def compare(
        school: School, funds: tuple[Fraction | None, set[Cell]], heads: list[tuple[School, Fraction]]
    ) -> None:
        needs = [(per_head(county, s), n) for s, n in heads]
        lacking = funds[1].union(*(missing for (_, missing), _ in needs))
        if lacking:
            statuses.append(MISSING)
            result.missing |= lacking
            return
        need = sum((quota * n for (quota, _), n in needs), Fraction(0))
        statuses.append(judge(funds[0] >= need))
        if funds[0] < need:
            result.schools.append(entry(school, funds[0], need))

    for school in general_schools(county):
        pupils = school.compulsory_pupils()
        inside, blank = entitled(school)
        if inside is False or (pupils is not None and pupils >= SMALL_SCHOOL):
            continue
        if pupils is None or inside is None:
            statuses.append(MISSING)
            result.missing |= blank_pupils(school) if pupils is None else blank
        else:
            small.append(school)
            if not judged_at_parent(school):
                own_funds.append(small_funds(school)[0])
                compare(school, small_funds(school), [(school, Fraction(SMALL_SCHOOL))])
            elif school.choices["parent_code"] in by_code:
                points.setdefault(str(school.choices["parent_code"]), []).append(school)
            else:
                statuses.append(MISSING)
                result.missing.add((school.code, "parent_code"))
    for code, children in points.items():
        parent = by_code[code]
        own = parent.compulsory_pupils() or Fraction(0)
        inside, blank = entitled(parent)
        if own < SMALL_SCHOOL and inside is not False:
            own = Fraction(SMALL_SCHOOL)
        heads = [(parent, own)] + [(s, Fraction(SMALL_SCHOOL)) for s in children]
        item = "small_school_funds" if has_senior(parent) else "public_funds_budget"
        funds, lacking = in_yuan(parent, item)
        if parent.compulsory_pupils() is not None and parent.compulsory_pupils() < SMALL_SCHOOL:
            lacking = lacking | blank
        compare(parent, (funds, lacking), heads)
    result.status = all_of(statuses)
    result.values = {
        "small_schools": Fraction(len(small)),
        "small_pupils": sum((s.compulsory_pupils() for s in small), Fraction(0)),
        # What part of a parent's budget goes to its points is not stated.
        "small_funds": None if MISSING in statuses or points else sum(own_funds, Fraction(0)),
    }
    return result


def g7(county: County) -> Judgement:
    """By special school where its rows are given, else by the county's two figures."""
    result = Judgement("G7", NOT_APPLICABLE)
    rows = [
        s
        for s in county.schools
        if s.type == SPECIAL_SCHOOL and "special" in s.sections and s.pupils("special") != 0
    ]
    if not rows:
        funds, pupils = county.numbers["special_funds"], county.numbers["special_pupils"]
        if pupils is State.NOT_APPLICABLE or pupils == 0:
            return result
        if State.MISSING in (funds, pupils):
            result.status = MISSING
            result.missing = {
                (None, item)
                for item in ("special_funds", "special_pupils")
                if county.numbers[item] is State.MISSING
            }
            return result
        each = (0 if funds is State.NOT_APPLICABLE else funds) * YUAN / pupils
        result.status = judge(each >= SPECIAL_FUNDS)
        result.values = {"special_funds": funds, "special_pupils": pupils, "per_pupil": each}
        return result
    statuses = []
    funds = heads = Fraction(0)
    for school in rows:
        pupils, budget = school.pupils("special"), school.numbers["public_funds_budget"]
        if State.MISSING in (pupils, budget):
            statuses.append(MISSING)
            if pupils is State.MISSING:
                result.missing.add((school.code, "pupils"))
            if budget is State.MISSING:
                result.missing.add((school.code, "public_funds_budget"))
            continue
        each = budget * YUAN / pupils
        funds += budget
        heads += pupils
        statuses.append(judge(each >= SPECIAL_FUNDS))
        if each < SPECIAL_FUNDS:
            result.schools.append(entry(school, each, SPECIAL_FUNDS, stage="special"))
    result.status = all_of(statuses)
    if MISSING not in statuses:
        values = {"special_funds": funds, "special_pupils": heads, "per_pupil": funds * YUAN / heads}
        result.values = values
    else:
        result.values = dict.fromkeys(("special_funds", "special_pupils", "per_pupil"))
    return result
