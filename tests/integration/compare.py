#!/usr/bin/python3
"""Random counties, the golden ones and the sample: the program must say what exact.py computes.

    compare.py CLI FOLDER COUNT

The whole document is compared: sections, balance, the status and the figures of every indicator, the
schools that fail or pass only by a relaxation, the cells that are missing, every verdict with and
without relaxations. One random county in four comes with the years before, through a county file.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import headless  # noqa: I001  makes the folder of the next two known
import exact
import golden_county
import random_whole
import template_book

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "demo-county.xlsx"
TOLERANCE = 1e-12
# What the judge words in its own way, or says besides the document.
ITS_OWN = {"exact", "cv_squared", "reason", "title", "missing"}


def close(found: object, wanted: float, scale: float) -> bool:
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return False
    return abs(found - wanted) <= TOLERANCE * max(abs(wanted), scale)


def place(entry: dict) -> tuple[str, str, str]:
    return entry["school_code"], entry["stage"] or "", entry["part"] or ""


class Reached:
    """How often each status and verdict came up: a comparison that never saw one proves nothing."""

    def __init__(self) -> None:
        self.statuses: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, document: dict) -> None:
        for section in document["sections"]:
            for indicator in section["indicators"]:
                self.statuses["sections"][indicator["status"]] += 1
        for part in ("government", "quality", "eligibility"):
            for indicator in document[part]:
                self.statuses[indicator["id"]][indicator["status"]] += 1
                if indicator["status"] != indicator["without_relaxations"]:
                    self.statuses[indicator["id"]]["by relaxation"] += 1
        self.statuses["S1"][document["approval"]["status"]] += 1
        for veto in document["vetoes"]:
            self.statuses[veto["id"]][str(veto["present"])] += 1
        for name, verdict in document["verdict"].items():
            self.statuses[name][verdict] += 1

    def check(self, report: headless.Report) -> None:
        for name, counted in self.statuses.items():
            print(f"{name:12}", dict(sorted(counted.items())))
            if name == "sections":
                wanted = {"met", "floor", "below", "missing"}
            elif name.startswith("V"):
                wanted = {"True", "False", "None"}
            elif name[0] in "GQES":
                wanted = {"met", "unmet", "missing"}
            else:
                wanted = {"pass", "fail", "missing"}
            report.expect(wanted <= set(counted), f"{name}: never {wanted - set(counted)}")


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
            if name in ITS_OWN or (name == "part" and value is None):
                continue
            if name not in found:
                self.report.expect(False, f"{self.county} {path}/{name}: absent")
                continue
            # A deviation that vanishes is compared on the scale of what it is a deviation of.
            scale = {"sd": wanted.get("mean") or 0.0, "cv": 1.0}.get(name, 0.0)
            mine, other = found[name], value
            if name == "schools" and isinstance(value, list):
                mine, other = sorted(mine, key=place), sorted(other, key=place)
            self.compare(mine, other, f"{path}/{name}", scale)
        if "missing" in wanted and "exact" in wanted:
            self.compare_missing_items(found, wanted, path)
        elif "missing" in wanted:
            self.compare_missing_cells(found, wanted, path)

    def compare_missing_items(self, found: dict, wanted: dict, path: str) -> None:
        """Of resources the judge names items, the program cells; it may name more, never fewer."""
        named = {cell["item"] for cell in found["missing"]}
        lacking = set(wanted["missing"]) - named - {"campus"}
        self.report.expect(not lacking, f"{self.county} {path}/missing: {named}, lacks {lacking}")
        self.report.equal(
            bool(named), found["status"] == "missing", f"{self.county} {path}: names a missing cell"
        )

    def compare_missing_cells(self, found: dict, wanted: dict, path: str) -> None:
        """Of the other parts school and item, neither more nor fewer."""
        named = {(cell["school_code"], cell["item"]) for cell in found["missing"]}
        cells = {tuple(cell) for cell in wanted["missing"]}
        self.report.expect(
            named == cells,
            f"{self.county} {path}/missing: too many {named - cells}, lacks {cells - named}",
        )

    @staticmethod
    def label(value: object, index: int) -> str:
        if isinstance(value, dict):
            parts = [str(value[k]) for k in ("school_code", "stage", "id") if k in value]
            if parts:
                return "-".join(parts)
        return str(index)


def assess(program: headless.Program, seed: int, identity: dict) -> headless.Answer:
    """A county of one year straight from its workbook, one of several years from a county file."""
    book = program.folder / f"county_{seed:04d}.xlsx"
    years_before = sorted(program.folder.glob(f"{book.stem}_*.xlsx"))
    if not years_before:
        return program.run("assess", book, "--year", headless.YEAR, "--json")
    file = book.with_suffix(".junheng")
    program.must("init", file, "--county", identity["name"], "--code", identity["code"])
    for path in years_before:
        program.must("import", file, "--year", path.stem[-4:], path)
    program.must("import", file, "--year", headless.YEAR, book)
    return program.run("assess", file, "--year", headless.YEAR, "--json")


def compare_random(program: headless.Program, count: int, report: headless.Report) -> None:
    random_whole.write_many(count, program.folder)
    reached = Reached()
    for seed in range(1, count + 1):
        path = program.folder / f"expected_{seed:04d}.json"
        wanted = json.loads(path.read_text(encoding="utf-8"))
        answer = assess(program, seed, wanted["county"])
        if answer.code != headless.DONE:
            report.expect(False, f"county {seed}: exit {answer.code}\n{answer.err}")
            continue
        Comparison(f"county {seed}", report).compare(answer.json(), wanted, "")
        reached.add(wanted)
        compare_regional(program, seed, report)
    reached.check(report)


def compare_regional(program: headless.Program, seed: int, report: headless.Report) -> None:
    """By the regional standards of which the judge has said what they make of the county."""
    book = program.folder / f"county_{seed:04d}.xlsx"
    for path in sorted(program.folder.glob(f"expected_{seed:04d}_*.json")):
        standard = path.stem.split("_", 2)[2]
        answer = program.run(
            "assess", book, "--year", headless.YEAR, "--standard", standard, "--json"
        )
        name = f"county {seed} by {standard}"
        if answer.code != headless.DONE:
            report.expect(False, f"{name}: exit {answer.code}\n{answer.err}")
            continue
        wanted = json.loads(path.read_text(encoding="utf-8"))
        Comparison(name, report).compare(answer.json(), wanted, "")


def compare_known(program: headless.Program, report: headless.Report) -> None:
    """The golden counties and the sample."""
    books = {"sample": SAMPLE}
    for name, make in golden_county.BOOKS.items():
        books[name] = program.folder / f"{name}.xlsx"
        template_book.write_book(books[name], make())
    for name, book in books.items():
        wanted = exact.assess(book, headless.YEAR)
        Comparison(name, report).compare(program.assess(book), json.loads(json.dumps(wanted)), "")


def main() -> int:
    executable, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    program = headless.Program(executable, folder)
    report = headless.Report()
    compare_known(program, report)
    compare_random(program, count, report)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
