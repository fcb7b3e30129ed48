#!/usr/bin/python3
"""300 random counties: the program must say what exact.py computes in fractions.

    compare.py CLI FOLDER COUNT
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next two known
import exact
import random_county

TOLERANCE = 1e-12
# What the judge words in its own way, or says besides the document.
ITS_OWN = {"exact", "cv_squared", "reason", "title", "missing"}


def close(found: object, wanted: float, scale: float) -> bool:
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return False
    return abs(found - wanted) <= TOLERANCE * max(abs(wanted), scale)


class Comparison:
    def __init__(self, county: str, report: headless.Report) -> None:
        self.county = county
        self.report = report

    def compare(self, found: object, wanted: object, path: str, scale: float = 0.0) -> None:
        where = f"{self.county} {path}"
        if isinstance(wanted, dict):
            if not isinstance(found, dict):
                self.report.expect(False, f"{where}: {found!r}, expected an object")
                return
            self.compare_object(found, wanted, path)
        elif isinstance(wanted, list):
            if not isinstance(found, list) or len(found) != len(wanted):
                self.report.expect(False, f"{where}: {found!r}, expected {len(wanted)} elements")
                return
            for index, (one, other) in enumerate(zip(found, wanted)):
                self.compare(one, other, f"{path}/{self.label(other, index)}")
        elif isinstance(wanted, float):
            self.report.expect(close(found, wanted, scale), f"{where}: {found!r}, expected {wanted!r}")
        else:
            self.report.equal(found, wanted, where)

    def compare_object(self, found: dict, wanted: dict, path: str) -> None:
        for name, value in wanted.items():
            if name in ITS_OWN:
                continue
            if name not in found:
                self.report.expect(False, f"{self.county} {path}/{name}: absent")
                continue
            # A deviation that vanishes is compared on the scale of what it is a deviation of.
            scale = {"sd": wanted.get("mean") or 0.0, "cv": 1.0}.get(name, 0.0)
            self.compare(found[name], value, f"{path}/{name}", scale)
        if "missing" in wanted:
            self.compare_missing(found, wanted, path)

    def compare_missing(self, found: dict, wanted: dict, path: str) -> None:
        """The judge names items, the program cells; it may name more, never fewer."""
        named = {cell["item"] for cell in found["missing"]}
        lacking = set(wanted["missing"]) - named - {"campus"}
        self.report.expect(not lacking, f"{self.county} {path}/missing: {named}, lacks {lacking}")
        self.report.equal(
            bool(named), found["status"] == "missing", f"{self.county} {path}: names a missing cell"
        )

    @staticmethod
    def label(value: object, index: int) -> str:
        if isinstance(value, dict):
            parts = [str(value[k]) for k in ("school_code", "stage", "id") if k in value]
            if parts:
                return "-".join(parts)
        return str(index)


def complete(wanted: dict) -> None:
    """The judge computes resources and balance; the other parts are left out."""
    for part in ("government", "quality", "approval", "vetoes", "eligibility"):
        del wanted[part]
    for name in ("verdict", "verdict_without_relaxations"):
        if wanted[name]:
            wanted[name] = {part: wanted[name][part] for part in ("resources", "balance")}
        else:  # other parts may know relaxations
            del wanted[name]


def main() -> int:
    executable, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    program = headless.Program(executable, folder)
    report = headless.Report()
    random_county.write_many(count, program.folder)
    statuses: dict[str, int] = {}
    for seed in range(1, count + 1):
        expected_path = program.folder / f"expected_{seed:04d}.json"
        if not expected_path.exists():
            report.expect(False, f"county {seed}: no expected figures")
            continue
        wanted = json.loads(expected_path.read_text(encoding="utf-8"))
        complete(wanted)
        answer = program.run(
            "assess", program.folder / f"county_{seed:04d}.xlsx", "--year", headless.YEAR, "--json"
        )
        if answer.code != headless.DONE:
            report.expect(False, f"county {seed}: exit {answer.code}\n{answer.err}")
            continue
        Comparison(f"county {seed}", report).compare(answer.json(), wanted, "")
        for section in wanted["sections"]:
            for indicator in section["indicators"]:
                statuses[indicator["status"]] = statuses.get(indicator["status"], 0) + 1
    print(f"{count} counties, {statuses}")
    report.equal(set(statuses), {"met", "floor", "below", "missing"}, "statuses that occur")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
