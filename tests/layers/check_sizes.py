#!/usr/bin/python3
"""No file, class or header of src and ui grows beyond what one can hold in mind: a file has at most 400 lines, a class at most 20
public functions, and its member functions stand in one .cpp. What hits a limit is divided by duty.

    check_sizes.py CHECKOUT
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SOURCES = {".cpp", ".h"}
MOST_LINES = 400
MOST_FUNCTIONS = 20

# Classes with more public functions, how many, and why. None is added, and the numbers only fall.
LARGE = {
    # The one door: ten of its functions hand out the doors to everything else.
    "workspace::Workspace": 30,
    # The one class that has the connection of a county file: whatever is read from it or written to it needs that.
    "store::CountyFile": 27,
    # An address of the working sheets belongs to one place, so that a column that moves moves for all who refer to it.
    "workings::WorkingLayout": 31,
    # What the rules read of a year, kind by kind; each kind takes another few of them.
    "assess::Context": 24,
}

TOKENS = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.*?)\)"|"(?:\\.|[^"\\\n])*"|(?<![\w])\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)
CLASS = re.compile(r"(?<!enum )\b(class|struct)\s+((?:\w+::)*\w+)(?:\s+final)?\s*(?::(?!:)[^;{]*)?\{")
ACCESS = re.compile(r"\b(public|protected|private|Q_SIGNALS|signals)(?:\s+Q_SLOTS)?\s*:(?!:)")
FUNCTION = re.compile(r"(?<!operator)\s(~?\w+)\s*\(")
MEMBER = re.compile(r"^(?!\s)(?:[^\n;{}=()]*?[\s*&])?([A-Z]\w*)(?:::[A-Z]\w*)*::(?:~?\w+|operator[^\n(]+)\(", re.MULTILINE)


def bare(text: str) -> str:
    """The text without comments and literals, which may hold braces."""
    return TOKENS.sub(lambda found: "" if found.group().startswith("/") else '""', text)


def namespace_of(place: Path) -> str:
    return place.parts[1] if place.parts[0] == "src" else "ui"


def classes(text: str) -> Iterator[tuple[str, str, str]]:
    """Each with its key word, its name and what stands between its braces."""
    for found in CLASS.finditer(text):
        depth, at = 1, found.end()
        while depth and at < len(text):
            depth += {"{": 1, "}": -1}.get(text[at], 0)
            at += 1
        yield found.group(1), found.group(2).rpartition("::")[2], text[found.end() : at - 1]


def without_bodies(body: str) -> str:
    depth, kept = 0, []
    for character in body:
        depth += character == "{"
        if depth == 0:
            kept.append(character)
        if character == "}":
            depth -= 1
            kept.append(";" if depth == 0 else "")
    return "".join(kept)


def public_functions(keyword: str, name: str, body: str) -> set[str]:
    """The names; overloads are one. Neither construction nor operators count."""
    access = "public" if keyword == "struct" else "private"
    found: set[str] = set()
    pieces = ACCESS.split(without_bodies(body))
    for before, declarations in zip([access, *pieces[1::2]], pieces[::2]):
        if before != "public":
            continue
        for one in declarations.split(";"):
            match = None if re.match(r"\s*(friend|using|Q_\w+\()", one) else FUNCTION.search(" " + one)
            if match and match.group(1).lstrip("~") != name:
                found.add(match.group(1))
    return found


class Sizes:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.violations: list[str] = []
        self.files = 0
        self.homes: dict[str, set[str]] = defaultdict(set)

    def check(self) -> list[str]:
        for top in ("src", "ui"):
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix in SOURCES:
                    self.check_file(path)
        for name, homes in sorted(self.homes.items()):
            if len(homes) > 1:
                self.violations.append(f"{name}: its member functions stand in {', '.join(sorted(homes))}")
        return self.violations

    def check_file(self, path: Path) -> None:
        self.files += 1
        place = path.relative_to(self.root)
        text = path.read_text(encoding="utf-8")
        if (lines := len(text.splitlines())) > MOST_LINES:
            self.violations.append(f"{place}: {lines} lines, a file has at most {MOST_LINES}")
        text = bare(text)
        for keyword, name, body in classes(text):
            self.check_class(place, f"{namespace_of(place)}::{name}", len(public_functions(keyword, name, body)))
        if path.suffix == ".cpp":
            for found in MEMBER.finditer(text):
                self.homes[f"{namespace_of(place)}::{found.group(1)}"].add(str(place))

    def check_class(self, place: Path, name: str, count: int) -> None:
        most = LARGE.get(name, MOST_FUNCTIONS)
        if count > most:
            self.violations.append(f"{place}: {name} has {count} public functions, at most {most}")
        elif name in LARGE and count < most:
            self.violations.append(f"{place}: {name} has {count} public functions only; say so in LARGE")


def main() -> int:
    sizes = Sizes(Path(sys.argv[1]))
    for violation in sizes.check():
        print(violation)
    print(f"{sizes.files} files, {len(sizes.violations)} violations")
    return 1 if sizes.violations or not sizes.files else 0


if __name__ == "__main__":
    sys.exit(main())
