#!/usr/bin/python3
"""Every indicator of the national standard has its page in docs/indicators, with its id, wordings, limits and relaxations.

    check_indicator_pages.py CHECKOUT
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

LIMITS = ("at_least", "at_most", "above", "below", "per_pupil", "gap_below", "area", "pupils")
COUNTS = ("classes_per_room", "minimum_pupils", "years")


def limits(clause: object) -> set[str]:
    """Every limit that a clause states, as it is written there."""
    found: set[str] = set()
    if isinstance(clause, list):
        for element in clause:
            found |= limits(element)
    if not isinstance(clause, dict):
        return found
    for name, value in clause.items():
        if name in ("threshold", "limit", "limits", "composite") and isinstance(value, dict):
            found |= {str(v) for v in value.values()}
        elif name in COUNTS:
            found.add(str(value))
        elif name in LIMITS and isinstance(value, str) and value[0].isdigit():
            found.add(value)
        else:
            found |= limits(value)
    return found


def faults_of(clause: dict, relaxations: list[dict], page: Path) -> list[str]:
    if not page.exists():
        return [f"{page}: there is no such page"]
    text = page.read_text(encoding="utf-8")
    wanted = [f"# {clause['id']} {clause['short']}\n", f"条文：{clause['title']}\n"]
    if "form_title" in clause:
        wanted.append(f"申报表印作：{clause['form_title']}\n")
    if "number" in clause:
        wanted.append(f"国家指标序号：{clause['number']}\n")
    wanted += [f"`{limit}`" for limit in sorted(limits(clause))]
    wanted += [f"`{relaxation['id']}` {relaxation['title']}" for relaxation in relaxations]
    wanted += ["## 算法", "## 算例", "## 依据"]
    return [f"{page.name}: lacks {what.strip()!r}" for what in wanted if what not in text]


def main() -> int:
    root = Path(sys.argv[1])
    standard = json.loads((root / "data/standards/national-2017.json").read_text(encoding="utf-8"))
    pages = root / "docs/indicators"
    clauses = [c for part in ("resource", "government", "quality", "eligibility", "vetoes") for c in standard[part]]
    clauses.append({"id": "S1", **standard["approval"]})
    faults: list[str] = []
    for clause in clauses:
        own = clause.get("relaxations", []) + [
            r for r in standard["relaxations"] if r["indicator"] == clause["id"]
        ]
        faults += faults_of(clause, own, pages / f"{clause['id']}.md")
    stray = {p.stem for p in pages.glob("*.md")} - {c["id"] for c in clauses} - {"README"}
    faults += [f"{name}.md: no indicator of the standard" for name in sorted(stray)]
    print("\n".join(faults) or f"{len(clauses)} pages agree with the standard")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
