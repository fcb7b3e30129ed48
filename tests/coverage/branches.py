#!/usr/bin/python3
"""Both ways of every branch of src/assess and src/standard must be taken by their unit tests.

    llvm-cov-19 export … | branches.py

Prints the share per file and every way not taken. A way that cannot be taken stands with its reason in exclusions.txt
and is printed too; an exclusion of a way that is taken after all is refused. Ends with 1 if a way is left.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXCLUSIONS = Path(__file__).with_name("exclusions.txt")


class Way(NamedTuple):
    file: str
    condition: str  # blanks folded
    taken: str  # "true" or "false": what the condition is on this way


def ways_of(export: dict) -> dict[tuple[Way, int, int], int]:
    """How often each way was taken, all instantiations of a template together; by line and column."""
    counts: Counter[tuple[Way, int, int]] = Counter()
    for entry in export["data"][0]["files"]:
        path = Path(entry["filename"])
        lines = path.read_bytes().split(b"\n")
        for line, column, end_line, end_column, if_true, if_false, *_ in entry["branches"]:
            text = lines[line - 1:end_line]
            text[-1] = text[-1][:end_column - 1]
            text[0] = text[0][column - 1:]
            condition = " ".join(b" ".join(text).decode().split())
            file = str(path.relative_to(ROOT))
            for taken, count in (("true", if_true), ("false", if_false)):
                counts[Way(file, condition, taken), line, column] += count
    return counts


def exclusions() -> dict[Way, str]:
    """A file's name, then for each of its ways "true: condition" or "false: condition" and, indented, the reason."""
    reasons: dict[Way, str] = {}
    file, way = "", None
    for line in EXCLUSIONS.read_text().splitlines():
        if line.startswith("src/"):
            file = line.strip()
        elif line.startswith(("true: ", "false: ")):
            taken, condition = line.split(": ", 1)
            way = Way(file, condition, taken)
            reasons[way] = ""
        elif way is not None and line.startswith(" "):
            reasons[way] = f"{reasons[way]} {line.strip()}".strip()
    return reasons


def main() -> int:
    counts = ways_of(json.load(sys.stdin))
    reasons = exclusions()
    left = sorted((key for key, count in counts.items() if count == 0 and key[0] not in reasons),
                  key=lambda key: (key[0].file, *key[1:]))
    excluded = [key for key, count in counts.items() if count == 0 and key[0] in reasons]
    stale = set(reasons) - {key[0] for key in excluded}

    for file in sorted({way.file for way, _, _ in counts}):
        own = [count for (way, _, _), count in counts.items() if way.file == file]
        print(f"{sum(map(bool, own)):5} of {len(own):5}  {file}")
    for way, line, _ in excluded:
        print(f"excluded {way.file}:{line}: never {way.taken}: {way.condition}: {reasons[way]}")
    for way, line, _ in left:
        print(f"{way.file}:{line}: never {way.taken}: {way.condition}")
    for way in sorted(stale):
        print(f"exclusions.txt: is taken, or gone: {way.file}: {way.taken}: {way.condition}")
    taken, possible = sum(map(bool, counts.values())), len(counts) - len(excluded)
    print(f"branch coverage: {taken} of {possible} ways = {100 * taken / possible:.1f} %; {len(excluded)} excluded")
    return 1 if left or stale else 0


if __name__ == "__main__":
    sys.exit(main())
