#!/usr/bin/python3
"""The same data and date give the same bytes under any locale and in any time zone.

    locales.py CLI FOLDER

The locales are made here from their sources (package locales), so that it matters not which are installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import headless

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "samples" / "demo-county.xlsx"
DATE = ("--date", "2025-11-03")
# A decimal comma; capital letters of their own; digits of their own; another calendar.
LOCALES = ("zh_CN", "de_DE", "tr_TR", "fa_IR", "ar_SA", "th_TH")
# A day before and a day behind that of Greenwich, for some hours each.
ZONES = ("UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati")


def make_locales(folder: Path) -> list[dict[str, str]]:
    """The environments to run in; the first is that of the tests."""
    environments = [{"LC_ALL": "C.UTF-8", "TZ": "UTC"}, {"LC_ALL": "C", "TZ": ZONES[1]}, {"LC_ALL": "POSIX", "TZ": ZONES[2]}]
    for number, name in enumerate(LOCALES):
        made = subprocess.run(["localedef", "--no-archive", "-i", name, "-f", "UTF-8", folder / f"{name}.UTF-8"],
                              capture_output=True)
        if made.returncode > 1:  # 1: made, with warnings
            print(f"{name} cannot be made: the package locales is not installed")
            continue
        environments.append({"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name,
                             "TZ": ZONES[number % len(ZONES)]})
    return environments


def outputs(county: Path, folder: Path) -> dict[str, tuple[object, ...]]:
    """The words of every verb that writes a file or JSON; of the latter the name ends in .json."""
    year = ("--year", headless.YEAR)
    return {
        "blank.xlsx": ("template", folder / "blank.xlsx"),
        "filled.xlsx": ("template", folder / "filled.xlsx", "--from", county, *year),
        "next.xlsx": ("template", folder / "next.xlsx", "--from", county, "--year", headless.YEAR + 1),
        "report.xlsx": ("report", county, *year, *DATE, "--xlsx", folder / "report.xlsx"),
        "report.pdf": ("report", county, *year, *DATE, "--pdf", folder / "report.pdf"),
        "report.docx": ("report", county, *year, *DATE, "--docx", folder / "report.docx"),
        "package.zip": ("report", county, *year, *DATE, "--package", folder / "package.zip"),
        "dossiers.pdf": ("report", county, *year, *DATE, "--school", "9901001001", "--dossiers", folder / "dossiers.pdf"),
        "assess.json": ("assess", county, *year, "--json"),
        "check.json": ("check", county, *year, "--json"),
        "import.json": ("import", county, SAMPLE, *year, "--dry-run", "--json"),
        "history.json": ("history", county, "--school", "9901001001", "--json"),
        "standards.json": ("standards", "--json"),
        "difference.json": ("standards", "--diff", "national-2017", "basic-2012", "--json"),
        "verify.json": ("verify", folder / "package.zip", "--json"),
    }


def main() -> int:
    program = headless.Program(sys.argv[1], sys.argv[2])
    report = headless.Report()
    county = program.sample_county("county.junheng", SAMPLE)
    (program.folder / "locales").mkdir()
    first: dict[str, str] = {}
    for environment in make_locales(program.folder / "locales"):
        name = f"{environment['LC_ALL']} {environment['TZ'].replace('/', '-')}"
        os.environ.update(environment)
        if environment["LC_ALL"] == "de_DE.UTF-8":
            point = subprocess.run(["locale", "decimal_point"], capture_output=True, encoding="utf-8").stdout
            report.equal(point.strip(), ",", "the locale is in use")
        folder = program.folder / name
        folder.mkdir()
        # A package is kept in the county file: each gets its own.
        own = shutil.copy(county, folder / "county.junheng")
        for output, words in outputs(Path(own), folder).items():
            answer = program.run(*words)
            report.equal(answer.code, headless.DONE, f"{output} under {name}: {answer.err}")
            if output.endswith(".json"):
                (folder / output).write_text(answer.out, encoding="utf-8")
            if (folder / output).exists():
                digest = headless.sha256(folder / output)
                report.equal(digest, first.setdefault(output, digest), f"{output} under {name}")
    report.expect(len(first) == 15, f"outputs compared: {sorted(first)}")
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
