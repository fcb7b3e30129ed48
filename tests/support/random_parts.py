"""Quality monitoring, the survey, conclusions, vetoes and the county's own items of a random county.

Every indicator draws an outcome of its own - met, at its limit, unmet, lacking a cell, not
applicable - and its items are filled to that end.
"""

from __future__ import annotations

import math
import random

OUTCOMES = {"met": 46, "limit": 16, "unmet": 18, "missing": 14, "not_applicable": 6}
NOT_APPLICABLE = "不适用"
SUBJECTS = ("语文", "数学", "科学", "体育", "艺术", "德育", "英语", "劳动", "心理健康")
SURVEY_GROUPS = ("学生", "家长", "教师", "校长", "人大代表", "政协委员", "其他群众")
ATTESTED = ("G1", "G2", "G8", "G10", "G14", "G15", "Q3", "Q5", "Q6", "Q7", "Q8", "E2", "E3", "E5")

Row = dict


class Chances:
    """What the makers of the parts have in common; a sound county has only what it should have."""

    def __init__(self, seed: str, sound: bool) -> None:
        self.rng = random.Random(seed)
        self.sound = sound
        self.county: Row = {}

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability

    def outcome(self, without: tuple[str, ...] = ()) -> str:
        if self.sound:
            return self.rng.choice(("met", "limit"))
        kinds = {k: w for k, w in OUTCOMES.items() if k not in without}
        return self.rng.choices(list(kinds), list(kinds.values()))[0]

    def some(self, rows: list[Row]) -> list[Row]:
        """One row, now and then several."""
        number = 1 if self.chance(0.6) else self.rng.randint(1, 4)
        return self.rng.sample(rows, min(number, len(rows)))

    def blank(self, rows: list[Row], *items: str) -> None:
        for row in self.some([row for row in rows if any(item in row for item in items)]):
            row[self.rng.choice([item for item in items if item in row])] = None


