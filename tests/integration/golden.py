#!/usr/bin/python3
"""N1, N2, N9 and N10 with both variations, through the headless program.

    golden.py CLI FOLDER

The figures stand in golden_county.py, published or derived by hand.
"""

from __future__ import annotations

import sys

import headless  # noqa: I001  makes the folder of the next one known
import golden_county
import template_book

agrees = golden_county.agrees


def check_n1(document: dict, report: headless.Report) -> None:
    books = document["balance"][0]["indicators"][6]  # N1's books stand in the column of R7
    report.expect(agrees(books["cv"], "0.515256630"), f"N1 cv {books['cv']}")
    report.expect(agrees(books["mean"] / 100, "6.334437086"), f"N1 mean {books['mean']}")
    report.expect(agrees(books["sd"] / 100, "3.263860705"), f"N1 sd {books['sd']}")
    report.equal(books["status"], "unmet", "N1 verdict")
    report.equal(books["printed"], "0.515", "N1 printed")


def check_n2(document: dict, report: headless.Report) -> None:
    wanted = {"primary": (166, "58.503778338", "9711.627204"), "junior": (210, "64.354156171", "13514.372796")}
    report.equal([s["stage"] for s in document["sections"]], list(wanted), "N2 sections")
    for section in document["sections"]:
        pupils, per_pupil, part = wanted[section["stage"]]
        value = section["indicators"][4]["value"]
        report.equal(section["pupils"], pupils, f"N2 {section['stage']} pupils")
        report.expect(agrees(value, per_pupil), f"N2 {section['stage']} {value}")
        report.expect(agrees(value * pupils, part), f"N2 {section['stage']} part {value * pupils}")


def check_n10(document: dict, name: str, report: headless.Report) -> None:
    try:
        skipped = ("N1",) if name == "n10b" else ()
        golden_county.check_sections(document, skip=skipped)
        if name != "n10b":
            golden_county.check_balance(document)
    except AssertionError as difference:
        report.expect(False, f"{name}: {difference}")
    report.equal([s["school"] for s in document["excluded"]], ["T2"], f"{name} excluded")
    report.equal(
        [(s["school"], s["stage"]) for s in document["sections"]],
        [("P1", "primary"), ("P2", "primary"), ("T1", "primary"), ("N1", "primary"),
         ("J1", "junior"), ("N1", "junior"), ("W1", "junior")],
        f"{name} order",
    )
    verdict = document["verdict"]
    report.equal(
        (verdict["resources"], verdict["balance"], verdict["overall"]),
        ("fail", "pass", "fail"),
        f"{name} verdict",
    )
    report.equal(document["verdict_without_relaxations"], None, f"{name} without relaxations")


def check_n10b(document: dict, report: headless.Report) -> None:
    """N1 on two campuses of one stage each: nothing is divided."""
    sections = golden_county.sections_by_unit(document)
    for stage, printed in golden_county.N10B_N1.items():
        for indicator, figure in zip(sections["N1", stage]["indicators"][3:], printed, strict=True):
            report.expect(
                agrees(indicator["value"], figure),
                f"N10b {stage} {indicator['id']}: {indicator['value']}, expected {figure}",
            )


def check_printed(document: dict, report: headless.Report) -> None:
    """The decimals of the official forms: two for values, three for coefficients, half up."""
    sections = golden_county.sections_by_unit(document)
    report.equal(
        [i["printed"] for i in sections["N1", "junior"]["indicators"]],
        ["6.67", "1.33", "1.00", "5.73", "9.64", "2410.96", "2.71"],
        "N10 N1 初中 printed",
    )
    report.equal(
        [i["printed"] for i in document["balance"][0]["indicators"]],
        ["0.069", "0.209", "0.122", "0.074", "0.152", "0.053", "0.169"],
        "N10 小学 coefficients printed",
    )


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    documents = {}
    for name, make in golden_county.BOOKS.items():
        path = program.folder / f"{name}.xlsx"
        template_book.write_book(path, make())
        documents[name] = program.assess(path)
    check_n1(documents["n1"], report)
    check_n2(documents["n2"], report)
    for name in ("n10", "n10a", "n10b"):
        check_n10(documents[name], name, report)
    check_n10b(documents["n10b"], report)
    check_printed(documents["n10"], report)
    mixed = [s["indicators"][3]["value"] for s in documents["mixed"]["sections"]]
    for found, wanted in zip(mixed, (235 / 32, 165 / 16), strict=True):
        report.expect(abs(found - wanted) <= 1e-12 * wanted, f"mixed campuses: {found}")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
