#!/usr/bin/env python3
"""An independent assessment of a template workbook in exact fractions.

The judge of the engine: it computes the whole of national-2017 (and xinjiang-2021) with ``fractions.Fraction``
only, from the text of the rules and not from the program, and prints the document of
``assess --json``. Beside every figure of resources and balance stands its exact value
("exact"); what blocks a figure is listed ("missing").

    exact.py BOOK.xlsx --year 2025 [--before BOOK_OF_2024.xlsx ...]

The parts: exact_book.py reads, exact_resources.py knows R and the balance between schools,
exact_schools.py and exact_government.py know G, exact_quality.py Q, S, V and E, exact_basic.py the
composites of the years before.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from exact_book import SPLIT_WEIGHTS, BadInput, County, read_county  # noqa: E402
from exact_government import assess_government  # noqa: E402
from exact_judgement import Judgement, as_verdict, worst  # noqa: E402
from exact_quality import (  # noqa: E402
    assess_approval,
    assess_eligibility,
    assess_quality,
    assess_vetoes,
)
from exact_resources import FLOOR, INDICATORS, Resources, assess_resources  # noqa: E402

__all__ = ["FLOOR", "INDICATORS", "SPLIT_WEIGHTS", "BadInput", "assess"]


def part_verdict(judgements: list[Judgement], with_relaxation: bool) -> str:
    return worst(
        as_verdict(j.status if with_relaxation else j.without or j.status) for j in judgements
    )


def veto_verdict(vetoes: list[dict]) -> str:
    verdicts = {True: "fail", False: "pass", None: "missing"}
    return worst(verdicts[veto["present"]] for veto in vetoes)


def county_verdict(
    resources: Resources, parts: dict[str, list[Judgement]], others: dict, with_relaxation: bool
) -> dict:
    """Overall is the four parts and the vetoes; eligibility stands beside it."""
    verdict = {
        "resources": worst(resources.section_verdicts(with_relaxation)),
        "balance": worst(
            as_verdict(s) for s in resources.coefficient_statuses(with_relaxation)
        ),
        "government": part_verdict(parts["government"], with_relaxation),
        "quality": part_verdict(parts["quality"], with_relaxation),
        "approval": as_verdict(others["approval"]["status"]),
        "vetoes": veto_verdict(others["vetoes"]),
    }
    verdict["overall"] = worst(verdict.values())
    verdict["eligibility"] = part_verdict(parts["eligibility"], with_relaxation)
    verdict["can_apply"] = worst((verdict["overall"], verdict["eligibility"]))
    return verdict


def assess_county(county: County, year: int, standard: str) -> dict:
    """The whole document of a county already read."""
    resources = assess_resources(county, year)
    parts = {
        "government": assess_government(county, standard),
        "quality": assess_quality(county, standard),
        "eligibility": assess_eligibility(
            county,
            year,
            resources.coefficient_statuses(True),
            resources.coefficient_statuses(False),
        ),
    }
    others = {"approval": assess_approval(county), "vetoes": assess_vetoes(county)}
    relaxed = resources.relaxed() or any(
        j.without not in (None, j.status) or any(entry["relaxation"] for entry in j.schools)
        for j in parts["government"]
    )
    return {
        "format": 1,
        "county": county.identity,
        "year": year,
        "standard": {"id": standard, "title": "县域义务教育优质均衡发展督导评估办法"},
        "sections": [j.row() for j in resources.judged],
        "excluded": resources.excluded,
        "balance": resources.balance,
        **{name: [j.document() for j in judgements] for name, judgements in parts.items()},
        **others,
        "verdict": county_verdict(resources, parts, others, True),
        "verdict_without_relaxations": county_verdict(resources, parts, others, False)
        if relaxed
        else None,
    }


def assess(
    path: Path | str,
    year: int,
    before: Mapping[int, Path | str] | None = None,
    standard: str = "national-2017",
) -> dict:
    """Read a template workbook, and those of years before, and assess it. Of the regional standards
    xinjiang-2021 is known, which differs in G6; of urumqi-county-2022 the quality, which differs in Q2."""
    county = read_county(path, year)
    county.prior = {y: read_county(book, y) for y, book in (before or {}).items()}
    return assess_county(county, year, standard)


def main() -> int:
    parser = argparse.ArgumentParser(description="assess a template workbook in exact fractions")
    parser.add_argument("book", type=Path)
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--standard", choices=("national-2017", "xinjiang-2021"), default="national-2017")
    parser.add_argument(
        "--before", type=Path, nargs="*", default=[], help="the years before, the latest first"
    )
    arguments = parser.parse_args()
    before = {arguments.year - back: path for back, path in enumerate(arguments.before, start=1)}
    try:
        document = assess(arguments.book, arguments.year, before, arguments.standard)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 3
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
