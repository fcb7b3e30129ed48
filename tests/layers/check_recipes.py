#!/usr/bin/python3
"""Are the recipes of the READMEs true? "To add a verb (as `rollVerb` is one), touch `cli/roll_verb.cpp`, `cli/verbs.h`."
names what there is of one that was added: the files of src and ui that name it must be exactly those of the recipe.

    check_recipes.py ROOT
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

SOURCES = {".cpp", ".h"}
RECIPE = re.compile(r"To add (?P<what>[^.]+?) \(as `(?P<example>[^`]+)` is one\), touch (?P<files>(?:(?:, | and )?`[^`]+`)+)")


def recipes_of(readme: Path) -> list[tuple[str, str, set[str]]]:
    """What is added, by which example, and the files; each from src or from the root."""
    text = " ".join(readme.read_text(encoding="utf-8").split())
    return [(found["what"], found["example"], set(re.findall(r"`([^`]+)`", found["files"])))
            for found in RECIPE.finditer(text)]


def files_naming(root: Path, example: str) -> set[str]:
    word = re.compile(rf"(?<![\w:]){re.escape(example)}(?!\w)|::{re.escape(example)}(?!\w)")
    found = set()
    for top in ("src", "ui"):
        for path in (root / top).rglob("*"):
            if path.suffix in SOURCES and word.search(path.read_text(encoding="utf-8")):
                place = path.relative_to(root).as_posix()
                found.add(place.removeprefix("src/"))
    return found


def complaints(root: Path) -> list[str]:
    found = []
    count = 0
    for top in ("src", "ui"):
        for readme in sorted((root / top).rglob("README.md")):
            for what, example, files in recipes_of(readme):
                count += 1
                place = readme.relative_to(root)
                naming = files_naming(root, example)
                found += [f"{place}: to add {what} needs {file} too" for file in sorted(naming - files)]
                found += [f"{place}: to add {what} does not need {file}" for file in sorted(files - naming)]
    return found if count else ["no README has a recipe"]


def main() -> int:
    found = complaints(Path(sys.argv[1]))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
