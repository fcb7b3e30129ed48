#!/usr/bin/python3
"""Who may include whom: scans the includes of src, ui and data against the table of docs/architecture.md.

A library can see headers that it does not link, so only a scan keeps the layers apart. There are no exceptions; a change
of the tables below comes with a page in docs/decisions. The names of types are scanned besides: none stands twice.

    check_layers.py --root CHECKOUT --qt-headers /usr/include/x86_64-linux-gnu/qt6
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
from pathlib import Path

# The rooms of src and the rooms that each one builds on; what those build on is allowed as well.
ROOMS = {
    "base": [],
    "sheet": ["base"],
    "model": ["base"],
    "standard": ["model"],
    "assess": ["standard"],
    "plan": ["assess"],
    "quality": ["model"],
    "store": ["model"],
    "exchange": ["model", "sheet"],
    "document": ["base", "sheet"],
    "report": ["assess", "plan", "quality", "document"],
    "workings": ["report"],
    "workspace": ["assess", "plan", "quality", "store", "exchange", "report", "workings"],
    "cli": ["workspace"],
}

# Headers that the build makes.
MADE = {"model/items.h"}

# The folders of a room ("" = its top) and the other folders of it that each may include from.
FOLDERS = {
    "base": {"": ["system"], "system": []},
    "assess": {"": ["rules"], "rules": [""]},
    "document": {"": [], "paper": [""], "render": ["", "paper"]},
    "report": {
        "": [],
        "charts": [""],
        "official": [""],
        "lists": ["", "official"],
        "narrative": ["", "official", "charts"],
        "dossier": ["", "official", "lists"],
    },
    "workings": {
        "": ["formula", "resources", "parts"],
        "formula": [""],
        "resources": ["", "formula"],
        "parts": ["", "formula", "resources"],
    },
}

# What the desk sees of src: values, the one door and those that it hands out, not the machinery behind it. "*" = every
# header of the room.
DESK_SEES = {
    "base": "*",
    "model": "*",
    "standard": {"library.h", "standard.h"},
    "assess": {"assessment.h", "trace.h"},
    "plan": {"balance.h", "driver_sentence.h", "gap.h", "missing_cells.h"},
    "quality": {"finding.h"},
    "document": {"figure.h", "paper/report_painter.h", "report.h"},
    "report": {"charts/balance_figures.h", "charts/resource_figures.h"},
    "workspace": {
        "county_files.h", "dossiers.h", "doubts.h", "edit.h", "evidence.h", "evidence_folder.h", "gate.h", "history.h",
        "history_entry.h", "import_plan.h", "import_preview.h", "imports.h", "narrative.h", "report_files.h",
        "reports.h", "school_years.h", "standards.h", "structural_change.h", "structure.h", "submission.h",
        "submissions.h", "workspace.h", "year_choice.h",
    },
}

# The rooms of ui; each page is a room of its own below ui/pages, and none includes another.
DESK_ROOMS = {
    "widgets": [],
    "figures": ["widgets"],
    "print": ["figures"],
    "dialogs": ["print"],
    "pages": ["dialogs"],
    "tasks": ["dialogs"],
    "shell": ["pages", "tasks"],
}

# Rooms within a page.
PARTS_OF_PAGES = {"ui/pages/entry/grid"}

# The seam through which dialogs are opened; what stands behind it is seen by ui/dialogs and ui/main.cpp only.
QUESTIONS = "ui/dialogs/questions.h"

# Where the headers of other libraries may be included: rooms of src, or folders of ui.
THIRD_PARTY = {
    r"gmp(xx)?\.h": {"base"},
    r"(unsupported/)?Eigen/.*": {"assess", "plan"},
    r"sqlite3(ext)?\.h": {"store"},
    r"xlsxwriter(/.*|\.h)": {"sheet"},
    r"zip(conf)?\.h": {"sheet"},
    r"expat(_external)?\.h": {"sheet"},
    r"qpdf/.*": {"document"},
    r"nlohmann/.*": {"standard", "exchange", "cli"},
    r"qcustomplot\.h": {"ui/figures"},
}

# Modules of Qt by folder of its headers; None = everywhere.
QT_MODULES = {
    "QtCore": None,
    "QtSql": {"store"},
    "QtGui": {"document", "ui"},
    "QtWidgets": {"ui"},
    "QtPrintSupport": {"ui"},
}

C_LIBRARY = re.compile(
    r"(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|pwd|signal|stddef|stdint|stdio|stdlib|string|time|unistd)\.h"
    r"|sys/[a-z_]+\.h"
)
# What only Unix has, or what each system does in its own way.
SYSTEM = re.compile(r"(fcntl|locale|pwd|signal|unistd)\.h|sys/[a-z_]+\.h|c(errno|locale|signal)")
STANDARD_LIBRARY = re.compile(r"[a-z_0-9]+")

# Types and functions of the library that base hides behind Rational.
GMP = re.compile(r"\b(mp[zqf]_\w+)\b|\.get_(num|den)\b")
# Who may name the dictionary of data/items.csv itself, besides the room model: what reads or writes without a county or
# opens one. Everybody else is given a dictionary, by a year (CountyYear::items) or a file (CountyFile::items).
BUILT_IN_ITEMS = {
    "src/exchange/template_content.h", "src/standard/difference.h", "src/standard/library.h",
    "src/store/county_file.cpp", "src/workspace/workspace.cpp",
}
BUILT_IN = re.compile(r"\bItemDictionary\s*::\s*builtIn\b")
# Facts that the room model tells: what unit an item has, what needs it, and its code, of which there are constants. In cli
# and standard the same words are keys of JSON, in quality names of checks.
ITEMS = "data/items.csv"
TOLD_BY_MODEL = re.compile(r"\bunit\s*[!=]=|\busedBy\b")
WORD = re.compile(r'"([a-z][a-z0-9_]*)"')
SAME_WORDS = {"model", "cli", "standard", "quality"}
INCLUDE = re.compile(r"^\s*#\s*include\b\s*(.*)$")
QUOTED = re.compile(r'"([^"]+)"')
ANGLED = re.compile(r"<([^>]+)>")
SOURCES = {".cpp", ".h", ".cc", ".cxx", ".hpp", ".inl"}

# A type that is defined in a namespace, which begins at the margin; what belongs to a class is indented (Foo::Iterator) or
# has its name in front (Foo::Private), and a declaration ahead ends behind the name.
TYPE = re.compile(
    r"(?:template <.*> )?"
    r"(?:(?:class|struct|union|enum(?: class)?) (?:\[\[\w+\]\] )?(?P<defined>\w+)(?: final)?(?: : [^;{]+)?(?: \{.*)?$"
    r"|using (?P<alias>\w+) =)"
)

# What stands at the top of the checkout. What a test or a run leaves there by accident is easily committed with the rest.
TOP = {
    "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "dev", "data", "docs", "resources", "src", "tests", "ui",
    ".ci", ".clang-format", ".clang-tidy", ".editorconfig", ".gitattributes", ".gitignore",
}


def closure(table: dict[str, list[str]]) -> dict[str, set[str]]:
    """Each room with everything below it, itself included."""
    result: dict[str, set[str]] = {}

    def below(room: str) -> set[str]:
        if room not in result:
            result[room] = {room}.union(*(below(other) for other in table[room]))
        return result[room]

    for name in table:
        below(name)
    return result


ALLOWED = closure(ROOMS)
DESK_ALLOWED = closure(DESK_ROOMS)


def judge_folder(room: str, here: str, header: str) -> str | None:
    """Why a header of the same room may not be included from this folder of it, or None."""
    there = header.rpartition("/")[0]
    folders = FOLDERS.get(room, {"": []})
    for folder in (here, there):
        if folder not in folders:
            return f"{room} has no folder {folder}"
    if here == there or there in folders[here]:
        return None
    return f"{room}/{here} may not include from {there or 'the top of the room'}"


def circles_in(includes: dict[str, set[str]]) -> list[frozenset[str]]:
    """Tarjan: the sets of names that reach one another."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    found: list[frozenset[str]] = []

    def visit(name: str) -> None:
        order[name] = low[name] = len(order)
        path.append(name)
        for other in sorted(includes[name] & includes.keys()):
            if other not in order:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in path:
                low[name] = min(low[name], order[other])
        if low[name] == order[name]:
            at = path.index(name)
            circle = frozenset(path[at:])
            del path[at:]
            if len(circle) > 1:
                found.append(circle)

    for name in sorted(includes):
        if name not in order:
            visit(name)
    return found


