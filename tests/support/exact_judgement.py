"""What the judge says of one indicator, and how statuses and verdicts combine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from exact_book import Choice, County, Observation, School, State

MET, UNMET, MISSING, NOT_APPLICABLE = "met", "unmet", "missing", "not_applicable"

# A cell that must be given first: the school's code, None for the county's own, and the item.
Cell = tuple[str | None, str]


def number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def judge(holds: bool) -> str:
    return MET if holds else UNMET


def all_of(statuses: Iterable[str]) -> str:
    """Unmet outranks missing; what is not applicable says nothing."""
    found = set(statuses)
    return next((s for s in (UNMET, MISSING, MET) if s in found), NOT_APPLICABLE)


def worst(verdicts: Iterable[str]) -> str:
    """A fail outranks a missing; nothing to judge is missing."""
    found = set(verdicts)
    if "fail" in found:
        return "fail"
    return "missing" if "missing" in found or not found else "pass"


def as_verdict(status: str) -> str:
    """Only a whole indicator that is not applicable counts as met."""
    return {MET: "pass", NOT_APPLICABLE: "pass", UNMET: "fail", MISSING: "missing"}[status]


def sorted_cells(cells: set[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: (cell[0] or "", cell[1]))


@dataclass
class Judgement:
    id: str
    status: str
    values: dict[str, Fraction | str | None] = field(default_factory=dict)
    missing: set[Cell] = field(default_factory=set)
    # Every school that fails or passes only by a relaxation.
    schools: list[dict] = field(default_factory=list)
    without: str | None = None  # the status without relaxations, where it may differ

    def document(self) -> dict:
        return {
            "id": self.id,
            "status": self.status,
            "without_relaxations": self.without or self.status,
            "values": {
                name: number(v) if isinstance(v, Fraction) else v
                for name, v in self.values.items()
            },
            "schools": self.schools,
            "missing": sorted_cells(self.missing if self.status == MISSING else set()),
        }


def entry(
    school: School,
    value: Fraction | None = None,
    limit: Fraction | None = None,
    *,
    stage: str | None = None,
    part: str | None = None,
    relaxation: str | None = None,
) -> dict:
    """A school that fails, or passes only by a relaxation."""
    return {
        "school_code": school.code,
        "stage": stage,
        "part": part,
        "value": number(value),
        "limit": number(limit),
        "relaxation": relaxation,
    }


@dataclass
class Sum:
    """A sum over cells: a blank blocks it, 不适用 adds nothing."""

    known: Fraction = Fraction(0)
    missing: set[Cell] = field(default_factory=set)
    addends: int = 0  # cells that are a number
    not_applicable: Cell | None = None  # the first cell that is not

    def add(self, school: str | None, item: str, value: Observation) -> None:
        if value is State.MISSING:
            self.missing.add((school, item))
        elif value is not State.NOT_APPLICABLE:
            self.known += value
            self.addends += 1
        elif self.not_applicable is None:
            self.not_applicable = (school, item)

    def add_section(self, school: School, stage: str, item: str) -> None:
        """What a section gives; one without pupils may leave its cells blank.

        Of a section that the type runs but that has no row, the row must be given first.
        """
        if stage not in school.sections:
            self.missing.add((school.code, "pupils"))
            return
        value = school.sections[stage][item]
        if value is not State.MISSING or school.pupils(stage) != 0:
            self.add(school.code, item, value)

    def plus(self, other: Sum) -> Sum:
        return Sum(
            self.known + other.known,
            self.missing | other.missing,
            self.addends + other.addends,
            self.not_applicable or other.not_applicable,
        )

    def minus(self, other: Sum) -> Sum:
        known, missing = self.known - other.known, self.missing | other.missing
        return Sum(known, missing, self.addends, self.not_applicable)

    @property
    def figure(self) -> Fraction | None:
        """As the form shows it: nothing where nothing was entered."""
        return self.value if self.addends else None

    @property
    def value(self) -> Fraction | None:
        return None if self.missing else self.known


def ratio(part: Fraction | None, whole: Fraction | None) -> Fraction | None:
    return None if part is None or not whole else part / whole


def judge_share(
    part: Sum, whole: Sum, limit: Fraction
) -> tuple[str, Fraction | None, set[Cell]]:
    """A share against its least: its status, its value, what is missing.

    Nothing to have a share of is not applicable. Where there is something, a part of which
    every addend is 不适用 cannot be right, as with the numerator of R1-R7.
    """
    if not whole.missing and (not whole.addends or whole.known <= 0):
        return NOT_APPLICABLE, None, set()
    missing = part.missing | whole.missing
    if not missing and not part.addends:
        missing = {part.not_applicable}
    if missing:
        return MISSING, None, missing
    value = part.known / whole.known
    return judge(value >= limit), value, set()


def conclusion(county: County, id: str) -> tuple[str, set[Cell]]:
    """The attested part of an indicator."""
    said: Choice = county.conclusions.get(id, State.MISSING)
    if said is State.NOT_APPLICABLE:
        return NOT_APPLICABLE, set()
    if said in ("达标", "未达标"):
        return judge(said == "达标"), set()
    return MISSING, {(None, "conclusion")}


def attested(county: County, id: str) -> Judgement:
    """An indicator that is a conclusion and nothing else."""
    status, missing = conclusion(county, id)
    return Judgement(id, status, missing=missing)


def with_conclusion(county: County, judgement: Judgement) -> Judgement:
    """A number and a conclusion, both."""
    status, missing = conclusion(county, judgement.id)
    judgement.status = all_of((judgement.status, status))
    judgement.missing |= missing
    return judgement
