#!/usr/bin/python3
"""One blank cell blocks exactly the figures that need it, and the document names the cell.

    blank_cell.py CLI FOLDER
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

import headless  # noqa: I001  makes the folder of the next ones known
import golden_county
import template_book

SHARED = ("R4", "R5", "R6", "R7")
EVERY = ("R1", "R2", "R3", *SHARED)


@dataclass(frozen=True)
class Blank:
    sheet: str
    unit: str
    part: str  # 小学, 初中, 高中; 本部 for a campus
    item: str
    # stage -> the indicators of the unit that need the cell (rules: what each is computed from)
    blocks: dict[str, tuple[str, ...]]


BLANKS = (
    Blank("学段", "P1", "小学", "teachers_college", {"primary": ("R1",)}),
    Blank("学段", "P2", "小学", "teachers_doctor", {"primary": ("R1",)}),
    Blank("学段", "J1", "初中", "teachers_college", {}),  # not a higher degree than prescribed in 初中
    Blank("学段", "J1", "初中", "teachers_master", {"junior": ("R1",)}),
    Blank("学段", "T1", "小学", "backbone_teachers", {"primary": ("R2",)}),
    Blank("学段", "W1", "初中", "fine_art_teachers", {"junior": ("R3",)}),
    Blank("学段", "N1", "小学", "other_art_teachers", {"primary": ("R3",)}),
    Blank("校区", "P1", "本部", "teaching_area", {"primary": ("R4",)}),
    Blank("校区", "P1", "本部", "indoor_sports_area", {"primary": ("R4", "R5")}),
    Blank("校区", "N1", "本部", "sports_ground_area", {"primary": ("R5",), "junior": ("R5",)}),
    Blank("校区", "W1", "本部", "equipment_value", {"junior": ("R6",)}),
    Blank("校区", "N1", "本部", "multimedia_rooms", {"primary": ("R7",), "junior": ("R7",)}),
    Blank("学段", "W1", "高中", "pupils", {"junior": SHARED}),
    Blank("学段", "N1", "初中", "pupils", {"junior": EVERY, "primary": SHARED}),
)


def code_of(unit: str) -> str:
    return golden_county.code(list(golden_county.N10).index(unit) + 1)


def label_of(sheet: str, item: str) -> str:
    return next(label for code, label, _ in template_book.COLUMNS[sheet] if code == item)


def with_blank(blank: Blank) -> template_book.Book:
    book = golden_county.n10()
    rows = book[blank.sheet]

    def head(label: str) -> str:
        return next(h for h in rows[0] if template_book.plain_label(h) == label)

    for row in rows:
        ours = row[head("学校标识码")] == code_of(blank.unit)
        if ours and (blank.sheet == "校区" or row[head("学段")] == blank.part):
            row[head(label_of(blank.sheet, blank.item))] = None
    return book


def figures(entry: dict) -> dict:
    """Without the share in a coefficient, which goes with the coefficient."""
    return {name: value for name, value in entry.items() if name != "contribution"}


class Check:
    def __init__(self, blank: Blank, before: dict, after: dict, report: headless.Report) -> None:
        self.blank, self.before, self.after, self.report = blank, before, after, report
        self.name = f"{blank.unit} {blank.part} {blank.item}"
        self.cell = {
            "sheet": blank.sheet,
            "school_code": code_of(blank.unit),
            "part": blank.part,
            "item": blank.item,
            "label": label_of(blank.sheet, blank.item),
            "why": "待填报",
        }

    def run(self) -> None:
        sections = list(zip(self.before["sections"], self.after["sections"], strict=True))
        for before, after in sections:
            self.check_section(before, after)
        for before, after in zip(self.before["balance"], self.after["balance"], strict=True):
            self.check_balance(before, after)
        self.report.equal(self.after["excluded"], self.before["excluded"], f"{self.name}: excluded")

    def check_section(self, before: dict, after: dict) -> None:
        where = f"{self.name}: {before['school']} {before['stage']}"
        blocked = self.blank.blocks.get(before["stage"], ()) if before["school"] == self.blank.unit else ()
        for one, other in zip(before["indicators"], after["indicators"], strict=True):
            if one["id"] in blocked:
                self.check_blocked(other, ("value",), f"{where} {one['id']}")
            else:
                self.report.equal(figures(other), figures(one), f"{where} {one['id']}")
        if not blocked:
            for name in ("pupils", "met", "verdict", "reason"):
                self.report.equal(after[name], before[name], f"{where} {name}")
            return
        met = sum(1 for i in before["indicators"] if i["status"] == "met" and i["id"] not in blocked)
        self.report.equal(after["met"], met, f"{where} met")
        # What is known to fail stays failed; what passed is open.
        known = [i["status"] for i in before["indicators"] if i["id"] not in blocked]
        fails = "below" in known or known.count("floor") > 1
        self.report.equal(after["verdict"], "fail" if fails else "missing", f"{where} verdict")

    def check_blocked(self, entry: dict, empty: tuple[str, ...], where: str) -> None:
        for name in empty:
            self.report.equal(entry[name], None, f"{where} {name}")
        self.report.equal(entry["status"], "missing", f"{where} status")
        self.report.equal(entry["missing"], [self.cell], f"{where} missing")

    def check_balance(self, before: dict, after: dict) -> None:
        where = f"{self.name}: {before['stage']}"
        blocked = self.blank.blocks.get(before["stage"], ())
        for one, other in zip(before["indicators"], after["indicators"], strict=True):
            if one["id"] in blocked:
                self.check_blocked(other, ("mean", "sd", "cv"), f"{where} {one['id']}")
            else:
                self.report.equal(other, one, f"{where} {one['id']}")
        wanted = None if blocked else before["composite"]
        self.report.equal(after["composite"], wanted, f"{where} composite")


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    complete = program.folder / "complete.xlsx"
    template_book.write_book(complete, golden_county.n10())
    before = program.assess(complete)
    for number, blank in enumerate(BLANKS):
        path = program.folder / f"blank_{number:02d}.xlsx"
        template_book.write_book(path, with_blank(blank))
        Check(blank, before, program.assess(path), report).run()
        text = program.must("assess", path).out
        if blank.blocks:
            report.expect(cell_in_words(blank) in text, f"{blank.unit} {blank.item}: not named in words")
    return report.finish()


def cell_in_words(blank: Blank) -> str:
    return f"{blank.sheet} {blank.part} {label_of(blank.sheet, blank.item)}"


if __name__ == "__main__":
    sys.exit(main())