class CountyParts(Chances):
    def __init__(self, seed: int, sound: bool) -> None:
        super().__init__(f"county {seed}", sound)
        self.monitoring: list[Row] = []
        self.survey: list[Row] = []
        self.conclusions: dict[str, str | None] = {}
        self.vetoes: dict[str, str | None] = {}

    def proportion(self, whole: str, part: str, percent: int) -> None:
        """Two figures of which the second is a share of the first."""
        outcome = self.outcome()
        total = 20 * self.rng.randint(1, 50)
        value = total * percent // 100
        if outcome == "met":
            value = self.rng.randint(value, total)
        elif outcome == "unmet":
            value -= 1
        elif outcome == "not_applicable":
            total = value = 0
        self.county |= {whole: total, part: value}
        if outcome == "missing":
            self.blank([self.county], whole, part)

    def make_county(self) -> None:
        outcome = self.outcome(without=("not_applicable",))
        servants = self.rng.randint(80000, 160000)
        more = {"met": 100, "limit": 0, "unmet": -0.01, "missing": 1}[outcome]
        self.county |= {"civil_servant_salary": servants, "teacher_salary": servants + more}
        if outcome == "missing":
            self.blank([self.county], "teacher_salary", "civil_servant_salary")

        self.proportion("rotation_eligible", "rotation_actual", 10)
        actual = self.county["rotation_actual"] or 0
        outcome = self.outcome(without=("not_applicable",))
        least = math.ceil(actual / 5)
        self.county["rotation_backbone"] = {
            "met": self.rng.randint(least, actual) if actual else 0,
            "limit": least,
            "unmet": max(0, least - 1),
            "missing": None,
        }[outcome]

        self.proportion("quota_total", "quota_allocated", 50)
        self.county["quota_rural"] = self.rng.choice(
            (None, 0, self.county["quota_allocated"] or 0)
        )
        self.proportion("disabled_total", "disabled_enrolled", 95)
        for kind in ("blind", "deaf", "mental"):
            self.proportion(f"disabled_{kind}_total", f"disabled_{kind}_enrolled", 95)
        for item in ("posts_approved", "posts_filled", "teachers_temporary"):
            self.county[item] = self.rng.choice((None, 0, self.rng.randint(1, 3000)))
        self.proportion("migrant_eligible", "migrant_public", 85)
        public = self.county["migrant_public"]
        bought = self.rng.randint(0, public) if public else 0
        if public is not None:
            self.county["migrant_public"] = public - bought
        self.county["migrant_purchased"] = bought
        if bought == 0 and self.chance(0.5):
            self.county["migrant_purchased"] = NOT_APPLICABLE
        elif not self.sound and self.chance(0.05):
            self.county["migrant_purchased"] = None
        self.county["relaxations_applied"] = self.rng.choice((None, None, "是", "否"))
        self.county["fund_year"] = self.rng.choice((None, 2024, 2025))
        blank = self.rng.choice((None, NOT_APPLICABLE))  # met by every county, and no answer
        recognised = {"met": 2015, "limit": 2022, "unmet": 2023, "missing": blank}
        self.county["basic_recognised_year"] = recognised[
            self.outcome(without=("not_applicable",))
        ]

    def make_monitoring(self) -> None:
        """Q9: a subject may be monitored in both grades and by both sources; the worse row counts. E3 counts the
        province's rows too, which are good or bad whatever the nation's are."""
        outcome = self.outcome(without=("not_applicable",))
        if outcome == "missing" and self.chance(0.5):
            return
        for source in self.rng.choice((("国家",), (None,), ("国家", "省级"), ("省级",))):
            for subject in self.rng.sample(SUBJECTS, self.rng.randint(1, len(SUBJECTS))):
                for grade in self.rng.choice((("四年级",), ("八年级",), ("四年级", "八年级"))):
                    self.monitoring.append(self.monitored(subject, grade, source))
        row = self.rng.choice(self.monitoring)
        if outcome == "unmet":
            row |= self.rng.choice(
                ({"monitored_gap": 0.15}, {"monitored_gap": 0.150001}, {"monitored_level": "Ⅱ"})
            )
        elif outcome == "missing":
            row[self.rng.choice(("monitored_gap", "monitored_level"))] = None

    def monitored(self, subject: str, grade: str, source: str | None) -> Row:
        return {
            "monitored_subject": subject,
            "monitored_grade": grade,
            "monitored_source": source,
            "monitored_year": 2024,
            "monitored_level": self.rng.choice(("Ⅲ", "Ⅳ")),
            "monitored_gap": self.rng.choice((0.149, 0.1496, 0.149999, 0.1, 0)),
        }

    def make_survey(self) -> None:
        outcome = self.outcome(without=("not_applicable",))
        groups = self.rng.sample(SURVEY_GROUPS, self.rng.randint(1, len(SURVEY_GROUPS)))
        for group in groups:
            valid = 20 * self.rng.randint(1, 40)
            satisfied = valid * 17 // 20
            if outcome == "met":
                satisfied = self.rng.randint(satisfied, valid)
            self.survey.append(
                {
                    "survey_group": group,
                    "survey_issued": valid + self.rng.randint(0, 30),
                    "survey_valid": valid,
                    "survey_satisfied": satisfied,
                }
            )
        if outcome == "unmet":
            self.survey[0]["survey_satisfied"] -= 1
        elif outcome == "missing":
            if self.chance(0.3):
                self.survey.clear()
            else:
                self.blank(self.survey, "survey_valid", "survey_satisfied")

    def make_words(self) -> None:
        """Conclusions and vetoes."""
        said = {
            "met": "达标",
            "limit": "达标",
            "unmet": "未达标",
            "not_applicable": NOT_APPLICABLE,
        }
        for id in ATTESTED:
            outcome = self.outcome()
            self.conclusions[id] = said.get(outcome, self.rng.choice((None, "待定")))
        kind = "否" if self.sound else self.rng.choice(("否", "否", "是", None))
        self.vetoes = {f"V{number}": "否" for number in range(1, 8)}
        self.vetoes[f"V{self.rng.randint(1, 7)}"] = kind

    def prior_years(self, years: tuple[int, ...]) -> dict[int, Row]:
        """The county's own figures of the years before, for E2."""
        outcome = self.outcome(without=("not_applicable",))
        prior = {}
        for year in years:
            prior[year] = {
                "basic_all_met": "是",
                "basic_cv_primary": 0.6 if outcome == "limit" else self.rng.choice((0.6, 0.431)),
                "basic_cv_junior": 0.5 if outcome == "limit" else self.rng.choice((0.5, 0.42)),
            }
        row = prior[self.rng.choice(years)]
        if outcome == "unmet":
            row |= self.rng.choice(
                (
                    {"basic_all_met": "否"},
                    {"basic_cv_primary": 0.6004},
                    {"basic_cv_junior": 0.500001},
                )
            )
        elif outcome == "missing":
            row[self.rng.choice(list(row))] = None
        return prior

    def make(self) -> None:
        self.make_county()
        self.make_monitoring()
        self.make_survey()
        self.make_words()
        if not self.sound and self.chance(0.3):
            item = self.rng.choice([k for k in self.county if k != "basic_recognised_year"])
            self.county[item] = NOT_APPLICABLE

    def sheets(self) -> dict[str, list[Row]]:
        return {
            "质量监测": self.monitoring,
            "社会认可度": self.survey,
            "定性结论": [{"indicator": i, "conclusion": c} for i, c in self.conclusions.items()],
            "一票否决": [{"veto": v, "veto_present": p} for v, p in self.vetoes.items()],
        }