class Layers:
    def __init__(self, root: Path, qt_headers: Path) -> None:
        self.root = root
        self.qt_headers = qt_headers
        self.violations: list[str] = []
        self.files = 0
        with (root / ITEMS).open(encoding="utf-8", newline="") as items:
            self.codes = {row["code"] for row in csv.DictReader(items)}

    def check(self) -> list[str]:
        for folder in ("src", "ui", "data"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in SOURCES:
                    self.check_file(path)
        self.check_circles()
        self.check_type_names()
        self.check_rooms()
        self.check_top()
        return self.violations

    # ---- one file

    def check_file(self, path: Path) -> None:
        self.files += 1
        place = path.relative_to(self.root)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if place.parts[:2] != ("src", "base") and GMP.search(line.split("//")[0]):
                self.violations.append(f"{place}:{number}: {line.strip()}: GMP is named in base only")
            if BUILT_IN.search(line.split("//")[0]) and not self.may_name_built_in(place):
                self.violations.append(f"{place}:{number}: {line.strip()}: ask the year or the county file for its items")
            if place.parts[:2] != ("src", "model"):
                self.check_facts(place, number, line)
            match = INCLUDE.match(line)
            if match is None:
                continue
            reason = self.judge(place, match.group(1))
            if reason:
                self.violations.append(f"{place}:{number}: {line.strip()}: {reason}")

    def check_facts(self, place: Path, number: int, line: str) -> None:
        code = line.split("//")[0]
        if TOLD_BY_MODEL.search(code):
            self.violations.append(f"{place}:{number}: {line.strip()}: ask the item, the room model tells it")
        if place.parts[0] != "src" or place.parts[1] not in SAME_WORDS:
            self.violations += [f"{place}:{number}: {word}: an item is named by its constant of model/items.h"
                                for word in WORD.findall(code) if word in self.codes]

    @staticmethod
    def may_name_built_in(place: Path) -> bool:
        return place.parts[:2] == ("src", "model") or place.as_posix() in BUILT_IN_ITEMS

    def judge(self, place: Path, operand: str) -> str | None:
        """Why the include may not stand in this file, or None."""
        if (angled := ANGLED.match(operand)) is not None:
            return self.judge_library(place, angled.group(1))
        if (quoted := QUOTED.match(operand)) is not None:
            return self.judge_own(place, quoted.group(1))
        return "an include must name its header, not a macro"

    def judge_own(self, place: Path, header: str) -> str | None:
        if "/" not in header:
            # Made by uic and moc from the file beside.
            if place.parts[0] == "ui" and re.fullmatch(r"ui_\w+\.h", header):
                return None
            if header == f"{place.stem}.moc":
                return None
            return "include with the room's name in front"
        if ".." in Path(header).parts:
            return "no paths upward"
        if header in MADE or (self.root / "src" / header).is_file():
            return self.judge_room(place, header)
        if header.startswith("ui/") and (self.root / header).is_file():
            return self.judge_desk(place, header)
        return "no such header in src or ui"

    @staticmethod
    def judge_room(place: Path, header: str) -> str | None:
        room, rest = header.split("/", 1)
        if place.parts[0] == "ui":
            if place.parts == ("ui", "cli_main.cpp"):
                sees = room == "cli" or header == "base/system/stop_signal.h"
                return None if sees else "the headless program only opens the room cli"
            seen = DESK_SEES.get(room, set())
            return None if seen == "*" or rest in seen else f"the desk does not see {header}"
        if place.parts[0] == "src":
            if room not in ALLOWED.get(place.parts[1], set()):
                return f"{place.parts[1]} may not include {room}"
            return judge_folder(room, "/".join(place.parts[2:-1]), rest) if room == place.parts[1] else None
        return f"{place.parts[0]} may not include {room}"

    @staticmethod
    def judge_desk(place: Path, header: str) -> str | None:
        if place.parts[0] != "ui":
            return "nothing below ui may include ui"
        if len(place.parts) == 2:  # main.cpp puts the rooms together
            return None
        here, there = place.parts[1], Path(header).parts[1]
        if here == there == "pages":
            own, other = place.parts[2:-1][:1], Path(header).parts[2:-1][:1]
            if "/".join(place.parts[:-1]) in PARTS_OF_PAGES and not header.startswith("/".join(place.parts[:-1])):
                return "a part of a page includes nothing of the page around it"
            # What stands at the top of ui/pages is what every page is made of.
            return None if other in ((), own) else "a page includes no other page"
        if there not in DESK_ALLOWED.get(here, set()):
            return f"ui/{here} may not include ui/{there}"
        if there == "dialogs" != here and header != QUESTIONS:
            return f"a dialog is opened through {QUESTIONS} only"
        return None

    def judge_library(self, place: Path, header: str) -> str | None:
        homes = {"/".join(place.parts[:2])} | ({place.parts[1]} if place.parts[0] == "src" else {place.parts[0]})
        for pattern, rooms in THIRD_PARTY.items():
            if re.fullmatch(pattern, header):
                return None if homes & rooms else f"only in {', '.join(sorted(rooms))}"
        module = self.qt_module(header)
        if module is not None:
            if Path(header).name == module:
                return "include the exact header, not a whole module"
            if module not in QT_MODULES:
                return f"{module} has no page in docs/decisions"
            rooms = QT_MODULES[module]
            return None if rooms is None or homes & rooms else f"{module} only in {', '.join(sorted(rooms))}"
        if SYSTEM.fullmatch(header) and place.parts[:3] != ("src", "base", "system"):
            return "what differs between systems is in base/system only"
        if STANDARD_LIBRARY.fullmatch(header) or C_LIBRARY.fullmatch(header):
            return None
        return "a library without a page in docs/decisions"

    def qt_module(self, header: str) -> str | None:
        first, _, rest = header.partition("/")
        if rest:
            return first if first.startswith("Qt") and (self.qt_headers / first).is_dir() else None
        if not header.lower().startswith("q"):
            return None
        return next((folder.parent.name for folder in sorted(self.qt_headers.glob(f"*/{header}"))), None)

    # ---- circles; a header and its source count as one

    def check_circles(self) -> None:
        includes: dict[str, set[str]] = {}
        for top in ("src", "ui"):
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix not in SOURCES:
                    continue
                name = str(path.relative_to(self.root / "src" if top == "src" else self.root).with_suffix(""))
                text = path.read_text(encoding="utf-8")
                wanted = (QUOTED.match(m.group(1)) for line in text.splitlines() if (m := INCLUDE.match(line)))
                includes.setdefault(name, set()).update(m.group(1).rpartition(".")[0] for m in wanted if m)
                includes[name].discard(name)
        for circle in sorted(circles_in(includes), key=sorted):
            self.violations.append(f"{', '.join(sorted(circle))}: include one another in a circle")

    # ---- names

    def check_type_names(self) -> None:
        """One word, one meaning: also where two rooms, or two anonymous namespaces, would keep the names apart."""
        first: dict[str, str] = {}
        for top in ("src", "ui"):
            for path in sorted((self.root / top).rglob("*")):
                if path.suffix not in SOURCES:
                    continue
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                    if (match := TYPE.match(line)) is None:
                        continue
                    name = match["defined"] or match["alias"]
                    place = f"{path.relative_to(self.root)}:{number}"
                    if first.setdefault(name, place) != place:
                        self.violations.append(f"{place}: {name} is a type already, in {first[name]}")

    # ---- folders

    def check_rooms(self) -> None:
        known = {"src": set(ROOMS), "ui": set(DESK_ROOMS)}
        for top, rooms in known.items():
            for folder in sorted(path for path in (self.root / top).iterdir() if path.is_dir()):
                if folder.name not in rooms:
                    self.violations.append(f"{top}/{folder.name}: the house has no such room")
                # Each page is a room.
                for room in sorted(folder.iterdir()) if (top, folder.name) == ("ui", "pages") else [folder]:
                    if room.is_dir() and not (room / "README.md").is_file():
                        self.violations.append(f"{room.relative_to(self.root)}: README.md is missing")

    def check_top(self) -> None:
        for name in sorted(self.top() - TOP):
            self.violations.append(f"{name}: the top of the project holds no such file or folder")

    def top(self) -> set[str]:
        """The names at the top that git knows; without git, all of them."""
        if not (self.root / ".git").exists():
            return {path.name for path in self.root.iterdir()}
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=self.root, check=True, capture_output=True, text=True)
        return {name.split("/")[0] for name in listed.stdout.split("\0") if name}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("--qt-headers", type=Path, required=True)
    arguments = parser.parse_args()
    if not (arguments.qt_headers / "QtCore" / "QString").is_file():
        print(f"no headers of Qt in {arguments.qt_headers}", file=sys.stderr)
        return 2
    layers = Layers(arguments.root, arguments.qt_headers)
    for violation in layers.check():
        print(violation)
    if layers.files == 0:
        print(f"no sources in {arguments.root}", file=sys.stderr)
        return 2
    print(f"{layers.files} files, {len(layers.violations)} violations")
    return 1 if layers.violations else 0


if __name__ == "__main__":
    sys.exit(main())
